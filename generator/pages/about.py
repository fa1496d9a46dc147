"""„Giới thiệu": what the portal is, how to read it, sources, privacy and corrections."""

from __future__ import annotations

from datetime import date

from generator.library import addresses
from generator.library.library import Library
from generator.pages.page import Page, Ref, page_at

_LAST_DAY_BEFORE, _FIRST_DAY_SINCE = date(2025, 6, 30), date(2025, 7, 1)


@page_at(addresses.ABOUT)
def about_page(library: Library) -> Page:
    """The page about the portal; the address for corrections comes from site_config/site.yml."""
    site, units = library.registries.site, library.registries.units.values()
    return Page(
        path=addresses.ABOUT,
        template="about.md.jinja",
        title="Giới thiệu",
        description="Cổng này là gì, làm ra thế nào, đọc dấu nguồn ra sao, quyền với bài báo, riêng tư, "
        "nơi góp ý và đính chính.",
        view={
            "site": site,
            "corrections_text": site.corrections.removeprefix("mailto:"),
            "before": sum(unit.valid_on(_LAST_DAY_BEFORE) for unit in units),
            "since": sum(unit.valid_on(_FIRST_DAY_SINCE) for unit in units),
            "resolution": next((u.succession_by for u in units if u.until == _LAST_DAY_BEFORE), None),
            "articles": Ref("thư viện", addresses.ARTICLES),
            "provinces": Ref("trang riêng", addresses.PROVINCES),
            "privacy": Ref("Riêng tư, đính chính và bản quyền", addresses.RIGHTS, "rieng-tu"),
            "removal": Ref("cách yêu cầu sửa, gỡ", addresses.RIGHTS, "go-bo"),
            "news": Ref("Có gì mới", addresses.NEWS),
        },
    )
