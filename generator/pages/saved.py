"""„Trang đã lưu": the pages a reader kept, which the reader's own browser knows and nobody else."""

from __future__ import annotations

from generator.library import addresses
from generator.pages.page import Page, page_at


@page_at(addresses.SAVED)
def saved_page() -> Page:
    """The page that javascripts/share.js fills."""
    return Page(
        path=addresses.SAVED,
        template="saved.md.jinja",
        title="Trang đã lưu",
        description="Những trang bạn đã lưu để đọc lại, chỉ có trong trình duyệt này.",
        view={},
        front_matter={"hide": ["toc"]},
    )
