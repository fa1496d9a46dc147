"""The page that searches."""

from __future__ import annotations

from generator.library import addresses
from generator.library.library import Library
from generator.pages.page import Page, Ref, page_at
from generator.text import collation_key

ENGINE = ("engine", "answering", "blocks", "board", "facets", "query", "ranking", "reading", "words")
DIRECTORY = "tim-kiem/chi-muc/muc.json"
MODULES = ("page", "address", "ask", "filters", "results", *ENGINE)
KINDS = (
    ("sự kiện", addresses.EVENTS),
    ("văn bản", addresses.DOCUMENTS),
    ("nền tảng", addresses.PLATFORMS),
    ("bài viết", addresses.ARTICLES),
    ("chủ đề", addresses.TOPICS),
    ("chỉ số", addresses.INDICES),
    ("mục tiêu", addresses.TARGETS),
)


@page_at(addresses.SEARCH)
def search_page(library: Library) -> Page:
    """The page of search; what it finds is worked out in the browser, the lists it ends with need none.

    The first of its modules starts the others; all of them, and the directory of the index, are asked for at once.
    """
    names = library.registries.provinces.values()
    current = [name for name in names if any(unit.until is None for unit in name.units)]
    years = [int(year) for year in reversed(library.shelf("entries").years)]
    return Page(
        path=addresses.SEARCH,
        template="search.md.jinja",
        title="Tìm kiếm",
        description="Tìm trong mọi trang của cổng, gõ có dấu hay không dấu đều được.",
        changed=library.content_date,
        view={
            "provinces": [
                Ref(name.name, addresses.province(name.slug))
                for name in sorted(current, key=lambda name: collation_key(name.name))
            ],
            "former_names": Ref("Tên tỉnh, thành trước ngày 1/7/2025", addresses.PROVINCES, "ten-cu"),
            "years": [Ref(str(year), addresses.year(year)) for year in years],
            "timeline": Ref("cả dòng thời gian", addresses.TIMELINE),
            "kinds": [Ref(text, page) for text, page in KINDS],
        },
        front_matter={
            "hide": ["toc"],
            "styles": ["search"],
            "modules": [f"search/{name}" for name in MODULES],
            "fetched": DIRECTORY,
        },
    )
