"""The one page in English: what the portal is, how to read it, and the data."""

from __future__ import annotations

from datetime import date

from generator.library import addresses
from generator.library.library import Library
from generator.library.tables.all import TABLES
from generator.pages.open_data import table_view
from generator.pages.page import Page, Ref, page_at

_MAIN_TABLES = ("articles", "events", "documents", "indicators", "targets", "platforms", "figures", "province-units")
_LAST_DAY_BEFORE, _FIRST_DAY_SINCE = date(2025, 6, 30), date(2025, 7, 1)


@page_at(addresses.ENGLISH)
def english_page(library: Library) -> Page:
    """The landing page for readers of English; the rest of the portal is in Vietnamese."""
    site, units = library.registries.site, library.registries.units.values()
    return Page(
        path=addresses.ENGLISH,
        template="english.md.jinja",
        title="Digital transformation of Vietnam’s provinces",
        description="An unofficial portal about the digital transformation of Vietnam's provinces, made from the "
        "press: how to read it, and its open data.",
        changed=library.content_date,
        view={
            "name": site.name,
            "content_date": library.content_date.isoformat(),
            "corrections": site.corrections,
            "corrections_text": site.corrections.removeprefix("mailto:"),
            "before": sum(unit.valid_on(_LAST_DAY_BEFORE) for unit in units),
            "since": sum(unit.valid_on(_FIRST_DAY_SINCE) for unit in units),
            "counts": _counts(library),
            "sections": _SECTIONS,
            "tables": [table_view(table, library) for table in TABLES if table.name in _MAIN_TABLES],
            "others": len(TABLES) - len(_MAIN_TABLES),
            "package": addresses.DATA_PACKAGE,
            "open_data": Ref("The page of the open data", addresses.OPEN_DATA),
        },
        front_matter={"lang": "en", "locale": "en_GB", "hide": ["toc"], "styles": ["open-data"]},
    )


def _counts(library: Library) -> list[tuple[int, str]]:
    told = {library.registries.units[unit].name_slug for unit in library.shelf("units").counts}
    return [
        (library.shelf("articles").total, "articles"),
        (len(told), "provinces told of, former and current"),
        (len(library.events), "events"),
        (len(library.documents), "legal documents"),
        (len(library.indicators), "ranks and scores"),
        (len(library.targets), "targets"),
    ]


_SECTIONS = (
    (Ref("Tỉnh, thành", addresses.PROVINCES), "Provinces", "a page for each province, former and current"),
    (Ref("Dòng thời gian", addresses.TIMELINE), "Timeline", "everything dated, by year and month"),
    (Ref("Sự kiện", addresses.EVENTS), "Events", "events and yearly days, with what each article tells of them"),
    (
        Ref("Chỉ số", addresses.INDICES),
        "Indices",
        "ranks and scores, above all the Digital Transformation Index (DTI)",
    ),
    (Ref("Mục tiêu", addresses.TARGETS), "Targets", "what provinces mean to reach, beside what was told later"),
    (Ref("Văn bản", addresses.DOCUMENTS), "Legal documents", "decisions, plans, resolutions that articles mention"),
    (Ref("Nền tảng", addresses.PLATFORMS), "Platforms", "apps, systems and websites that provinces use"),
    (Ref("Chủ đề", addresses.TOPICS), "Topics", "articles by subject"),
    (Ref("Bài viết", addresses.ARTICLES), "Articles", "our summaries, with links to the originals"),
    (Ref("Có gì mới", addresses.NEWS), "What is new", "what was added or changed, by day"),
    (Ref("Giới thiệu", addresses.ABOUT), "About", "how the portal is made, sources, privacy, corrections"),
)
