"""Stories for the tests of events, platforms and topics: dates are given, provinces found by their name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from generator.ingest.found import DateFound, DocumentFound, Header, Part, ProvinceFound, Published, Span
from generator.ingest.lexicon import Lexicon
from generator.ingest.passage import Passage
from generator.ingest.story import Story
from generator.sources.registries import load_registries
from generator.text import fold_case
from tests.project import ROOT


@cache
def lexicon() -> Lexicon:
    registries, _ = load_registries(ROOT)
    assert registries
    return Lexicon(registries)


def story(
    text: str,
    dates: Mapping[str, str] = {},
    *,
    published: str | None = "2023-11-20",
    province: str | None = None,
    title: str | None = None,
    context: tuple[str, ...] = (),
) -> Story:
    """The text as one part, or a part for each line that begins with „* ".

    `dates` gives the EDTF value of words in the text; those also in `context` got their year from elsewhere.
    """
    passage = Passage(text)
    found = [
        DateFound(start=m.start(), end=m.end(), edtf=edtf, anchored=words in context)
        for words, edtf in dates.items()
        for m in re.finditer(re.escape(words), text)
    ]
    starts = [0, *(m.start() for m in re.finditer(r"(?m)^\* ", text) if m.start()), len(text)]
    provinces = _provinces(passage.folded)
    parts = [Part(start=a, end=b, province=province or _only(provinces, a, b)) for a, b in pairwise(starts)]
    return Story(
        passage=passage,
        header=Header(
            published=Published(edtf=published) if published else None,
            title=title,
            title_span=Span(text.index(title), text.index(title) + len(title)) if title else None,
        ),
        dates=tuple(sorted(found, key=lambda d: d.start)),
        provinces=provinces,
        parts=tuple(parts),
        subjects=(),
        mentions=(),
        lexicon=lexicon(),
    )


def document(text: str, words: str, kind: str, **values: str) -> DocumentFound:
    """A document named by some words of the text."""
    start = text.index(words)
    return DocumentFound(start=start, end=start + len(words), kind=kind, **values)  # type: ignore[arg-type]


def _provinces(folded: str) -> tuple[ProvinceFound, ...]:
    keys = {fold_case(name.name): name.slug for name in lexicon().registries.provinces.values()}
    names = "|".join(sorted(map(re.escape, keys), key=len, reverse=True))
    found = re.finditer(rf"(?<!\w)(?:{names})(?!\w)", folded)
    return tuple(ProvinceFound(start=m.start(), end=m.end(), key=keys[m[0]]) for m in found)


def _only(provinces: tuple[ProvinceFound, ...], start: int, end: int) -> str | None:
    keys = {p.key for p in provinces if start <= p.start < end}
    return keys.pop() if len(keys) == 1 else None
