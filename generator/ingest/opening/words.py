"""The words of news pages that opening an article goes by, read once from words.yml.

Sources: corpus seen (provincial portals, papers and ministries, 2018–2026); Decree 30/2020/NĐ-CP, annex II, on the
capitals of organs' names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import resources

import yaml

from generator.text import fold_case, nfc

_WORDS = yaml.safe_load(nfc(resources.files(__package__).joinpath("words.yml").read_text("utf-8")))


def words(key: str) -> tuple[str, ...]:
    """The words filed under a key, as written."""
    return tuple(str(word) for word in _WORDS[key])


def folded_words(key: str) -> frozenset[str]:
    """The words filed under a key, folded as a passage is."""
    return frozenset(fold_case(word) for word in words(key))


def folded_table(key: str) -> dict[str, str]:
    """A table by words folded as a passage is."""
    return {fold_case(word): str(meaning) for word, meaning in _WORDS[key].items()}


def any_of(*keys: str) -> str:
    """A pattern of any of the words of some keys, the longest first, to be matched against folded text."""
    return alternatives(word for key in keys for word in folded_words(key))


def alternatives(some: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first; a space in a word is any white space."""
    ordered = sorted(set(some), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"
