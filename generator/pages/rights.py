"""„Riêng tư, đính chính và bản quyền": what is stored, how to have a thing corrected or removed, what may be reused."""

from __future__ import annotations

from generator.library import addresses
from generator.library.library import Library
from generator.pages.page import Page, Ref, page_at


@page_at(addresses.RIGHTS)
def rights_page(library: Library) -> Page:
    """The page of readers' and publishers' rights; the address to write to comes from site_config/site.yml."""
    site = library.registries.site
    return Page(
        path=addresses.RIGHTS,
        template="rights.md.jinja",
        title="Riêng tư, đính chính và bản quyền",
        description="Cổng không lưu gì về người đọc. Cách yêu cầu sửa hay gỡ một nội dung, và điều gì được dùng lại.",
        view={
            "site": site,
            "corrections_text": site.corrections.removeprefix("mailto:"),
            "saved": Ref("Trang đã lưu", addresses.SAVED),
            "news": Ref("Có gì mới", addresses.NEWS),
            "data": Ref("Dữ liệu mở", addresses.OPEN_DATA),
            "data_rights": Ref("trang Dữ liệu mở", addresses.OPEN_DATA, "quyen"),
            "retractions": Ref("bảng Bài đã rút", addresses.OPEN_DATA, "retractions"),
        },
    )
