"""What each article and thing puts on which shelf, and in what order: a shelf of the library is its rows, sorted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

from generator.edtf import Edtf
from generator.incremental.row import Row
from generator.library.article_places import article_places
from generator.library.contradictions import figure_key, indicator_key
from generator.library.library import Library
from generator.library.periods import names_of_units
from generator.library.thing_places import (
    contradiction_key,
    contradiction_places,
    document_places,
    entry_key,
    entry_places,
    event_places,
    platform_places,
    series_places,
)
from generator.library.things import Contradiction, Document, Entry, Event, Platform
from generator.model import Article, Fact

_FIELDS = ("date", "theme", "recurs", "kind", "number", "rank", "score", "rank_change", "value")


Names = Mapping[str, tuple[str, ...]]


def rows_of(library: Library) -> Iterator[Row]:
    """Every row of a library."""
    names = names_of_units(library.registries, library.succession)
    for article in library.articles.values():
        yield from _article_rows(article, names)
    for event in library.events.values():
        yield from _event_rows(event, names, library.articles)
    for document in library.documents.values():
        yield from _document_rows(document, names)
    for platform in library.platforms.values():
        yield from _platform_rows(platform, library.articles[platform.claims[0].article], names)
    for entry in library.entries.values():
        yield from _entry_rows(entry, names, library.events)
    for contradictions in library.contradictions_about.values():
        yield from _contradiction_rows(contradictions, library, names)


def sort_text(*parts: str) -> str:
    """Texts that sort as the tuple of the parts does; no part may hold a control character."""
    return "\t".join(parts)


def date_sort(when: Edtf | None) -> str:
    """Sorts as Edtf.sort_key does, unknown dates last."""
    if when is None:
        return "1"
    earliest, latest, text = when.sort_key
    return sort_text("0", earliest.isoformat(), latest.isoformat(), text)


def article_sort(article: Article) -> str:
    """Order of publication (generator.library.entities.publication_order)."""
    return sort_text(date_sort(article.published), article.slug)


def event_sort(event: Event) -> str:
    """Order of date (generator.library.entities.sort_key)."""
    return sort_text(date_sort(event.date), event.id)


def document_sort(document: Document) -> str:
    """Order of date."""
    return sort_text(date_sort(document.date), document.id)


def entry_sort(entry: Entry) -> str:
    """Order of the timeline."""
    return sort_text(date_sort(entry.date), entry.sort, entry.title, entry.id)


def _placed(owner: str, rank: int, sort: str, places: Iterable[tuple[str, str, str]]) -> Iterator[Row]:
    """Rows of one owner; on a shelf that several sorts of owners share, those of a lower rank come first."""
    for number, (shelf, period, key) in enumerate(places):
        yield Row(owner, shelf, period, sort_text(str(rank), sort, f"{number:06d}"), key)


def _article_rows(article: Article, names: Names) -> Iterator[Row]:
    owner, sort = f"article/{article.slug}", article_sort(article)
    yield from _placed(owner, 0, sort, article_places(article, names))
    yield from _placed(owner, 0, sort, ((shelf, "", article.slug) for shelf in _told_by(article)))
    for number, (shelf, fact) in enumerate(_groups_of_facts(article)):
        yield Row(owner, shelf, "", sort_text(sort, f"{number:06d}"), f"{article.slug}/{fact.index}", stamp(fact))
    updated = article.updated.isoformat()
    yield Row(owner, "all/updated", "", sort_text(updated, article.slug), updated)


def stamp(thing: object) -> str:
    """A short text that changes with the thing."""
    return blake2b(repr(thing).encode(), digest_size=8).hexdigest()


def _groups_of_facts(article: Article) -> Iterator[tuple[str, Fact]]:
    for name in ("indicators", "targets", "figures", "places"):
        for fact in getattr(article, name):
            yield f"all/{name}", fact
    for topic in article.topics:
        yield f"topics/{topic.topic}", topic
    for claim in article.events:
        if claim.id is None or claim.recurs:
            yield f"series_claims/{claim.series}", claim


def _told_by(article: Article) -> Iterator[str]:
    """Which articles a thing is told by: what must be read to link the thing anew."""
    for told in dict.fromkeys(told_of(article)):
        yield f"told/{told}"
    for parent in dict.fromkeys(claim.part_of for claim in article.events if claim.part_of):
        yield f"told/part/{parent}"


def told_of(article: Article) -> Iterator[str]:
    """The things of which one is made of the claims of several articles."""
    for claim in article.events:
        if claim.id:
            yield f"event/{claim.id}"
    for document in article.documents:
        yield f"document/{document.id}"
    for platform in article.platforms:
        yield f"platform/{platform.id}"
    for indicator in article.indicators:
        if key := indicator_key(indicator):
            yield f"indicator/{key}"
        if indicator.year is not None:
            about = (indicator.index_id, indicator.year, indicator.table or "", indicator.province or "")
            yield "ranking/" + "/".join(map(str, about))
    for figure in article.figures:
        if key := figure_key(figure):
            yield f"figure/{key}"


def _event_rows(event: Event, names: Names, articles: Mapping[str, Article]) -> Iterator[Row]:
    owner, sort = f"event/{event.id}", event_sort(event)
    yield from _placed(owner, 1, sort, event_places(event, names))
    yield from _placed(owner, 2, sort, series_places(event, articles))
    for name, key in _groups_of_event(event):
        if key:
            yield Row(owner, f"{name}/{key}", "", sort, event.id, stamp(event))


def _groups_of_event(event: Event) -> Iterator[tuple[str, str | None]]:
    yield "issuing", event.document
    yield "in_series", event.series


def _document_rows(document: Document, names: Names) -> Iterator[Row]:
    return _placed(f"document/{document.id}", 3, document_sort(document), document_places(document, names))


def _platform_rows(platform: Platform, first: Article, names: Names) -> Iterator[Row]:
    places = platform_places(platform, first, names)
    return _placed(f"platform/{platform.id}", 4, platform.id, places)


def _entry_rows(entry: Entry, names: Names, events: Mapping[str, Event]) -> Iterator[Row]:
    return _placed(f"entry/{entry_key(entry)}", 5, entry_sort(entry), entry_places(entry, names, events))


def _contradiction_rows(contradictions: Iterable[Contradiction], library: Library, names: Names) -> Iterator[Row]:
    """Events come first, then documents, rankings, figures, as generator.library.contradictions finds them."""
    for contradiction in contradictions:
        thing, key = contradiction_thing(contradiction), contradiction_key(contradiction)
        owner = f"contradiction/{thing}"
        sort = sort_text(_thing_sort(contradiction, library), f"{_FIELDS.index(contradiction.field):02d}")
        yield from _placed(
            owner, 6, sort, contradiction_places(contradiction, names, library.events, library.documents)
        )
        for shelf in (*(f"contradictions_in/{slug}" for slug in sorted(contradiction.articles)), "all/contradictions"):
            yield Row(owner, shelf, "", sort, key, stamp(contradiction))


def contradiction_thing(contradiction: Contradiction) -> str:
    """What tells the contradictions about one thing from all others."""
    return sort_text(contradiction.sort, contradiction.id)


def _thing_sort(contradiction: Contradiction, library: Library) -> str:
    if contradiction.sort == "event":
        return sort_text("0", event_sort(library.events[contradiction.id]))
    if contradiction.sort == "document":
        return sort_text("1", document_sort(library.documents[contradiction.id]))
    return sort_text("2" if contradiction.sort == "indicator" else "3", contradiction.id)
