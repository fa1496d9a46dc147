"""The link stage: loaded articles and registries → one library, and every problem between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from generator.diagnostics import Diagnostic, has_errors
from generator.library import address_checks, checks, registry_checks
from generator.library.contradictions import contradicted_unit, find_contradictions
from generator.library.entities import (
    build_documents,
    build_events,
    build_platforms,
    publication_order,
)
from generator.library.grouping import group
from generator.library.library import Document, Library, UnitIndex
from generator.library.provinces import Succession
from generator.library.references import resolve_references
from generator.library.timeline import build_timeline
from generator.model import Article, EventClaim, Review, TopicClaim
from generator.registry import Registries
from generator.sources.articles import SourceArticle
from generator.sources.registries import SourceRegistries


def link(
    sources: Iterable[SourceArticle],
    registries: SourceRegistries,
    *,
    today: date,
    drafts: bool,
    complete: bool = True,
) -> tuple[Library, list[Diagnostic]]:
    """Resolve every reference and gather every claim; all are checked, drafts are linked only when asked for.

    The library is empty when there are errors. Not `complete`: other articles could not be read.
    """
    ordered = sorted(sources, key=lambda s: s.path)
    found = checks.check_articles(ordered, today)
    found += checks.check_event_names(ordered, registries)
    found += address_checks.check_addresses(ordered, registries)
    found += registry_checks.check_references(ordered, registries, complete=complete)
    articles: dict[str, Article] = {}
    for source in ordered:
        article, problems = resolve_references(source, registries)
        found += problems
        if drafts or article.review is Review.APPROVED:
            articles[article.slug] = article
    if has_errors(found):
        articles = {}  # what does not resolve cannot be gathered; the caller stops at the errors
    return _library(articles, registries), found


def _library(articles: Mapping[str, Article], registries: Registries) -> Library:
    ordered = {a.slug: a for a in sorted(articles.values(), key=publication_order)}
    documents = build_documents(ordered)
    registries = without_drafts(registries, ordered, documents)
    events = build_events(ordered, registries)
    platforms = build_platforms(ordered)
    indicators = tuple(i for a in ordered.values() for i in a.indicators)
    targets = tuple(t for a in ordered.values() for t in a.targets)
    figures = tuple(f for a in ordered.values() for f in a.figures)
    places = tuple(p for a in ordered.values() for p in a.places)
    contradictions = find_contradictions(events, documents, indicators, figures)
    timeline = build_timeline(events, documents, indicators, targets, registries)
    return Library(
        registries=registries,
        succession=Succession(registries.units, registries.provinces),
        articles=ordered,
        events=events,
        documents=documents,
        platforms=platforms,
        indicators=indicators,
        targets=targets,
        figures=figures,
        places=places,
        topics=_topics(ordered),
        series_claims=_series_claims(ordered),
        contradictions=contradictions,
        contradictions_about=group(((c.sort, c.id), c) for c in contradictions),
        contradictions_in=group((slug, c) for c in contradictions for slug in sorted(c.articles)),
        timeline=timeline,
        content_date=max((a.updated for a in ordered.values()), default=date.min),
        national_events=tuple(e.id for e in events.values() if e.national),
        issuing=group((e.document, e) for e in events.values()),
        parts=group((e.part_of, e) for e in events.values()),
        in_series=group((e.series, e) for e in events.values()),
        of_unit=index_units(
            about=((a.slug, a.subjects) for a in ordered.values()),
            mentioned_by=((a.slug, a.mentions) for a in ordered.values()),
            events=((e.id, e.provinces) for e in events.values()),
            documents=((d.id, _one(d.province)) for d in documents.values()),
            platforms=((p.id, p.provinces) for p in platforms.values()),
            indicators=((i, _one(i.province)) for i in indicators),
            targets=((t, _one(t.province)) for t in targets),
            figures=((f, _one(f.province)) for f in figures),
            places=((p, _one(p.province)) for p in places),
            entries=((e, e.provinces) for e in timeline),
            contradictions=((c, _one(contradicted_unit(c))) for c in contradictions),
        ),
    )


def without_drafts(
    registries: Registries, articles: Mapping[str, Article], documents: Mapping[str, Document]
) -> Registries:
    """The registries without what only a draft that is left out tells."""

    def told(document: str | None) -> str | None:
        return document if document in documents else None

    series = {
        key: replace(s, document=told(s.document), years=tuple(y for y in s.years if y.article in articles))
        for key, s in registries.series.items()
    }
    events = {key: replace(e, document=told(e.document)) for key, e in registries.events.items()}
    return replace(registries, series=series, events=events)


def index_units(**pairs: Iterable[tuple[Any, tuple[str, ...]]]) -> dict[str, UnitIndex]:
    """For each unit, what belongs to it, by the names of UnitIndex."""
    lists: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for name, things in pairs.items():
        for thing, units in things:
            for unit in units:
                lists[unit][name].append(thing)
    return {unit: UnitIndex(**{name: tuple(things) for name, things in named.items()}) for unit, named in lists.items()}


def _one(unit: str | None) -> tuple[str, ...]:
    return (unit,) if unit else ()


def _topics(articles: Mapping[str, Article]) -> dict[str, tuple[TopicClaim, ...]]:
    return group((claim.topic, claim) for article in articles.values() for claim in article.topics)


def _series_claims(articles: Mapping[str, Article]) -> dict[str, tuple[EventClaim, ...]]:
    """What articles tell of a yearly day as such, or of its rule while telling one year of it."""
    claims = (claim for article in articles.values() for claim in article.events)
    return group((claim.series, claim) for claim in claims if claim.id is None or claim.recurs)
