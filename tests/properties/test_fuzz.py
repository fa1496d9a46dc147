"""Any bytes, any front matter, any summary, any registries, any raw article: diagnostics, never an exception.

`make fuzz` tries PORTAL_FUZZ times as many inputs, and others led by the code they reach (tests/fuzz).
"""

from __future__ import annotations

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz import targets
from tests.hostile.families import REFUSED, corpus

ARTICLE = targets.ARTICLE.read_text(encoding="utf-8")
TIMES = int(os.environ.get("PORTAL_FUZZ", "1"))

pieces = st.one_of(
    st.sampled_from(corpus()),
    st.sampled_from([payload for family in REFUSED.values() for payload in family]),
    st.sampled_from(["\n", "\n\n", "---\n", ": ", "- ", "[", "](", ")", '"', "'", "\t", "\ufffd", "ngày 10/10/2022 "]),
    st.text(max_size=12),
)
texts = st.lists(pieces, max_size=8).map("".join)


def spliced(text: str, at: float, length: int, new: str) -> bytes:
    """The text with a piece of it replaced."""
    start = round(at * len(text))
    return (text[:start] + new + text[start + length :]).encode("utf-8", "surrogatepass")


@settings(max_examples=150 * TIMES)
@given(st.floats(0, 1), st.integers(0, 40), texts)
def test_any_article_file(at: float, length: int, new: str) -> None:
    targets.article(spliced(ARTICLE, at, length, new))


@settings(max_examples=200 * TIMES)
@given(st.binary(max_size=200))
def test_any_bytes_of_an_article(data: bytes) -> None:
    targets.article(b"---\n" + data + b"\n---\n\n" + data)


@settings(max_examples=200 * TIMES)
@given(texts)
def test_any_registry(text: str) -> None:
    targets.registry(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=80 * TIMES)
@given(st.binary(min_size=1, max_size=40))
def test_any_changes_of_registries(data: bytes) -> None:
    targets.registries(data)


@settings(max_examples=60 * TIMES)
@given(texts, st.sampled_from(["a.txt", "a.html", "a.docx", "a.pdf", "-"]), st.booleans())
def test_any_raw_article(text: str, name: str, page: bool) -> None:
    told = f"Bắc Kạn, ngày 10/10/2022 {text} xếp hạng 5 về DTI. Kế hoạch số 148/KH-UBND {text}\n\n" * 3
    html = f"<html><head><title>{text}</title><link rel=canonical href='{text}'></head><body><p>{told}</p>"
    targets.raw((html if page else told).encode("utf-8", "surrogatepass"), name)
