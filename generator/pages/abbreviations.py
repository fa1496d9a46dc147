"""Abbreviations, spelled out where an article uses them first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.text import fold_case


def first_uses(paragraphs: Sequence[str], known: Mapping[str, str]) -> list[dict[str, str]]:
    """For each paragraph the abbreviations that stand in it first, with their full words.

    One whose full words the text has given before (or gives in the same paragraph) needs no help.
    """
    found: list[dict[str, str]] = []
    left, told = dict(known), ""
    for paragraph in paragraphs:
        told += fold_case(paragraph)
        here = [short for short in left if short in paragraph and _stands(short, paragraph)]
        words = {short: left.pop(short) for short in here}
        found.append({short: full for short, full in words.items() if fold_case(full) not in told})
    return found


def _stands(short: str, paragraph: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(short)}(?!\w)", paragraph) is not None
