"""Words as numbers are the same words, and numbers of documents leave room for others."""

from __future__ import annotations

import pytest

from generator.output.search.lexicon import Lexicon, pairs_of
from generator.output.search.numbering import numbers_of
from generator.output.search.words import words

TEXTS = ("Ngày 06 tháng 01 năm 2022", "", "quý III năm 2022, hoà bình", "năm", "QĐ749/QĐ-TTg", "Thuý Nguyễn quý")


def test_the_words_of_each_text() -> None:
    lexicon = Lexicon()
    each, every = lexicon.words_of_each(TEXTS)
    assert [[lexicon.word(number) for number in text] for text in each] == [words(text) for text in TEXTS]
    assert {"tháng", "năm", "ngày", "iii", "3"} <= {lexicon.word(number) for number in every}
    assert [lexicon.pair(pair) for pair in pairs_of(each[4])] == ["qđ 749", "749 qđ", "qđ ttg"]


@pytest.mark.parametrize("at", [0, 700, 1_500, 2_900])
def test_a_document_between_others_moves_few_numbers(at: int) -> None:
    pages = [f"bai-viet/{number}.md" for number in range(3_000)]
    before = numbers_of(pages)
    after = numbers_of([*pages[:at], "van-ban/moi.md", *pages[at:]])
    assert after == sorted(set(after))
    moved = sum(old != new for old, new in zip(before, after[:at] + after[at + 1 :], strict=True))
    assert moved < 150
    assert before[-1] < 1.25 * len(pages)
