"""Lines that say who wrote it: „Bài, ảnh: Thu Hà", „QUANG TRƯỜNG – VĨNH KỲ", „Theo Vân Anh/Báo Tin tức".

Source: corpus seen (papers and portals, 2018–2026). A name is capitalised syllables; the photographer and the source
are no authors; an office is one only where it signs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.opening.words import any_of, folded_table, folded_words
from generator.ingest.surnames import IN_BYLINES
from generator.text import fold_case

_COLON = r"\s*[:：]\s*"
_LABELLED = re.compile(rf"(?:{any_of('author_labels')})(?:{_COLON}|(?<=nhóm pv)\s+|(?<=phóng viên)\s+)(?=\S)")
_PHOTO = re.compile(rf"[\s\-–—;,|/.(]*(?<!\w)(?:{any_of('photo_labels')}){_COLON}")
_SOURCE = re.compile(
    rf"(?:{any_of('source_labels')})(?:{_COLON}|(?<=theo)\s+|(?<=nguồn)\s+(?=[^:\n]{{2,40}}:\s*http))(?=\S)"
)
_SOURCE_BEHIND = re.compile(rf"[\s(;,|/\-–]+(?:{any_of('source_labels')}){_COLON}")
_FROM = re.compile(r"[\s(]+theo\s+")
_DEGREE = re.compile(rf"(?:{any_of('degrees')})(?:[.:]\s*|\s+)(?=\S)")
_REMARK = re.compile(
    r"\s*(?:\([^()]{0,40}\)|[-–—,/]?\s*(?:tổng hợp|biên soạn|thực hiện|t/h|lược ghi|ghi))\s*$", re.IGNORECASE
)
_REMARK_ENDS = (")", "tổng hợp", "biên soạn", "thực hiện", "t/h", "ghi")
_URL = re.compile(r"https?://\S+")
_BETWEEN = re.compile(r"\s*(?:[,;&+|]|\s[-–—]|[-–—]\s|–|—|(?<=\w)-(?=\w)|\svà\s)\s*")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.\s?){1,3}[^\W\d_]*\.?$")
_OFFICE = re.compile(
    r"(?:phòng|văn phòng|trung tâm|ban biên tập|ban|đoàn|sở|chi cục|cục|ubnd|hội|công an|trường|cộng tác viên|ctv"
    r"|nhóm pv|nhóm phóng viên|tổ|bbt)(?!\w)"
)
_SMALL_WORDS = 3
_AFFILIATION = re.compile(
    r"\s*[(,–-]\s*(?=(?:phòng|văn phòng|trung tâm|ban|sở|chi cục|cục|ubnd|hội|công an|trường|học viện|báo|đài|cổng)\s)"
)
_NAMELESS_AUTHORS = folded_words("nameless_authors")
_NOT_NAMES = folded_words("not_names") | folded_words("towns")
_GIVEN_NAMES = folded_words("given_names")
_HOUSES = folded_table("houses")
_GATHERED = re.compile(r"\(\s*(?:tổng hợp|t/h|th|thực hiện|ghi|biên soạn)\s*\)$")
_NAMELESS = folded_words("nameless_sources")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line says of those who made the article; `labelled` where a label says so."""

    authors: tuple[str, ...] = ()
    source: str | None = None
    labelled: bool = False


def read_byline(text: str, *, provinces: frozenset[str]) -> Byline | None:
    """The byline a line is, by its label or its shape alone; None where it is another line.

    `provinces` are folded names that are no persons.
    """
    text = text.strip(" \t\u00a0|.*_")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    if not 2 <= len(text) <= 300:
        return None
    folded = fold_case(text)
    if m := _SOURCE.match(folded):
        return _sourced(text[m.end() :].strip(), provinces)
    if m := _LABELLED.match(folded):
        return _labelled(text[m.end() :], provinces)
    if (m := _PHOTO.match(folded)) and (m.end() == len(text) or _names(text[m.end() :], provinces)):
        return Byline(labelled=True)
    if _without_remark(folded).strip(" .") in _NAMELESS_AUTHORS or folded.strip(" .") in _NAMELESS_AUTHORS:
        return Byline(labelled=True)
    if (house := _HOUSES.get(folded.partition("/")[0])) and len(text) <= 30:
        return Byline((), house, labelled=True)
    photo = _PHOTO.search(folded) if ":" in folded or "：" in folded else None
    names = _names(text[: photo.start()] if photo else text, provinces)
    house = _HOUSES.get(folded.partition("/")[2].strip(" ."))
    return Byline(names, house, labelled=bool(_GATHERED.search(folded))) if names else None


def read_office(text: str) -> str | None:
    """The office or group that signs in a line of its own; None where the line says more."""
    text = text.strip(" \t\u00a0|()*_")
    if fold_case(text) in _NAMELESS_AUTHORS:
        return None
    is_office = len(text) <= 80 and not text.endswith((".", ":", ";", ",")) and _OFFICE.match(fold_case(text))
    return text if is_office and (text[0].isupper() and not re.search(r"\d", text)) else None


