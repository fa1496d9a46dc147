"""One pattern for many phrases: a tree of their letters, which fails on the first letter that fits none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.ingest.word_starts import word_starts


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for the longest of the phrases that stands somewhere, with any white space between its words."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for phrase in phrases:
        branch = tree
        for letter in " ".join(phrase.split()):
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _pattern(tree) or "(?!)"


def any_at_start(phrases: Iterable[str], not_after: str, then: str = "") -> str:
    """The longest of the phrases that stands somewhere behind no character of a class, with what must follow it."""
    by_letters: dict[str, list[str]] = {}
    for phrase in phrases:
        by_letters.setdefault(phrase[:2], []).append(phrase)
    return word_starts((any_of(some) + then for some in by_letters.values()), not_after)


def _pattern(branch: dict[str, dict]) -> str:  # type: ignore[type-arg]
    ways = [
        (r"\s+" if letter == " " else re.escape(letter)) + _pattern(rest) for letter, rest in branch.items() if letter
    ]
    if not ways:
        return ""
    together = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    return f"(?:{together})?" if "" in branch else together
