"""Texts read as far as the geography rules need, with the project's own registry of provinces."""

from __future__ import annotations

from functools import cache

from generator.ingest.found import Header, Sense, Span
from generator.ingest.geography.parts import roles, split_parts
from generator.ingest.geography.provinces import find_provinces
from generator.ingest.lexicon import Lexicon
from generator.ingest.passage import Passage
from generator.ingest.story import Story
from generator.sources.registries import load_registries
from generator.text import nfc
from tests.project import ROOT


@cache
def lexicon() -> Lexicon:
    """The words of the project's registries."""
    registries, _ = load_registries(ROOT)
    assert registries is not None
    return Lexicon(registries)


def read(text: str, *, titled: bool = False, publisher: str | None = None, url: str | None = None) -> Story:
    """The story of a text; `titled`: its first line is its headline."""
    text = nfc(text)
    title = text.partition("\n")[0] if titled else None
    header = Header(title=title, title_span=Span(0, len(title)) if title else None, publisher=publisher, url=url)
    passage = Passage(text)
    provinces = find_provinces(passage, lexicon())
    parts = split_parts(passage, header, provinces, lexicon())
    subjects, mentions = roles(passage, header, provinces, parts)
    return Story(
        passage=passage,
        header=header,
        dates=(),
        provinces=provinces,
        parts=parts,
        subjects=subjects,
        mentions=mentions,
        lexicon=lexicon(),
    )


def senses(text: str) -> list[tuple[str, Sense]]:
    """The provinces' names in a text, as keys, with their senses."""
    return [(p.key, p.sense) for p in read(text).provinces]