def is_surely_person(text: str, provinces: frozenset[str], *, by_date: bool = False) -> bool:
    """Whether a text is the name of one or several persons, by their family names; beside a date, by a given name."""
    photo = _PHOTO.search(fold_case(text))
    names = _names(text[: photo.start()] if photo else text, provinces)
    return bool(names) and all(_is_persons(fold_case(name).split(), by_date=by_date) for name in names)


def _is_persons(syllables: list[str], *, by_date: bool) -> bool:
    if len(syllables) < 2:
        return False
    return syllables[0] in IN_BYLINES or (by_date and syllables[-1] in _GIVEN_NAMES)


def _labelled(text: str, provinces: frozenset[str]) -> Byline | None:
    folded = fold_case(text)
    source = None
    if m := _SOURCE_BEHIND.search(folded) or _FROM.search(folded):
        source = text[m.end() :].strip(" .)")
        text = text[: m.start()]
    elif m := _PHOTO.search(folded):
        text = text[: m.start()]
    if fold_case(text).strip(" .()") in _NAMELESS_AUTHORS:
        return Byline((), source, labelled=True)
    names = _names(text, provinces)
    if not names and (office := read_office(text)):
        names = (office,)
    return Byline(names, source, labelled=True) if names else None


def _sourced(source: str, provinces: frozenset[str]) -> Byline | None:
    """„Theo A/Báo B": A wrote it, B had it first; „Theo B" names no author."""
    if fold_case(source) in _NAMELESS:
        return Byline(labelled=True)
    if len(_URL.sub("", source)) > 120 or not (source[:1].isupper() or "." in source or source.startswith("http")):
        return None
    first, slash, rest = source.partition("/")
    if slash and not source.startswith("http") and (names := _names(first, provinces)):
        return Byline(names, rest.strip(), labelled=True)
    if (m := re.fullmatch(r"([^()]{4,60})\(([^()]{2,60})\)", source)) and (names := _names(m[1], provinces)):
        return Byline(names, m[2].strip(), labelled=True)
    return Byline((), source, labelled=True)


def _names(text: str, provinces: frozenset[str]) -> tuple[str, ...]:
    """The names a text is made of and nothing else; none where one piece is no name."""
    if affiliation := _AFFILIATION.search(fold_case(text)):
        text = text[: affiliation.start()]
    if len([word for word in text.split() if word[0].islower()]) > _SMALL_WORDS:
        return ()
    text, slash, house = text.strip().partition("/")
    if slash and not (house.strip()[:1].isupper() and len(house) <= 40):
        return ()
    pieces = [p for p in _BETWEEN.split(text.strip(" .:;,")) if p]
    if not 1 <= len(pieces) <= 8:
        return ()
    names = [_name(piece, provinces) for piece in pieces]
    if len(pieces) > 1 and any(names):
        names = [name or _name(piece, frozenset()) for name, piece in zip(names, pieces, strict=True)]
    if len(pieces) > 1:
        while names and names[-1] is None and fold_case(pieces[len(names) - 1]) in _HOUSES:
            names.pop()
    return tuple(n for n in names if n) if all(names) else ()


def _name(piece: str, provinces: frozenset[str]) -> str | None:
    piece = piece.strip()
    if not _INITIALS.match(piece):
        piece = _without_remark(piece).strip(" .:;,|*")
    while m := _DEGREE.match(fold_case(piece)):
        piece = piece[m.end() :]
    folded = fold_case(piece)
    if not piece or folded in provinces or folded in _NOT_NAMES or folded in _HOUSES:
        return None
    if len(piece) <= 16 and _INITIALS.match(piece) and piece[0].isupper():
        return piece
    syllables = piece.split()
    if not 1 <= len(syllables) <= 5 or not all(_capitalised(s) for s in syllables):
        return None
    if len(syllables) == 1:
        return piece if piece.isupper() and 2 <= len(piece) <= 5 else None
    if any(f"{a} {b}" in _NOT_NAMES for a, b in zip(folded.split(), folded.split()[1:], strict=False)):
        return None
    return " ".join(_title_case(s) for s in syllables) if piece.isupper() else piece


def _without_remark(text: str) -> str:
    """The text without „(ghi)", „- tổng hợp" and the like at its end."""
    return _REMARK.sub("", text) if text.rstrip().lower().endswith(_REMARK_ENDS) else text


def _capitalised(syllable: str) -> bool:
    letters = syllable.replace("'", "").replace("’", "").replace("ʼ", "")
    return (
        letters.isalpha()
        and letters[0].isupper()
        and len(letters) <= 9
        and (letters[1:].islower() or letters.isupper() or "'" in syllable or "’" in syllable)
    )


def _title_case(syllable: str) -> str:
    return "".join(part[:1].upper() + part[1:].lower() for part in re.split(r"(['’ʼ])", syllable))
