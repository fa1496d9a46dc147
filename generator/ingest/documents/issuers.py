"""Who issued a document: a body named at a place of the text, or the one its number's symbol stands for.

Sources: Nghị định 30/2020/NĐ-CP, phụ lục III (issuers' abbreviations); Hướng dẫn 36-HD/VPTW for bodies of the Party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from generator.ingest.documents.words import (
    BODIES,
    FIELD_NAMES,
    FIELDS,
    ISSUERS,
    NATIONAL,
    ROLES,
    SURNAMES,
    longest_first,
    symbol_key,
)
from generator.ingest.found import Sense, Span
from generator.ingest.story import Story
from generator.text import UPPER, upper_first

_LEVEL = r"tỉnh|thành\s+phố|tp\.?|huyện|quận|thị\s+xã|tx\.?|thị\s+trấn|xã|phường|đặc\s+khu"
_BODY = re.compile(
    rf"(?<!\w)(?:(?P<national>{longest_first(NATIONAL)})|(?:(?P<role>{longest_first(ROLES)})\s+)?(?:(?P<local>{longest_first(BODIES)})|"
    rf"(?P<office>bộ|sở)\s+(?P<field>{longest_first(FIELD_NAMES)}|[a-zđ]{{1,6}}(?:\s?[&\-]\s?[a-zđ]{{1,6}}){{0,3}})))(?!\w)"
)
_PLACE = re.compile(rf"\s+(?:(?P<level>{_LEVEL})(?!\w)\s*)?|\.(?=tp)")
_CAPITALIZED = rf"[{UPPER}][\w’'-]*(?:\s[{UPPER}][\w’'-]*){{0,2}}"
_NAMED_PLACE = {
    level: re.compile(rf"(?<!\w)(?:{level}|{level[0].upper()}{level[1:]})\s(?P<name>{_CAPITALIZED})")
    for level in ("huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
}
_NAME = re.compile(r"[\w’'-]+(?:\s[\w’'-]+){0,3}")
_TO_PROVINCE = re.compile(
    r"[\s,(]{0,3}(?:(?:huyện|thị\s+xã|thành\s+phố|tp\.?|quận)\s[^,.;()]{1,25}[\s,(]{1,3})?(?:(?:tỉnh|thành\s+phố|tp\.?)\s*)?"
)
_REACH = 50
_PROVINCIAL = {"tỉnh", "thành phố", "tp", "tp."}
_LEVELS = {"tp": "thành phố", "tp.": "thành phố", "tx": "thị xã", "tx.": "thị xã"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """A body named at start..end; `inferred`: its province is taken from the context."""

    start: int
    end: int
    name: str
    province: str | None = None
    inferred: bool = False


def issuer_at(story: Story, position: int) -> Issuer | None:
    """The body whose name begins at a position."""
    m = _BODY.match(story.passage.folded, position)
    return _body(story, m) if m else None


def issuers_in(story: Story, span: Span) -> Iterator[Issuer]:
    """The bodies named within a span, in order."""
    for m in _BODY.finditer(story.passage.folded, span.start, span.end):
        if issuer := _body(story, m):
            yield issuer


def issuer_of_symbol(story: Story, position: int, codes: tuple[str, ...]) -> Issuer | None:
    """The body that the symbol of a number stands for; a provincial one is that of the part's province."""
    for code in codes[1:2] + codes[:1] + codes[2:3]:
        key = symbol_key(code)
        if template := ISSUERS.get(key):
            if "{" not in template:
                return Issuer(start=position, end=position, name=template)
            province = story.province_at(position)
            if province is None:
                return None
            name = template.format(
                province=_with_kind(story, province), party=_party(story, province), name=_name(story, province)
            )
            return Issuer(start=position, end=position, name=name, province=province, inferred=True)
        if key == "tw":
            return None
    return None


def _body(story: Story, m: re.Match[str]) -> Issuer | None:
    role = " ".join((m["role"] or "").split())
    prefix = f"{ROLES[role]} " if role and ROLES[role] else ""
    if m["national"]:
        return Issuer(start=m.start(), end=m.end(), name=NATIONAL[" ".join(m["national"].split())])
    if m["office"]:
        return _office(story, m, prefix)
    return _local(story, m, prefix + BODIES[" ".join(m["local"].split())], m.end())


def _office(story: Story, m: re.Match[str], prefix: str) -> Issuer | None:
    """A ministry (bộ) or a province's department (sở) with its field in full."""
    words = " ".join(m["field"].split())
    field = FIELD_NAMES.get(words) or FIELDS.get(symbol_key(re.sub(r"[\s&-]", "", words)))
    if field is None or (words not in FIELD_NAMES and not story.passage.text[m.start("field")].isupper()):
        return None
    if m["office"] == "bộ":
        return Issuer(start=m.start(), end=m.end(), name=f"{prefix}Bộ {field}")
    return _local(story, m, f"Sở {field}", m.end())


