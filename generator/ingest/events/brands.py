"""Words that are a brand and not Vietnamese: „AgriConnect", „Shopone", „iHanoi"."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

WORDS: dict[str, Any] = yaml.safe_load(
    resources.files(__package__).joinpath("platform_words.yml").read_text(encoding="utf-8")
)
"""The vocabulary of platforms (platform_words.yml)."""

_COMMON = frozenset(word.casefold() for word in WORDS["not_brands"])
_SHAPE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*\Z")
_SYLLABLE = re.compile(
    r"(?:ngh?|[ctpk]h|gh|gi|nh|qu|tr|[bcdghklmnrstvxp])?(?:[aeiouy]{1,3})(?:ch|ng|nh|[cmnpt])?\Z", re.IGNORECASE
)
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")


@lru_cache(maxsize=4096)
def is_brand(word: str) -> bool:
    """Whether a word is a product's own name: Latin letters with a capital that no Vietnamese syllable has."""
    if not 4 <= len(word) <= 30 or not _SHAPE.match(word) or word.casefold() in _COMMON or word.islower():
        return False
    if _INNER_CAPITAL.search(word):
        return True
    return word[0].isupper() and not word.isupper() and not _SYLLABLE.match(word)
