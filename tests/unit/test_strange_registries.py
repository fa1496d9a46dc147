"""Registries that say what cannot be: it is told where it stands, and reading them costs no more than their size.

What is large here is so large that the square of it would never end; no clock. Found by tests/fuzz/registries.py.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.check import check
from generator.diagnostics import MOST_SHOWN, human
from generator.edtf import parse
from generator.library.provinces import Succession, Unresolved, resolve
from generator.registry import KindSpan, ProvinceName, Registries, Unit
from generator.sources import registries, registry_schema
from generator.sources.registry_keys import INDICES, PROVINCES, SITE, repeated_keys
from tests.project import TODAY, change

MANY = 100_000


def found(project: Path) -> list[tuple[str, str, str]]:
    return [(d.code, d.spot.path, d.spot.field) for d in check(project, today=TODAY).diagnostics]


def test_a_table_that_a_year_names_and_nobody_knows(project: Path) -> None:
    """Articles tell ranks in it; their dates hang on the table."""
    path = project / INDICES
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if 'id: "34"' not in line), encoding="utf-8")
    assert found(project) == [("registry-reference", INDICES, "indices[1].years[2].tables")]


@pytest.mark.parametrize("day", ["0001-01-01", "0999-12-31", "3000-01-01", "9999-12-31"])
def test_days_that_no_news_tells_of(project: Path, day: str) -> None:
    change(project, INDICES, 'as_of: "2025-07-01"', f'as_of: "{day}"')
    change(project, PROVINCES, 'since: "2025-01-01"', f'since: "{day}"')
    assert found(project) == [
        ("impossible-date", INDICES, "indices[1].tables[2].as_of"),
        ("impossible-date", PROVINCES, "provinces[5].units[1].since"),
    ]


@pytest.mark.parametrize("day", ["2025-W01-1", "20250701", "2025-07-01T00", "2025-02-29", "٢٠٢٥-07-01"])
def test_days_in_other_writings(project: Path, day: str) -> None:
    change(project, INDICES, 'as_of: "2025-07-01"', f'as_of: "{day}"')
    assert found(project) == [("not-a-day", INDICES, "indices[1].tables[2].as_of")]


def test_a_report_shows_the_beginning_of_a_value_without_end(project: Path) -> None:
    change(project, SITE, "mailto:gop-y@cong-thu.example", f"mailto:{'x' * MANY}")
    change(project, SITE, "tagline:", f"{'k' * 1_010}:")
    text = human(check(project, today=TODAY).diagnostics)
    assert "bad-url" in text
    assert "unknown-key" in text
    assert f"{'k' * MOST_SHOWN}…" in text
    assert len(text) < 6 * MOST_SHOWN


def test_a_registry_beyond_every_registry_is_not_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its bytes are counted first: half of one could be read as a whole one."""
    assert registries.MOST_BYTES == 16 << 20
    most = 1 << 20
    monkeypatch.setattr(registries, "MOST_BYTES", most)
    with (project / "content/events.yml").open("ab") as file:
        file.truncate(most)
    assert "file-too-large" not in {code for code, _, _ in found(project)}
    with (project / "content/events.yml").open("ab") as file:
        file.truncate(most + 1)
    (only,) = check(project, today=TODAY).diagnostics
    assert (only.code, only.spot.path) == ("file-too-large", "content/events.yml")
    assert "1025 KB, quá mức 1024 KB của một danh mục" in only.message


def test_a_key_that_stands_twice_among_very_many() -> None:
    measures = [registry_schema.MeasureFields(id=f"m{n % (MANY - 1)}", name="m", group="pillar") for n in range(MANY)]
    index = registry_schema.IndexFields(
        id="dti", name="x", full_name="x", about="x", level="international", measures=measures, tables=[], years=[]
    )
    files = [
        registry_schema.ProvincesFile(provinces=[]),
        registry_schema.SeriesFile(series=[]),
        registry_schema.IndicesFile(indices=[index]),
        registry_schema.PublishersFile(publishers=[]),
        registry_schema.TopicsFile(topics=[]),
        registry_schema.PlatformsFile(platforms=[]),
        registry_schema.EventsFile(events=[]),
    ]
    told = list(repeated_keys(*files))  # type: ignore[arg-type]
    assert told == [(INDICES, ("indices", 0, "measures", MANY - 1, "id"), "m0")]


@pytest.fixture(scope="module")
def many_units() -> tuple[Unit, ...]:
    """A name that very many units bore at the same time, each part of the next."""
    kinds = (KindSpan(kind="tinh", since=None),)
    return tuple(
        Unit(
            id=f"u{n}", name_slug="x", name="X", code="1", since=date(2000, 1, 1), until=None, kinds=kinds,
            successor=f"u{(n + 1) % MANY}",
        )
        for n in range(MANY)
    )  # fmt: skip


def test_very_many_units_that_follow_one_another_in_a_circle(many_units: tuple[Unit, ...]) -> None:
    succession = Succession({unit.id: unit for unit in many_units}, {})
    assert all(succession.successor(p) is unit for unit in many_units for p in succession.predecessors(unit))
    assert len(succession.gathered(named(many_units[:1]))) == MANY


def test_a_name_that_very_many_units_bore(many_units: tuple[Unit, ...]) -> None:
    names = {"x": named(many_units)}
    known = Registries(site=None, provinces=names, units={}, series={}, indices={}, publishers={}, topics={})  # type: ignore[arg-type]
    meant = resolve("x", parse("2001"), parse("2002"), known)
    assert isinstance(meant, Unresolved)
    assert len(meant.candidates) == MANY


def named(units: tuple[Unit, ...]) -> ProvinceName:
    return ProvinceName(
        slug="x", name="X", english="X", region=None, variants=(), abbreviations=(), former_slugs=(), units=units
    )
