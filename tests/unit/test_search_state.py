"""The remembered search index: after any changes its files are those of an index that is made of all records anew."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.output.search import (
    blocks,
    documents,
    layout,
    neighbours,
    number_lists,
    numbering,
    posting_lines,
    update,
)
from generator.output.search.index import search_files
from generator.output.search.layout import Names
from generator.output.search.record import SearchRecord
from generator.output.search.update import IndexChange, SearchState

KINDS = {"bai-viet": "Bài viết", "van-ban": "Văn bản"}
PROVINCES = {"hue": "Huế", "ha-noi": "Hà Nội", "an-giang": "An Giang"}
STEP = 8
NAMES = Names(KINDS, PROVINCES, {"cđs": "chuyển đổi số"})
SYLLABLES = ("số", "so", "sổ", "hóa", "hoá", "năm", "tháng", "xã", "xa", "đô", "thị", "quý", "họp", "12", "2022", "bàn")
DAYS = ("", "2019", "2021-03", "2022-10-10", "2022-10-11", "2022-12-01", "2023-01-05", "2024-02", "2025-06-30")


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that few records reach."""
    monkeypatch.setattr(blocks, "_CUT", 4)
    monkeypatch.setattr(documents, "PER_FACETS", 32)
    monkeypatch.setattr(layout, "PER_FACETS", 32)
    monkeypatch.setattr("generator.output.search.index.PER_FACETS", 32)
    monkeypatch.setattr("generator.output.search.document_changes.PER_FACETS", 32)
    monkeypatch.setattr(layout, "_BLOCK", dict(zip(layout.TABLES, (120, 160, 120, 200, 160, 240), strict=True)))
    monkeypatch.setattr(layout, "_MOST_POSTINGS", 12)
    monkeypatch.setattr(layout, "_MANY", 60)
    monkeypatch.setattr(neighbours, "_MOST_NEIGHBOURS", 5)
    monkeypatch.setattr(number_lists, "_TAIL", 4)
    monkeypatch.setattr(numbering, "_GROUP", 4)
    monkeypatch.setattr(numbering, "_LARGEST", 16)
    monkeypatch.setattr(numbering, "_STEP", 4)
    monkeypatch.setattr(numbering, "_LARGEST_STEP", 16)
    monkeypatch.setattr(posting_lines, "_LONG", 24)
    monkeypatch.setattr(update, "_MOST_MOVED", 25)


@pytest.mark.parametrize("seed", range(12))
def test_changes_make_the_files_of_a_clean_index(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    records = {record.page: record for record in (some_record(chance) for _ in range(chance.choice((0, 5, 55, 90))))}
    state = SearchState(tmp_path / "state", NAMES, STEP)
    files = after({}, state.build(records.values(), "0"))
    for turn in range(25):
        before = dict(records)
        change_some(records, chance)
        changed = {page: record for page, record in records.items() if before.get(page) != record}
        change = state.update(str(turn), str(turn + 1), changed, before.keys() - records.keys(), not_needed)
        files = after(files, change)
        assert files == clean(records.values()), turn


def not_needed() -> Iterable[SearchRecord]:
    raise AssertionError


def clean(records: Iterable[SearchRecord]) -> dict[str, str]:
    return search_files(records, NAMES.kinds, NAMES.provinces, NAMES.abbreviations, STEP)


def after(files: dict[str, str], change: IndexChange) -> dict[str, str]:
    """The files once they are changed; a file that is only said to change is no change."""
    assert not set(change.gone) & change.files.keys()
    assert change.complete or set(change.gone) <= files.keys()
    kept = {} if change.complete else {path: text for path, text in files.items() if path not in change.gone}
    return kept | dict(change.files)


def change_some(records: dict[str, SearchRecord], chance: random.Random) -> None:
    for _ in range(chance.choice((0, 1, 1, 2, 5))):
        known = chance.choice([*records.values()]) if records else some_record(chance)
        match chance.randrange(6):
            case 0:
                records.pop(known.page, None)
            case 1:
                records[known.page] = replace(known, order=chance.choice(DAYS))
            case 2:
                records[known.page] = replace(known, lead=some_text(chance, 6), provinces=some_provinces(chance))
            case 3:
                records[known.page] = replace(known, facts=(*known.facts[1:], some_text(chance, 4)))
            case _:
                new = some_record(chance)
                records[new.page] = new


def some_record(chance: random.Random) -> SearchRecord:
    return SearchRecord(
        page=f"bai-viet/{chance.randrange(500)}.md",
        title=some_text(chance, 3),
        kind=chance.choice([*KINDS]),
        entity=chance.random() < 0.3,
        aliases=(some_text(chance, 2),) if chance.random() < 0.2 else (),
        order=chance.choice(DAYS),
        provinces=some_provinces(chance),
        lead=some_text(chance, 8),
        facts=tuple(some_text(chance, 3) for _ in range(chance.randrange(3))),
    )


def some_text(chance: random.Random, most: int) -> str:
    return " ".join(chance.choice(SYLLABLES) for _ in range(chance.randrange(most + 1)))


def some_provinces(chance: random.Random) -> tuple[str, ...]:
    return tuple(chance.sample([*PROVINCES], chance.randrange(3)))


def deleted(path: Path) -> None:
    path.unlink()


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def halved(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2 - 7])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def nonsense(path: Path) -> None:
    path.write_bytes(b"no database" * 1000)


@pytest.mark.parametrize("harm", [deleted, truncated, halved, emptied, nonsense])
def test_a_damaged_state_is_made_anew(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    chance = random.Random(3)
    records = [some_record(chance) for _ in range(40)]
    records = [*{record.page: record for record in records}.values()]
    path = tmp_path / "state"
    SearchState(path, NAMES, STEP).build(records[:-1], "0")
    harm(path)
    change = SearchState(path, NAMES, STEP).update("0", "1", {}, [], lambda: records)
    assert change == IndexChange(clean(records), complete=True)
    assert SearchState(path, NAMES, STEP).update("1", "2", {}, [], not_needed) == IndexChange({})


def test_a_state_of_other_records_names_or_code_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = [some_record(random.Random(4))]
    path = tmp_path / "state"
    SearchState(path, NAMES, STEP).build(records, "0")
    assert SearchState(path, NAMES, STEP).update("?", "1", {}, [], lambda: records).complete
    other = replace(NAMES, provinces={**PROVINCES, "hue": "Thành phố Huế"})
    change = SearchState(path, other, STEP).update("1", "2", {}, [], lambda: records)
    assert change.files == search_files(records, KINDS, other.provinces, NAMES.abbreviations, STEP)
    monkeypatch.setattr(update, "fingerprint", lambda names: "of other code")
    assert SearchState(path, other, STEP).update("2", "3", {}, [], lambda: records).complete


def test_an_interrupted_change_leaves_no_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = [some_record(random.Random(5))]
    path = tmp_path / "state"
    SearchState(path, NAMES, STEP).build(records, "0")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(update, "years_of", interrupted)
        with pytest.raises(KeyboardInterrupt):
            SearchState(path, NAMES, STEP).update("0", "1", {}, [records[0].page], not_needed)
    change = SearchState(path, NAMES, STEP).update("0", "1", {}, [records[0].page], list)
    assert change == IndexChange(clean([]), complete=True)
