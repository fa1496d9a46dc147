"""What provinces mean to reach, and beside it what was told later: the comparison is the portal's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from generator.edtf import date_vi, day_vi
from generator.library import addresses
from generator.library.library import Library
from generator.model import Goal, Indicator, Target
from generator.pages.page import Page, Ref
from generator.pages.rankings import table_label, table_size
from generator.pages.refs import article_ref, mark, marks, unit_label
from generator.registry import Unit
from generator.text import collation_key


def target_page(library: Library, today: date) -> Page:
    """Every target, by the year it is to be reached in; those without one last."""
    national = tuple(i for i in library.indicators if i.province is None)
    groups: dict[int | None, list[Target]] = defaultdict(list)
    for target in library.targets:
        groups[target.by.year if target.by else None].append(target)
    years = sorted(year for year in groups if year is not None)
    ordered: list[int | None] = [*years, None] if None in groups else [*years]
    changed = [library.articles[t.article].updated for t in library.targets]
    return Page(
        path=addresses.TARGETS,
        template="targets.md.jinja",
        title="Mục tiêu",
        description=f"{len(library.targets)} mục tiêu chuyển đổi số mà bài viết nêu, đặt cạnh kết quả về sau.",
        changed=max(changed, default=library.content_date),
        view={
            "count": len(library.targets),
            "groups": [
                {
                    "id": f"han-{year}" if year else "chua-neu-han",
                    "title": _heading(year, today),
                    "targets": [target_view(library, t, national) for t in _in_order(library, groups[year])],
                }
                for year in ordered
            ],
        },
    )


def _heading(year: int | None, today: date) -> str:
    if year is None:
        return "Bài không nêu hạn"
    return f"Hạn năm {year}" + (" (đã qua)" if year < today.year else "")


def _in_order(library: Library, targets: Sequence[Target]) -> list[Target]:
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


def target_view(library: Library, target: Target, national: Sequence[Indicator] = ()) -> dict[str, Any]:
    """A target as shown; a national one is compared with the `national` indicators, where they are given."""
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
        "results": _results(library, target, library.unit(unit.id).indicators if unit else national),
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
    published = library.articles[target.article].published
    return published.year if published else None


def _set_text(library: Library, target: Target) -> str:
    published = library.articles[target.article].published
    return f"bài đăng vào {date_vi(published)}" if published else "bài chưa rõ ngày đăng"


def _goal_text(library: Library, goal: Goal | None) -> str:
    """The part of the target that can be compared: trong 15 hạng đầu, DTI tổng thể."""
    if goal is None:
        return ""
    index = library.registries.indices[goal.index_id]
    return f"trong {goal.rank} hạng đầu, {index.name} {index.measures[goal.measure].name}"


def _results(library: Library, target: Target, told: Sequence[Indicator]) -> list[dict[str, Any]]:
    """What is told of the same unit, index and measure for the year the target was set in and later."""
    goal, since = target.goal, _year_set(library, target)
    if goal is None or since is None:
        return []
    index = library.registries.indices[goal.index_id]
    groups: dict[tuple[int, str, int, bool], list[Indicator]] = defaultdict(list)
    for i in told:
        if i.index_id == goal.index_id and i.measure == goal.measure and i.year is not None and i.year >= since:
            place = i.rank or i.top
            if place is not None:
                groups[i.year, table_label(index, i.year, i.table), place, i.rank is None].append(i)
    return [
        {
            "year": Ref(f"{index.name} {year}", addresses.index_year(index.id, year)),
            "table": table,
            "rank": f"trong tốp {place}" if top else f"hạng {place}" + _of(table_size(index, facts[0])),
            "verdict": _verdict(place, top, goal.rank),
            "marks": marks(library, facts),
        }
        for (year, table, place, top), facts in sorted(groups.items())
    ]


def _of(size: int | None) -> str:
    return f"/{size}" if size else ""


def _verdict(place: int, top: bool, goal: int) -> str:
    """Whether a rank, or only a group („trong tốp 20"), meets the goal, in words."""
    if place <= goal:
        return "đạt mức đề ra ở kỳ này"
    return "chưa đủ rõ để đối chiếu" if top else "chưa đạt mức đề ra ở kỳ này"
