"""A target, and beside it what was told later: the comparison is the portal's own."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from generator.edtf import date_vi, day_vi
from generator.library import addresses
from generator.library.library import Library
from generator.library.periods import NATIONWIDE
from generator.model import Goal, Indicator, Target
from generator.pages.page import Ref
from generator.pages.rankings import table_label, table_size
from generator.pages.refs import article_ref, mark, some_marks, unit_label
from generator.registry import Index, Unit


def target_view(library: Library, target: Target) -> dict[str, Any]:
    """A target as shown, for its own page and those of provinces."""
    unit = library.registries.units[target.province] if target.province else None
    return {
        "anchor": addresses.target_anchor(target.article, target.index + 1),
        "text": target.text,
        "by": f"hạn {date_vi(target.by)}" if target.by else "bài không nêu hạn",
        "province": Ref(unit_label(library, unit), addresses.province(unit.name_slug)) if unit else None,
        "ended": _ended(library, unit),
        "article": article_ref(library, target.article),
        "set": _set_text(library, target),
        "mark": mark(library, target),
        "note": target.note,
        "goal": _goal_text(library, target.goal),
        "results": _results(library, target),
        "without_date": target.goal is not None and _year_set(library, target) is None,
    }


def _ended(library: Library, unit: Unit | None) -> dict[str, Any] | None:
    """Until when the unit was, and what it became (part of)."""
    if unit is None or unit.until is None:
        return None
    successor = library.succession.successor(unit)
    into = Ref(unit_label(library, successor), addresses.province(successor.name_slug)) if successor else None
    same_name = successor is not None and successor.name == unit.name
    return {"name": unit.name, "until": day_vi(unit.until), "into": into, "same_name": same_name}


def _year_set(library: Library, target: Target) -> int | None:
    published = library.cards[target.article].published
    return published.year if published else None


def _set_text(library: Library, target: Target) -> str:
    published = library.cards[target.article].published
    return f"bài đăng vào {date_vi(published)}" if published else "bài chưa rõ ngày đăng"


def _goal_text(library: Library, goal: Goal | None) -> str:
    """The part of the target that can be compared: trong 15 hạng đầu, DTI tổng thể."""
    if goal is None:
        return ""
    index = library.registries.indices[goal.index_id]
    return f"trong {goal.rank} hạng đầu, {index.name} {index.measures[goal.measure].name}"


def _results(library: Library, target: Target) -> list[dict[str, Any]]:
    """What is told of the same unit, index and measure for the year the target was set in and later."""
    goal, since = target.goal, _year_set(library, target)
    if goal is None or since is None:
        return []
    index = library.registries.indices[goal.index_id]
    page = addresses.index(index.id)
    if target.province:
        page = addresses.index_province(index.id, library.registries.units[target.province].name_slug)
    found = []
    for (year, table, place, top), facts in sorted(_told_since(library, index, goal, target.province, since).items()):
        shown, more = some_marks(library, facts, page)
        found.append(
            {
                "year": Ref(f"{index.name} {year}", addresses.index_year(index.id, year)),
                "table": table,
                "rank": f"trong tốp {place}" if top else f"hạng {place}" + _of(table_size(index, facts[0])),
                "verdict": _verdict(place, top, goal.rank),
                "marks": shown,
                "more": more,
            }
        )
    return found


def _told_since(
    library: Library, index: Index, goal: Goal, unit: str | None, since: int
) -> dict[tuple[int, str, int, bool], list[Indicator]]:
    """The facts by year, table, place, and whether that is only a group („trong tốp 20")."""
    shelf = library.shelf(f"chi-so/{index.id}/{unit or NATIONWIDE}")
    groups: dict[tuple[int, str, int, bool], list[Indicator]] = defaultdict(list)
    for year in (year for year in shelf.counts if year and int(year) >= since):
        for fact in map(library.indicator, shelf.of(year)):
            place = fact.rank or fact.top
            if fact.measure == goal.measure and place is not None:
                groups[int(year), table_label(index, int(year), fact.table), place, fact.rank is None].append(fact)
    return groups


def _of(size: int | None) -> str:
    return f"/{size}" if size else ""


def _verdict(place: int, top: bool, goal: int) -> str:
    """Whether a rank, or only a group („trong tốp 20"), meets the goal, in words."""
    if place <= goal:
        return "đạt mức đề ra ở kỳ này"
    return "chưa đủ rõ để đối chiếu" if top else "chưa đạt mức đề ra ở kỳ này"
