"""What of an article waits for an editor, for its shelves: drafts, what is not known, notes, facts without a time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Article, Fact, Review


def question_places(article: Article) -> Iterator[tuple[str, str, str]]:
    """Where it stands on the shelves of the editors' report, in the order of publication: shelf, period, key."""
    if article.review is Review.DRAFT:
        yield "report/drafts", "", article.slug
    if None in (article.title, article.published, article.publisher, article.url):
        yield "report/incomplete", "", article.slug
    if article.editor_note:
        yield "report/notes", "", article.slug
    for shelf, fact in _undated(article):
        yield shelf, "", f"{article.slug}/{fact.index}"


def _undated(article: Article) -> Iterator[tuple[str, Fact]]:
    """A yearly day as such has no date but a rule: its claims stand apart by series."""
    for event in article.events:
        if event.date is None and not event.recurs:
            yield "report/undated/events" if event.id else f"report/undated/series/{event.series}", event
    yield from (("report/undated/documents", fact) for fact in article.documents if fact.date is None)
    yield from (("report/undated/indicators", fact) for fact in article.indicators if fact.year is None)
    yield from (("report/undated/targets", fact) for fact in article.targets if fact.by is None)
    yield from (("report/undated/figures", fact) for fact in article.figures if fact.period is None)
