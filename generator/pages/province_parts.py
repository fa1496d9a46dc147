"""The parts of a province's page: what its units gather, and what else its articles tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from generator.library import addresses
from generator.library.library import Event, Library
from generator.model import Fact, Figure, Place, Status
from generator.pages.article_facts import figure_text, recurring_text
from generator.pages.page import Ref
from generator.pages.refs import contradiction_view, mark, marks, period_text, series_ref, unit_label, unit_refs
from generator.registry import ProvinceName, Unit
from generator.text import collation_key

PLANNED = 2
"""How many announced events the first screen of a province names."""


def gather(library: Library, units: Sequence[Unit], name: str) -> list[Any]:
    """What belongs to any of the units, each once, in the order of the units."""
    get = attrgetter(name)
    return list(dict.fromkeys(thing for unit in units for thing in get(library.unit(unit.id))))


def _label(library: Library, unit_id: str | None) -> str:
    return unit_label(library, library.registries.units[unit_id]) if unit_id else ""


def yearly_days(library: Library, units: Sequence[Unit]) -> list[dict[str, Any]]:
    """The yearly days of the units, or (none known by its day, and a unit still there) those of the whole country.

    The days of provinces that are no more are not those of the one they became part of.
    """
    lasting = any(unit.until is None for unit in units)
    names = {unit.name_slug for unit in units if unit.until is None or not lasting}
    own = [s for s in library.registries.series.values() if s.province in names]
    if lasting and not any(s.rule for s in own):
        own += [s for s in library.registries.series.values() if s.province is None and s.rule]
    return [
        {
            "title": series_ref(library, s.id),
            "rule": recurring_text(s.rule) or "chưa rõ ngày",
            "national": s.province is None,
            "marks": marks(library, library.series_claims.get(s.id, ())),
        }
        for s in own
    ]


def planned(library: Library, events: Sequence[Event]) -> list[Event]:
    """The announced events that may still lie ahead of the newest record, the next first."""
    ahead = [
        e
        for e in events
        if e.status is Status.ANNOUNCED and e.date and (e.date.latest is None or e.date.latest >= library.content_date)
    ]
    return ahead[::-1][:PLANNED]


def figure_view(library: Library, figure: Figure) -> dict[str, Any]:
    return {
        "label": figure.label,
        "value": figure_text(figure),
        "period": period_text(figure.period),
        "unit": _label(library, figure.province),
        "note": figure.note,
        "mark": mark(library, figure),
    }


def place_view(library: Library, place: Place) -> dict[str, Any]:
    return {
        "name": place.name,
        "within": place.within,
        "unit": _label(library, place.province),
        "note": place.note,
        "mark": mark(library, place),
    }


def topics(library: Library, about: Sequence[str]) -> list[tuple[Ref, int]]:
    counts = Counter(claim.topic for slug in about for claim in library.articles[slug].topics)
    topics = library.registries.topics
    ordered = sorted(counts, key=lambda t: (-counts[t], collation_key(topics[t].name)))
    return [(Ref(topics[t].name, addresses.topic(t)), counts[t]) for t in ordered]


def national(library: Library, about: Sequence[str]) -> list[dict[str, Any]]:
    """What articles about the province tell of the whole country: context, not the province's own doing."""
    groups: dict[Ref, list[Fact]] = {}
    for slug in about:
        article = library.articles[slug]
        for event in article.events:
            if not event.provinces:
                page = addresses.event(event.id or event.series or "")
                title = (
                    library.events[event.id].name if event.id else library.registries.series[event.series or ""].name
                )
                groups.setdefault(Ref(title, page), []).append(event)
        for document in article.documents:
            if document.province is None:
                ref = Ref(library.documents[document.id].title, addresses.document(document.id))
                groups.setdefault(ref, []).append(document)
        for platform in article.platforms:
            if not platform.provinces:
                groups.setdefault(Ref(platform.name, addresses.platform(platform.id)), []).append(platform)
        for figure in article.figures:
            if figure.province is None:
                groups.setdefault(Ref(f"{figure.label}: {figure_text(figure)}", None), []).append(figure)
    return [{"title": ref, "marks": [mark(library, f) for f in facts]} for ref, facts in groups.items()]


def together(library: Library, name: ProvinceName, slugs: Sequence[str]) -> list[tuple[Ref, int]]:
    """Other provinces named in the same articles, most often first."""
    own = {unit.id for unit in library.succession.gathered(name)}
    counts: Counter[Ref] = Counter()
    for slug in slugs:
        article = library.articles[slug]
        others = {u for u in (*article.subjects, *article.mentions) if u not in own}
        counts.update(set(unit_refs(library, others)))
    ordered = sorted(counts, key=lambda r: (-counts[r], collation_key(r.text)))
    return [(ref, counts[ref]) for ref in ordered]


def contradictions(
    library: Library, units: Sequence[Unit], events: Sequence[Event], documents: Sequence[str]
) -> list[Any]:
    """Contradictions about the province's own things."""
    found = [c for event in events for c in library.contradictions_of("event", event.id)]
    found += [c for key in documents for c in library.contradictions_of_document(library.documents[key])]
    found += [c for unit in units for c in library.unit(unit.id).contradictions]
    return [contradiction_view(library, c) for c in dict.fromkeys(found)]
