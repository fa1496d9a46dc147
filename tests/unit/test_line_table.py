"""A packed table of lines knows every field as the mapping does, whatever the keys are called."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.sources.line_table import line_of, line_table

KEYS = st.one_of(st.integers(0, 12), st.sampled_from(["0", "1", "id", "i\td", "\n('id',)\t7", "sự kiện", "'", '"']))
PATHS = st.lists(KEYS, max_size=3).map(tuple)


@given(st.dictionaries(PATHS, st.integers(1, 10**6)), st.lists(PATHS))
def test_each_path_has_its_line_and_no_other_has_one(
    lines: dict[tuple[str | int, ...], int], others: list[tuple[str | int, ...]]
) -> None:
    table = line_table(lines)
    assert [line_of(table, path) for path in (*lines, *others)] == [lines.get(path) for path in (*lines, *others)]
