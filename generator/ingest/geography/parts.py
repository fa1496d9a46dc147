"""The parts of an article (one, or the items of a digest), whose story each is, and the article's provinces."""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.found import Header, Part, ProvinceFound, Sense, Span
from generator.ingest.geography.home import Home, home_of, speaks_of_its_commune
from generator.ingest.geography.items import first_named, item_starts, within
from generator.ingest.geography.subjects import speaks_of_one, subjects
from generator.ingest.lexicon import Lexicon
from generator.ingest.passage import Passage


def split_parts(
    passage: Passage, header: Header, provinces: tuple[ProvinceFound, ...], lexicon: Lexicon
) -> tuple[Part, ...]:
    """The parts of the article, at least one, in order, covering the whole text."""
    end = len(passage.text) + 1
    home = home_of(header, lexicon)
    publisher = home.province if home else None
    title, body = _in_title(header, provinces), _body(passage, header)
    starts = item_starts(passage, provinces, title, body.start)
    if starts:
        spans = [Span(a, b) for a, b in zip([0, *starts], [*starts, end], strict=True)]
        parts = tuple(_part(passage, provinces, span, publisher) for span in spans)
        if len({p.province for p in parts} - {None}) > 1:
            return parts
    about = subjects(passage, provinces, body, title, publisher)
    if home and (about != (home.province,)) and _is_of(home, passage, provinces, title, about):
        named = any(p.key == home.province for p in provinces)
        return (Part(start=0, end=end, province=home.province, province_inferred=not named),)
    return (Part(start=0, end=end, province=about[0] if len(about) == 1 else None),)


def roles(
    passage: Passage, header: Header, provinces: tuple[ProvinceFound, ...], parts: tuple[Part, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The provinces an article is about, and those it only names: keys in the order of the text."""
    about = tuple(dict.fromkeys(p.province for p in parts if p.province))
    if not about:
        about = subjects(passage, provinces, _body(passage, header), _in_title(header, provinces), None)
    named = dict.fromkeys(p.key for p in provinces if p.sense is Sense.PROVINCE)
    return about, tuple(key for key in named if key not in about)


def _is_of(
    home: Home,
    passage: Passage,
    provinces: Sequence[ProvinceFound],
    title: Sequence[ProvinceFound],
    about: tuple[str, ...],
) -> bool:
    """Whether the story is one of its publisher's home: a commune's own, or „tỉnh" where no province is named."""
    whole = Span(0, len(passage.text))
    if home.local and not any(p.sense is Sense.PROVINCE for p in title):
        return speaks_of_its_commune(passage, whole)
    unnamed = not about and all(p.key != home.province for p in provinces)
    return unnamed and speaks_of_one(passage, whole) >= 2


def _in_title(header: Header, provinces: Sequence[ProvinceFound]) -> list[ProvinceFound]:
    return [p for p in provinces if header.title_span and p.start in header.title_span]


def _body(passage: Passage, header: Header) -> Span:
    """The text from its first paragraph after the headline on."""
    start = header.title_span.end if header.title_span else 0
    paragraph = next((p for p in passage.paragraphs if p.start >= start), Span(start, len(passage.text)))
    return Span(paragraph.start, len(passage.text.rstrip()))


def _part(passage: Passage, provinces: Sequence[ProvinceFound], span: Span, publisher: str | None) -> Part:
    inside = within(provinces, span)
    lead = next((p.start for p in within(passage.paragraphs, span)), span.start)
    about = subjects(passage, inside, Span(lead, span.end), (), publisher)
    own = first_named(passage, inside, lead)
    province = about[0] if len(about) == 1 else own if own in about or not about else None
    return Part(start=span.start, end=span.end, province=province)
