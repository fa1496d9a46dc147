"""Articles that were loaded before are the same when they are taken from what was kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.incremental import loaded
from generator.incremental.loaded import LoadedArticles, Read
from generator.sources.articles import article_paths, load_articles, read_article
from tests.project import ROOT


def read_all(path: Path) -> tuple[object, object]:
    known = LoadedArticles(path)
    found = load_articles(ROOT, read=known.read)
    known.keep()
    return found


def none_is_read(raw: bytes, path: str) -> Read:
    raise AssertionError(f"{path} was read again")


def test_what_is_kept_is_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "articles.db"
    assert read_all(path) == load_articles(ROOT)
    monkeypatch.setattr(loaded, "read_article", none_is_read)
    assert read_all(path) == load_articles(ROOT)


@pytest.mark.parametrize("at_once", [1, 1000])
def test_what_is_read_ahead_is_what_is_read(at_once: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loaded, "_AT_ONCE", at_once)
    monkeypatch.setattr(loaded, "cores", lambda: 2)
    files = [(path.read_bytes(), path.relative_to(ROOT).as_posix()) for path in article_paths(ROOT)]
    known = LoadedArticles(tmp_path / "articles.db")
    known.read_ahead([(ROOT / path, path) for _, path in files])
    monkeypatch.setattr(loaded, "read_article", none_is_read)
    assert [known.read(*file) for file in files] == [read_article(*file) for file in files]


def test_where_nothing_can_be_kept_all_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "articles.db").mkdir()
    assert read_all(tmp_path / "articles.db") == load_articles(ROOT)


def test_other_bytes_or_another_place_are_read_again(tmp_path: Path) -> None:
    path = tmp_path / "articles.db"
    read_all(path)
    raw = article_paths(ROOT)[0].read_bytes()
    known = LoadedArticles(path)
    for changed, place in (
        (raw + b"\nM\xe1\xbb\x9bi.\n", "content/articles/2022/a.md"),
        (raw, "content/articles/2022/b.md"),
    ):
        assert known.read(changed, place) == read_article(changed, place)


@pytest.mark.parametrize("harm", ["cut", "spoilt", "other rules"])
def test_what_cannot_be_trusted_is_read_again(harm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "articles.db"
    read_all(path)
    raw = path.read_bytes()
    if harm == "cut":
        path.write_bytes(raw[:5000])
    elif harm == "spoilt":
        path.write_bytes(raw[:12288] + bytes(len(raw) - 12288))
    else:
        monkeypatch.setattr(loaded, "_rules", lambda: "others")
    read: list[str] = []

    def counted(content: bytes, place: str) -> Read:
        read.append(place)
        return read_article(content, place)

    monkeypatch.setattr(loaded, "read_article", counted)
    assert read_all(path) == load_articles(ROOT)
    assert len(read) == len(article_paths(ROOT))
