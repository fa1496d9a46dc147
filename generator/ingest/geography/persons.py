"""Whether a province's name is a person's given name: „bà Nguyễn Hà Giang", „PGS.TS Lê Hải Bình Dương cho rằng".

Sources: surnames.yml and the middle names of geography.yml; corpus seen: bylines, lists of officials and quotations in
papers and portals 2017–2026, and PhoNER_COVID19 (names of persons in news) for measuring.
"""

from __future__ import annotations

import re

from generator.ingest.geography.beside import UNITS, Name
from generator.ingest.geography.words import WORDS
from generator.ingest.surnames import BEFORE_PROVINCES

_SPEAKS = re.compile(
    r" (?:cho biết|cho rằng|chia sẻ|nói|kể|phát biểu|khẳng định|nhấn mạnh|bày tỏ|nhận định|phấn khởi|tâm sự|trình bày"
    r"|nhìn nhận|lưu ý|thông tin|giới thiệu|bộc bạch)(?!\w)| \(\d\d tuổi| \(sinh năm|, \d\d tuổi"
)


def is_person(at: Name) -> bool:
    """Whether a title, or a surname with or without middle names, makes the name a person's."""
    if at.last in WORDS.titles or at.last_two in WORDS.titles:
        return at.last_two not in WORDS.not_titles
    if not at.capital(1):
        return False
    if at.last == "thị" or (at.last in BEFORE_PROVINCES and _named(at, 2)):
        return True
    if at.last in WORDS.middle_names and at.capital(2) and at.words[-2] in BEFORE_PROVINCES and _named(at, 3):
        return True
    return _is_full_name(at)


def _named(at: Name, back: int) -> bool:
    """Whether what stands before a surname can stand before a person's name: no other part of a name (but „KH&CN")."""
    if not at.capital(back) or at.words[-back] in WORDS.titles:
        return True
    return len(at.cased[-back]) > 1 and at.cased[-back].isupper()


def _is_full_name(at: Name) -> bool:
    """Whether a surname and one or two syllables stand before, told as a person: after a title, or speaking."""
    for back in (2, 3):
        if not at.capital(back):
            return False
        if at.words[-back] in BEFORE_PROVINCES:
            before = [word for word in at.words[-back - 3 : -back] if word != "."]
            if _is_title(before):
                return True
            if not at.capital(back + 1) and not UNITS.intersection(before[-1:]):
                return _SPEAKS.match(at.text, at.end) is not None
    return False


def _is_title(before: list[str]) -> bool:
    return bool({*before[-1:], " ".join(before[-2:])} & (WORDS.titles | WORDS.professions))
