"""Links, source marks and short texts that many pages share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.edtf import PRECISION_VI, Edtf, date_vi, day_vi
from generator.library import addresses
from generator.library.library import Library
from generator.library.things import ArticleCard, Contradiction, Entry
from generator.model import Article, Basis, Fact, Figure, Indicator, Target
from generator.pages.indicator_words import ranking_text
from generator.pages.page import Mark, Ref
from generator.pages.target_places import target_ref
from generator.registry import Unit
from generator.text import collation_key, number_vi
from generator.vocabulary import BASIS_VI, PROVINCE_KINDS

UNKNOWN_SOURCE = "nguồn: chưa rõ"

MOST_MARKS = 5
"""How many source marks an item of a list has; the page of the thing itself has all."""

SORTS_VI = {"event": "sự kiện", "document": "văn bản", "ranking": "kết quả xếp hạng", "target": "mục tiêu"}

FIELDS_VI = {
    "date": "ngày",
    "theme": "chủ đề",
    "recurs": "ngày hằng năm",
    "kind": "loại văn bản",
    "number": "số, ký hiệu",
    "rank": "thứ hạng",
    "score": "điểm (quy về thang 0–1)",
    "rank_change": "mức tăng, giảm hạng",
    "value": "con số",
}


def publisher_name(library: Library, article: Article | ArticleCard) -> str:
    """The publisher's name, or that the source is not known."""
    if article.publisher is None:
        return UNKNOWN_SOURCE
    return library.registries.publishers[article.publisher].name


def article_ref(library: Library, slug: str) -> Ref:
    """A link to an article by its title."""
    return Ref(library.cards[slug].title, addresses.article(slug))


def event_ref(library: Library, event_id: str) -> Ref:
    """A link to an event by its name."""
    return Ref(library.events[event_id].name, addresses.event(event_id))


def series_ref(library: Library, series_id: str) -> Ref:
    """A link to an event series by its name."""
    return Ref(library.registries.series[series_id].name, addresses.event(series_id))


def document_ref(library: Library, document_id: str) -> Ref:
    """A link to a legal document by kind and number."""
    return Ref(library.documents[document_id].title, addresses.document(document_id))


def full_name(unit: Unit, on: date | None = None) -> str:
    """The unit's name with its kind (on a day, else the last one): tỉnh Bắc Kạn, Thành phố Hồ Chí Minh."""
    kind = PROVINCE_KINDS[unit.kind_on(on) if on else unit.kind]
    return f"Thành phố {unit.name}" if unit.name == "Hồ Chí Minh" else f"{kind} {unit.name}"


def unit_label(library: Library, unit: Unit) -> str:
    """The unit's name, told apart from another unit of the same name by its time."""
    if len(library.registries.provinces[unit.name_slug].units) == 1:
        return unit.name
    if unit.until:
        return f"{unit.name} (đến {day_vi(unit.until)})"
    return f"{unit.name} (từ {day_vi(unit.since)})" if unit.since else unit.name


def unit_ref(library: Library, unit_id: str) -> Ref:
    """A link to the page of the unit's name, by its plain name."""
    unit = library.registries.units[unit_id]
    return Ref(unit.name, addresses.province(unit.name_slug))


def unit_refs(library: Library, unit_ids: Iterable[str]) -> list[Ref]:
    """Links to provinces in Vietnamese order."""
    return sorted((unit_ref(library, u) for u in unit_ids), key=lambda r: collation_key(r.text))


def mark(library: Library, fact: Fact) -> Mark:
    """The source mark of a fact."""
    article = library.cards[fact.article]
    basis = "" if fact.basis is Basis.STATED else BASIS_VI[fact.basis]
    return Mark(publisher_name(library, article), fact.article, fact.at, basis, fact.reason or "")


def published_text(article: Article | ArticleCard) -> str:
    """When the article was published, at the precision that is known."""
    return date_vi(article.published) if article.published else "chưa rõ ngày đăng"


def told_by(library: Library, fact: Fact) -> dict[str, Any]:
    """The article behind a claim, its mark and its note: what every view of a claim shows."""
    article = library.cards[fact.article]
    return {
        "article": article_ref(library, fact.article),
        "publisher": publisher_name(library, article),
        "published": published_text(article),
        "note": fact.note,
        "mark": mark(library, fact),
    }


