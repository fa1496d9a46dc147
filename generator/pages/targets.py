"""Pages of targets: all on one, or, where they are many, by the year they are due in, then by province."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.library.periods import NATIONWIDE
from generator.model import Target
from generator.pages.list_pages import ListPage, list_pages
from generator.pages.list_views import ListView, list_view, shown_keys
from generator.pages.page import Page, Plan, Ref, page_at
from generator.pages.target_places import due_shelf
from generator.pages.target_views import target_view
from generator.text import collation_key, number_vi

NAME = "Mục tiêu"
_OWN = Ref(NAME, addresses.TARGETS)


def target_pages(library: Library, today: date) -> Iterable[Plan]:
    """The page of all targets, and those of the years they are due in where one page cannot hold all."""
    crowded = library.crowded_dues()
    yield _overview(library, today, whole=crowded is None)
    if crowded is None:
        return
    for due in _dues(library):
        if due not in crowded:
            yield _due_page(library, due)
            continue
        yield _crowded_page(library, due)
        for slug in library.shelf(f"targets/{due}").counts:
            shelf = library.shelf(due_shelf(due, slug))
            for listed in list_pages(addresses.targets_due_of(due, slug), shelf):
                yield _list_page(library, due, slug, listed)


def _dues(library: Library) -> dict[str, int]:
    """How many targets are due in each year, the earliest first; those without one last."""
    counts = Counter[str]()
    for period, count in library.shelf("targets").counts.items():
        counts[period[:4]] += count
    return {due: counts[due] for due in sorted(counts, key=lambda due: (not due, due))}


@page_at(addresses.TARGETS)
def _overview(library: Library, today: date, *, whole: bool) -> Page:
    """Every target, by the year it is to be reached in; those without one last. Or only the ways to those years."""
    dues = _dues(library)
    count = sum(dues.values())
    held = {due: _in_order(library, _due_in(library, due)) for due in dues} if whole else {}
    changed = [library.cards[t.article].updated for targets in held.values() for t in targets]
    return Page(
        path=addresses.TARGETS,
        template="targets.md.jinja",
        title=NAME,
        description=f"{number_vi(count)} mục tiêu chuyển đổi số mà bài viết nêu, đặt cạnh kết quả về sau.",
        changed=max(changed, default=library.content_date),
        view={
            "count": number_vi(count),
            "groups": [
                {
                    "id": f"han-{int(due)}" if due else "chua-neu-han",
                    "title": _heading(due, today),
                    "targets": [target_view(library, t) for t in targets],
                }
                for due, targets in held.items()
            ],
            "ways": [
                (Ref(_heading(due, today), addresses.targets_due(due)), number_vi(of_due))
                for due, of_due in dues.items()
                if not whole
            ],
        },
    )


def _heading(due: str, today: date) -> str:
    return _due_text(due) + (" (đã qua)" if due and int(due) < today.year else "")


def _due_text(due: str) -> str:
    return f"Hạn năm {int(due)}" if due else "Bài không nêu hạn"


def _due_in(library: Library, due: str) -> Iterator[Target]:
    shelf = library.shelf("targets")
    periods = (period for period in shelf.counts if period[:4] == due)
    return (library.target(key) for period in periods for key in shelf.of(period))


def _in_order(library: Library, targets: Iterable[Target]) -> list[Target]:
    """National targets first, then by province; those of one article stay together, as the article orders them."""
    units = library.registries.units
    return sorted(
        targets,
        key=lambda t: (
            t.province is not None,
            collation_key(units[t.province].name) if t.province else (),
            t.article,
            t.index,
        ),
    )


@page_at(lambda library, due: addresses.targets_due(due))
def _due_page(library: Library, due: str) -> Page:
    """Every target due in a year."""
    targets = _in_order(library, _due_in(library, due))
    changed = max(library.cards[t.article].updated for t in targets)
    return _below(library, due, targets, len(targets), [], changed)


@page_at(lambda library, due: addresses.targets_due(due))
def _crowded_page(library: Library, due: str) -> Page:
    """The ways to the targets of each province, of those due in a year."""
    counts = library.shelf(f"targets/{due}").counts
    ordered = sorted(counts, key=lambda slug: (slug != NATIONWIDE, collation_key(_where(library, slug))))
    ways = [
        (Ref(_where(library, slug), addresses.targets_due_of(due, slug)), number_vi(counts[slug])) for slug in ordered
    ]
    return _below(library, due, [], sum(counts.values()), ways, None)


def _below(
    library: Library,
    due: str,
    targets: Sequence[Target],
    count: int,
    ways: Sequence[tuple[Ref, str]],
    changed: date | None,
) -> Page:
    text = _due_text(due)
    return Page(
        path=addresses.targets_due(due),
        template="targets_due.md.jinja",
        title=f"{NAME}: {text.lower()}",
        description=f"{number_vi(count)} mục tiêu chuyển đổi số ({text.lower()}), đặt cạnh kết quả về sau.",
        changed=changed,
        view={
            "count": number_vi(count),
            "above": [_OWN],
            "targets": [target_view(library, t) for t in targets],
            "ways": ways,
        },
    )


@page_at(lambda library, due, slug, listed: listed.path)
def _list_page(library: Library, due: str, slug: str, listed: ListPage) -> Page:
    """The targets of one province's name due in a year, by the day their article was published."""
    shelf, text = library.shelf(due_shelf(due, slug)), _due_text(due)
    name = f"{NAME} {_whose(library, slug)}, {text.lower()}"
    updated = (library.cards[key.rpartition("/")[0]].updated for key in shown_keys(listed, shelf))
    own = Ref(name, addresses.targets_due_of(due, slug))
    title = f"{name}: bài đăng {listed.title}" if listed.title else name
    view = list_view(listed, shelf, own, partial(_listed_target, library), unknown="bài chưa rõ ngày đăng")
    return Page(
        path=listed.path,
        template="targets_of_due.md.jinja",
        title=title,
        description=f"{number_vi(listed.count)} mục tiêu chuyển đổi số, đặt cạnh kết quả về sau.",
        changed=max(updated, default=None),
        view={"list": _by_article(view), "above": [_OWN, Ref(text, addresses.targets_due(due))]},
    )


def _by_article(view: ListView) -> ListView:
    """The same list, its years named as those of the articles: the page itself is of a year that targets are due in."""
    named = [replace(g, heading=f"Bài đăng năm {g.heading}") if g.heading.isdecimal() else g for g in view.groups]
    return replace(view, groups=named)


def _listed_target(library: Library, key: str) -> dict[str, Any]:
    return target_view(library, library.target(key))


def _where(library: Library, slug: str) -> str:
    return "Cấp quốc gia" if slug == NATIONWIDE else library.registries.provinces[slug].name


def _whose(library: Library, slug: str) -> str:
    return "cấp quốc gia" if slug == NATIONWIDE else f"của {library.registries.provinces[slug].name}"
