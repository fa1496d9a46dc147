"""Places below the province, as told.

Sources: Luật Tổ chức chính quyền địa phương 2015 and 2025 for the kinds of units (districts until 2025-06-30; communes,
wards and special zones since); corpus seen: papers and portals 2017–2026. A unit that only tells where another lies or
where someone is from is not listed, nor a town whose office is only addressed („UBND các huyện và thành phố …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.ingest.found import PlaceFound, ProvinceFound, Sense, Span
from generator.ingest.geography.words import WORDS
from generator.ingest.passage import Passage
from generator.ingest.story import Story
from generator.ingest.surnames import BEFORE_PROVINCES
from generator.ingest.word_starts import word_starts
from generator.text import LOWER, UPPER

_LEVELS = {
    **dict.fromkeys(("thôn", "bản", "ấp", "khóm", "buôn", "làng", "khu phố", "tổ dân phố", "xóm"), 0),
    **dict.fromkeys(("xã", "phường", "thị trấn", "đặc khu"), 1),
    **dict.fromkeys(("huyện", "quận", "thị xã", "thành phố", "tp"), 2),
}
_OFFICES = {"huyện đoàn": "huyện", "huyện ủy": "huyện", "quận ủy": "quận", "quận đoàn": "quận", "thị ủy": "thị xã"}
_UNITS = (
    *(r"huyện\s(?:đoàn|ủy)", r"quận\s(?:đoàn|ủy)", r"thị\sủy", r"thị\s(?:xã|trấn)", r"thành\sphố", r"tp\b\.?", "xã"),
    *("phường", "huyện", "quận", "thôn", "bản", "ấp", "khóm", "buôn", "làng", "xóm", r"khu\sphố", r"tổ\sdân\sphố"),
    r"đặc\skhu",
)
_UNIT = f"(?:{'|'.join(_UNITS)})"
_NAME_AHEAD = rf"(?:(?<=\.)\s?|\s{{1,3}})(?=[{LOWER}\d])"
_UNIT_AT = re.compile(rf"(?:{word_starts(_UNITS)}){_NAME_AHEAD}")
_NO_UNIT_BEHIND = ("hợp tác ", "thông tấn ", "công ")
_NAME = re.compile(
    rf"[{UPPER}][\w'’]*(?:[^\S\n]?\n[{UPPER}][\w'’]*(?=[,.;)]))?(?:[^\S\n][{UPPER}][\w'’]*){{0,3}}|\d{{1,2}}(?![\w.,/%]*\d)(?!\w)"
)
_COMMA = re.compile(r",\s")
_AND = re.compile(r"(?:,|và|với|cùng|;)\s|\s(?:và|với|cùng)\s")
_WITHIN = re.compile(rf"(?:\s?,\s|\s{{0,3}}\(\s?|\s)(?:(?:của|thuộc)\s)?({_UNIT}){_NAME_AHEAD}")
_OF_PROVINCE = re.compile(r"(?:\s?[,(]\s?|\s(?:của|thuộc)\s|\s)(?:tỉnh\s|thành phố\s|tp\.?\s?)?\Z")
_SEVERAL = re.compile(r"(?:\d+|các|những|hai|ba|bốn|năm|nhiều|hàng loạt)\s\Z")
_ASIDE = re.compile(
    r"\b(?:quê|nguyên quán|quê quán|địa chỉ|sn \d+)\b[^.;()\n]{0,60}\Z"
    r"|(?:ubnd|cấp ủy|lãnh đạo|phòng[^.,;]{0,30}) (?:các )?huyện(?:, thị xã)?(?:,| và)\Z"
)
_IN_BRACKETS = re.compile(rf"\s?\(([{UPPER}][\w'’]*(?: [{UPPER}][\w'’]*){{1,2}})\)")
_ONE_SYLLABLE = frozenset(("vinh", "huế", "lắk"))
_NAMED_ONLY_AT = frozenset(("bản", "làng"))
_AT = re.compile(r"(?:tại|ở|của|các|đến|hai|ba|\d)\s\Z")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit with its name in the text; `told`: the text tells more of it than whose official someone is."""

    start: int
    end: int
    kind: str
    name: str
    told: bool
    within: str | None = None


def find_places(story: Story) -> tuple[PlaceFound, ...]:
    """Communes, districts and towns that the article tells something of, each once."""
    places: dict[str, PlaceFound] = {}
    for unit in _units(story.passage, story.provinces):
        if not unit.told:
            continue
        key = unit.name.casefold()
        known = places.get(key)
        if known is None:
            places[key] = PlaceFound(
                start=unit.start, end=unit.end, name=unit.name, within=unit.within, province=_province(story, unit)
            )
        elif known.within is None and unit.within:
            places[key] = replace(known, within=unit.within)
    return tuple(places.values())


