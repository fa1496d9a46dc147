"""Short plain lines of facts, worded as the pages word them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.edtf import Edtf
from generator.library.library import Library
from generator.model import Indicator
from generator.output.plain_text import one_line
from generator.output.search.dates import date_forms
from generator.pages.index_provinces import UNDATED, unit_facts
from generator.pages.indicator_words import indicators_text, ranking_text
from generator.pages.page import Ref
from generator.pages.rankings import overall_measure, table_label
from generator.registry import Index, Unit
from generator.text import collation_key

_TELLINGS = 3
"""How many tellings of one value stand in a line: what all articles tell is on the page itself."""

_LAST = 999


def texts(refs: Iterable[Ref]) -> str:
    """What the links say, in one line."""
    return ", ".join(dict.fromkeys(ref.text for ref in refs))


def line(*parts: str | None) -> str:
    """The parts that there are, as one line."""
    return one_line(", ".join(part for part in parts if part))


def dated(label: str, value: Edtf | None) -> list[str]:
    """A date in all its forms after a label; nothing where nothing of it is certain."""
    forms = date_forms(value)
    return [f"{label} {', '.join(forms)}"] if forms else []


def fact_line(row: Mapping[str, Any]) -> str:
    """A fact of an article as its page lists it, without its source mark."""
    details = ", ".join(row["details"])
    where = f" · {texts(row['provinces'])}" if row["provinces"] else ""
    note = f" — {row['note']}" if row["note"] else ""
    return one_line(f"{row['what'].text}{': ' if details else ''}{details}{where}{note}")


def name_slugs(library: Library, unit_ids: Iterable[str]) -> tuple[str, ...]:
    """The names that units bear, each once."""
    units = library.registries.units
    return tuple(dict.fromkeys(units[unit].name_slug for unit in unit_ids))


def rank_lines(library: Library, index: Index, units: Sequence[Unit], *, overall: bool = False) -> list[str]:
    """The ranks and scores of units by year and table, newest first, at choice the overall ones alone."""
    measure = overall_measure(index)
    groups: dict[tuple[int, str, str], list[Indicator]] = defaultdict(list)
    for unit in units:
        for fact in unit_facts(library, index, unit):
            if not overall or fact.measure == measure:
                groups[fact.year or 0, fact.table or "", unit.name].append(fact)
    return [
        one_line(
            f"{index.name} {year or UNDATED}{_table(index, year, table)}, {name}: {ranking_text(library, _few(told))}"
        )
        for (year, table, name), told in sorted(groups.items(), reverse=True)
    ]


def year_lines(library: Library, index: Index, facts: Iterable[Indicator]) -> list[str]:
    """Who has which overall rank in a year: a line for each table, the first first."""
    measure, units = overall_measure(index), library.registries.units
    tables: dict[str, dict[Unit, list[Indicator]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        if fact.measure == measure and fact.province:
            tables[fact.table or ""][units[fact.province]].append(fact)
    return [
        one_line("; ".join(f"{unit.name} {indicators_text(told[:_TELLINGS])}" for unit, told in _by_rank(by_unit)))
        for _, by_unit in sorted(tables.items())
    ]


def _by_rank(by_unit: Mapping[Unit, list[Indicator]]) -> list[tuple[Unit, list[Indicator]]]:
    def place(told: tuple[Unit, list[Indicator]]) -> tuple[int, object]:
        return min((fact.rank for fact in told[1] if fact.rank), default=_LAST), collation_key(told[0].name)

    return sorted(by_unit.items(), key=place)


def _table(index: Index, year: int, table: str) -> str:
    label = table_label(index, year or None, table)
    return f" ({label})" if label else ""


def _few(told: Sequence[Indicator]) -> list[Indicator]:
    by_measure: dict[str, list[Indicator]] = defaultdict(list)
    for fact in told:
        by_measure[fact.measure].append(fact)
    return [fact for facts in by_measure.values() for fact in facts[:_TELLINGS]]
