"""Tables that are cut into files by time: where the cuts lie, and that together the files are the whole table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st

from generator.library.library import Library
from generator.library.shelf import Shelf
from generator.library.tables.all import TABLES
from generator.library.tables.pieces import WHOLE, Piece, cut, pieces_of
from generator.library.tables.table import AnyTable
from generator.output.open_data import open_data_files
from generator.pages.open_data_files import open_data_file_pages, piece_vi
from tests.project import ADDRESS

DAYS = st.one_of(
    st.dates().map(lambda day: f"{day:%Y-%m-%d}".rjust(10, "0")),
    st.sampled_from(["", "2023", "2024", "2024-03", "2024-03-01", "2024-03-12", "2024-03-19", "2024-03-31"]),
)

MOST = 3


def test_a_table_of_few_owners_is_one_file() -> None:
    assert cut({}, 3) == cut({"2024-03-01": 2, "": 1}, 3) == (WHOLE,)


def test_full_times_are_cut_further_and_named_in_edtf() -> None:
    counts = {"2023-05-02": 3, "2024": 1, "2024-02-01": 3, "2024-03": 1, "2024-03-11": 2, "2024-03-12": 1, "": 1}
    counts |= {"2024-03-30": 9, "2024-04-01": 2, "2024-04-02": 2}
    assert [(piece.name, piece.periods) for piece in cut(counts, 3)] == [
        ("2023", ("2023-05-02",)),
        ("2024-02", ("2024-02-01",)),
        ("2024-03-1X", ("2024-03-11", "2024-03-12")),
        ("2024-03-3X", ("2024-03-30",)),
        ("2024-03-XX", ("2024-03",)),
        ("2024-04-01", ("2024-04-01",)),
        ("2024-04-02", ("2024-04-02",)),
        ("2024-XX", ("2024",)),
        ("XXXX", ("",)),
    ]


@given(st.dictionaries(DAYS, st.integers(1, 5), max_size=40), DAYS)
def test_every_day_stands_in_one_file_and_a_new_owner_moves_no_border_but_of_a_full_one(
    counts: Mapping[str, int], new: str
) -> None:
    before, after = (cut(c, 5) for c in (counts, {**counts, new: counts.get(new, 0) + 1}))
    if before != (WHOLE,):
        assert sorted(day for piece in before for day in piece.periods) == sorted(counts)
        names, later = ([piece.name for piece in pieces] for pieces in (before, after))
        assert names == sorted(set(names))
        assert len(set(names) - set(later)) <= 1


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("2024", "năm 2024"),
        ("2024-03", "tháng 3/2024"),
        ("2024-03-0X", "ngày 1–9/3/2024"),
        ("2024-03-3X", "ngày 30–31/3/2024"),
        ("2024-04-3X", "ngày 30/4/2024"),
        ("2024-02-2X", "ngày 20–29/2/2024"),
        ("2024-03-15", "ngày 15/3/2024"),
        ("2024-03-XX", "tháng 3/2024, chưa rõ ngày"),
        ("2024-XX", "năm 2024, chưa rõ tháng"),
        ("XXXX", "chưa rõ ngày"),
    ],
)
def test_pieces_in_words(name: str, words: str) -> None:
    assert piece_vi(name) == words


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table of many owners is cut, as if so few of them filled a file."""
    small = tuple(replace(t, owners=replace(t.owners, most=MOST)) if t.owners.shelf else t for t in TABLES)
    for module in ("output.open_data", "output.open_data.data_package", "pages.open_data_files"):
        monkeypatch.setattr(import_module(f"generator.{module}"), "TABLES", small)


@pytest.mark.usefixtures("crowded")
def test_cut_tables_are_a_valid_package_with_the_same_rows(library: Library, tmp_path: Path) -> None:
    made = open_data_files(library, ADDRESS)
    for path, make in reversed(made.items()):  # each alone, in any order
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(make().encode())
    report = Package(str(tmp_path / "du-lieu/datapackage.json")).validate()
    assert [*report.errors, *(error.message for task in report.tasks for error in task.errors)] == []
    for table in TABLES:
        whole = "".join(path for path in made if path == f"du-lieu/{table.name}.csv")
        assert bool(whole) == (not is_long(library, table)), table.name
    resources = json.loads((tmp_path / "du-lieu/datapackage.json").read_text(encoding="utf-8"))["resources"]
    told = {r["name"]: [r["path"]] if isinstance(r["path"], str) else r["path"] for r in resources}
    articles = [row["id"] for path in told["articles"] for row in _rows(tmp_path / "du-lieu" / path)]
    assert sorted(articles) == sorted(library.articles)
    assert len(told["articles"]) > 5


def is_long(library: Library, table: AnyTable) -> bool:
    """Whether a table has more owners than fill a file here; no article of the real content was retracted."""
    return library.shelf(table.owners.shelf).total > MOST


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline=""), strict=True))


@pytest.mark.usefixtures("crowded")
def test_a_cut_table_has_a_page_with_a_way_to_every_file(library: Library) -> None:
    found = {plan.path: plan for plan in open_data_file_pages(library)}
    assert list(found) == [f"du-lieu/{table.name}.md" for table in TABLES if is_long(library, table)]
    groups = found["du-lieu/articles.md"].make().view["list"].groups
    offered = {download.path for group in groups for _, files in group.items for download in files}
    made = {path.removeprefix("du-lieu/") for path in open_data_files(library, ADDRESS)}
    assert offered == {path for path in made if "articles/" in path}


def test_a_piece_is_made_from_its_own_owners(library: Library) -> None:
    (table,) = (table for table in TABLES if table.name == "paragraphs")
    slug = next(iter(library.articles))
    alone = replace(
        library, articles={slug: library.articles[slug]}, shelves={"data/articles": Shelf({"2024": (slug,)})}
    )
    assert pieces_of(alone, table) == (WHOLE,)
    things = list(table.things_of(alone, Piece("2024", ("2024",))))
    assert len(things) == len(library.articles[slug].paragraphs)
