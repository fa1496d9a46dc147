"""The files of the search index: what stands in them, that they are found, and what a new article changes."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.output.search.blocks import content_name
from generator.output.search.index import FOLDER, search_files
from generator.output.search.layout import TABLES, table_of
from generator.output.search.number_lists import number_text
from generator.output.search.record import SearchRecord
from generator.output.search.segments import border_of

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
KINDS = {"tinh": "Tỉnh, thành", "bai-viet": "Bài viết"}
PROVINCES = {"bac-kan": "Bắc Kạn", "hue": "Huế"}
OLD = 8_738
"""Of 9,001 articles of the `article`s below, those that are not in the new segment."""
BAC_KAN = SearchRecord(
    page="tinh/bac-kan.md",
    title="Tỉnh Bắc Kạn",
    kind="tinh",
    entity=True,
    aliases=("Bắc Kạn",),
    provinces=("bac-kan",),
    lead="Nay thuộc Thái Nguyên.",
)
ARTICLE = SearchRecord(
    page="bai-viet/hop.md",
    title="Bắc Kạn họp về số hóa",
    kind="bai-viet",
    entity=False,
    order="2022-10-10",
    date="10/10/2022",
    provinces=("bac-kan", "hue"),
    lead="Cuộc họp ở Bắc Kạn.",
    facts=("Thái Nguyên cũng dự",),
)


def test_what_stands_under_a_pair() -> None:
    """Beginning and end of a title, a thing's or an article's, then leads, then facts; documents in order of time."""
    files = search_files([ARTICLE, BAC_KAN], KINDS, PROVINCES, {})
    assert tables_of(files) == {"tu-moi", "cap-moi", "lan-can-moi"}
    assert entry(files, "cap", "bac kan") == ("2", {"bắc kạn": ([(0, "start end thing"), (1, "start")], [], [])})
    assert entry(files, "cap", "thai nguyen") == ("2", {"thái nguyên": ([], [0], [1])})
    assert entry(files, "tu", "hop") == ("1", {"họp": ([(1, "")], [], [])})
    assert entry(files, "cap", "kan hop") == ("1", {"kạn họp": ([(1, "")], [], [])})


def test_lists_that_are_too_long_leave_out_facts_then_leads() -> None:
    many = [article(number, title=f"Tin {number}", lead="Chung tay", facts=("Cùng làm",)) for number in range(9_000)]
    named = article(9_000, title="Chung tay cùng làm", lead="", facts=())
    files = search_files([*many, named], KINDS, PROVINCES, {})
    for pair, form, left_out in (("chung tay", "chung tay", "++"), ("cung lam", "cùng làm", "+")):
        count, forms = entry(files, "cap", pair, new=False)
        assert count == f"{OLD}{left_out}"
        assert [len(found) for found in forms[form]] == [0, 0, 0]
        count, forms = entry(files, "cap", pair)
        assert count == str(9001 - OLD)
        assert sum(len(found) for found in forms[form]) == 9001 - OLD


def test_a_document_is_shown_from_its_chunk() -> None:
    files = search_files([ARTICLE, BAC_KAN], KINDS, PROVINCES, {})
    directory = json.loads(files[f"{FOLDER}/muc.json"])
    (chunk,) = (json.loads(text) for path, text in files.items() if path.startswith(f"{FOLDER}/trang/"))
    assert chunk[1] == [
        "bai-viet/hop/",
        "Bắc Kạn họp về số hóa",
        "bai-viet",
        "10/10/2022",
        ["bac-kan", "hue"],
        "Cuộc họp ở Bắc Kạn.",
        "Thái Nguyên cũng dự",
        [],
        [],
    ]
    assert directory["years"] == [["2022", 1]]
    assert directory["documents"] == 2


def test_files_are_named_by_what_they_hold_and_the_directory_names_all_of_them() -> None:
    files = search_files(synthetic(400), KINDS, PROVINCES, {}, step=32)
    directory = json.loads(files[f"{FOLDER}/muc.json"])
    named = {f"{FOLDER}/muc.json", f"{FOLDER}/tu-vung/{directory['vocabulary']}.txt"}
    assert tables_of(files) == {*TABLES}
    for table in TABLES:
        keys, names = directory[table]
        assert keys.split("\n") == sorted(keys.split("\n"))
        named |= {f"{FOLDER}/{table}/{name}.txt" for name in parts(names, 7)}
    named |= {f"{FOLDER}/trang/{at}-{name}.json" for at, name in enumerate(parts(directory["chunks"], 4))}
    named |= {f"{FOLDER}/loc/{name}.json" for name in directory["facets"]}
    assert named == set(files)
    for path, text in files.items():
        if not path.endswith("muc.json"):
            name = PurePosixPath(path).stem.rpartition("-")[2]
            assert name == content_name(text, len(name))


def test_the_order_of_records_changes_nothing() -> None:
    records = synthetic(200)
    shuffled = random.Random(1).sample(records, len(records))
    assert search_files(shuffled, KINDS, PROVINCES, {}) == search_files(records, KINDS, PROVINCES, {})


def test_a_new_article_changes_the_blocks_of_its_words_in_the_new_segment_alone() -> None:
    records = synthetic(3_100)
    new = article(3_100, title="Hoàn toàn mới", lead="", facts=())
    before = search_files(records, KINDS, PROVINCES, {})
    after = search_files([*records, new], KINDS, PROVINCES, {})
    changed = Counter(path.split("/")[2] for path in after.keys() - before.keys())
    assert changed == {"tu-moi": 1, "cap-moi": 2, "lan-can-moi": 2, "tu-vung": 1, "trang": 1, "loc": 1}


def test_what_changes_with_every_article_stands_in_the_new_segment() -> None:
    files = search_files([BAC_KAN, *synthetic(400)], KINDS, PROVINCES, {}, step=32)
    assert entry(files, "cap", "thuoc thai")[0] == "1"
    assert entry(files, "cap", "bac kan")[1] == {"bắc kạn": ([(0, "start end thing")], [], [])}


@pytest.mark.parametrize(("extent", "border"), [(0, 0), (128, 0), (1023, 0), (1024, 896), (1151, 896), (1152, 1024)])
def test_the_last_whole_step_and_the_one_begun_are_new(extent: int, border: int) -> None:
    assert border_of(extent, 128) == border


@given(st.integers(min_value=0, max_value=2**30))
def test_numbers_are_read_back(value: int) -> None:
    assert list(numbers(number_text(value) + number_text(7))) == [value, 7]


def article(number: int, *, title: str, lead: str, facts: tuple[str, ...]) -> SearchRecord:
    day = f"{2000 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    return SearchRecord(
        page=f"bai-viet/{number:05}.md",
        title=title,
        kind="bai-viet",
        entity=False,
        order=day,
        provinces=("hue",),
        lead=lead,
        facts=facts,
    )


def synthetic(number: int) -> list[SearchRecord]:
    chance = random.Random(7)
    syllables = [f"{first}{vowel}{last}" for first in "bcdghklmnstv" for vowel in "aeiou" for last in ("", "n", "ng")]

    def text(length: int) -> str:
        return " ".join(chance.choice(syllables) for _ in range(length))

    return [article(at, title=text(8), lead=text(20), facts=(text(10), text(10))) for at in range(number)]


def entry(
    files: dict[str, str], table: str, key: str, *, new: bool = True
) -> tuple[str, dict[str, tuple[list[tuple[int, str]], list[int], list[int]]]]:
    """The count and the documents of each accented form under a key: of titles, of leads, of facts."""
    (line,) = (
        line
        for path, text in files.items()
        if path.startswith(f"{FOLDER}/{table_of(table, new=new)}/")
        for line in text.split("\n")
        if line.startswith(f"{key}\t")
    )
    _, count, *rest = line.split("\t")
    forms = {}
    for at in range(0, len(rest), 4):
        form, titles, leads, facts = rest[at : at + 4]
        forms[form or key] = (list(titled(titles)), list(added(numbers(leads))), list(added(numbers(facts))))
    return count, forms


def tables_of(files: Iterable[str]) -> set[str]:
    """The tables that have blocks."""
    return {path.split("/")[2] for path in files} & {*TABLES}


def titled(text: str) -> Iterable[tuple[int, str]]:
    number = 0
    for value in numbers(text):
        number += value >> 3
        yield number, " ".join(name for bit, name in ((1, "start"), (2, "end"), (4, "thing")) if value & bit)


def added(values: Iterable[int]) -> Iterable[int]:
    number = 0
    for value in values:
        number += value
        yield number


def numbers(text: str) -> Iterable[int]:
    value = shift = 0
    for digit in map(DIGITS.index, text):
        value |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            yield value
            value = shift = 0


def parts(text: str, length: int) -> list[str]:
    return [text[at : at + length] for at in range(0, len(text), length)]
