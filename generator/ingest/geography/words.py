"""The vocabulary of geography.yml, as sets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True)
class Words:
    """Words by what they tell of a province's name; all in lower case."""

    longer_names: tuple[str, ...]
    earlier_names: frozenset[str]
    province_words: frozenset[str]
    city_words: frozenset[str]
    town_words: frozenset[str]
    other_words: frozenset[str]
    harmless_words: frozenset[str]
    institution_words: frozenset[str]
    plural_words: frozenset[str]
    phrase_words: frozenset[str]
    titles: frozenset[str]
    professions: frozenset[str]
    not_titles: frozenset[str]
    middle_names: frozenset[str]
    place_words: frozenset[str]
    body_words: frozenset[str]


def _load() -> Words:
    raw: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("geography.yml").read_text(encoding="utf-8"))
    longer = tuple(raw.pop("longer_names"))
    return Words(longer_names=longer, **{key: frozenset(_flat(words)) for key, words in raw.items()})


def _flat(words: Iterable[Any]) -> Iterable[str]:
    for word in words:
        if isinstance(word, str):
            yield word
        else:
            yield from word


WORDS = _load()
