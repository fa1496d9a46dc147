"""The fields that are scored, and what of a fact is compared."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """`wording`: the attribute in our own words, matched by texts.says_the_same; all others are matched exactly.

    `kin`: two facts with these in common are the same fact told differently, so the answer is wrong, not invented.
    `found_only`: gold does not list all that might be found, so that only what is missing counts.
    """

    name: str
    wording: str | None = None
    kin: tuple[tuple[str, ...], ...] = ()
    single: bool = False
    found_only: bool = False


FIELDS = (
    Field("title", single=True),
    Field("published", single=True),
    Field("authors"),
    Field("publisher", single=True),
    Field("subject"),
    Field("mention"),
    Field("dates", kin=(("text",),)),
    Field("documents", kin=(("number",), ("kind", "date"))),
    Field("indicators", kin=(("province", "index", "year", "measure"), ("province", "index", "measure", "rank"))),
    Field("events", wording="name", kin=(("name",), ("kind", "edtf", "provinces"))),
    Field("targets", wording="text", kin=(("text",),)),
    Field("figures", wording="text", kin=(("text",),)),
    Field("platforms"),
    Field("places"),
    Field("topics", found_only=True),
    Field("noise", found_only=True),
)
NAMES = tuple(field.name for field in FIELDS)
