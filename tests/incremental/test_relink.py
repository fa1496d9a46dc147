"""Linking what changed comes to the same as linking all: the same cells, the same shelves."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.incremental import reading
from generator.incremental.relink import fill, relink
from generator.incremental.store import Store
from generator.incremental.stored import stored_library
from generator.library.entities import publication_order
from generator.library.library import Library
from generator.library.link import gather
from generator.library.retraction import without_what_it_told
from generator.library.tables.owners import OWNERS
from generator.model import Article, Retraction
from generator.registry import Registries
from tests.corpus.project import write_project
from tests.project import ROOT, library_of

CUT = [owners.shelf for owners in OWNERS]
MOST = 6
"""So many owners fill a file here."""

FACTS = ("events", "documents", "indicators", "targets", "platforms", "figures", "places", "topics")


@pytest.fixture(scope="module", params=["real", "synthetic"])
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Library:
    if request.param == "real":
        return library_of(ROOT)
    project = tmp_path_factory.mktemp("project")
    write_project(80, project / "p", 3)
    return library_of(project / "p")


def filled(path: Path, articles: dict[str, Article], registries: Registries) -> Store:
    store = Store.empty(path)
    ordered = {a.slug: a for a in sorted(articles.values(), key=publication_order)}
    fill(store, gather(ordered, registries))
    store.index()
    store.commit()
    return store


def held(store: Store) -> tuple[Any, ...]:
    """All that a store holds of a library."""
    cells = {(f, k): (s, pickle.loads(v)) for f, k, s, v in store.select("SELECT field, key, sort, value FROM cells")}
    rows = list(store.select("SELECT owner, shelf, period, sort, key, stamp FROM rows"))
    return cells, sorted(rows), store.meta("content_date")


def edits(
    articles: dict[str, Article], rounds: int, registries: Registries
) -> Iterator[tuple[dict[str, Article], dict[str, Article]]]:
    """Old and new versions of a few articles at a time: removed, brought back, or given what others tell."""
    chance = random.Random(7)
    all_of_them, now, others = dict(articles), dict(articles), list(articles.values())
    for number in range(rounds):
        old: dict[str, Article] = {}
        new: dict[str, Article] = {}
        for slug in chance.sample(sorted(all_of_them), chance.randint(1, 3)):
            if slug in now:
                old[slug] = now[slug]
            if slug not in now or chance.random() < 0.7:
                new[slug] = edited(now.get(slug, all_of_them[slug]), chance, others, number, registries)
        for slug in old:
            del now[slug]
        now |= new
        yield old, new


def edited(
    article: Article, chance: random.Random, others: list[Article], number: int, registries: Registries
) -> Article:
    other = chance.choice(others)
    match chance.choice(["title", "published", "subjects", "updated", "retracted", *FACTS]):
        case "retracted":
            retraction = Retraction(on=date(2026, 11, 21), reason=f"Lý do {number}")
            return without_what_it_told(replace(other, slug=article.slug, retracted=retraction), registries)
        case "title":
            return replace(article, title=f"Tiêu đề {number}")
        case "published" | "subjects" as name:
            return replace(article, **{name: getattr(other, name)})
        case "updated":
            return replace(article, added=other.added, changes=other.changes)
        case name:
            told: Any = {name: tuple(replace(fact, article=article.slug) for fact in getattr(other, name))}
            return replace(article, **told)


def test_linking_what_changed_is_linking_all(library: Library, tmp_path: Path) -> None:
    now = dict(library.articles)
    with closing(filled(tmp_path / "changed.db", now, library.registries)) as store:
        for old, new in edits(now, 25, library.registries):
            now = {slug: a for slug, a in now.items() if slug not in old} | new
            store.begin()
            relink(store, library.registries, old, new)
            store.commit()
            with closing(filled(tmp_path / "anew.db", now, library.registries)) as anew:
                assert held(store) == held(anew)


def test_what_reads_otherwise_is_told(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a reader of the library can ask for and that is answered otherwise now is among the changed readings."""
    monkeypatch.setattr("generator.incremental.shelf_changes._CUT", dict.fromkeys(CUT, MOST))
    monkeypatch.setattr("generator.library.library.MOST_TARGETS", 1)
    now = dict(library.articles)
    with closing(filled(tmp_path / "changed.db", now, library.registries)) as store:
        before = answers(stored_library(store, library.registries))
        for old, new in edits(now, 8, library.registries):
            store.begin()
            told = relink(store, library.registries, old, new)
            store.commit()
            after = answers(stored_library(store, library.registries))
            assert {read for read in before.keys() | after.keys() if before.get(read) != after.get(read)} <= told.keys()
            before = after


def answers(library: Library) -> dict[str, Any]:
    """The answer to every reading of a library that has one."""
    found: dict[str, Any] = {reading.CONTENT_DATE: library.content_date, reading.CROWDED: library.crowded_dues()}
    for field in reading.KEYED:
        values = getattr(library, field)
        found |= {reading.one(field, key): values[key] for key in values}
        found[reading.every(field)] = sorted(values, key=str)
    for field in reading.LISTED:
        found[reading.every(field)] = tuple(getattr(library, field))
    for name in {*library.shelves, *CUT}:
        shelf = library.shelf(name)
        if name.split("/")[0] in ("told", "all", *reading.KEYED):
            continue
        found[reading.counts(name)] = shelf.counts
        found[reading.years(name)] = shelf.years
        found[reading.total(name)] = shelf.total
        found[reading.is_empty(name)] = shelf.is_empty
        found[reading.pieces(name)] = shelf.pieces(MOST) if name in CUT else None
        found |= {reading.period(name, when): shelf.of(when) for when in shelf.counts}
    return found


def test_a_stored_library_is_the_library(library: Library, tmp_path: Path) -> None:
    with closing(filled(tmp_path / "kept.db", dict(library.articles), library.registries)) as store:
        stored = stored_library(store, library.registries)
        for field in reading.KEYED:
            assert dict(getattr(stored, field)) == dict(getattr(library, field)), field
        for field in reading.LISTED:
            assert tuple(getattr(stored, field)) == tuple(getattr(library, field)), field
        for name in library.shelves:
            assert stored.shelf(name).counts == library.shelf(name).counts, name
            assert stored.shelf(name).years == library.shelf(name).years, name
            assert stored.shelf(name).total == library.shelf(name).total, name
            assert stored.shelf(name).is_empty == library.shelf(name).is_empty, name
            assert stored.shelf(name).pieces(MOST) == library.shelf(name).pieces(MOST) or name not in CUT, name
            assert all(stored.shelf(name).of(p) == library.shelf(name).of(p) for p in library.shelf(name).counts), name