def _units(passage: Passage, provinces: Sequence[ProvinceFound]) -> Iterator[_Unit]:
    """The units of the text; one that only says where one before lies (but a hamlet) is that one's `within`."""
    named = {p.start: p for p in provinces if p.sense is Sense.PROVINCE}
    position = 0
    while unit_at := _UNIT_AT.search(passage.folded, position):
        position, unit = unit_at.end(), unit_at[0].rstrip()
        if passage.folded.endswith(_NO_UNIT_BEHIND, 0, unit_at.start()):
            continue
        name = _name(passage, unit_at.end(), unit, named)
        if name is None:
            continue
        kind = _kind(unit)
        row = [_unit(passage, unit_at.start(), kind, name, with_kind=True)]
        if _SEVERAL.search(passage.folded, max(0, unit_at.start() - 12), unit_at.start()):
            row += _more(passage, name.end, kind, named)
        elif kind == "huyện":
            row += _next(passage, name.end, kind, named)
        within, end = _within(passage, row[-1].end, kind, named)
        position = row[-1].end if _LEVELS[kind] == 0 else end
        yield from (replace(unit, within=within) for unit in row) if within else row


def _unit(passage: Passage, start: int, kind: str, name: Span, *, with_kind: bool) -> _Unit:
    before = passage.folded[max(0, start - 70) : start].rstrip()
    written = " ".join(passage[name].split())
    return _Unit(
        start=start,
        end=name.end,
        kind=kind,
        name=f"{kind} {written}" if with_kind else written,
        told=_ASIDE.search(before) is None,
    )


def _kind(written: str) -> str:
    kind = " ".join(written.split())
    return "thành phố" if kind.startswith("tp") else _OFFICES.get(kind, kind)


def _name(passage: Passage, start: int, unit: str, named: dict[int, ProvinceFound]) -> Span | None:
    """The proper name after a unit's word; none where what follows is a province or no name."""
    written = _NAME.match(passage.text, start)
    if written is None or start in named:
        return None
    words = [Span(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", written[0])]
    count = next((i for i in range(1, len(words)) if words[i].start in named), len(words))
    count = _without_person(passage, words[:count])
    folded = passage.folded[start : words[count - 1].end]
    if count == 1 and not folded.isdigit() and folded not in _ONE_SYLLABLE:
        return None
    if passage.text[start : words[count - 1].end].isupper() and not folded.isdigit():
        return None
    if unit in _NAMED_ONLY_AT and not _AT.search(passage.folded, max(0, start - 20), start - len(unit) - 1):
        return None
    return Span(start, words[count - 1].end)


def _without_person(passage: Passage, words: Sequence[Span]) -> int:
    """How many words are the place's, where an official's name follows: „xã Nam Ka Nguyễn Văn An"."""
    for i in range(2, len(words) - 1):
        if passage.folded[words[i].start : words[i].end] in BEFORE_PROVINCES:
            return i
    return len(words)


def _more(passage: Passage, end: int, kind: str, named: dict[int, ProvinceFound]) -> Iterator[_Unit]:
    """The other names of a row that the unit's word is said of once: „2 xã Thạnh Xuân với …"."""
    while joined := _AND.match(passage.folded, end):
        name = _name(passage, joined.end(), kind, named)
        if name is None:
            return
        yield _unit(passage, name.start, kind, name, with_kind=False)
        end = name.end


def _next(passage: Passage, end: int, kind: str, named: dict[int, ProvinceFound]) -> Iterator[_Unit]:
    """A second district after a comma, „huyện Kỳ Sơn, Tương Dương": two syllables, no person's or body's name."""
    joined = _COMMA.match(passage.text, end)
    name = _name(passage, joined.end(), kind, named) if joined else None
    if name is not None and len(passage[name].split()) == 2:
        first = passage.folded[name.start : name.end].split()[0]
        if first not in BEFORE_PROVINCES and first not in WORDS.body_words:
            yield _unit(passage, name.start, kind, name, with_kind=False)


def _within(passage: Passage, end: int, kind: str, named: dict[int, ProvinceFound]) -> tuple[str | None, int]:
    """The larger unit that follows, and where the rules go on reading."""
    first = None
    while larger := _WITHIN.match(passage.folded, end):
        larger_kind = _kind(larger[1])
        name = _name(passage, larger.end(), larger[1], named)
        if name is None or _LEVELS[larger_kind] <= _LEVELS[kind]:
            break
        first = first or f"{larger_kind} {' '.join(passage[name].split())}"
        kind, end = larger_kind, name.end
    bare = None if first else _IN_BRACKETS.match(passage.text, end)
    if bare and bare.start(1) not in named and _LEVELS[kind] < 2:
        return bare[1], bare.end()
    return first, end


def _province(story: Story, unit: _Unit) -> str | None:
    """The province named right after the unit, else that of the part."""
    for at in story.provinces_in(Span(unit.end, unit.end + 60)):
        gap = story.passage.folded[unit.end : at.start]
        if unit.within:
            gap = gap[gap.casefold().find(unit.within.split()[-1].casefold()) + len(unit.within.split()[-1]) :]
        if at.sense is Sense.PROVINCE and _OF_PROVINCE.fullmatch(gap):
            return at.key
        break
    return story.part_at(unit.start).province
