"""Which province a name means on a day; and the registry against the facts it was made from."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from generator.edtf import parse
from generator.library.provinces import Succession, Unresolved, resolve
from generator.registry import Registries, Unit
from tests.project import ROOT
from tests.unit.facts import real_registries, when

LAST_DAY = date(2025, 6, 30)
KINDS = {"tỉnh": "tinh", "thành phố": "thanh-pho"}


@pytest.fixture(scope="module")
def registries() -> Registries:
    return real_registries()


AMBIGUOUS, GONE, UNKNOWN = "ambiguous-province", "province-not-of-its-time", "unknown-province"

RESOLUTIONS = [
    # key, date of the fact, publication, expected
    ("bac-ninh", "2025-06-30", "2025-10-12", "bac-ninh-truoc-2025"),
    ("bac-ninh", "2025-07-01", "2025-10-12", "bac-ninh-tu-2025"),
    ("bac-ninh", None, "2025-06-30", "bac-ninh-truoc-2025"),
    ("bac-ninh", None, "2025-07-01", "bac-ninh-tu-2025"),
    ("bac-ninh", "2022", "2025-10-12", "bac-ninh-truoc-2025"),
    ("bac-ninh", "2025", "2025-10-12", "bac-ninh-tu-2025"),  # the year allows both: the unit at publication
    ("bac-ninh", "2025", "2025-03", "bac-ninh-truoc-2025"),
    ("bac-ninh", None, "2025", AMBIGUOUS),
    ("bac-ninh", "2025", "2025", AMBIGUOUS),
    ("bac-ninh", None, "[2022-08-08..]", AMBIGUOUS),  # published on some day since: perhaps after the merger
    ("bac-ninh", None, None, AMBIGUOUS),
    ("bac-ninh", "2022-10-10", None, "bac-ninh-truoc-2025"),
    ("bac-ninh", "2030", "2022-10-10", "bac-ninh-truoc-2025"),  # a target of the future: who set it
    ("bac-ninh", "2026-01-01", "2025-06-01", "bac-ninh-truoc-2025"),
    ("bac-ninh-tu-2025", None, None, "bac-ninh-tu-2025"),
    ("bac-ninh-truoc-2025", None, "2026-01-01", "bac-ninh-truoc-2025"),
    ("thua-thien-hue", "2024-12-31", "2025-02-01", "thua-thien-hue"),
    ("thua-thien-hue", None, "2022-08", "thua-thien-hue"),
    ("hue", "2025-01-01", "2025-02-01", "hue"),
    ("hue", "2022", "2025-12-01", "hue"),  # DTI 2022 of Huế told in 2025: the name at publication
    ("hue", "2022", "2022-10-10", GONE),
    ("hue", None, "2024-12-31", GONE),
    ("bac-kan", "2022-10-26", "2022-10-26", "bac-kan"),
    ("bac-kan", None, "2025-10-12", "bac-kan"),  # named after it was merged: a unit of the past
    ("bac-kan", "2025-10-12", "2025-10-12", GONE),
    ("bac-kan", None, None, "bac-kan"),
    ("bac-ninh-tu-2025", None, "2022-10-10", GONE),  # never one of the article's future
    ("cao-bang", "1999", "2026-01-01", "cao-bang"),
    ("bac-can", None, "2022", UNKNOWN),
]


@pytest.mark.parametrize(("key", "on", "published", "expected"), RESOLUTIONS)
def test_resolve(registries: Registries, key: str, on: str | None, published: str | None, expected: str) -> None:
    found = resolve(key, when(on), when(published), registries)
    assert (found.code if isinstance(found, Unresolved) else found.id) == expected


def test_an_ambiguous_key_names_its_units(registries: Registries) -> None:
    found = resolve("bac-ninh", None, None, registries)
    assert isinstance(found, Unresolved)
    assert [unit.id for unit in found.candidates] == ["bac-ninh-truoc-2025", "bac-ninh-tu-2025"]


def test_names_of_ranking_tables_are_those_of_their_day(registries: Registries) -> None:
    tables = registries.indices["dti"].tables
    assert {key: table.size for key, table in tables.items()} == {"63": 63, "34": 34}
    for key, unit in (("63", "bac-ninh-truoc-2025"), ("34", "bac-ninh-tu-2025")):
        found = resolve("bac-ninh", parse(tables[key].as_of.isoformat()), parse("2025-10-12"), registries)
        assert isinstance(found, Unit)
        assert found.id == unit


def rows() -> Iterator[dict[str, str]]:
    with (ROOT / "tests/data/provinces.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def test_sixty_three_names_and_thirty_four_units_of_today(registries: Registries) -> None:
    former = [u for u in registries.units.values() if u.valid_on(date(2024, 12, 31))]
    current = [u for u in registries.units.values() if u.until is None]
    assert (len(former), len({u.name for u in former})) == (63, 63)
    assert (len(current), len({u.name for u in current})) == (34, 34)
    assert {u.name for u in former} == {row["former_name"] for row in rows()}
    assert {u.name for u in current} == {row["current_name"] for row in rows()}
    assert len(registries.provinces) == 64  # 63 and Huế


@pytest.mark.parametrize("row", list(rows()), ids=lambda row: str(row["former_name"]))
def test_registry_agrees_with_the_list(registries: Registries, row: dict[str, str]) -> None:
    [former] = [u for u in registries.units.values() if u.name == row["former_name"] and u.valid_on(date(2024, 12, 31))]
    [current] = [u for u in registries.units.values() if u.name == row["current_name"] and u.until is None]
    assert (former.code, current.code) == (row["former_code"], row["current_code"])
    assert (former.kinds[0].kind, current.kind) == (KINDS[row["former_type"]], KINDS[row["current_type"]])
    city_since, city_by = row["current_city_since"], row["current_city_by"].removeprefix("NQ ")
    if row["merged_on"]:
        merged = date.fromisoformat(row["merged_on"])
        assert (former.until, former.successor) == (merged - timedelta(days=1), current.id)
        assert former.succession_by == row["merged_by"].removeprefix("NQ ")
        assert current.since == merged
    elif row["former_name"] != row["current_name"]:  # Thừa Thiên Huế became the city of Huế
        assert former.until == date.fromisoformat(city_since) - timedelta(days=1)
        assert (former.successor, former.succession_by) == (current.id, city_by)
        assert current.since == date.fromisoformat(city_since)
        return
    else:
        assert former == current
    if city_since:
        since = date.fromisoformat(city_since)
        assert (current.kinds[-1].since, current.kinds[-1].resolution) == (since, city_by)
        assert (current.kind_on(since - timedelta(days=1)), current.kind_on(since)) == ("tinh", "thanh-pho")
    else:
        assert len(current.kinds) == 1


def test_a_unit_exists_to_its_last_day(registries: Registries) -> None:
    unit = registries.units["bac-kan"]
    assert unit.valid_on(LAST_DAY)
    assert not unit.valid_on(LAST_DAY + timedelta(days=1))


def test_official_codes_are_reused_and_so_are_no_keys(registries: Registries) -> None:
    assert registries.units["tien-giang"].code == registries.units["dong-thap-tu-2025"].code == "82"
    assert registries.units["dong-thap-truoc-2025"].code == "87"


def test_succession(registries: Registries) -> None:
    succession = Succession(registries.units, registries.provinces)
    units, names = registries.units, registries.provinces
    assert {u.id for u in succession.predecessors(units["bac-ninh-tu-2025"])} == {"bac-giang", "bac-ninh-truoc-2025"}
    assert {u.name for u in succession.predecessors(units["ho-chi-minh-tu-2025"])} == {
        "Hồ Chí Minh", "Bình Dương", "Bà Rịa - Vũng Tàu",
    }  # fmt: skip
    successor = succession.successor(units["bac-giang"])
    assert successor is not None
    assert successor.id == "bac-ninh-tu-2025"
    assert succession.successor(units["cao-bang"]) is None
    assert {u.id for u in succession.gathered(names["bac-ninh"])} == {
        "bac-ninh-truoc-2025", "bac-ninh-tu-2025", "bac-giang",
    }  # fmt: skip
    assert [u.id for u in succession.gathered(names["bac-giang"])] == ["bac-giang"]
    gathered = [u.id for name in names.values() if name.units[-1].until is None for u in succession.gathered(name)]
    assert sorted(gathered) == sorted(units)  # every unit belongs to the history of exactly one province of today
