"""What a province's page shows of long lists, and what it must read for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.library.library import Library
from generator.library.link import gather
from generator.model import Article, Figure, PlatformClaim, Status, TopicClaim
from generator.pages.page import Page
from generator.pages.provinces import province_pages
from tests.unit.facts import article, document, event, indicator, real_registries, when

REGISTRIES = real_registries()
TOPIC = next(iter(REGISTRIES.topics))


def told(number: int, unit: str = "bac-kan", **values: Any) -> Article:
    """An article about a unit with a fact of every sort, published a day after the one before."""
    slug, day = f"a{number:04}", f"2024-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    return article(
        slug,
        day,
        subjects=(unit,),
        mentions=("ha-noi",),
        events=(event(slug, day, id=f"su-kien-{number}", provinces=(unit,)),),
        documents=(replace(document(slug, day, number=f"{number}/QĐ"), id=f"van-ban-{number}", province=unit),),
        indicators=(indicator(slug, province=unit, rank=51),),
        platforms=(
            PlatformClaim(article=slug, index=0, at=1, id=f"nen-tang-{number}", name="Ứng dụng", kind="mobile-app"),
        ),
        figures=(Figure(article=slug, index=0, at=1, province=unit, label="Số xã", value=number),),
        topics=(TopicClaim(article=slug, index=0, at=1, topic=TOPIC),),
        **values,
    )


def library_of(*articles: Article) -> Library:
    return gather({a.slug: a for a in articles}, REGISTRIES)


def pages_of(library: Library) -> dict[str, Page]:
    names = library.registries.provinces.values()
    return {plan.path: plan.make() for name in names for plan in province_pages(library, name)}


def titles(items: list[Any]) -> list[str]:
    return [item["title"].text for item in items]


def test_twenty_articles_stand_on_the_page_itself() -> None:
    pages = pages_of(library_of(*(told(n) for n in range(20))))
    view = pages["tinh/bac-kan.md"].view
    assert titles(view["about"]) == [f"a{n:04}" for n in reversed(range(20))]
    assert view["more"]["about"] is None
    assert not [path for path in pages if path.startswith("tinh/bac-kan/")]


def test_of_more_the_newest_stand_there_and_a_page_below_has_all() -> None:
    pages = pages_of(library_of(*(told(n) for n in range(21))))
    view = pages["tinh/bac-kan.md"].view
    assert titles(view["about"]) == [f"a{n:04}" for n in range(20, 10, -1)]
    more = view["more"]["about"]
    assert (more.text, more.page) == ("Xem tất cả 21 bài", "tinh/bac-kan/bai-viet.md")
    (group,) = pages["tinh/bac-kan/bai-viet.md"].view["list"].groups
    assert titles(group.items) == [f"a{n:04}" for n in reversed(range(21))]
    assert view["more"]["timeline"].page == "dong-thoi-gian/tinh/bac-kan.md"
    below = {path.removeprefix("tinh/bac-kan/") for path in pages if path.startswith("tinh/bac-kan/")}
    assert below == {"bai-viet.md", "su-kien.md", "van-ban.md", "so-lieu.md", "ca-nuoc.md"}


def test_what_a_province_became_part_of_gathers_its_articles() -> None:
    pages = pages_of(library_of(told(1), told(2, "thai-nguyen-truoc-2025")))
    assert titles(pages["tinh/thai-nguyen.md"].view["about"]) == ["a0002", "a0001"]
    assert titles(pages["tinh/bac-kan.md"].view["about"]) == ["a0001"]
    together = {path: page.view["together"] for path, page in pages.items() if "together" in page.view}
    assert [(ref.text, n) for ref, n in together["tinh/thai-nguyen.md"]] == [("Hà Nội", 2)]
    assert [(ref.text, n) for ref, n in together["tinh/bac-kan.md"]] == [("Hà Nội", 1)]
    assert [(ref.text, n) for ref, n in together["tinh/ha-noi.md"]] == [("Bắc Kạn", 1), ("Thái Nguyên", 1)]


def test_what_articles_tell_differently_stands_with_the_provinces_it_is_about() -> None:
    def telling(slug: str, day: str, value: int) -> Article:
        figure = Figure(article=slug, index=0, at=1, province="hue", label="Số xã", value=value, period=when("2024"))
        held = event(slug, day, id="le", provinces=("bac-kan",))
        return article(slug, "2024-10-12", subjects=("hue",), events=(held,), figures=(figure,))

    pages = pages_of(library_of(telling("a", "2024-10-10", 5), telling("b", "2024-10-11", 6)))
    fields = {
        path: [c.field for c in page.view["contradictions_list"]] for path, page in pages.items() if "days" in page.view
    }
    assert {path: found for path, found in fields.items() if found} == {
        "tinh/hue.md": ["con số"],
        "tinh/bac-kan.md": ["ngày"],
        "tinh/thai-nguyen.md": ["ngày"],
    }


def test_only_what_may_lie_ahead_of_the_newest_record_is_planned() -> None:
    events = tuple(
        replace(event("a", day, id=key, provinces=("hue",), status=status), index=number)
        for number, (key, day, status) in enumerate(
            [
                ("da-qua", "2026-10-01", Status.ANNOUNCED),
                ("da-dua-tin", "2026-09-01", Status.REPORTED),
                ("truoc-do", "2026-08-01", Status.REPORTED),
                ("thu-ba", "2027-03-01", Status.ANNOUNCED),
                ("thu-nhi", "2027-02-01", Status.ANNOUNCED),
                ("thu-nhat", "2026-12-01", Status.ANNOUNCED),
            ]
        )
    )
    view = pages_of(library_of(article("a", "2026-09-02", subjects=("hue",), events=events)))["tinh/hue.md"].view
    assert [item["title"].page for item in view["planned"]] == ["su-kien/thu-nhat.md", "su-kien/thu-nhi.md"]
    assert view["latest"]["title"].page == "su-kien/da-dua-tin.md"


class Noted(Mapping[str, Any]):
    """A mapping that notes which keys are asked for, and cannot be looked through."""

    def __init__(self, inner: Mapping[str, Any], asked: set[str]) -> None:
        self._inner, self._asked = inner, asked

    def __getitem__(self, key: str) -> Any:
        self._asked.add(key)
        return self._inner[key]

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("a page looks through everything")

    def __len__(self) -> int:
        raise AssertionError("a page counts everything")


def test_a_page_reads_few_things_however_many_there_are() -> None:
    def asked(articles: int) -> int:
        library, keys = library_of(*(told(n) for n in range(articles))), set[str]()
        narrow = replace(
            library,
            cards=Noted(library.cards, keys),
            events=Noted(library.events, keys),
            documents=Noted(library.documents, keys),
            platforms=Noted(library.platforms, keys),
        )
        narrow = replace(narrow, indicators=(), figures=(), targets=(), timeline=())
        next(iter(province_pages(narrow, REGISTRIES.provinces["thai-nguyen"]))).make()
        return len(keys)

    assert 0 < asked(60) <= asked(150) < 50
