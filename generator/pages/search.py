"""The page that searches."""

from __future__ import annotations

from generator.library import addresses
from generator.library.library import Library
from generator.pages.page import Page


def search_page(library: Library) -> Page:
    """The page of search; what it finds is worked out in the browser."""
    return Page(
        path=addresses.SEARCH,
        template="search.md.jinja",
        title="Tìm kiếm",
        description="Tìm trong mọi trang của cổng, gõ có dấu hay không dấu đều được.",
        changed=library.content_date,
        view={"provinces": addresses.PROVINCES, "timeline": addresses.TIMELINE, "articles": addresses.ARTICLES},
        front_matter={"hide": ["toc"], "search": {"exclude": True}, "scripts": ["search"]},
    )
