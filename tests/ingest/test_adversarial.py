"""No text makes ingest slower than its length does: texts of 100,000 characters (lines: 50,000) hard on patterns.

What is compared is the time of the processor for a text and for a quarter of it, best of three: quadratic work takes
sixteen times as long. An alarm ends a pattern that blows up.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from time import process_time

import pytest
import yaml

from tests.ingest.pipeline import answered_line, ingested

CASES: dict[str, str | list[str]] = yaml.safe_load(
    Path(__file__).with_name("adversarial.yml").read_text(encoding="utf-8")
)
HEAD = "Cao Bằng họp về chuyển đổi số\n\nNgày đăng: 11/10/2022\n\n"
ARTICLE, LINE = 100_000, 50_000
AS_LONG = 10
"""How many times as long four times the text may take."""

QUICK = 0.5
"""Seconds of the processor within which it does not matter how the work grows."""

GUARD = 20


def filled(words: str | list[str], length: int) -> str:
    """The words of a case repeated up to a length, {n} counted."""
    first, unit = words if isinstance(words, list) else ("", words)
    pieces, size = [first], len(first)
    for n in count(1):
        if size >= length:
            break
        pieces.append(unit.replace("{n}", str(n)))
        size += len(pieces[-1])
    return "".join(pieces)[:length]


def as_article(text: str) -> object:
    """The text below a title and a date, read to the end."""
    return ingested(HEAD + text + "\n")


@contextmanager
def alarm(seconds: int) -> Iterator[None]:
    """Ends what takes longer."""

    def ring(*_: object) -> None:
        raise TimeoutError(f"more than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def seconds(work: Callable[[str], object], text: str) -> float:
    """The processor's time for a text."""
    start = process_time()
    with alarm(GUARD):
        work(text)
    return process_time() - start


def check_growth(work: Callable[[str], object], words: str | list[str], length: int = ARTICLE) -> None:
    whole, quarter = filled(words, length), filled(words, length // 4)
    long = short = float("inf")
    for _ in range(3):
        long = min(long, seconds(work, whole))
        if long <= QUICK:
            return
        short = min(short, seconds(work, quarter))
        if long <= AS_LONG * short:
            return
    pytest.fail(f"{length:,} characters take {long:.2f} s, a quarter of them {short:.2f} s")


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Make indexes and patterns, which the first text would pay for."""
    ingested(HEAD)


@pytest.mark.parametrize("words", CASES.values(), ids=CASES)
def test_the_work_for_an_article_grows_with_its_length(words: str | list[str]) -> None:
    check_growth(as_article, words)


@pytest.mark.parametrize("words", CASES.values(), ids=CASES)
def test_the_work_for_a_line_grows_with_its_length(words: str | list[str]) -> None:
    check_growth(answered_line, words, LINE)


def test_quadratic_work_is_noticed_and_linear_work_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(f"{__name__}.process_time", lambda: now)

    def takes(power: int) -> Callable[[str], None]:
        def work(text: str) -> None:
            nonlocal now
            now += (len(text) / 1000) ** power

        return work

    check_growth(takes(1), "ab")
    with pytest.raises(pytest.fail.Exception):
        check_growth(takes(2), "ab")


def test_what_hangs_is_ended() -> None:
    import re

    with pytest.raises(TimeoutError), alarm(1):
        re.match(r"(a+)+$", "a" * 100 + "b")
