"""When a value of an answer agrees with gold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.text import nfc
from tests.ingest.scoring.fields import Field
from tests.ingest.scoring.gold import ANY, GoldFact, Value, Wanted
from tests.ingest.scoring.texts import SHARED, numbers, plain, says_the_same, shared_with_shorter, squeezed

Told = Mapping[str, Value]

_NAMES = {("publisher", "value"), ("platforms", "value"), ("topics", "value"), ("documents", "issuer")}
"""Names that may be written in capitals or not."""


def is_right(field: Field, name: str, wanted: Wanted, value: Value) -> bool:
    """Whether a value is one of those that gold calls right."""
    if wanted == ANY:
        return True
    if name == field.wording:
        return any(_same_wording(field, w or "", value or "") for w in wanted)
    if field.name == "places":
        return any(_same_place(w or "", value or "") for w in wanted)
    if (field.name, name) in _NAMES:
        return (plain(value) if value else value) in {plain(w) if w else w for w in wanted}
    return (squeezed(nfc(value)) if value else value) in wanted


def _same_place(gold: str, value: str) -> bool:
    """The same kind and name; what it lies in is compared where gold tells it."""
    one, other = (re.sub(r"\btp\b\.?", "thành phố", plain(text)) for text in (gold, value))
    return one == (other if "(" in one else other.partition(" (")[0])


def _same_wording(field: Field, gold: str, value: str) -> bool:
    if field.name == "figures":
        return is_among(gold, value)
    return says_the_same(gold, value)


def is_among(gold: str, value: str) -> bool:
    """A figure of the answer is one number; gold may tell several of one thing: 6,12% năm 2021, 93,6% năm 2022."""
    return (
        bool(numbers(value))
        and set(numbers(value)) <= set(numbers(gold))
        and shared_with_shorter(gold, value) >= SHARED
    )


def untold(gold: GoldFact, tolds: Sequence[Told]) -> set[float]:
    """All percentages of gold must be told, where it has none its first number; others (số của tổng đài) may be."""
    text = gold.wanted["text"][0] or ""
    needed = {n for part in text.split("%")[:-1] for n in numbers(part)[-1:]} or set(numbers(text)[:1])
    return needed - {n for told in tolds for n in numbers(told["text"] or "")}
