"""Gathers the claims of all articles into events, documents and platforms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from generator.edtf import Edtf, disjoint
from generator.library.things import ArticleCard, Document, Event, Platform
from generator.model import Article, DocumentClaim, EventClaim, PlatformClaim, Status
from generator.registry import Registries

T = TypeVar("T", bound=Hashable)
Dated = TypeVar("Dated", EventClaim, DocumentClaim)


def status_of(claim: EventClaim, article: Article) -> Status:
    """The claim's status: as written, else announced when it can only lie after the article's day."""
    if claim.status:
        return claim.status
    published, when = article.published, claim.date
    if published and when and published.latest and when.earliest and when.earliest > published.latest:
        return Status.ANNOUNCED
    return Status.REPORTED


def most_told(values: Iterable[T | None]) -> T | None:
    """The value told most often, the first told of those; unknowns do not count."""
    counts = Counter(value for value in values if value is not None)
    return counts.most_common(1)[0][0] if counts else None


def best_date(dates: Iterable[Edtf | None]) -> Edtf | None:
    """The date told most often; of those told equally often the most exact, then the earliest."""
    counts = Counter(d for d in dates if d is not None)
    return min(counts, key=lambda d: (-counts[d], _span(d), d.sort_key), default=None)


def _span(value: Edtf) -> int:
    return ((value.latest or date.max) - (value.earliest or date.min)).days


def agreeing(claims: Sequence[Dated], shown: Edtf) -> tuple[Dated, ...]:
    """The claims that tell the date shown, the most exact ones first; those that tell none tell it not."""
    agreeing = [c for c in claims if c.date and not disjoint(c.date, shown)]
    return tuple(sorted(agreeing, key=lambda c: c.date != shown))


def publication_order(article: Article | ArticleCard) -> tuple[object, ...]:
    """Oldest first, unknown dates last, then by address."""
    published = article.published
    return (published is None, published.sort_key if published else (), article.slug)


def build_events(articles: Mapping[str, Article], registries: Registries) -> dict[str, Event]:
    """Every event told, by id, in order of date; claims in order of publication."""
    claims: dict[str, list[EventClaim]] = defaultdict(list)
    for article in sorted(articles.values(), key=publication_order):
        for claim in article.events:
            if claim.id:
                claims[claim.id].append(claim)
    events = [_event(key, claims, articles, registries) for key in claims]
    return {e.id: e for e in sorted(events, key=sort_key)}


def sort_key(event: Event) -> tuple[bool, tuple[object, ...], str]:
    """By date, undated ones last, then by id."""
    return (event.date is None, event.date.sort_key if event.date else (), event.id)


def _event(
    key: str, told: Mapping[str, list[EventClaim]], articles: Mapping[str, Article], registries: Registries
) -> Event:
    claims = tuple(told[key])
    named = registries.events.get(key)
    statuses = {status_of(c, articles[c.article]) for c in claims}
    return Event(
        id=key,
        name=named.name if named else claims[0].name,
        kind=claims[0].kind,
        series=(named.series if named else None) or most_told(c.series for c in claims),
        document=named.document if named else None,
        date=best_date(c.date for c in claims),
        status=Status.REPORTED if Status.REPORTED in statuses else Status.ANNOUNCED,
        provinces=tuple(dict.fromkeys(unit for c in claims for unit in c.provinces)),
        theme=most_told(c.theme for c in claims),
        part_of=most_told(c.part_of for c in claims if c.part_of in told),
        former_slugs=named.former_slugs if named else (),
        claims=claims,
    )


def build_documents(articles: Mapping[str, Article]) -> dict[str, Document]:
    """Every legal document told, by id, in order of date, unknown dates last; claims in order of publication."""
    claims: dict[str, list[DocumentClaim]] = defaultdict(list)
    for article in sorted(articles.values(), key=publication_order):
        for claim in article.documents:
            claims[claim.id].append(claim)
    documents = [_document(key, tuple(told)) for key, told in claims.items()]
    return {d.id: d for d in sorted(documents, key=lambda d: (d.date is None, d.date.sort_key if d.date else (), d.id))}


def _document(key: str, claims: tuple[DocumentClaim, ...]) -> Document:
    numbers = [c.number for c in claims if c.number]
    counts = Counter(numbers)
    return Document(
        id=key,
        kind=most_told(c.kind for c in claims),
        number=max(numbers, key=lambda n: ("/" in n or "-" in n, counts[n]), default=None),
        date=best_date(c.date for c in claims),
        issuer=most_told(c.issuer for c in claims),
        subject=most_told(c.subject for c in claims),
        province=most_told(c.province for c in claims),
        claims=claims,
    )


def build_platforms(articles: Mapping[str, Article]) -> dict[str, Platform]:
    """Every platform told, by id."""
    claims: dict[str, list[PlatformClaim]] = defaultdict(list)
    for article in sorted(articles.values(), key=publication_order):
        for claim in article.platforms:
            claims[claim.id].append(claim)
    return {
        key: Platform(
            id=key,
            name=told[0].name,
            kind=told[0].kind,
            provinces=tuple(dict.fromkeys(unit for c in told for unit in c.provinces)),
            claims=tuple(told),
        )
        for key, told in sorted(claims.items())
    }
