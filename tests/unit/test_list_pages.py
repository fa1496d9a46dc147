"""Long lists: what stands on which page, and that a newer item moves no borders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from generator.library.library import Library
from generator.library.link import gather
from generator.library.neighbours import BESIDE, related
from generator.library.shelf import Shelf
from generator.model import Article, Change, PlatformClaim, TopicClaim
from generator.output.render import render_page
from generator.pages.articles import article_list_pages
from generator.pages.list_pages import LATEST, LIMIT, ListPage, list_pages, page_holding
from generator.pages.news import LATEST as LATEST_NEWS
from generator.pages.news import news_pages
from generator.pages.page import Page, Plan
from generator.pages.platform_lists import platform_list_pages
from generator.pages.platforms import platform_pages
from generator.pages.topics import topic_pages
from tests.unit.facts import article, real_registries

OWN = "bai-viet/index.md"

SHAPES: Mapping[str, dict[str, int]] = {
    "one page": {"": 1, "2023": 1, "2023-12": LIMIT - 2},
    "short years": {"2022-05": 3, "2023-12": LIMIT - 2},
    "a long year": {"2022-05": 3, "2023": 2, "2023-01": LIMIT, "2023-12": 4},
    "a month of two parts": {"2022-05": 3, "2023-01": 4, "2023-12": LIMIT + 1},
    "a month of three whole parts": {"2023-01": 3 * LIMIT},
    "no months": {"2022": 2 * LIMIT + 1, "2023-04": 1},
    "unknown years": {"": 2 * LIMIT + 5, "2023-04": 1},
}


def shelf(counts: Mapping[str, int]) -> Shelf:
    return Shelf({period: tuple(f"{period}/{n}" for n in range(count)) for period, count in sorted(counts.items())})


def shown(listed: ListPage, of: Shelf) -> list[str]:
    return [key for section in listed.sections(of) for key in section.keys]


def contents(of: Shelf) -> dict[str, tuple[ListPage, list[str]]]:
    pages = [(listed, shown(listed, of)) for listed in list_pages(OWN, of)]
    assert len({listed.path for listed, _ in pages}) == len(pages)
    return {listed.path: (listed, keys) for listed, keys in pages}


def test_a_list_is_cut_only_when_it_holds_more_than_a_page() -> None:
    assert [*contents(shelf({"2023-12": LIMIT}))] == [OWN]
    cut = contents(shelf({"2023-12": LIMIT + 1}))
    assert [*cut] == [
        OWN,
        "bai-viet/nam/2023.md",
        "bai-viet/nam/2023/thang-12.md",
        "bai-viet/nam/2023/thang-12/phan-1.md",
    ]
    assert [len(keys) for _, keys in cut.values()] == [LATEST, 0, 1, LIMIT]


def test_the_newest_stand_first_then_years_without_a_month_and_last_what_has_no_year() -> None:
    (whole,) = list_pages(OWN, shelf({"": 1, "2022-11": 1, "2023": 1, "2023-01": 2, "2023-10": 1}))
    order = ["2023-10/0", "2023-01/1", "2023-01/0", "2023/0", "2022-11/0", "/0"]
    assert shown(whole, shelf({"": 1, "2022-11": 1, "2023": 1, "2023-01": 2, "2023-10": 1})) == order


@pytest.mark.parametrize("shape", SHAPES)
def test_every_item_stands_on_one_page_beside_the_first_and_no_page_is_too_long(shape: str) -> None:
    of = shelf(SHAPES[shape])
    pages = contents(of)
    below = [path for path in pages if path != OWN] or [OWN]
    told = Counter(key for path in below for key in pages[path][1])
    assert told == Counter(key for keys in of.keys.values() for key in keys)
    assert all(len(keys) <= LIMIT for _, keys in pages.values())
    for period, keys in of.keys.items():
        for key in keys:
            assert key in pages[page_holding(OWN, of, period, key)][1]


@pytest.mark.parametrize("shape", SHAPES)
def test_ways_lead_to_all_pages_and_back(shape: str) -> None:
    pages = contents(shelf(SHAPES[shape]))
    ways = [way.page.page for listed, _ in pages.values() for way in listed.ways]
    assert sorted(path or "" for path in ways) == sorted(path for path in pages if path != OWN)
    for path, (listed, _) in pages.items():
        assert listed.up is None if path == OWN else listed.up and listed.up.page in pages
        for ref, back in ((listed.earlier, "later"), (listed.later, "earlier")):
            if ref is not None and ref.page is not None and listed.end is None:
                assert getattr(pages[ref.page][0], back).page == path


@pytest.mark.parametrize(
    ("newer", "changed"),
    [
        ("2023-12", {OWN, "bai-viet/nam/2023.md", "bai-viet/nam/2023/thang-12.md"}),
        ("2024-01", {OWN, "bai-viet/nam/2024.md", "bai-viet/nam/2023.md"}),
    ],
)
def test_a_newer_item_changes_the_newest_page_and_the_overviews_alone(newer: str, changed: set[str]) -> None:
    counts = {"2022-05": 3, "2023-01": LIMIT, "2023-11": 2 * LIMIT + 7, "2023-12": LIMIT + 3}
    before = contents(shelf(counts))
    after = contents(shelf({**counts, newer: counts.get(newer, 0) + 1}))
    assert {path for path in after if before.get(path) != after[path]} == changed
    assert before.keys() <= after.keys()


COUNT = LIMIT + 20


def library_of(articles: list[Article]) -> Library:
    return gather({a.slug: a for a in articles}, real_registries())


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """So many articles of some years about one province, one topic and one platform, and a platform for each."""
    return [told(n) for n in range(COUNT)]


def told(n: int) -> Article:
    slug, day = f"bai-{n:03}", date(2020 + n // 50, n // 5 % 10 + 1, n % 5 + 1)
    platforms = [
        PlatformClaim(article=slug, index=i, at=1, id=key, name=name, kind="app", provinces=())
        for i, (key, name) in enumerate(
            [("chung", "Chung"), (f"a-{n:03}", f"Á {n}") if n > 9 else (f"b-{n}", f"B {n}")]
        )
    ]
    return article(
        slug,
        day.isoformat(),
        added=day,
        changes=(Change(date=day, text=f"Sửa bài {n}"),),
        subjects=("bac-kan",),
        topics=(TopicClaim(article=slug, index=0, at=1, topic=TOPIC),),
        platforms=tuple(platforms),
    )


def linked(page: Page) -> list[str]:
    """The articles that a page's text leads to, each once."""
    text = render_page(page, {})
    return [f"bai-{n:03}" for n in range(COUNT) if f"bai-{n:03}.md" in text]


