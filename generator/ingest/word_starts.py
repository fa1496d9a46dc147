"""Patterns to be searched for in whole texts: the letter they begin with stands first.

A search skips to the letters that can begin a match only where the pattern begins with them. „(?<!\\w)" in front of
them makes it try every character; behind the first letter it says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_LED = re.compile(r"((?:\(\?<![^()|]+\))*)(.)(.*)", re.DOTALL)
_GOES_ON = re.compile(r"[^\W\d_](?![?*+{])")


def word_starts(alternatives: Iterable[str], not_after: str = r"\w") -> str:
    """A pattern of any of some patterns, each beginning with a letter, that stands behind no character of a class.

    It is an alternation without brackets, to stand alone or at the end of another. In front of its letter a pattern
    may have „(?<!…)", which is put behind it, too.
    """
    rests: dict[str, list[str]] = {}
    for one in alternatives:
        m = _LED.fullmatch(one)
        assert m, one
        not_behind, first, rest = m.groups()
        rests.setdefault(first, []).append(not_behind.replace(")", f"{first})") + rest)
    return "|".join(first + _behind(first, rests[first], not_after) for first in rests)


def _behind(first: str, rests: list[str], not_after: str) -> str:
    """What stands behind a first letter: where all go on with plain letters, these are tried before the look behind."""
    if not all(_GOES_ON.match(rest) for rest in rests):
        return rf"(?<![{not_after}]{first})(?:{'|'.join(rests)})"
    by_second: dict[str, list[str]] = {}
    for rest in rests:
        by_second.setdefault(rest[0], []).append(rest[1:])
    ways = (rf"{second}(?<![{not_after}]{first}{second})(?:{'|'.join(by_second[second])})" for second in by_second)
    return f"(?:{'|'.join(ways)})"


def ways(pattern: str) -> list[str]:
    """The alternatives of a pattern: what stands between „|" outside brackets."""
    found, depth = [""], 0
    for char in pattern:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            found.append("")
        else:
            found[-1] += char
    return found
