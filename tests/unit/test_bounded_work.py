"""Content may be as strange as it likes: what reading it costs grows with its size, and it is told or read.

What is counted are calls and sizes, or inputs so large that the square of them would never end; no clock.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import pytest

from generator import diagnostics
from generator.characters import unseen
from generator.check import check
from generator.diagnostics import human
from generator.output.card_drawing import draw
from generator.sources.articles import read_article
from generator.sources.front_matter import MOST_BYTES, split
from generator.sources.yaml_text import parse_yaml
from generator.text import MOST_MARKS, nfc
from tests.project import TODAY

PATH = "content/articles/2022/bai.md"


@pytest.mark.parametrize("marks", ["\u0301", "\u0323\u0301", "\u0300\u0323\u05b0", "\u0e49\U0001d165"])
def test_a_million_marks_on_one_letter_are_cut_before_they_are_sorted(marks: str) -> None:
    text = "a" + marks * (10**6 // len(marks)) + "b"
    assert len(nfc(text)) <= MOST_MARKS + 2
    assert [code for code, _, _ in unseen(text)] == ["too-many-marks"]


def test_marks_that_may_stand_are_kept() -> None:
    text = "ế" * 5 + "e\u0302\u0301" + "a" + "\u0323" * 20 + "👨\u200d👩\ufe0f" + "—" * 50 + "ก็" * 40
    assert len(nfc(text)) == len(text) - 3
    assert list(unseen(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "%TAG !a! b\n" * 200_000,
        "a: 1\n...\n" + "%TAG !a! b\n" * 200_000,
        "%YAML 1.1\n--- {a: 1}\n",
        "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
        "a: {<<: {b: 1}, <<: {c: 2}}\n",
        "? " * 50_000,
        "a: !!python/object/apply:os.system [x]\n",
        'a: "' + "\\u0301" * 50_000 + '"\n',
        'a: "\\u202e"\n',
        'a: "\\e[31m"\n',
        '"\\u202e": 1\n',
    ],
    ids=lambda text: text[:20],
)
def test_bombs_are_refused(text: str) -> None:
    assert [problem.code for problem in parse_yaml(text).problems] in (["yaml-error"], ["duplicate-key"])


def test_a_hundred_thousand_keys_are_told_each_once() -> None:
    parsed = parse_yaml("".join(f"k{number}: {number}\n" for number in range(100_000)))
    assert (len(parsed.value), parsed.problems) == (100_000, [])
    assert len(parsed.lines) == 100_001
    keys = "".join(f"k{number}: 1\n" for number in range(9_000))
    source, found = read_article(f"---\n{keys}---\n\nĐoạn.\n".encode(), PATH)
    assert source is None
    assert sum(d.code == "unknown-key" for d in found) == 9_000


@pytest.mark.parametrize("number", ["9" * 100_000, "-" + "9" * 5_000 + ".5", "1" * 18, "0x" + "f" * 5_000, "1e99999"])
def test_huge_numbers_are_told(project: Path, number: str) -> None:
    path = project / "content/articles/2022/hue-xep-hang-dti-2021.md"
    text = path.read_text(encoding="utf-8")
    assert "rank: 2" in text
    path.write_text(text.replace("rank: 2", f"rank: {number}"), encoding="utf-8")
    found = check(project, today=TODAY).diagnostics
    assert {d.code for d in found} <= {"wrong-type", "bad-value", "rank-out-of-range"}
    assert found
    assert len(human(found)) < 1_000


def test_a_file_beyond_every_article_is_not_read() -> None:
    assert [d.code for d in split(b"---\n" + b"a" * MOST_BYTES, PATH)[1]] == ["file-too-large"]


def test_as_many_facts_as_a_file_can_hold_are_told_one_by_one(project: Path) -> None:
    facts = [{"topic": f"x{number}", "at": 1} for number in range(3_000)]
    record = {"title": "Bài", "published": None, "publisher": None, "url": None, "review": "draft",
              "added": "2026-11-20",
              "provinces": {"subject": ["hue"]}, "topics": facts}  # fmt: skip
    text = f"---\n{json.dumps(record)}\n---\n\nĐoạn.\n"
    assert len(text) < MOST_BYTES
    (project / PATH).write_text(text, encoding="utf-8")
    found = check(project, today=TODAY, drafts=True).diagnostics
    assert sum(d.code == "unknown-topic" for d in found) == 3_000


def test_very_many_unknown_keys_are_each_compared_with_few_of_very_many_known(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All begin with the same letters; the known ones are put in order once, and the one that was meant is found."""
    compared, put_in_order = [], []

    def compare(word: str, known: list[str], **more: Any) -> list[str]:
        compared.append(len(known))
        return get_close_matches(word, known, **more)

    def order(known: Iterable[str]) -> list[str]:
        put_in_order.append(known)
        return sorted(known)

    monkeypatch.setattr(diagnostics, "get_close_matches", compare)
    monkeypatch.setattr(diagnostics, "sorted", order, raising=False)
    told = [{"id": f"su-kien-{n}", "name": f"Việc {n}", "kind": "meeting", "at": 1} for n in range(3_000)]
    for number in range(3):
        events = [event | {"part_of": f"{event['id']}x"} for event in told[number::3]]
        record = {"title": f"Bài {number}", "published": None, "publisher": None, "url": None, "review": "approved",
                  "added": "2026-11-20", "provinces": {"subject": ["hue"]}, "events": events}  # fmt: skip
        text = f"---\n{json.dumps(record)}\n---\n\nĐoạn.\n"
        (project / f"content/articles/2022/bai-{number}.md").write_text(text, encoding="utf-8")
    found = [d for d in check(project, today=TODAY).diagnostics if d.code == "unknown-event"]
    assert len(found) == len(compared) == 3_000
    assert max(compared) <= 5 * diagnostics.BESIDE
    assert len(put_in_order) == 2
    missed = [d for d in found if f"“{d.message.split('“')[1].split('”')[0][:-1]}”?" not in d.message]
    assert missed == []


def test_an_article_that_links_nowhere_very_often_is_told_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The addresses of the portal are put in order once, as many links as there may be."""
    put_in_order = []

    def order(known: Iterable[str]) -> list[str]:
        put_in_order.append(known)
        return sorted(known)

    monkeypatch.setattr(diagnostics, "FEW", 10)
    monkeypatch.setattr(diagnostics, "sorted", order, raising=False)
    path = project / "content/articles/2022/bac-kan-hop-ban-chi-dao.md"
    links = " ".join(f"[x](/tinh/bac-kann{number}/)" for number in range(1_000))
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{links}\n", encoding="utf-8")
    found = [d for d in check(project, today=TODAY).diagnostics if d.code == "dead-link"]
    assert len(found) == 1_000
    assert all("“/tinh/bac-kan/”" in d.message for d in found)
    assert len(put_in_order) == 2


def test_a_card_draws_a_part_of_what_is_too_long() -> None:
    long = "chữ " * 30_000
    assert draw("", long, long, long, long) == draw("", long[:400], long[:400], long[:400], long[:400])


def test_a_report_cannot_be_forged_by_a_name(project: Path) -> None:
    """A line of its own could read as another problem, or as a command of a workflow."""
    (project / "content/articles/2022/x\n::error::y\x1b[2J.md").write_text("x", encoding="utf-8")
    text = human(check(project, today=TODAY).diagnostics)
    assert "\x1b" not in text
    assert not [line for line in text.split("\n") if line.lstrip().startswith("::")]
