"""What can only be seen across articles: the same article twice, kinds that differ, dates that cannot be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from urllib.parse import parse_qsl, urlencode, urlsplit

from generator.diagnostics import Diagnostic, Spot, diagnose
from generator.edtf import Edtf, date_vi, day_vi
from generator.library.entities import status_of
from generator.model import Article, Review, Status
from generator.registry import Registries
from generator.sources.articles import SourceArticle
from generator.text import fold
from generator.vocabulary import EVENT_KINDS

_TRACKING = re.compile(r"(utm_.*|fbclid|gclid|zarsrc)\Z")


def check_articles(sources: list[SourceArticle], today: date) -> list[Diagnostic]:
    """Problems between articles and of their dates, given today's date in Vietnam."""
    telling = [source for source in sources if source.article.retracted is None]
    return [
        *_same_article(telling),
        *_event_kinds(telling),
        *(d for source in sources for d in _retraction(source)),
        *(d for source in sources for d in _dates(source, today)),
    ]


def _same_article(sources: Iterable[SourceArticle]) -> Iterable[Diagnostic]:
    by_url: dict[str, SourceArticle] = {}
    by_title: dict[tuple[str, str], SourceArticle] = {}
    for source in sources:
        article = source.article
        if article.url:
            first = by_url.setdefault(same_address(article.url), source)
            if first is not source:
                yield diagnose("same-address", source.spot("url"), other=first.path)
                continue
        if key := title_and_date(article):
            title = by_title.setdefault(key, source)
            if title is not source:
                yield diagnose("same-title-and-date", source.spot("title"), other=title.path)


def title_and_date(article: Article) -> tuple[str, str] | None:
    """What two records of one article have in common; None where title or day is not known."""
    return (fold(article.title), article.published.text) if article.title and article.published else None


def same_address(url: str) -> str:
    """What all spellings of a page's address have in common (RFC 3986, 6.2), shared links included."""
    parts = urlsplit(url)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(pair[0])]
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{urlencode(sorted(query))}"


def _retraction(source: SourceArticle) -> Iterable[Diagnostic]:
    """A notice that no reader will see, and one from before there was an article."""
    article = source.article
    if article.retracted and article.review is Review.DRAFT:
        yield diagnose("retracted-draft", source.spot("retracted"))
    if article.retracted and article.retracted.on < article.added:
        spot, on = source.spot("retracted", "on"), day_vi(article.retracted.on)
        yield diagnose("retracted-before-added", spot, date=on, added=day_vi(article.added))


def _event_kinds(sources: Iterable[SourceArticle]) -> Iterable[Diagnostic]:
    first: dict[str, tuple[str, SourceArticle]] = {}
    for source in sources:
        for claim in source.article.events:
            if claim.id is None:
                continue
            kind, other = first.setdefault(claim.id, (claim.kind, source))
            if kind != claim.kind:
                yield diagnose(
                    "event-kind-differs",
                    source.spot("events", claim.index, "kind"),
                    id=claim.id,
                    kind=EVENT_KINDS[claim.kind],
                    other=other.path,
                    other_kind=EVENT_KINDS[kind],
                )


def check_event_names(sources: Iterable[SourceArticle], registries: Registries) -> list[Diagnostic]:
    """Events told under several names that content/events.yml does not name."""
    names: dict[str, dict[str, Spot]] = defaultdict(dict)
    for source in sources:
        for claim in () if source.article.retracted else source.article.events:
            if claim.id and claim.id not in registries.events:
                names[claim.id].setdefault(claim.name, source.spot("events", claim.index, "name"))
    return [
        diagnose(
            "event-names-differ",
            next(iter(told.values())),
            id=key,
            names="; ".join(f"“{name}”" for name in told),
        )
        for key, told in names.items()
        if len(told) > 1
    ]


def _dates(source: SourceArticle, today: date) -> Iterable[Diagnostic]:
    yield from _record_dates(source, today)
    article, published = source.article, source.article.published
    limit = published.latest if published and published.latest else today
    limit_name = "ngày đăng bài" if published and published.latest else "hôm nay"
    for claim in article.events:
        if status_of(claim, article) is Status.REPORTED and _after(claim.date, limit):
            shown = date_vi(claim.date)
            yield _future(source, "Sự kiện đã đưa tin", shown, limit_name, limit, "events", claim.index, "date")
    for document in article.documents:
        if _after(document.date, limit):
            shown = date_vi(document.date)
            path = ("documents", document.index, "date")
            yield _future(source, "Ngày văn bản", shown, limit_name, limit, *path)
    for indicator in article.indicators:
        if indicator.year and indicator.year > limit.year:
            path = ("indicators", indicator.index, "year")
            yield _future(source, "Kỳ đánh giá", str(indicator.year), limit_name, limit, *path)


def _record_dates(source: SourceArticle, today: date) -> Iterable[Diagnostic]:
    article, published = source.article, source.article.published
    if article.added > today:
        yield _future(source, "Ngày thêm bài", day_vi(article.added), "hôm nay", today, "added")
    for number, change in enumerate(article.changes):
        if change.date > today:
            yield _future(source, "Ngày sửa", day_vi(change.date), "hôm nay", today, "changes", number, "date")
    if article.retracted and article.retracted.on > today:
        yield _future(source, "Ngày rút bài", day_vi(article.retracted.on), "hôm nay", today, "retracted", "on")
    if published and published.earliest and published.earliest > today:
        yield _future(source, "Ngày đăng", date_vi(published), "hôm nay", today, "published")


def _after(value: Edtf | None, limit: date) -> bool:
    return bool(value and value.earliest and value.earliest > limit)


def _future(source: SourceArticle, what: str, shown: str, limit_name: str, limit: date, *path: str | int) -> Diagnostic:
    spot = source.spot(*path)
    return diagnose("future-date", spot, what=what, date=shown, limit_name=limit_name, limit=day_vi(limit))
