"""On which shelves events, documents, platforms, entries of the timeline and contradictions stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.edtf import exact_days
from generator.library.article_places import Shelved
from generator.library.contradictions import contradicted_unit
from generator.library.periods import NATIONWIDE, day, first_letter, gathered, period
from generator.library.things import Contradiction, Document, Entry, Event, Platform
from generator.model import Article, Figure, Indicator


def event_places(event: Event, names: Mapping[str, tuple[str, ...]]) -> Iterator[Shelved]:
    """Where an event stands."""
    when = period(event.date)
    yield "events", when, event.id
    yield "data/events", day(event.date), event.id
    if event.former_slugs:
        yield "renamed/events", "", event.id
    if exact_days(event.date):
        yield "events/exact", when, event.id
    if event.series:
        yield f"series/{event.series}", when, event.id
        if exact_days(event.date):
            yield f"series/{event.series}/exact", when, event.id
    if event.part_of:
        yield f"within/{event.part_of}", when, event.id
    for unit in event.provinces:
        yield f"unit/{unit}/events", when, event.id
    for name in gathered(event.provinces, names) or [NATIONWIDE]:
        yield f"tinh/{name}/events", when, event.id
        yield f"tinh/{name}/events/{event.status}", when, event.id
        if exact_days(event.date):
            yield f"tinh/{name}/events/exact", when, event.id


def series_places(event: Event, articles: Mapping[str, Article]) -> Iterator[Shelved]:
    """In what is told of its series, by the day of the last change: the event, and the articles that tell of it."""
    if event.series:
        told = {claim.article: articles[claim.article].updated for claim in event.claims}
        yield f"series/{event.series}/updated", max(told.values()).isoformat(), event.id
        for slug, updated in told.items():
            yield f"series/{event.series}/told", updated.isoformat(), slug


def document_places(document: Document, names: Mapping[str, tuple[str, ...]]) -> Iterator[Shelved]:
    """Where a document stands."""
    when = period(document.date)
    yield "documents", when, document.id
    yield "data/documents", day(document.date), document.id
    for name in gathered([document.province] if document.province else [], names):
        yield f"tinh/{name}/documents", when, document.id


def platform_places(platform: Platform, first: Article, names: Mapping[str, tuple[str, ...]]) -> Iterator[Shelved]:
    """Where a platform stands: at the day of the first article that tells of it; of its kind by first letter."""
    yield "data/platforms", day(first.published), platform.id
    yield f"platforms/{platform.kind}", first_letter(platform.name), platform.id
    for name in gathered(platform.provinces, names):
        yield f"tinh/{name}/platforms", period(first.published), platform.id


def entry_places(entry: Entry, names: Mapping[str, tuple[str, ...]], events: Mapping[str, Event]) -> Iterator[Shelved]:
    """Where an entry of the timeline stands; its kind is its sort, and for events also „event/" and their kind.

    A target whose last day lies outside the period it is filed under also stands at the month of that day.
    """
    when, key = period(entry.date), entry_key(entry)
    yield "entries", when, key
    for name in gathered(entry.provinces, names) or [NATIONWIDE]:
        yield f"tinh/{name}/entries", when, key
    yield f"entries/{entry.sort}", when, key
    if entry.sort == "event":
        yield f"entries/event/{events[entry.id].kind}", when, key
    until = entry.date.latest.isoformat()[:7] if entry.date.latest else ""
    if entry.sort == "target" and not until.startswith(when):
        yield "entries/target/lasting", until, key


def contradiction_places(
    contradiction: Contradiction,
    names: Mapping[str, tuple[str, ...]],
    events: Mapping[str, Event],
    documents: Mapping[str, Document],
) -> Iterator[Shelved]:
    """Where a contradiction stands: at the date of its thing; one about an event also with the document it issued."""
    units, when = [contradicted_unit(contradiction)], ""
    fact = contradiction.tellings[0].facts[0]
    if contradiction.sort == "event":
        event = events[contradiction.id]
        issued = documents.get(event.document or "")
        units, when = [*event.provinces, issued.province if issued else None], period(event.date)
    elif contradiction.sort == "document":
        document = documents[contradiction.id]
        units, when = [document.province], period(document.date)
    elif isinstance(fact, Indicator):
        when = f"{fact.year:04d}" if fact.year else ""
    elif isinstance(fact, Figure):
        when = period(fact.period)
    for name in gathered((unit for unit in units if unit), names):
        yield f"tinh/{name}/contradictions", when, contradiction_key(contradiction)


def contradiction_key(contradiction: Contradiction) -> str:
    """What tells a contradiction from all others: sort, id and field."""
    return "\t".join((contradiction.sort, contradiction.id, contradiction.field))


def entry_key(entry: Entry) -> str:
    """What tells an entry from all others."""
    return f"{entry.sort}:{entry.id}"
