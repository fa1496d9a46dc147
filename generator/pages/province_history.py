"""What a province's name stood and stands for, in words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.edtf import day_vi
from generator.library.library import Library
from generator.pages.page import Ref
from generator.pages.refs import full_name, unit_refs
from generator.registry import ProvinceName, Unit


@dataclass(frozen=True, slots=True)
class UnitHistory:
    """One unit that bore the name: its time, what it was made of, what became of it."""

    name: str
    code: str
    current: bool
    when: str
    made_of: list[Ref]
    kinds: list[str]
    part_of: list[Ref]
    resolution: str
    renamed: bool
    same_name: bool


def history(library: Library, name: ProvinceName) -> list[UnitHistory]:
    """The units of the name, the current or last one first."""
    return [_unit(library, unit) for unit in reversed(name.units)]


def _unit(library: Library, unit: Unit) -> UnitHistory:
    predecessors = library.succession.predecessors(unit)
    successor = library.succession.successor(unit)
    resolution = unit.succession_by or next((p.succession_by for p in predecessors if p.succession_by), None)
    origins = unit_refs(library, (p.id for p in predecessors))
    joined = predecessors if successor is None else library.succession.predecessors(successor)
    return UnitHistory(
        name=full_name(unit),
        code=unit.code,
        current=unit.until is None,
        when=_when(unit),
        made_of=[Ref(ref.text, None) if ref.text == unit.name else ref for ref in origins],
        kinds=[_kind_change(unit, i) for i in range(1, len(unit.kinds))],
        part_of=unit_refs(library, [successor.id]) if successor else [],
        resolution=f"Nghị quyết {resolution}" if resolution else "",
        renamed=len(joined) == 1,
        same_name=successor is not None and successor.name == unit.name,
    )


def _when(unit: Unit) -> str:
    if unit.since and unit.until:
        return f"từ {day_vi(unit.since)} đến {day_vi(unit.until)}"
    if unit.since:
        return f"từ {day_vi(unit.since)}"
    return f"đến {day_vi(unit.until)}" if unit.until else ""


def _kind_change(unit: Unit, number: int) -> str:
    span = unit.kinds[number]
    since = f"từ {day_vi(span.since)}" if span.since else ""
    by = f" theo Nghị quyết {span.resolution}" if span.resolution else ""
    word = "thành phố trực thuộc Trung ương" if span.kind == "thanh-pho" else "tỉnh"
    return f"là {word} {since}{by}"
