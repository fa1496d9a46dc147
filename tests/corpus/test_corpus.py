"""The synthetic corpus is the same for the same seed, checks clean, and never names what is real as its source."""

from __future__ import annotations

from pathlib import Path

from generator.check import check
from tests.corpus.articles import PUBLISHER, article
from tests.corpus.project import write_project
from tests.corpus.records import title_records
from tests.project import TODAY
from tests.site.project import tree

COUNT = 60


def test_a_project_checks_clean_and_is_marked(tmp_path: Path) -> None:
    write_project(COUNT, tmp_path, seed=1)
    checked = check(tmp_path, today=TODAY)
    assert {d.code for d in checked.diagnostics} <= {"address-not-set", "authority-not-set"}
    assert checked.library is not None
    assert len(checked.library.articles) == COUNT
    assert {a.publisher for a in checked.library.articles.values()} == {PUBLISHER}
    assert sum(len(event.claims) > 1 for event in checked.library.events.values()) == COUNT // 10


def test_the_same_seed_gives_the_same_files_and_another_seed_others(tmp_path: Path) -> None:
    write_project(12, tmp_path / "a", seed=3)
    write_project(12, tmp_path / "b", seed=3)
    assert tree(tmp_path / "a" / "content") == tree(tmp_path / "b" / "content")
    assert article(3, 7) != article(4, 7)


def test_records_without_files_bear_the_titles_and_leads_of_the_files() -> None:
    records = list(title_records(30, seed=5))
    articles = [article(5, number) for number in range(30)]
    assert [(r.title, r.lead, r.page[9:]) for r in records] == [(a.title, a.lead, a.path[5:]) for a in articles]