def _local(story: Story, m: re.Match[str], body: str, position: int) -> Issuer | None:
    """A body of a province, of a place below it, or of the part's province where the text says no more than „tỉnh"."""
    place = _PLACE.match(story.passage.folded, position)
    level = " ".join((place["level"] or "").split()) if place else ""
    at = place.end() if place else position
    party = body.endswith(("Tỉnh ủy", "Thành ủy"))
    if level and level not in _PROVINCIAL:
        return _below(story, m, body, level, at)
    near = [p for p in story.provinces_in(Span(position, at + 1)) if p.sense is not Sense.OTHER]
    if near:
        found = near[0]
        if found.sense is Sense.TOWN:
            return Issuer(start=m.start(), end=found.end, name=f"{body} thành phố {_name(story, found.key)}")
        province = found.key
        named = _name(story, province) if party else _with_kind(story, province, level)
        return Issuer(start=m.start(), end=found.end, name=f"{body} {named}", province=province)
    own = story.province_at(m.start())
    end = place.end("level") if place and level else position
    if own is None or not _may_be_province(story, own, level, party):
        return (
            Issuer(start=m.start(), end=end, name=f"{body} {_LEVELS.get(level, level)}".strip())
            if level or party
            else None
        )
    named = _name(story, own) if party else _with_kind(story, own, level)
    return Issuer(start=m.start(), end=end, name=f"{body} {named}", province=own, inferred=True)


def _below(story: Story, m: re.Match[str], body: str, level: str, at: int) -> Issuer:
    """A body below the province; after „Chủ tịch" the chairman's own name may follow the place's."""
    name = _NAME.match(story.passage.text, at)
    words = list(takewhile(lambda word: word[0].isupper() or word.isdecimal(), name[0].split() if name else []))
    if m["role"] and len(words) > 2:
        words = [] if words[0] in SURNAMES else words[:2] if len(words) > 3 else words
    place = " ".join(words)
    unit = _LEVELS.get(level, level)
    meant = place or _only_place(story, level)
    return Issuer(
        start=m.start(),
        end=at + len(place) if place else m.end() + len(story.passage.text[m.end() : at].rstrip()),
        name=f"{body} {unit} {meant or ''}".strip(),
        province=_province_around(story, at + len(place)) or story.province_at(m.start()),
        inferred=bool(meant and not place),
    )


def _only_place(story: Story, level: str) -> str | None:
    """The name of the one place of a level that the article names: „xã" alone means that one."""
    named = _places_named(story.passage.text, level) if level in _NAMED_PLACE else ()
    return next(iter(named)) if len(named) == 1 else None


@lru_cache(maxsize=32)
def _places_named(text: str, level: str) -> frozenset[str]:
    """The names after the word of a level, without those of persons („Chủ tịch UBND huyện Nguyễn Văn An")."""
    names = {m["name"] for m in _NAMED_PLACE[level].finditer(text)}
    return frozenset(name for name in names if len(name.split()) < 3 or name.split()[0] not in SURNAMES)


def _province_around(story: Story, position: int) -> str | None:
    """The province named directly after a place: „UBND xã X (huyện Y, tỉnh Z)"."""
    for found in story.provinces_in(Span(position, position + _REACH)):
        if found.sense is Sense.PROVINCE and _TO_PROVINCE.fullmatch(story.passage.folded, position, found.start):
            return found.key
    return None


def _may_be_province(story: Story, province: str, level: str, party: bool) -> bool:
    """Whether „thành phố" alone can be the province: a tỉnh has towns of its own."""
    return level not in ("thành phố", "tp", "tp.") or party or _kind(story, province) == "thành phố"


def _kind(story: Story, province: str) -> str:
    units = story.lexicon.registries.provinces[province].units
    day = story.published_on
    unit = next((u for u in units if day and u.valid_on(day)), units[-1])
    return "thành phố" if (unit.kind_on(day) if day else unit.kind) == "thanh-pho" else "tỉnh"


def _with_kind(story: Story, province: str, level: str = "") -> str:
    kind = {"tỉnh": "tỉnh", "": _kind(story, province)}.get(level, "thành phố")
    return f"{kind} {_name(story, province)}"


def _party(story: Story, province: str) -> str:
    return "Thành ủy" if _kind(story, province) == "thành phố" else "Tỉnh ủy"


def _name(story: Story, province: str) -> str:
    return upper_first(story.lexicon.registries.provinces[province].name)
