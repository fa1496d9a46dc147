"""Words as numbers are the same words, and numbers of documents leave room for others."""

from __future__ import annotations

from statistics import median

from generator.output.search.lexicon import Lexicon, pairs_of
from generator.output.search.numbering import moment, numbers_of
from generator.output.search.words import words

TEXTS = ("Ngày 06 tháng 01 năm 2022", "", "quý III năm 2022, hoà bình", "năm", "QĐ749/QĐ-TTg", "Thuý Nguyễn quý")


def test_the_words_of_each_text() -> None:
    lexicon = Lexicon()
    each, every = lexicon.words_of_each(TEXTS)
    assert [[lexicon.word(number) for number in text] for text in each] == [words(text) for text in TEXTS]
    assert {"tháng", "năm", "ngày", "iii", "3"} <= {lexicon.word(number) for number in every}
    assert [lexicon.pair(pair) for pair in pairs_of(each[4])] == ["qđ 749", "749 qđ", "qđ ttg"]


def test_documents_are_numbered_by_day() -> None:
    days = ("", "2019", "2019-01", "2019-01-01", "2019-01-31", "2019-02", "2019-12-31", "2020")
    assert [order for _, order in sorted((moment(order, f"{order}.md"), order) for order in days)] == [*days]


def test_a_document_between_others_moves_few_numbers() -> None:
    days = [f"{2019 + at // 336}-{at // 28 % 12 + 1:02}-{at % 28 + 1:02}" for at in range(1_344)]
    moments = sorted(moment(day, f"{at}-{day}.md") for day in days for at in range(3))
    before = list(numbers_of(moments))
    assert len(before) < before[-1] < 2.5 * len(before)
    moved = []
    for day in days[10::60]:
        new = moment(day, "van-ban/moi.md")
        numbers = dict(zip(sorted((*moments, new)), numbers_of(sorted((*moments, new))), strict=True))
        assert sorted(set(numbers.values())) == list(numbers.values())
        moved.append(sum(numbers[of] != old for of, old in zip(moments, before, strict=True)))
    assert median(moved) <= 1
