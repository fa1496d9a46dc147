"""Where targets stand: a link to one leads to the page that shows it, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import pytest

from generator.library import addresses
from generator.library.library import Library
from generator.library.link import gather
from generator.model import Target
from generator.pages.page import Page
from generator.pages.target_places import target_ref
from generator.pages.targets import target_pages
from tests.unit.facts import article, real_registries, when

REGISTRIES = real_registries()
TODAY = date(2026, 11, 22)


def library_of(dues: Iterable[tuple[str | None, str | None]]) -> Library:
    """A target an article, each due in a year, of a unit; an article a month."""
    found = {}
    for n, (due, unit) in enumerate(dues):
        slug, day = f"a{n:04}", f"{2020 + n // 12 % 6}-{n % 12 + 1:02}-03"
        target = Target(article=slug, index=0, at=1, province=unit, by=when(due), text="Đạt 50%.")
        found[slug] = article(slug, day, targets=(target,))
    return gather(found, REGISTRIES)


def anchors(page: Page) -> Iterator[str]:
    groups: list[list[dict[str, Any]]] = [page.view.get("targets", [])]
    groups += [group["targets"] for group in page.view.get("groups", [])]
    groups += [group.items for group in page.view["list"].groups] if "list" in page.view else []
    return (target["anchor"] for group in groups for target in group)


@pytest.mark.parametrize(
    ("dues", "pages"),
    [
        ([("2025", "hue")] * 60 + [(None, None)] * 40, {addresses.TARGETS}),
        ([("2025", "hue")] * 60 + [(None, None)] * 41, {"muc-tieu/nam/2025.md", "muc-tieu/nam/chua-neu.md"}),
        (
            [("2025-06", "hue")] * 60 + [("2025", None)] * 40 + [("2025", "bac-kan"), ("2030", "hue")],
            {
                "muc-tieu/nam/2030.md",
                "muc-tieu/nam/2025/hue.md",
                "muc-tieu/nam/2025/bac-kan.md",
                "muc-tieu/nam/2025/ca-nuoc.md",
            },
        ),
    ],
)
def test_targets_stand_together_as_far_as_a_page_holds_them(
    dues: list[tuple[str | None, str | None]], pages: set[str]
) -> None:
    library = library_of(dues)
    assert {target_ref(library, target).page for target in library.targets} == pages


def test_every_link_leads_to_the_page_that_shows_the_target() -> None:
    library = library_of([("2025", "hue")] * 250 + [(None, "hue")] * 20 + [("2025", None)] * 5)
    pages = {plan.path: plan.make() for plan in target_pages(library, TODAY)}
    shown = {path: list(anchors(page)) for path, page in pages.items()}
    assert max(map(len, shown.values())) <= 100
    for target in library.targets:
        ref = target_ref(library, target)
        assert ref.page is not None
        assert shown[ref.page].count(ref.anchor) == 1


def test_what_does_not_fit_on_one_page_is_reached_from_the_first() -> None:
    library = library_of([("2025", "hue")] * 90 + [("2030", "hue")] * 20)
    pages = {plan.path: plan.make() for plan in target_pages(library, TODAY)}
    ways = [(ref.text, ref.page, count) for ref, count in pages[addresses.TARGETS].view["ways"]]
    assert ways == [
        ("Hạn năm 2025 (đã qua)", "muc-tieu/nam/2025.md", "90"),
        ("Hạn năm 2030", "muc-tieu/nam/2030.md", "20"),
    ]
    assert not list(anchors(pages[addresses.TARGETS]))
