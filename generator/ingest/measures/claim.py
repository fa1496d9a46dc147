"""A claim: one value with the province, index, year and measures it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from generator.ingest.measures.mark import Mark


@dataclass(slots=True)
class Claim:
    """One value with what it belongs to; province None: the whole country.

    `size` or `merged` tells of which table: so many provinces, or those after (True) or before (False) the merger.
    `inferred` is the reason why something of it is not told outright.
    """

    value: Mark
    provinces: tuple[str | None, ...]
    measures: tuple[str, ...]
    index: str
    year: int | None
    inferred: str | None = None
    size: int | None = None
    merged: bool | None = None
