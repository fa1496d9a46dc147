"""Vietnamese text in one place: normal form, slugs, folding, collation, numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from slugify import slugify

SUMMARY_LINK = re.compile(r"\[([^\[\]]+)\]\(([^\s()]+)\)")
"""The one markup of a summary: a link, [chữ](địa chỉ)."""

MOST_MARKS = 30
"""So many marks may stand on one letter (UAX #15, 13: stream-safe text)."""

_PERHAPS_MARKS = re.compile(  # every mark is among these, and no letter of Vietnamese: usual text is passed in no time
    rf"[\u0300-\u1dff\u20d0-\u20ff\u2c00-\ufffd\U00010000-\U0010ffff]{{{MOST_MARKS + 1},}}"
)
_RUN = re.compile(rf"m{{{MOST_MARKS + 1},}}")
_SLUG_LENGTH = 80
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_LETTERS, start=1)}
_PLAIN_VOWELS = "aăâeêioôơuưy"
LOWER = "".join(
    unicodedata.normalize("NFC", letter + tone)
    for letter in _LETTERS
    for tone in ("", *_TONES)
    if not tone or letter in _PLAIN_VOWELS
)
"""The small letters of Vietnamese text, as a character class of a regular expression takes them."""

UPPER = LOWER.upper()
"""Their capitals."""

_NEW_STYLE_O = re.compile(rf"(o)([{_TONES}])([ae])(?![a-z\u0300-\u036f])")
_MARKED_LAST = {
    f"{first}{marked}": f"{toned}{last}"
    for first, last, all_toned, all_marked in (
        ("o", "a", "òóỏõọ", "àáảãạ"),
        ("o", "e", "òóỏõọ", "èéẻẽẹ"),
        ("u", "y", "ùúủũụ", "ỳýỷỹỵ"),
    )
    for toned, marked in zip(all_toned, all_marked, strict=True)
}
_OPEN_SYLLABLE_END = re.compile(  # its first letter first: a search that begins with a look behind is slow
    rf"o(?<!qo)[àáảãạèéẻẽẹ](?![{LOWER}])|u(?<!qu)[ỳýỷỹỵ](?![{LOWER}])"
)
_NEW_STYLE_U = re.compile(rf"(?<!q)(u)([{_TONES}])(y)(?![a-z\u0300-\u036f])")


def nfc(text: str) -> str:
    """The text in Unicode normal form C, in which the portal keeps everything; of a run of marks the first thirty.

    To put marks in order takes the square of their number. Content with such runs is refused before (characters.py).
    """
    if len(text) > MOST_MARKS and not text.isascii():
        pieces, end = [], 0
        for start, stop in mark_runs(text):
            pieces.append(text[end : start + MOST_MARKS])
            end = stop
        text = "".join([*pieces, text[end:]])
    return unicodedata.normalize("NFC", text)


def mark_runs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run of more marks than may stand on one letter."""
    for signs in _PERHAPS_MARKS.finditer(text):
        kinds = "".join("m" if unicodedata.combining(char) else "." for char in signs[0])
        for run in _RUN.finditer(kinds):
            yield signs.start() + run.start(), signs.start() + run.end()


@lru_cache(maxsize=16384)
def slug(text: str) -> str:
    """An ASCII address part, made of a-z, 0-9 and single hyphens; the same for NFC and NFD input."""
    return slugify(nfc(text).replace("đ", "d").replace("Đ", "D"))


def short_slug(title: str) -> str:
    """The title's slug, cut between words to at most 80 characters."""
    full = slug(title)
    return full if len(full) <= _SLUG_LENGTH else full[: _SLUG_LENGTH + 1].rsplit("-", 1)[0][:_SLUG_LENGTH]


def heading_id(text: str, separator: str = "-") -> str:
    """The anchor of a heading, with the signature that Python-Markdown's toc extension calls."""
    return slug(text).replace("-", separator)


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """The text for comparing without regard to case, diacritics and white space."""
    bare = "".join(c for c in unicodedata.normalize("NFD", nfc(text).casefold()) if not unicodedata.combining(c))
    return " ".join(bare.replace("đ", "d").split())


@lru_cache(maxsize=4096)
def without_diacritics(text: str) -> str:
    """The text as English texts write Vietnamese names: Bắc Kạn → Bac Kan, Đắk Lắk → Dak Lak."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D")


def fold_case(text: str) -> str:
    """NFC text in lower case and one tone placement („hoà" → „hòa", „thuý" → „thúy"), every character in its place."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return _OPEN_SYLLABLE_END.sub(lambda m: _MARKED_LAST[m[0]], lowered)


def same_wording(a: str, b: str) -> bool:
    """Whether two wordings differ at most in case, tone placement, quotation marks, dashes and spaces."""
    return _wording(a) == _wording(b)


def _wording(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", nfc(text).casefold())
    decomposed = _NEW_STYLE_U.sub(r"\1\3\2", _NEW_STYLE_O.sub(r"\1\3\2", decomposed))
    return " ".join(re.sub(r"[^\w\u0300-\u036f]+", " ", decomposed).split())


@lru_cache(maxsize=16384)
def collation_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Sort key of Vietnamese dictionaries: letters first (a ă â … đ …), then tones, then the text itself."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFD", nfc(text)):
        if char in _TONES:
            if tones:
                tones[-1] = _TONES.index(char) + 1
        elif unicodedata.combining(char) and letters:
            composed = unicodedata.normalize("NFC", _letter(letters[-1]) + char)
            letters[-1] = _LETTER_RANK.get(composed, letters[-1])
        else:
            letters.append(_rank(char.casefold()))
            tones.append(0)
    return tuple(letters), tuple(tones), text


def _rank(char: str) -> int:
    return _LETTER_RANK.get(char, -0x110000 + ord(char[0]))


def _letter(rank: int) -> str:
    return _LETTERS[rank - 1] if rank > 0 else ""


def number_vi(value: float) -> str:
    """A number in Vietnamese form: 1.131; 93,6."""
    english = f"{value:,}" if isinstance(value, int) else f"{value:,.10f}".rstrip("0").rstrip(".")
    return english.translate(str.maketrans(",.", ".,"))


def upper_first(text: str) -> str:
    """The text with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


def reading_minutes(paragraphs: tuple[str, ...]) -> int:
    """Whole minutes, at least one, to read the paragraphs at 200 words (syllables) a minute."""
    return max(1, round(sum(len(p.split()) for p in paragraphs) / 200))
