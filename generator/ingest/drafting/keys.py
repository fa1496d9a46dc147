"""Which key of the front matter a province's name gets, so that it means the unit of its time."""

from __future__ import annotations

from datetime import date

from generator import edtf
from generator.ingest.drafting.claims import ProvinceKey
from generator.ingest.extract import Extraction
from generator.library.provinces import Unresolved, resolve


def province_keys(extraction: Extraction, today: date) -> ProvinceKey:
    """The function that gives a name's key: its slug where the dates tell the unit, else the unit's own id.

    Where publication, or without it the latest date among the facts, leaves two units possible, the latest
    day that the article tells as past decides.
    """
    story = extraction.story
    registries = story.lexicon.registries
    reference = story.published or _latest(extraction)
    limit = (reference.earliest if reference else None) or today
    told = (edtf.parse(d.edtf).latest for d in story.dates if d.dated)
    latest = max((day for day in told if day and day <= limit), default=reference.earliest if reference else None)

    def key(slug: str, on: str | None) -> str | None:
        unit = resolve(slug, edtf.parse(on) if on else None, reference, registries)
        if not isinstance(unit, Unresolved):
            return slug
        alive = [u for u in unit.candidates if latest and u.valid_on(latest)]
        return alive[0].id if len(alive) == 1 else None

    return key


def _latest(extraction: Extraction) -> edtf.Edtf | None:
    """The latest date among events, documents and indicators: what stands in for an unknown day of publication."""
    dates = [edtf.parse(e.date) for e in extraction.events if e.date]
    dates += [edtf.parse(d.date) for d in extraction.documents if d.date]
    dates += [edtf.parse(str(i.year)) for i in extraction.indicators if i.year]
    return max(dates, key=lambda d: d.sort_key, default=None)
