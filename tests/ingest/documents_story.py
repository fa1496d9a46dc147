"""Stories for tests of documents and targets, with a plain stand-in for the rules of provinces."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from generator.ingest.dates.resolve import resolve_dates
from generator.ingest.dates.written import find_written_dates
from generator.ingest.found import Header, Part, ProvinceFound, Published, Sense
from generator.ingest.lexicon import Lexicon
from generator.ingest.passage import Passage
from generator.ingest.story import Story
from generator.sources.registries import load_registries
from generator.text import nfc

_ROOT = Path(__file__).parents[2]


@cache
def lexicon() -> Lexicon:
    """The real registries' names."""
    registries, _ = load_registries(_ROOT)
    assert registries is not None
    return Lexicon(registries)


@cache
def _provinces() -> re.Pattern[str]:
    names = sorted((p.name for p in lexicon().registries.provinces.values()), key=len, reverse=True)
    return re.compile(rf"(?P<town>thành phố )?(?<!\w)(?P<name>{'|'.join(names)}|(?:TP ?\.? ?HCM))(?!\w)")


def story(text: str, province: str | None = None, year: int = 2022) -> Story:
    """The story of a text about one province; a day without a year is of `year`, anchored."""
    passage = Passage(nfc(text))
    published = Published(edtf=str(year))
    keys = {p.name: key for key, p in lexicon().registries.provinces.items()}
    found = tuple(
        ProvinceFound(
            start=m.start("name"),
            end=m.end(),
            key=keys.get(m["name"], "ho-chi-minh"),
            sense=Sense.TOWN if m["town"] and _is_plain(keys.get(m["name"], "ho-chi-minh")) else Sense.PROVINCE,
        )
        for m in _provinces().finditer(passage.text)
    )
    return Story(
        passage=passage,
        header=Header(published=published),
        dates=resolve_dates(find_written_dates(passage), published, passage),
        provinces=found,
        parts=(Part(start=0, end=len(passage.text) + 1, province=province),),
        subjects=(province,) if province else (),
        mentions=(),
        lexicon=lexicon(),
    )


def _is_plain(key: str) -> bool:
    return lexicon().registries.provinces[key].units[-1].kind == "tinh"
