"""Front matter read line by line is what MkDocs reads with PyYAML."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import YAML_RE, get_data

from generator.accelerator.front_matter import _read, _Unusual, read

GOLDEN = sorted((Path(__file__).parents[1] / "golden" / "cases").glob("*/expected/**/*.md"))
TEXTS = st.one_of(
    st.text("abĐồ 0:#'\"-,.", max_size=12),
    st.sampled_from(["2024-01-12", "yes", "null", "12", "1:30", "0x1f", "1_000", ".5", "~", "a\u2028b", "x" * 90]),
    st.sampled_from(["https://x.vn/?a=1#b", "a\nb", "false", "=", "<<", "\ufeffx", "\U0001f600"]),
)
SCALARS = st.one_of(TEXTS, st.integers(), st.booleans(), st.none(), st.floats(allow_nan=False), st.dates())
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "@id", "b_c", "no", "x y"]), inner, max_size=3)
    ),
    max_leaves=8,
)
LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "  ", "    ", "- ", "  - ", "- - "]),
        st.sampled_from(["", "a:", "b:", "'@id':", "no:", "a b:", "https:"]),
        st.sampled_from(["", " ", " x", " 'x'", " 'x", ' "x\\n"', " [x]", " &x y", " *x", " |", " x: y"])
        | st.sampled_from([" x #y", " 1", " //x.vn", " longer text", " longer text:"]),
    ).map("".join),
    min_size=1,
    max_size=6,
).map("\n".join)  # fmt: skip


FLAT = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "'@id'", "c-d", "on", "Null", "e_"]),
        st.text("abcdefĐ 0:#'\",-.=<!?/", min_size=1, max_size=10) | TEXTS.filter(bool),
    ).map(": ".join),
    min_size=1,
    max_size=3,
).map("\n".join)


def same(source: str) -> None:
    assert repr(read(source)) == repr(get_data(source))


def usual(source: str) -> bool:
    m = YAML_RE.match(source)
    assert m
    try:
        _read(m[1])
    except _Unusual:
        return False
    return True


def test_golden_pages() -> None:
    sources = [path.read_text() for path in GOLDEN]
    for source in sources:
        same(source)
    assert sum(usual(source) for source in sources) > 0.8 * len(sources)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.dictionaries(st.sampled_from(["title", "a", "on", "b-c"]), VALUES, max_size=4), st.booleans())
def test_what_pyyaml_writes(values: dict[str, object], flat: bool) -> None:
    same(
        f"---\n{yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=flat, width=10_000)}---\n\nx\n"
    )


@settings(max_examples=600, deadline=None, derandomize=True)
@given(LINES | FLAT)
def test_any_lines(lines: str) -> None:
    same(f"---\n{lines}\n---\nx")


EDGES = ["", "x", "a: b\n\nx", "---\n---\n", "---\nx\n---\n", "---\na: b\n...\n\n\nx", "---\na: b", "---\n- a\n---\n"]
EDGES += ["---\na: b\na: c\n---\n", "---\n\n---\n", "---\na:\n  b: c\n d: e\n---\n", "---\na:\n---\n"]


@pytest.mark.parametrize("source", EDGES)
def test_edges(source: str) -> None:
    same(source)
