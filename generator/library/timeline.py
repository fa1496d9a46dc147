"""Everything dated, in order: events, documents, rankings, targets ahead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.edtf import Edtf, disjoint, parse
from generator.library import addresses
from generator.library.entities import agreeing
from generator.library.grouping import group
from generator.library.things import Document, Entry, Event
from generator.model import DocumentClaim, EventClaim, Fact, Indicator, Status, Target
from generator.registry import Registries

Claim = EventClaim | DocumentClaim


def build_timeline(
    events: Mapping[str, Event],
    documents: Mapping[str, Document],
    indicators: Iterable[Indicator],
    targets: Iterable[Target],
    registries: Registries,
) -> tuple[Entry, ...]:
    """The entries of the whole timeline, oldest first."""
    entries = [
        *_events(events, documents),
        *_documents(documents, events),
        *_rankings(indicators, registries),
        *_targets(targets),
    ]
    return tuple(sorted(entries, key=lambda e: (e.date.sort_key, e.sort, e.title, e.id)))


def _events(events: Mapping[str, Event], documents: Mapping[str, Document]) -> Iterable[Entry]:
    for event in events.values():
        if event.date is None:
            continue
        document = documents.get(event.document or "")
        told: list[Claim] = [*event.claims, *(document.claims if document else ())]
        yield Entry(
            date=event.date,
            sort="event",
            id=event.id,
            title=event.name,
            page=addresses.event(event.id),
            provinces=event.provinces,
            facts=agreeing(event.claims, event.date),
            announced=event.status is Status.ANNOUNCED,
            other_dates=_disagreeing(told, event.date),
        )


def _disagreeing(
    claims: Iterable[EventClaim | DocumentClaim], shown: Edtf
) -> tuple[tuple[Edtf, tuple[Fact, ...]], ...]:
    """Dates that cannot be the one shown, with the claims that tell them."""
    others: dict[Edtf, list[Fact]] = defaultdict(list)
    for claim in claims:
        if claim.date and disjoint(claim.date, shown):
            others[claim.date].append(claim)
    return tuple((value, tuple(others[value])) for value in sorted(others, key=lambda d: d.sort_key))


def _documents(documents: Mapping[str, Document], events: Mapping[str, Event]) -> Iterable[Entry]:
    issuing = group((e.document, e) for e in events.values())
    for document in documents.values():
        if document.date is None:
            continue
        told: list[Claim] = [
            *document.claims,
            *(c for e in issuing.get(document.id, ()) for c in e.claims),
        ]
        subject = f": {document.subject}" if document.subject else ""
        yield Entry(
            date=document.date,
            sort="document",
            id=document.id,
            title=f"{document.title}{subject}",
            page=addresses.document(document.id),
            provinces=(document.province,) if document.province else (),
            facts=agreeing(document.claims, document.date),
            other_dates=_disagreeing(told, document.date),
        )


def _rankings(indicators: Iterable[Indicator], registries: Registries) -> Iterable[Entry]:
    """One entry for each province, index, year and table: it stands in the year that was measured."""
    groups: dict[tuple[str, str, int, str], list[Indicator]] = defaultdict(list)
    for i in indicators:
        if i.year is not None:
            groups[i.province or "", i.index_id, i.year, i.table or ""].append(i)
    for (province, index_id, year, table), told in sorted(groups.items()):
        index = registries.indices[index_id]
        known = year in index.years
        name = index.tables[table].name if table in index.tables and len(index.years[year].tables) > 1 else ""
        yield Entry(
            date=parse(f"{year:04d}"),
            sort="ranking",
            id=f"{index_id}/{year}/{table}/{province}",
            title=f"{index.name} {year}" + (f" ({name})" if name else ""),
            page=addresses.index_year(index_id, year) if known else addresses.index(index_id),
            provinces=(province,) if province else (),
            facts=tuple(told),
        )


def _targets(targets: Iterable[Target]) -> Iterable[Entry]:
    for target in targets:
        if target.by is not None:
            yield Entry(
                date=target.by,
                sort="target",
                id=f"{target.article}/{target.index}",
                title=target.text,
                page=addresses.TARGETS,
                anchor=addresses.target_anchor(target.article, target.index + 1),
                provinces=(target.province,) if target.province else (),
                facts=(target,),
            )
