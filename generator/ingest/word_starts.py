"""Patterns to be searched for in whole texts: the letter they begin with stands first.

A search skips to the letters that can begin a match only where the pattern begins with them. „(?<!\\w)" in front of
them makes it try every character; behind the first letter it says the same.
"""

from __future__ import annotations

from collections.abc import Iterable


def word_starts(alternatives: Iterable[str], not_after: str = r"\w") -> str:
    """A pattern of any of some patterns, each beginning with a letter, that stands behind no character of a class.

    It is an alternation without brackets, to stand alone or at the end of another.
    """
    rests: dict[str, list[str]] = {}
    for one in alternatives:
        rests.setdefault(one[0], []).append(one[1:])
    return "|".join(rf"{first}(?<![{not_after}]{first})(?:{'|'.join(rests[first])})" for first in rests)