def marks(library: Library, facts: Iterable[Fact]) -> list[Mark]:
    """The source marks of facts, each paragraph once, in their order."""
    unique = {(f.article, f.at, f.basis): mark(library, f) for f in facts}
    return list(unique.values())


def some_marks(
    library: Library, facts: Iterable[Fact], page: str | None, anchor: str = ""
) -> tuple[list[Mark], Ref | None]:
    """The first source marks of facts, and „N bài khác", a link to the page that has all, when there are more.

    A single one more is shown instead of counted.
    """
    told = list({(f.article, f.at, f.basis): f for f in facts}.values())
    shown = told if len(told) == MOST_MARKS + 1 else told[:MOST_MARKS]
    left = {f.article for f in told} - {f.article for f in shown}
    more = Ref(f"{number_vi(len(left))} bài khác", page, anchor) if left else None
    return [mark(library, f) for f in shown], more


def entry_ref(library: Library, entry: Entry) -> Ref:
    """A link from an entry of the timeline to what it tells of."""
    told = entry.facts[0] if entry.sort == "target" else None
    return target_ref(library, told) if isinstance(told, Target) else Ref(entry.title, entry.page, entry.anchor)


def last_change(library: Library, shown: Iterable[Mark]) -> date | None:
    """The day on which an article behind the marks that are shown last changed."""
    return max((library.cards[slug].updated for slug in {m.article for m in shown}), default=None)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a timeline as it is shown."""

    when: str
    precision: str
    sort: str
    title: Ref
    detail: str
    provinces: list[Ref]
    scope: str
    announced: bool
    other_dates: list[tuple[str, list[Mark], Ref | None]]
    marks: list[Mark]
    more: Ref | None


def line(library: Library, entry: Entry, *, labels: bool = False) -> Line:
    """An entry as shown; with `labels`, provinces are told apart by their time."""
    units = [library.registries.units[u] for u in entry.provinces]
    refs = [Ref(unit_label(library, u) if labels else u.name, addresses.province(u.name_slug)) for u in units]
    shown, more = some_marks(library, entry.facts, entry.page, entry.anchor)
    return Line(
        when=date_vi(entry.date),
        precision=PRECISION_VI[entry.date.precision],
        sort=SORTS_VI[entry.sort],
        title=entry_ref(library, entry),
        detail=ranking_text(library, entry.facts) if entry.sort == "ranking" else "",
        provinces=sorted(refs, key=lambda r: collation_key(r.text)),
        scope="" if units or entry.sort == "document" else "cấp quốc gia",
        announced=entry.announced,
        other_dates=[(date_vi(d), *some_marks(library, told, entry.page)) for d, told in entry.other_dates],
        marks=shown,
        more=more,
    )


def period_text(value: Edtf | None) -> str:
    """A date in words, or nothing when there is none."""
    return date_vi(value) if value else ""


@dataclass(frozen=True, slots=True)
class ContradictionView:
    """A contradiction as shown: what of which thing, and each value with its sources."""

    thing: Ref
    field: str
    tellings: list[tuple[str, list[Mark], Ref | None]]


def contradiction_view(library: Library, contradiction: Contradiction) -> ContradictionView:
    """A contradiction in words and links."""
    thing = contradicted_thing(library, contradiction)
    tellings = [(t.value, *some_marks(library, t.facts, thing.page)) for t in contradiction.tellings]
    return ContradictionView(thing, FIELDS_VI[contradiction.field], tellings)


def contradicted_thing(library: Library, contradiction: Contradiction) -> Ref:
    """A link to the event, document or ranking that is told differently."""
    if contradiction.sort == "event":
        return event_ref(library, contradiction.id)
    if contradiction.sort == "document":
        return document_ref(library, contradiction.id)
    fact = contradiction.tellings[0].facts[0]
    unit = library.registries.units[fact.province] if isinstance(fact, Indicator | Figure) and fact.province else None
    who = unit_label(library, unit) if unit else "cả nước"
    if isinstance(fact, Figure):
        return Ref(f"{fact.label}, {who}", addresses.province(unit.name_slug) if unit else None)
    assert isinstance(fact, Indicator)
    assert fact.year is not None
    index = library.registries.indices[fact.index_id]
    table = f" ({index.tables[fact.table].name})" if fact.table else ""
    text = f"{index.name} {fact.year}, {index.measures[fact.measure].name}, {who}{table}"
    return Ref(text, addresses.index_year(index.id, fact.year))
