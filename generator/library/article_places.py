"""On which shelves an article and its facts stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.library.open_questions import question_places
from generator.library.periods import NATIONWIDE, day, gathered, period
from generator.library.province_context import context_places
from generator.library.retraction import pages_told
from generator.model import Article, DocumentClaim, EventClaim, Figure, Indicator, Place, PlatformClaim, Target

Shelved = tuple[str, str, str]
"""A place on a shelf: the shelf, the period (or letter, or name) it is filed under there, and the key."""


def article_places(article: Article, names: Mapping[str, tuple[str, ...]]) -> Iterator[Shelved]:
    """Where an article and its facts stand: shelf, period, key."""
    return _notice_places(article, names) if article.retracted else _telling_places(article, names)


def _telling_places(article: Article, names: Mapping[str, tuple[str, ...]]) -> Iterator[Shelved]:
    when = period(article.published)
    yield "articles", when, article.slug
    yield "data/articles", day(article.published), article.slug
    for unit in _units(article):
        yield "units", unit, article.slug
    yield "updated", article.updated.isoformat(), article.slug
    if article.former_slugs:
        yield "renamed/articles", "", article.slug
    yield from _news_places(article)
    yield from _topic_places(article, names)
    for platform in dict.fromkeys(claim.id for claim in article.platforms):
        yield f"platform/{platform}", when, article.slug
    for document in dict.fromkeys(claim.id for claim in article.documents):
        yield f"document/{document}", when, article.slug
    for series in dict.fromkeys(claim.series for claim in article.events if claim.id is None or claim.recurs):
        yield f"series/{series}/articles", when, article.slug
    for series in dict.fromkeys(c.series for c in article.events if c.series and (c.id is None or c.recurs)):
        yield f"series/{series}/told", article.updated.isoformat(), article.slug
    events = dict.fromkeys(claim.id for claim in article.events if claim.id)
    for told in (*(f"event/{key}" for key in events), *(f"subject/{unit}" for unit in article.subjects)):
        yield told, when, article.slug
        yield f"{told}/years", when[:4], article.slug
    about = gathered(article.subjects, names)
    for name in about:
        yield f"tinh/{name}/about", when, article.slug
        yield f"tinh/{name}/updated", article.updated.isoformat(), article.slug
    mentioned = [name for name in gathered(article.mentions, names) if name not in about]
    for name in mentioned:
        yield f"tinh/{name}/mentioned", when, article.slug
        yield f"tinh/{name}/mentioned/updated", article.updated.isoformat(), article.slug
    yield from context_places(article, when, about, mentioned, names)
    yield from _indicator_places(article)
    yield from _fact_places(article, names)
    yield from question_places(article)


def _notice_places(article: Article, names: Mapping[str, tuple[str, ...]]) -> Iterator[Shelved]:
    """Where a retracted article stands: by its day, in what feeds tell, and for what it told, by the page of that."""
    day_of_it = article.updated.isoformat()
    yield "retracted", day_of_it, article.slug
    yield "updated", day_of_it, article.slug
    if article.former_slugs:
        yield "renamed/articles", "", article.slug
    yield "news", day_of_it, f"{article.slug}/0"
    for name in gathered(article.subjects, names):
        yield f"tinh/{name}/updated", day_of_it, article.slug
    for series in article.retracted.series if article.retracted else ():
        yield f"series/{series}/told", day_of_it, article.slug
    for page in pages_told(article):
        yield f"retracted/{page}", "", article.slug


def _units(article: Article) -> list[str]:
    """Every unit that the article or one of its facts is about or mentions."""
    many: tuple[tuple[EventClaim | PlatformClaim, ...], ...] = (article.events, article.platforms)
    told = [unit for claims in many for claim in claims for unit in claim.provinces]
    one: tuple[tuple[DocumentClaim | Indicator | Target | Figure | Place, ...], ...]
    one = (article.documents, article.indicators, article.targets, article.figures, article.places)
    told += [fact.province for facts in one for fact in facts if fact.province]
    return list(dict.fromkeys([*article.subjects, *article.mentions, *told]))


def _news_places(article: Article) -> Iterator[Shelved]:
    """By the day it was added, „article", and by those of its changes, „article/number"."""
    yield "news", article.added.isoformat(), article.slug
    for number, change in reversed(list(enumerate(article.changes))):
        yield "news", change.date.isoformat(), f"{article.slug}/{number}"


def _topic_places(article: Article, names: Mapping[str, tuple[str, ...]]) -> Iterator[Shelved]:
    """Beside the articles of a topic, those of each of its provinces' names, and those shared with each other topic."""
    when, topics = period(article.published), list(dict.fromkeys(claim.topic for claim in article.topics))
    for topic in topics:
        yield f"topic/{topic}", when, article.slug
        for name in dict.fromkeys(names[unit][0] for unit in article.subjects):
            yield f"topic/{topic}/provinces", name, article.slug
        for other in topics:
            if other != topic:
                yield f"topic/{topic}/topics", other, article.slug


def _indicator_places(article: Article) -> Iterator[Shelved]:
    """By year those of an index, of a unit in it, and its ranks in each table, those of a year by „unit/rank".

    Those of a year also by what they are a value of: „table/measure/field/unit".
    """
    for indicator in article.indicators:
        key, year = f"{article.slug}/{indicator.index}", f"{indicator.year:04d}" if indicator.year else ""
        yield f"chi-so/{indicator.index_id}", year, key
        yield f"chi-so/{indicator.index_id}/{indicator.province or NATIONWIDE}", year, key
        values = {"rank": indicator.rank or indicator.top, "score": indicator.score, "change": indicator.rank_change}
        for field, value in values.items():
            if value is not None and year and indicator.province:
                column = f"{indicator.table or ''}/{indicator.measure}/{field}/{indicator.province}"
                yield f"chi-so/{indicator.index_id}/{year}/columns", column, key
        if indicator.rank and indicator.table and indicator.province and year:
            ranks = f"ranks/{indicator.index_id}/{indicator.measure}/{indicator.table}"
            yield ranks, year, key
            yield f"{ranks}/{year}", f"{indicator.province}/{indicator.rank}", key
    for index in dict.fromkeys(indicator.index_id for indicator in article.indicators):
        yield f"chi-so/{index}/updated", article.updated.isoformat(), article.slug


def _fact_places(article: Article, names: Mapping[str, tuple[str, ...]]) -> Iterator[Shelved]:
    when = period(article.published)
    for target in article.targets:
        key, due = f"{article.slug}/{target.index}", period(target.by)[:4]
        name = names[target.province][0] if target.province else NATIONWIDE
        yield "targets", period(target.by), key
        yield f"targets/{due}", name, key
        yield f"targets/{due}/{name}", when, key
        for name in gathered([target.province] if target.province else [], names):
            yield f"tinh/{name}/targets", period(target.by), key
    for figure in article.figures:
        for name in gathered([figure.province] if figure.province else [], names):
            yield f"tinh/{name}/figures", when, f"{article.slug}/{figure.index}"
    for place in article.places:
        for name in gathered([place.province] if place.province else [], names):
            yield f"tinh/{name}/places", when, f"{article.slug}/{place.index}"
