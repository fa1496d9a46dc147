"""Articles and events as entries of a feed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.edtf import Precision, date_vi, day_vi
from generator.library import addresses
from generator.library.library import Library
from generator.library.things import Event
from generator.model import Article, Basis, Retraction, Status
from generator.output.atom import Category, Entry, instant
from generator.output.identifiers import article_tag, event_tag, tag
from generator.output.plain_text import one_line, without_links
from generator.text import collation_key, upper_first
from generator.vocabulary import EVENT_KINDS


def article_entry(library: Library, article: Article) -> Entry:
    """An article: our summary's first paragraph, and what was changed last of the record; or that it was retracted."""
    if article.retracted:
        return _retraction(library, article, article.retracted)
    return Entry(
        id=article_tag(library, article),
        page=addresses.article(article.slug),
        title=article.display_title,
        updated=article.updated,
        summary=_summary(article),
        published=_published(article),
        via=article.url,
        authors=_authors(library, article),
        categories=(*_provinces(library, article.subjects), *_topics(library, article)),
    )


def _retraction(library: Library, article: Article, retracted: Retraction) -> Entry:
    """The same entry as before, for readers that hold it: its words are gone."""
    return Entry(
        id=article_tag(library, article),
        page=addresses.article(article.slug),
        title=article.display_title,
        updated=article.updated,
        summary=f"Cổng đã rút bài này ngày {day_vi(retracted.on)}. Lý do: {retracted.reason}",
    )


def event_entry(library: Library, event: Event, themes: Mapping[int, str | None]) -> Entry:
    """A year's event of a series with themes: when, what and whether it was held, as articles tell it."""
    announced = "theo kế hoạch" if event.status is Status.ANNOUNCED else ""
    theme = event.theme or (themes.get(event.date.year) if event.date else None)
    parts = (EVENT_KINDS[event.kind], date_vi(event.date), announced, f"chủ đề “{theme}”" if theme else "")
    said = "; ".join(part for part in parts if part)
    return Entry(
        id=event_tag(library, event),
        page=addresses.event(event.id),
        title=event.name,
        updated=max(library.cards[claim.article].updated for claim in event.claims),
        summary=f"{upper_first(said)}.",
        categories=_provinces(library, event.provinces),
    )


def _summary(article: Article) -> str:
    first = without_links(article.paragraphs[0])
    if not article.changes:
        return first
    last = max(article.changes, key=lambda change: change.date)
    return f"{first} (Sửa ngày {day_vi(last.date)}: {last.text})"


def _published(article: Article) -> str | None:
    """When the original was published, where that is told to the day."""
    when = article.published
    if when is None or when.earliest is None or when.precision is not Precision.DAY:
        return None
    stated = article.published_basis is Basis.STATED
    return instant(when.earliest, article.published_time or "00:00") if stated else None


def _authors(library: Library, article: Article) -> tuple[str, ...]:
    """The authors told, then the publisher."""
    publisher = (library.registries.publishers[article.publisher].name,) if article.publisher else ()
    names = (one_line(name) for name in (*article.authors, *publisher))
    return tuple(dict.fromkeys(name for name in names if name))


def _provinces(library: Library, unit_ids: Iterable[str]) -> tuple[Category, ...]:
    units = [library.registries.units[key] for key in unit_ids]
    names = {unit.name_slug: unit.name for unit in units}
    scheme = tag(library, "tinh")
    ordered = sorted(names, key=lambda slug: collation_key(names[slug]))
    return tuple(Category(scheme=scheme, term=slug, label=names[slug]) for slug in ordered)


def _topics(library: Library, article: Article) -> tuple[Category, ...]:
    topics = library.registries.topics
    keys = sorted({claim.topic for claim in article.topics}, key=lambda key: collation_key(topics[key].name))
    scheme = tag(library, "chu-de")
    return tuple(Category(scheme=scheme, term=key, label=topics[key].name) for key in keys)
