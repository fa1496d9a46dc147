"""What can be wrong between articles, by key: whether a change may have broken it is seen without reading the others.

A doubt is not yet a problem: the whole content is checked then, and that check has the last word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.incremental.row import Row
from generator.incremental.store import Store
from generator.library import addresses
from generator.library.address_checks import LISTS, wanted_by_registries
from generator.library.checks import same_address, title_and_date
from generator.model import Article
from generator.sources.registries import SourceRegistries
from generator.text import SUMMARY_LINK

_ONE_ONLY = ("url", "title", "address", "kind", "name")
"""What may be there once: two articles with one address, two kinds of one event."""


def check_rows(article: Article, registries: SourceRegistries) -> Iterator[Row]:
    """What an article, be it a draft, tells that others must agree with or may lean on."""
    for number, (sort, key, value) in enumerate(dict.fromkeys(_told(article, registries))):
        yield Row(f"source/{article.slug}", f"check/{sort}/{key}", "", f"{number:06d}", value)


def _told(article: Article, registries: SourceRegistries) -> Iterator[tuple[str, str, str]]:
    """Of a retracted article only what still must be there, or may not be taken: what it says agrees with nobody."""
    slug, speaks = article.slug, article.retracted is None
    if article.url and speaks:
        yield "url", same_address(article.url), slug
    if speaks and (key := title_and_date(article)):
        yield "title", "\t".join(key), slug
    for page in (slug, *article.former_slugs):
        yield "address", addresses.article(page), slug
    for document in article.documents:
        yield "document", document.id, slug
    yield from _told_of_events(article, registries)
    for match in (m for paragraph in article.paragraphs if speaks for m in SUMMARY_LINK.finditer(paragraph)):
        if not match[2].startswith(("https://", "http://")):
            yield "link", match[2].partition("#")[0], slug


def _told_of_events(article: Article, registries: SourceRegistries) -> Iterator[tuple[str, str, str]]:
    for claim in article.events:
        if claim.id:
            yield "event", claim.id, article.slug
            if article.retracted:
                continue
            yield "kind", claim.id, claim.kind
            if claim.id not in registries.events:
                yield "name", claim.id, claim.name
        if claim.part_of:
            yield "part_of", claim.part_of, article.slug


def doubtful(store: Store, changed: Iterable[Row], new: Iterable[Article], registries: SourceRegistries) -> bool:
    """Whether something between articles may be wrong after a change of these rows, which the store holds already."""
    return any(_is_doubtful(store, row, registries) for row in changed) or any(
        _leans_on_nothing(store, article, registries) or _wants_a_taken_address(article, registries) for article in new
    )


def _is_doubtful(store: Store, row: Row, registries: SourceRegistries) -> bool:
    _, sort, key = row.shelf.split("/", 2)
    values = store.keys(row.shelf)
    if sort in _ONE_ONLY and len(set(values)) > 1:
        return True
    if sort in ("address", "url", "title") and len(values) > 1:
        return True
    if values:
        return False
    match sort:
        case "event":
            return key in registries.events or bool(store.keys(f"check/part_of/{key}"))
        case "document":
            issued = {event.document for event in registries.events.values()}
            return key in issued | {series.document for series in registries.series.values()}
        case "address":
            return any(addresses.article(y.article) == key for s in registries.series.values() for y in s.years)
    return False


def _leans_on_nothing(store: Store, article: Article, registries: SourceRegistries) -> bool:
    """A part of an event that nothing tells, or a paragraph that a registry names and that is not there."""
    named = (year.at for series in registries.series.values() for year in series.years if year.article == article.slug)
    return any(c.part_of and not store.keys(f"check/event/{c.part_of}") for c in article.events) or any(
        at > len(article.paragraphs) for at in named
    )


def _wants_a_taken_address(article: Article, registries: SourceRegistries) -> bool:
    """Whether a thing that the article tells wants the address of a list or of something the registries name."""
    told = [addresses.event(c.id) for c in article.events if c.id]
    told += [addresses.document(d.id) for d in article.documents]
    told += [addresses.platform(p.id) for p in article.platforms]
    told += [addresses.article(slug) for slug in (article.slug, *article.former_slugs)]
    taken = {*LISTS, *(page for page, _, _ in wanted_by_registries(registries))}
    return bool(taken.intersection(told))
