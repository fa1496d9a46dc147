"""Each target once: a headline tells in part what the article tells in full."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from generator.ingest.found import TargetFound
from generator.ingest.passage import Passage
from generator.text import fold_case

_SAY_LITTLE = frozenset(("đạt", "chiếm", "tỷ", "tỉ", "trọng", "lệ", "là", "lên", "vào", "có", "về", "của"))
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 20


def each_once(passage: Passage, found: Iterable[TargetFound]) -> tuple[TargetFound, ...]:
    """Without what another target tells with the same numbers and no other words, and as exact a time."""
    kept: dict[tuple[str | None, tuple[str, ...]], list[TargetFound]] = defaultdict(list)
    for target in found:
        key = (target.province, tuple(sorted(set(_NUMBER.findall(target.text)))))
        others = kept[key]
        first = max(0, len(others) - _LOOKED_AT)
        same = next((n for n, other in enumerate(others[first:], first) if _same(passage, other, target)), None)
        if same is None:
            others.append(target)
        else:
            others[same] = _fuller(others[same], target)
    return tuple(sorted((t for ts in kept.values() for t in ts), key=lambda t: t.start))


def _same(passage: Passage, one: TargetFound, other: TargetFound) -> bool:
    if one.by and other.by and one.by != other.by:
        return False
    if one.goal and one.goal == other.goal:
        return True
    if one.text == other.text:
        return True
    if passage.paragraph_at(one.start) == passage.paragraph_at(other.start):
        return False
    a, b = _syllables(one.text), _syllables(other.text)
    return bool(a and b) and (a <= b or b <= a)


def _fuller(one: TargetFound, other: TargetFound) -> TargetFound:
    """The one with a time, then the longer one; its goal may come from the other."""
    best, rest = sorted((one, other), key=lambda t: (t.by is None, -len(t.text)))
    return replace(best, goal=best.goal or rest.goal)


def _syllables(text: str) -> frozenset[str]:
    return frozenset(_SYLLABLE.findall(fold_case(text))) - _SAY_LITTLE
