"""What must be said below a table of an index: reasons, inferred tables, the editor's remarks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.library.library import Library
from generator.model import Basis, Indicator
from generator.pages.rankings import paragraph_marks, unit_name
from generator.pages.refs import mark
from generator.registry import Index

_INFERRED_TABLE = "bài không nói là bảng nào; cổng xếp vào bảng này theo văn cảnh"


MOST = 150
"""How many notes stand below a table; their articles have all."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The first notes below a table, and how many more there are."""

    listed: list[dict[str, Any]]
    left: int


def notes(library: Library, index: Index, facts: Iterable[Indicator]) -> Notes:
    """What must be said of the facts below their table: reasons, inferred tables, the editor's remarks."""
    groups: dict[tuple[Any, ...], list[Indicator]] = defaultdict(list)
    for fact in facts:
        if fact.basis is not Basis.STATED:
            groups["basis", fact.article, fact.at, fact.basis, fact.reason].append(fact)
        if fact.table_inferred:
            groups["table", fact.article, fact.at].append(fact)
        if fact.note:
            groups["note", fact.article, fact.at, fact.note].append(fact)
    found = []
    for key, told in list(groups.items())[:MOST]:
        plain = paragraph_marks(library, told[:1])[0]
        if key[0] == "basis":
            found.append({"who": _subjects(library, index, told), "text": "", "mark": mark(library, told[0])})
        elif key[0] == "table":
            text = _INFERRED_TABLE
            found.append(
                {"who": ", ".join(dict.fromkeys(unit_name(library, f) for f in told)), "text": text, "mark": plain}
            )
        else:
            found.append({"who": _subjects(library, index, told), "text": told[0].note, "mark": plain})
    return Notes(found, max(len(groups) - MOST, 0))


def _subjects(library: Library, index: Index, facts: Sequence[Indicator]) -> str:
    """The provinces with the measures meant: Hà Nội, Huế (tổng thể)."""
    measures: dict[str, dict[str, None]] = defaultdict(dict)
    for fact in facts:
        measures[unit_name(library, fact)][index.measures[fact.measure].name] = None
    alike: dict[str, list[str]] = defaultdict(list)
    for unit, names in measures.items():
        alike[", ".join(names)].append(unit)
    return "; ".join(f"{', '.join(units)} ({names})" for names, units in alike.items())
