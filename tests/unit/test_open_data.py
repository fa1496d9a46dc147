"""The open data as programs and spreadsheets read it, and the data package against the tables and the data."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from generator.build import files
from generator.check import check
from generator.library.library import Library
from generator.library.tables.all import TABLES
from generator.library.tables.table import Type
from generator.output.open_data import open_data_files
from generator.output.open_data.csv_text import as_text, guarded
from generator.vocabulary import (
    BASIS_EN,
    BASIS_VI,
    DOCUMENT_KINDS,
    DOCUMENT_KINDS_EN,
    EVENT_KINDS,
    EVENT_KINDS_EN,
    MEASURE_GROUPS,
    MEASURE_GROUPS_EN,
    PLATFORM_KINDS,
    PLATFORM_KINDS_EN,
    PROVINCE_KINDS,
    PROVINCE_KINDS_EN,
    PUBLISHER_KINDS,
    PUBLISHER_KINDS_EN,
    QUALIFIERS,
    QUALIFIERS_EN,
)
from tests.hostile.payloads import PAYLOADS
from tests.hostile.project import project_of
from tests.project import ADDRESS, ROOT, TODAY

Rows = dict[str, list[dict[str, str]]]


@pytest.fixture(scope="module")
def library() -> Library:
    checked = check(ROOT, today=TODAY)
    assert checked.library
    return checked.library


@pytest.fixture(scope="module")
def data(library: Library) -> dict[str, str]:
    return _made(library, ADDRESS)


@pytest.fixture(scope="module")
def rows(data: dict[str, str]) -> Rows:
    return {table.name: _read(data[f"du-lieu/{table.name}.csv"]) for table in TABLES}


def _made(library: Library, address: str) -> dict[str, str]:
    return {path: make() for path, make in open_data_files(library, address).items()}


def _read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def _package(files: dict[str, str], folder: Path) -> Package:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8"))
    return Package(str(folder / "du-lieu/datapackage.json"))


def _problems(package: Package) -> list[str]:
    report = package.validate()
    return [*(e.message for e in report.errors), *(e.message for task in report.tasks for e in task.errors)]


def test_the_package_is_valid_with_its_data_and_keys(data: dict[str, str], tmp_path: Path) -> None:
    package = _package(data, tmp_path)
    assert _problems(package) == []
    assert [resource.name for resource in package.resources] == [table.name for table in TABLES]


def test_the_validator_sees_a_wrong_type_and_a_key_that_leads_nowhere(data: dict[str, str], tmp_path: Path) -> None:
    broken = dict(data)
    text = broken["du-lieu/targets.csv"]
    article = _read(text)[0]["article"]
    broken["du-lieu/targets.csv"] = text.replace(f",{article},1,", f",{article},first,").replace(
        f",{article},2,", f",{article},99,"
    )
    assert broken != data
    assert _problems(_package(broken, tmp_path))


@pytest.mark.parametrize("number", range(2), ids=["with its files", "at no address"])
def test_a_package_of_hostile_texts_is_valid_and_holds_them_exactly(number: int, tmp_path: Path) -> None:
    checked = check(project_of(tmp_path / "project", PAYLOADS), today=TODAY)
    assert checked.library
    found = _made(checked.library, ("", ADDRESS)[number])
    assert _problems(_package(found, tmp_path)) == []
    titles = {row["title"] for row in _read(found["du-lieu/articles.csv"])}
    assert titles >= {article.title or "" for article in checked.library.articles.values()}


def test_rows_are_those_of_the_library(library: Library, rows: Rows) -> None:
    articles = library.articles.values()
    assert {name: len(found) for name, found in rows.items()} == {
        "articles": len(articles),
        "paragraphs": sum(len(a.paragraphs) for a in articles),
        "article-provinces": sum(len(set(a.subjects)) + len(set(a.mentions)) for a in articles),
        "article-topics": sum(len(a.topics) for a in articles),
        "retractions": 0,
        "events": len(library.events),
        "event-claims": sum(len(a.events) for a in articles),
        "event-claim-provinces": sum(len(set(c.provinces)) for a in articles for c in a.events),
        "documents": len(library.documents),
        "document-claims": sum(len(d.claims) for d in library.documents.values()),
        "indicators": len(library.indicators),
        "targets": len(library.targets),
        "platforms": len(library.platforms),
        "platform-claims": sum(len(p.claims) for p in library.platforms.values()),
        "platform-claim-provinces": sum(len(set(c.provinces)) for p in library.platforms.values() for c in p.claims),
        "figures": len(library.figures),
        "places": len(library.places),
        "series-years": sum(len(s.years) for s in library.registries.series.values()),
        "provinces": len(library.registries.provinces),
        "province-units": len(library.registries.units),
        "series": len(library.registries.series),
        "topics": len(library.registries.topics),
        "indices": len(library.registries.indices),
        "measures": sum(len(i.measures) for i in library.registries.indices.values()),
        "ranking-tables": sum(len(i.tables) for i in library.registries.indices.values()),
        "index-years": sum(len(i.years) for i in library.registries.indices.values()),
        "publishers": len(library.registries.publishers),
    }


def test_every_fact_says_where_it_comes_from_and_how_it_is_known(library: Library, rows: Rows) -> None:
    facts = {table.name for table in TABLES if any(column.shared for column in table.columns)}
    assert facts >= {"event-claims", "document-claims", "indicators", "targets", "platform-claims", "figures"}
    paragraphs = {(row["article"], row["paragraph"]): row for row in rows["paragraphs"]}
    for name in facts:
        for row in rows[name]:
            article = library.articles[row["article"]]
            assert row["url"] == paragraphs[row["article"], row["paragraph"]]["url"]
            assert row["url"].startswith(f"{ADDRESS}bai-viet/{article.slug}/#doan-")
            assert row["original_url"] == (article.url or "")
            assert row["basis"] in BASIS_VI
            assert row["basis"] == "stated" or row["reason"], row["id"]
    assert {row["basis"] for row in rows["indicators"]} >= {"stated", "inferred"}


def test_lists_name_what_is_there(rows: Rows) -> None:
    units = {row["id"]: row for row in rows["province-units"]}
    known = {f"{row['index']}/{row['id']}" for row in rows["ranking-tables"]}
    for name, columns in (("articles", ("subjects", "mentions")), ("events", ("provinces",))):
        for row in rows[name]:
            for column in columns:
                keys = row[column].split("; ") if row[column] else []
                assert "; ".join(units[key]["name_en"] for key in keys) == row[f"{column}_names_en"]
    assert {f"{r['index']}/{r['ranking_table']}" for r in rows["indicators"] if r["ranking_table"]} <= known
    assert {f"{r['index']}/{t}" for r in rows["index-years"] for t in r["ranking_tables"].split("; ") if t} == known


def test_english_names_of_provinces(rows: Rows) -> None:
    names = {row["id"]: row["name_en"] for row in rows["provinces"]}
    assert all(name.isascii() for name in names.values())
    assert [names[key] for key in ("bac-kan", "dak-lak", "hue", "ho-chi-minh", "da-nang")] == [
        "Bac Kan", "Dak Lak", "Hue", "Ho Chi Minh City", "Da Nang"
    ]  # fmt: skip


def test_names_are_in_english_wherever_there_is_an_english_column(rows: Rows) -> None:
    missing = {
        (name, column, row[column.removesuffix("_en")])
        for name, found in rows.items()
        for row in found
        for column in row
        if column.endswith("_en") and not row[column] and row.get(column.removesuffix("_en"))
    }
    assert missing == set()


@pytest.mark.parametrize(
    ("words", "english"),
    [
        (EVENT_KINDS, EVENT_KINDS_EN),
        (DOCUMENT_KINDS, DOCUMENT_KINDS_EN),
        (PLATFORM_KINDS, PLATFORM_KINDS_EN),
        (PROVINCE_KINDS, PROVINCE_KINDS_EN),
        (PUBLISHER_KINDS, PUBLISHER_KINDS_EN),
        (MEASURE_GROUPS, MEASURE_GROUPS_EN),
        (QUALIFIERS, QUALIFIERS_EN),
        (BASIS_VI, BASIS_EN),
    ],
)
def test_every_word_of_the_vocabulary_has_its_english(words: Any, english: dict[str, str]) -> None:
    assert list(words) == list(english)
    assert all(text.strip() for text in english.values())
    assert len(set(english.values())) == len(english)


def test_nothing_unpublished_is_in_the_data(library: Library, data: dict[str, str]) -> None:
    names = {column.name for table in TABLES for column in table.columns}
    assert names.isdisjoint({"evidence", "editor_note", "source", "review"})
    everything = "".join(data.values())
    unpublished = [a.editor_note for a in library.articles.values()] + [a.source for a in library.articles.values()]
    assert [text for text in unpublished if text and text in everything] == []
    assert sum(bool(text) for text in unpublished) > 10


def test_drafts_are_not_in_the_data(tmp_path: Path) -> None:
    checked = check(project_of(tmp_path, PAYLOADS, review="draft"), today=TODAY)
    assert checked.library
    found = files(checked, ADDRESS)
    rows = {table.name: _read(str(found[f"du-lieu/{table.name}.csv"])) for table in TABLES}
    assert [name for name in ("articles", "paragraphs", "events", "event-claims", "indicators") if rows[name]] == []


def test_csv_follows_rfc_4180_in_utf_8(data: dict[str, str]) -> None:
    for path, text in data.items():
        if path.endswith(".csv"):
            assert text.startswith("\ufeff") == ("/bang-tinh/" in path), path
            assert text.endswith("\r\n")
            widths = {len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)}
            assert len(widths) == 1, path


def test_json_holds_what_csv_holds(data: dict[str, str], rows: Rows) -> None:
    for table in TABLES:
        objects = json.loads(data[f"du-lieu/{table.name}.json"])
        lists = {c.name for c in table.columns if c.type is Type.LIST}
        cells = [
            {name: as_text(tuple(value) if name in lists else value) for name, value in each.items()}
            for each in objects
        ]
        assert cells == rows[table.name]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+84 912", "'+84 912"),
        ("-3 bậc", "'-3 bậc"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("a;=1; b\n＝1", "a;'=1; b\n'＝1"),
        (" =1", "' =1"),
        ("a=b", "a=b"),
        ("'=1", "'=1"),
        (" a", " a"),
        ("", ""),
    ],
)
def test_spreadsheets_run_no_text(text: str, shown: str) -> None:
    assert guarded(text) == shown


def test_numbers_stay_numbers_in_spreadsheets(library: Library, data: dict[str, str]) -> None:
    told = [str(i.rank_change) for i in library.indicators if i.rank_change is not None and i.rank_change < 0]
    rows = _read(data["du-lieu/bang-tinh/indicators.csv"].removeprefix("\ufeff"))
    assert [row["rank_change"] for row in rows if row["rank_change"].startswith("-")] == told != []


def test_no_cell_for_spreadsheets_begins_a_formula(tmp_path: Path) -> None:
    texts = ('=HYPERLINK("http://bay.example","x")', "+1", "-1", "@x", *PAYLOADS[4:])
    checked = check(project_of(tmp_path, texts), today=TODAY)
    assert checked.library, checked.diagnostics
    data = _made(checked.library, ADDRESS)
    guards = 0
    for table in TABLES:
        numeric = {column.name for column in table.columns if column.type in (Type.INTEGER, Type.NUMBER)}
        plain = _read(data[f"du-lieu/{table.name}.csv"])
        shown = _read(data[f"du-lieu/bang-tinh/{table.name}.csv"].removeprefix("\ufeff"))
        for before, after in zip(plain, shown, strict=True):
            for name, cell in after.items():
                assert name in numeric or not re.search(r"(?:^|[;\t\r\n]) *[=+\-@]", cell), (table.name, name, cell)
                assert cell.replace("'", "") == before[name].replace("'", "")
                guards += cell != before[name]
    assert guards > 20


def test_columns_have_one_name_and_both_languages() -> None:
    for table in TABLES:
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names), table.name
        assert set(table.key) <= set(names)
        assert all(column.vi and column.en and column.name.isascii() for column in table.columns)
        assert all(set(reference.columns) <= set(names) for reference in table.references)


def test_without_an_address_links_start_at_the_root_of_the_site(library: Library) -> None:
    found = _made(library, "")
    urls = [row["url"] for row in _read(found["du-lieu/events.csv"])]
    assert urls
    assert all(url.startswith("su-kien/") for url in urls)
    assert "homepage" not in json.loads(found["du-lieu/datapackage.json"])


def test_the_same_content_makes_the_same_bytes(library: Library, data: dict[str, str]) -> None:
    assert _made(library, ADDRESS) == data


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value


def test_the_descriptor_speaks_both_languages(data: dict[str, str]) -> None:
    package = json.loads(data["du-lieu/datapackage.json"])
    parts = [package, *package["resources"], *(f for r in package["resources"] for f in r["schema"]["fields"])]
    assert all(part["description"] and part["descriptionEn"] for part in parts)
    assert all(part["title"] and part["titleEn"] for part in parts[: 1 + len(TABLES)])
    assert not any("localhost" in text for text in _texts(package))
