"""What remains of an article that was retracted, and where readers are led who come for something else of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.library import addresses
from generator.library.library import Library
from generator.model import Article, Basis, Change
from generator.registry import Registries
from generator.vocabulary import RETRACTED_VI

_PAGES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"events": addresses.event, "documents": addresses.document, "platforms": addresses.platform}
)


def without_what_it_told(article: Article, registries: Registries) -> Article:
    """An article as it is; of a retracted one only that it was, its publisher, and whose feeds must tell it."""
    if article.retracted is None:
        return article
    told = [("events", claim.id) for claim in article.events if claim.id]
    told += [("documents", claim.id) for claim in article.documents]
    told += [("platforms", claim.id) for claim in article.platforms]
    retracted = replace(
        article.retracted,
        told=tuple(dict.fromkeys(told)),
        series=tuple(dict.fromkeys(_series(article, registries))),
        paragraphs=len(article.paragraphs),
    )
    return Article(
        slug=article.slug,
        title=None,
        heading=RETRACTED_VI,
        published=None,
        published_time=None,
        published_basis=Basis.STATED,
        published_reason=None,
        publisher=article.publisher,
        url=None,
        authors=(),
        review=article.review,
        added=article.added,
        changes=(Change(date=retracted.on, text=retracted.reason),),
        former_slugs=article.former_slugs,
        subjects=article.subjects,
        mentions=(),
        paragraphs=(),
        note=None,
        editor_note=None,
        retracted=retracted,
    )


def _series(article: Article, registries: Registries) -> Iterator[str]:
    """The yearly days in whose feeds the article stood."""
    for claim in article.events:
        named = registries.events.get(claim.id or "")
        if series := (named and named.series) or claim.series:
            yield series
    for key, series_of_years in registries.series.items():
        if any(year.article == article.slug for year in series_of_years.years):
            yield key


def retracted_articles(library: Library) -> Iterator[str]:
    """The articles that were retracted, by the day they were."""
    shelf = library.shelf("retracted")
    return (slug for day in shelf.counts for slug in shelf.of(day))


def pages_told(article: Article) -> Iterator[str]:
    """The pages of the things that a retracted article told, be they told by others too."""
    for field, key in article.retracted.told if article.retracted else ():
        yield _PAGES[field](key)


def vanished_pages(library: Library, article: Article) -> Iterator[str]:
    """The addresses of things that only retracted articles told, this one first of them."""
    for field, key in article.retracted.told if article.retracted else ():
        page = _PAGES[field](key)
        if notice_instead(library, page) != addresses.article(article.slug) or key in getattr(library, field):
            continue
        yield page
        named = library.registries.events.get(key) if field == "events" else None
        yield from (addresses.event(old) for old in named.former_slugs) if named else ()


def notice_instead(library: Library, page: str) -> str | None:
    """The notice that stands for the page of a thing, where a retracted article told it; None otherwise."""
    retracted = library.shelf(f"retracted/{page}").of("")
    return addresses.article(retracted[0]) if retracted else None
