"""The bench asks the same of everyone, asks enough, and wants pages that are there."""

from __future__ import annotations

from collections import Counter
from random import Random

from generator.check import Checked
from generator.output.search.record import SearchRecord
from generator.output.search.records import search_records
from tests.search_bench import spellings
from tests.search_bench.queries import Titles, address, generated, hand_written


def _records(real: Checked) -> list[SearchRecord]:
    assert real.library is not None
    return list(search_records(real.library, real.pages))


def test_hand_written_queries_want_pages_that_search_knows(real: Checked) -> None:
    known = {address(record) for record in _records(real)}
    queries = list(hand_written())
    assert [(query.text, page) for query in queries for page in query.wanted if page not in known] == []
    assert len(queries) >= 120


def test_generated_queries_are_enough_of_every_form_and_always_the_same(real: Checked) -> None:
    records = _records(real)
    queries = list(generated(records, seed=1))
    assert queries == list(generated(records, seed=1))
    assert len(queries) >= 300
    assert min(Counter(query.form for query in queries).values()) >= 5


def test_another_page_with_the_typed_words_counts_too() -> None:
    records = [
        SearchRecord(page=f"bai-viet/{name}.md", title=title, kind="bai-viet", entity=False)
        for name, title in (("a", "Chợ số ở Hòa Bình"), ("b", "Hoà Bình mở chợ số"), ("c", "Chợ phiên"))
    ]
    titles = Titles(records)
    assert titles.meant("cho so") == {"bai-viet/a/", "bai-viet/b/"}
    assert titles.meant("số hoà", scattered=True) == {"bai-viet/a/", "bai-viet/b/"}
    assert titles.meant("chợ ph", unfinished=True) == {"bai-viet/c/"}


def test_ways_of_typing() -> None:
    random = Random(1)
    assert spellings.other_tone_placement("Hòa Bình, thúy, quý, toàn") == "Hoà Bình, thuý, quý, toàn"
    assert spellings.bare("Đắk Lắk") == "dak lak"
    assert spellings.plain_d("Đắk Lắk") == "Dắk Lắk"
    for _ in range(50):
        assert spellings.mistyped(random, "chuyển đổi số") != "chuyển đổi số"
        other = spellings.wrong_tone(random, "chuyển đổi số Hậu Giang")
        assert other != "chuyển đổi số Hậu Giang"
        assert len(other) == len("chuyển đổi số Hậu Giang")
        assert "chuyển đổi số".startswith(spellings.cut(random, "chuyển đổi số"))
