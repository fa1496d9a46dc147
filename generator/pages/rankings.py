"""What pages of indices share: values of a rank, score or change as told, columns, rows and their notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.library.library import Library
from generator.model import Basis, Indicator
from generator.pages.page import Mark, Ref
from generator.pages.refs import MOST_MARKS, publisher_name
from generator.registry import Index, Measure
from generator.text import number_vi, upper_first

BASIS_SHORT_VI = {Basis.INFERRED: "suy ra", Basis.DERIVED: "tính ra"}

SCOPE_VI = {
    "national-and-provincial": "Cả nước",
    "provincial-mean": "Mức chung của các tỉnh, thành phố",
    "international": "Việt Nam",
}

_GROUP_ORDER = ("overall", "pillar", "component")
_GROUP_SHORT_VI = {"overall": "", "pillar": "trụ cột", "component": "thành phần"}
_FIELD_VI = {"rank": "hạng", "score": "điểm", "change": "đổi hạng"}


@dataclass(frozen=True, slots=True)
class Value:
    """A value as told, and how it is known when not plainly told."""

    text: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a year's table: one measure, and its rank, score or change of rank."""

    measure: Measure
    field: str

    @property
    def group(self) -> str:
        """The word for the measure's group."""
        return measure_group(self.measure)

    @property
    def title(self) -> str:
        """The column's heading after the group's word."""
        field = _FIELD_VI[self.field]
        return f"{self.measure.name}, {field}" if self.group else upper_first(field)


def measures_in_order(index: Index) -> list[Measure]:
    """The measures of an index: overall, pillars, components, each in the order of the registry."""
    return sorted(index.measures.values(), key=lambda m: _GROUP_ORDER.index(m.group))


def measure_group(measure: Measure) -> str:
    """„trụ cột", „thành phần", or nothing for the overall measure."""
    return _GROUP_SHORT_VI[measure.group]


def overall_measure(index: Index) -> str:
    """The id of the measure that an index ranks by."""
    return measures_in_order(index)[0].id


def columns(index: Index, facts: Sequence[Indicator]) -> list[Column]:
    """The columns that have any value."""
    told = {(fact.measure, field) for fact in facts for field in _FIELD_VI if field_values([fact], field)}
    return [Column(m, field) for m in measures_in_order(index) for field in _FIELD_VI if (m.id, field) in told]


def field_values(facts: Iterable[Indicator], field: str, size: int | None = None) -> list[Value]:
    """The distinct values of a field, plainly told ones marked as such; ranks with „/63" when a size is given."""
    facts = list(facts)
    if field == "rank":
        return _rank_values(facts, size)
    if field == "score":
        return _score_values(facts)
    return _distinct((change_text(f.rank_change), f.basis) for f in facts if f.rank_change is not None)


def change_text(change: int) -> str:
    """A change of rank with its sign: +8, −9, 0."""
    return f"+{change}" if change > 0 else f"−{-change}" if change < 0 else "0"


def _rank_values(facts: Sequence[Indicator], size: int | None) -> list[Value]:
    of = f"/{size}" if size else ""
    ranks = [(f"{f.rank}{of}", f.basis) for f in facts if f.rank is not None]
    best = min((f.rank for f in facts if f.rank is not None), default=None)
    tops = [(f"tốp {f.top}", f.basis) for f in facts if f.top and (best is None or best > f.top)]
    return _distinct([*ranks, *tops])


def _score_values(facts: Sequence[Indicator]) -> list[Value]:
    """Scores as told; one told on two scales stands once."""
    told: dict[float, tuple[str, Basis]] = {}
    for fact in facts:
        if fact.score is None:
            continue
        size = round(fact.score / fact.scale, 4)
        scale = "" if fact.scale == 1 else f" (thang {number_vi(fact.scale)})"
        if size not in told or fact.basis is Basis.STATED:
            told[size] = (number_vi(fact.score) + scale, fact.basis)
    return _distinct(told.values())


def _distinct(told: Iterable[tuple[str, Basis]]) -> list[Value]:
    found: dict[str, Value] = {}
    for text, basis in told:
        known = found.get(text)
        if known is None or (known.basis and basis is Basis.STATED):
            found[text] = Value(text, BASIS_SHORT_VI.get(basis, ""))
    return list(found.values())


def paragraph_marks(library: Library, facts: Iterable[Indicator]) -> list[Mark]:
    """The paragraphs that tell the facts, each once; how a value is known stands at the value itself."""
    places = dict.fromkeys((f.article, f.at) for f in facts)
    return [Mark(publisher_name(library, library.cards[slug]), slug, at) for slug, at in places]


def first_paragraphs(library: Library, facts: Iterable[Indicator], page: str) -> tuple[list[Mark], Ref | None]:
    """The first paragraphs that tell the facts, and „N bài khác", a link to the page that has more, if there are."""
    places = list(dict.fromkeys((f.article, f.at) for f in facts))
    shown = places if len(places) == MOST_MARKS + 1 else places[:MOST_MARKS]
    left = {slug for slug, _ in places} - {slug for slug, _ in shown}
    more = Ref(f"{number_vi(len(left))} bài khác", page) if left else None
    return [Mark(publisher_name(library, library.cards[slug]), slug, at) for slug, at in shown], more


def unit_name(library: Library, fact: Indicator) -> str:
    """The plain name of the province a fact is about, or what it is about instead."""
    if fact.province is None:
        return SCOPE_VI[library.registries.indices[fact.index_id].level]
    return library.registries.units[fact.province].name


def province_count(library: Library, facts: Iterable[Indicator]) -> int:
    """How many names of provinces the facts are about; one that stands in two tables counts once."""
    return len({library.registries.units[f.province].name_slug for f in facts if f.province})


def table_label(index: Index, year: int | None, table: str | None) -> str:
    """„bảng 63" where the year has several tables; nothing where there is only one."""
    if year is None or not table or len(index.years[year].tables) < 2:
        return ""
    return f"bảng {index.tables[table].size}"


def table_size(index: Index, fact: Indicator) -> int | None:
    """Out of how many a rank is: as told, or as its table has."""
    return fact.of or (index.tables[fact.table].size if fact.table else None)


def table_order(index: Index, table: str | None) -> str:
    """Sort key of tables within a year: by the day of their provinces, an unknown one last."""
    return index.tables[table].as_of.isoformat() if table else "9"


def breaks_between(index: Index, earlier: int, later: int) -> list[tuple[int, str]]:
    """The method breaks after one year and up to another, in words."""
    return [(y.year, y.method_break) for y in index.years.values() if earlier < y.year <= later and y.method_break]
