"""Brings what is kept of the content up to date with the article files, as far as no doubt arises."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.diagnostics import Diagnostic, Spot, diagnose, has_errors
from generator.incremental.article_files import ArticleFiles, Kept
from generator.incremental.changes import Changes
from generator.incremental.doubts import check_rows, doubtful
from generator.incremental.relink import relink
from generator.incremental.shelf_changes import Changed
from generator.incremental.store import Store
from generator.library.checks import check_articles
from generator.library.link import without_untold
from generator.library.references import resolve_references
from generator.library.retraction import without_what_it_told
from generator.model import Article, Review
from generator.registry import Registries
from generator.sources.articles import SourceArticle, read_article
from generator.sources.registries import SourceRegistries


class Doubt(Exception):
    """What is kept cannot answer whether the content is sound: all of it must be checked."""


@dataclass(slots=True)
class Refreshed:
    """What a refresh found: problems of the changed articles (then nothing was changed), and what reads otherwise."""

    diagnostics: list[Diagnostic]
    changed: Changed = field(default_factory=dict)
    old: Mapping[str, Article] = field(default_factory=dict)
    new: Mapping[str, Article] = field(default_factory=dict)


def refresh(changes: Changes, store: Store, *, today: date, drafts: bool) -> Refreshed:
    """Link the changed articles into the store, within its open transaction; raises Doubt."""
    if today < store.meta("today"):
        raise Doubt("the clock went back")
    files = ArticleFiles(store)
    gone = files.slugs_of([*changes.gone, *changes.read])
    warnings = _warnings(store, changes)
    _keep_files(files, changes)
    if not changes.any:
        return Refreshed(warnings)
    registries: SourceRegistries = store.meta("registries")
    sources, found = _read(changes, today)
    articles = {}
    for source in sources:
        article, problems = resolve_references(source, registries)
        articles[article.slug] = article
        found += problems
    if has_errors(found):
        return Refreshed(found + warnings)
    if len(articles) != len(sources) or any(files.is_name_twice(slug) for slug in articles.keys() - gone):
        raise Doubt("two files of one name")
    paths = {*changes.read, *changes.gone}
    _check(store, gone, articles.values(), registries, [d for d in warnings if d.code == "event-names-differ"], paths)
    old = _linked(store, gone)
    shown = (a for a in articles.values() if drafts or a.review is Review.APPROVED)
    new = {a.slug: without_what_it_told(a, registries) for a in shown}
    linked: Registries = store.meta("linked")
    changed = relink(store, linked, old, new)
    if without_untold(registries, Telling(store), Told(store)) != linked:
        raise Doubt("the registries name what is told only now, or no more")
    return Refreshed(found + warnings, changed, old, new)


def keep_content(
    store: Store,
    files: Mapping[str, Kept],
    articles: Iterable[Article],
    registries: SourceRegistries,
    linked: Registries,
) -> None:
    """Keep, in an empty store, what a refresh compares with; every article must be sound."""
    ArticleFiles(store).keep(files.items())
    store.set_meta("registries", registries)
    store.set_meta("linked", linked)
    store.add_rows(row for article in articles for row in check_rows(article, registries))


def _warnings(store: Store, changes: Changes) -> list[Diagnostic]:
    """The warnings that are kept, with those of files that are no articles as they are now."""
    kept: list[Diagnostic] = store.meta("warnings")
    others = [diagnose("unread-file", Spot(path)) for path in changes.others]
    warnings = [*(d for d in kept if d.code != "unread-file"), *others]
    store.set_meta("warnings", warnings)
    store.set_meta("others", changes.others)
    return warnings


def _keep_files(files: ArticleFiles, changes: Changes) -> None:
    found = [*changes.touched.items(), *((path, file) for path, (file, _) in changes.read.items())]
    files.forget(changes.gone)
    files.keep(found)


def _read(changes: Changes, today: date) -> tuple[list[SourceArticle], list[Diagnostic]]:
    sources: list[SourceArticle] = []
    found: list[Diagnostic] = []
    for path, (_, raw) in changes.read.items():
        source, problems = read_article(raw, path)
        found += problems
        if source:
            sources.append(source)
    return sources, [*found, *check_articles(sources, today)]


def _check(
    store: Store,
    gone: Iterable[str],
    new: Collection[Article],
    registries: SourceRegistries,
    names_differ: Iterable[Diagnostic],
    paths: Collection[str],
) -> None:
    """Keep what others may lean on; raises Doubt where something may be wrong now, or no more."""
    before = store.rows_of(f"source/{slug}" for slug in {*gone, *(article.slug for article in new)})
    after = {row for article in new for row in check_rows(article, registries)}
    store.remove_rows(before - after)
    store.add_rows(after - before)
    if doubtful(store, before ^ after, new, registries):
        raise Doubt("articles may not agree")
    renamed = any(row.shelf.startswith("check/name/") for row in before ^ after)
    if any(renamed or d.spot.path in paths for d in names_differ):
        raise Doubt("an event's names may agree now")


def _linked(store: Store, slugs: Iterable[str]) -> dict[str, Article]:
    found = ((slug, store.cell("articles", slug)) for slug in sorted(slugs))
    return {slug: article for slug, article in found if article is not None}


class Telling(Container[str]):
    """The articles that are not retracted, asked for one by one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __contains__(self, slug: object) -> bool:
        article: Article | None = self._store.cell("articles", str(slug))
        return article is not None and article.retracted is None


class Told(Container[str]):
    """The documents, asked for one by one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __contains__(self, key: object) -> bool:
        return self._store.cell_bytes("documents", str(key)) is not None