TOPIC = "chinh-quyen-so"
LISTS: Mapping[str, tuple[Callable[[Library], Iterable[Plan]], int]] = {
    "bai-viet/index.md": (article_list_pages, LATEST),
    f"chu-de/{TOPIC}.md": (lambda library: topic_pages(library, library.registries.topics[TOPIC]), LATEST),
    "nen-tang/chung.md": (lambda library: platform_pages(library, "chung"), LATEST),
    "co-gi-moi/index.md": (news_pages, LATEST_NEWS // 2),
}


@pytest.mark.parametrize("own", LISTS)
def test_long_lists_of_articles_are_cut(own: str, articles: list[Article]) -> None:
    pages, newest = LISTS[own]
    made = {plan.path: linked(plan.make()) for plan in pages(library_of(articles))}
    assert len(made.pop(own)) == newest
    assert Counter(slug for found in made.values() for slug in found) == Counter(a.slug for a in articles)


def test_many_platforms_are_listed_by_first_letter(articles: list[Article]) -> None:
    library = library_of(articles)
    made = {plan.path: render_page(plan.make(), {}) for plan in platform_list_pages(library)}
    folder = "nen-tang/loai/ung-dung"
    parts = {"a": f"{folder}/a.md", "a+": f"{folder}/a/phan-2.md", "b": f"{folder}/b.md", "c": f"{folder}/c.md"}
    assert [*made] == ["nen-tang/index.md", f"{folder}.md", *parts.values()]
    for key in library.platforms:
        part = "a+" if key in [f"a-{n}" for n in range(LIMIT + 10, COUNT)] else key[0]
        assert [path for path in made if f"/{key}.md)" in made[path]] == [parts[part]]


def test_a_new_article_is_related_to_few_others(articles: list[Article]) -> None:
    new = replace(told(COUNT // 2), slug="bai-moi")
    before, after = library_of(articles), library_of([*articles[: COUNT // 2], new, *articles[COUNT // 2 :]])
    changed = [a.slug for a in articles if related(before, a) != related(after, a)]
    assert 0 < len(changed) <= 2 * BESIDE
    assert len(related(after, new)) == 2 * BESIDE


def test_articles_on_the_same_event_come_before_those_on_the_same_province(library: Library) -> None:
    for slug, one in library.articles.items():
        events = {claim.id for claim in one.events if claim.id}
        shared = [
            len(events & {claim.id for claim in library.articles[other].events}) for other in related(library, one)
        ]
        assert slug not in related(library, one)
        assert shared == sorted(shared, reverse=True)
