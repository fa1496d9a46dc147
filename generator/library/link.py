"""The link stage: loaded articles and registries → one library, and every problem between them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import date

from generator.diagnostics import Diagnostic, has_errors
from generator.library import address_checks, checks, registry_checks
from generator.library.contradictions import find_contradictions
from generator.library.entities import (
    build_documents,
    build_events,
    build_platforms,
    publication_order,
)
from generator.library.grouping import group
from generator.library.library import Library
from generator.library.provinces import Succession
from generator.library.references import resolve_references
from generator.library.retraction import without_what_it_told
from generator.library.shelves import shelves
from generator.library.thing_places import entry_key
from generator.library.things import ArticleCard
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
            articles[article.slug] = without_what_it_told(article, registries)
    if has_errors(found):
        articles = {}  # what does not resolve cannot be gathered; the caller stops at the errors
    linked = {a.slug: a for a in sorted(articles.values(), key=publication_order)}
    told = {document.id for article in linked.values() for document in article.documents}
    telling = {slug for slug, article in linked.items() if article.retracted is None}
    return gather(linked, without_untold(registries, telling, told)), found


def gather(ordered: Mapping[str, Article], registries: Registries) -> Library:
    """The library of some articles, given in the order of their publication."""
    documents = build_documents(ordered)
    events = build_events(ordered, registries)
    platforms = build_platforms(ordered)
    indicators = tuple(i for a in ordered.values() for i in a.indicators)
    targets = tuple(t for a in ordered.values() for t in a.targets)
    figures = tuple(f for a in ordered.values() for f in a.figures)
    places = tuple(p for a in ordered.values() for p in a.places)
    contradictions = find_contradictions(events, documents, indicators, figures)
    timeline = build_timeline(events, documents, indicators, targets, registries)
    succession = Succession(registries.units, registries.provinces)
    return Library(
        registries=registries,
        succession=succession,
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
        issuing=group((e.document, e) for e in events.values()),
        in_series=group((e.series, e) for e in events.values()),
        cards={slug: _card(article) for slug, article in ordered.items()},
        entries={entry_key(entry): entry for entry in timeline},
        shelves=shelves(registries, succession, ordered, events, documents, platforms, timeline, contradictions),
    )


def _card(article: Article) -> ArticleCard:
    return ArticleCard(
        slug=article.slug,
        title=article.display_title,
        publisher=article.publisher,
        published=article.published,
        subjects=() if article.retracted else article.subjects,
        draft=article.review is Review.DRAFT,
        updated=article.updated,
    )


def without_untold(registries: Registries, articles: Container[str], documents: Container[str]) -> Registries:
    """The registries without what only other articles tell: drafts that are left out, retracted ones."""

    def told(document: str | None) -> str | None:
        return document if document in documents else None

    series = {
        key: replace(s, document=told(s.document), years=tuple(y for y in s.years if y.article in articles))
        for key, s in registries.series.items()
    }
    events = {key: replace(e, document=told(e.document)) for key, e in registries.events.items()}
    return replace(registries, series=series, events=events)


def _topics(articles: Mapping[str, Article]) -> dict[str, tuple[TopicClaim, ...]]:
    return group((claim.topic, claim) for article in articles.values() for claim in article.topics)


def _series_claims(articles: Mapping[str, Article]) -> dict[str, tuple[EventClaim, ...]]:
    """What articles tell of a yearly day as such, or of its rule while telling one year of it."""
    claims = (claim for article in articles.values() for claim in article.events)
    return group((claim.series, claim) for claim in claims if claim.id is None or claim.recurs)
