"""What a province's name stands for, by the words beside it: the province, a town, or something named after it.

Sources: Nghị quyết 202/2025/QH15 on which cities are provinces; the other rules are in the words of geography.yml,
from the corpus seen: provincial portals and papers 2017–2026.
"""

from __future__ import annotations

import re

from generator.ingest.found import Sense
from generator.ingest.geography.beside import UNITS, Name
from generator.ingest.geography.persons import is_person
from generator.ingest.geography.words import WORDS
from generator.text import UPPER

_MAX_WALK = 8
_STOPS = frozenset(".,;:()[]{}“”\"'‘’!?…*•|\n")
_LISTS = frozenset((",", ":", "và", "với"))
_GOES_ON = re.compile(rf"(?:,| và| với) [{UPPER}]")
_DASHES = frozenset("-–—")
_ROADS = frozenset(("cao tốc", "quốc lộ", "đường sắt"))
_ROW_END = re.compile(r"[ \t]*(?:[:|\t)\]]|\n|\Z|\d)")
_CLUB = re.compile(r" (?:FC|T&T|Coffee|Airport|Plaza|Hotel)\b")
_MORE_CITIES = ("tỉnh , thành phố", "tỉnh / thành phố", "tỉnh - thành phố", "tỉnh và thành phố")


def sense_of(at: Name, *, city: bool, in_row: bool) -> Sense:
    """The sense of a name; `city`: it is a city under the centre; `in_row`: provinces are listed right beside it."""
    if f"{at.last} {at.name.split()[0]}" in WORDS.earlier_names and at.cased[-1][0].isupper():
        return Sense.OTHER
    direct = _by_word_before(at, city)
    if direct is not None:
        return direct
    if _is_address(at) or is_person(at) or _is_part_of_place(at) or _is_listed_unit(at) or _is_institution(at):
        return Sense.OTHER
    if at.name.endswith("chí minh") or at.name in ("hcm", "hn"):
        return Sense.PROVINCE if in_row or _stands_for_place(at) else Sense.OTHER
    if " " not in at.name and at.capital(1) and not _may_precede(at):
        return Sense.OTHER
    return Sense.PROVINCE


def _by_word_before(at: Name, city: bool) -> Sense | None:
    last, two = at.last, at.last_two
    if not last or two in WORDS.harmless_words:
        return None
    for word in (two, last):
        if word in WORDS.province_words:
            return Sense.PROVINCE
        if word in WORDS.city_words:
            of_both = " ".join(at.words[-4:]).endswith(_MORE_CITIES)
            return Sense.PROVINCE if city or of_both else Sense.TOWN
        if word in WORDS.town_words:
            return Sense.TOWN
        if word in WORDS.other_words and not (word == last and at.capital(1) and at.capital(2)):
            plural = word in WORDS.institution_words and _is_plural(at.words, len(at.words) - len(word.split()))
            return None if plural else Sense.OTHER
    return None


def _is_address(at: Name) -> bool:
    """„địa chỉ 265 Hải Phòng": a street by its name alone."""
    return at.last.isdigit() and at.words[-2:-1] in (["chỉ"], ["số"], ["nhà"])


def _is_part_of_place(at: Name) -> bool:
    """„xã Tân Hòa Bình": one capitalised syllable between the unit and the name."""
    return at.capital(1) and len(at.words) > 1 and at.words[-2] in UNITS


def _is_listed_unit(at: Name) -> bool:
    """„3 xã: Bình Phước, Hòa Tịnh", „các xã Tân Lập, Hòa Bình và …": one of several, unless it ends their list."""
    if at.last not in _LISTS or (at.last == "," and not _GOES_ON.match(at.text, at.end)):
        return False
    for i in range(len(at.words) - 2, -1, -1):
        if at.words[i] in UNITS:
            return _is_plural(at.words, i) and (at.words[i + 1] == ":" or at.cased[i + 1][0].isupper())
        if not (at.cased[i][0].isupper() or at.words[i] in _LISTS):
            return False
    return False


def _is_institution(at: Name) -> bool:
    """Whether a head such as „đại học" or „bệnh viện" begins the phrase, or the mark of a club ends it."""
    if _CLUB.match(at.text, at.end):
        return True
    words = at.words
    for i in range(len(words) - 1, max(-1, len(words) - 1 - _MAX_WALK), -1):
        word, pair = words[i], f"{words[i - 1]} {words[i]}" if i else words[i]
        if word in _STOPS or word in WORDS.phrase_words:
            return False
        if pair in WORDS.harmless_words:
            continue
        if pair in WORDS.institution_words and i:
            return _names(at, pair, i - 1)
        if word in WORDS.institution_words:
            return _names(at, word, i)
    return False


def _names(at: Name, head: str, position: int) -> bool:
    """Whether the head's name takes in the province's: not of several, nor after a dash (but for roads)."""
    return not _is_plural(at.words, position) and (at.last not in _DASHES or head in _ROADS)


def _is_plural(words: list[str], head: int) -> bool:
    return head > 0 and (words[head - 1] in WORDS.plural_words or words[head - 1].isdigit())


def _stands_for_place(at: Name) -> bool:
    if at.last in WORDS.place_words or at.last_two in WORDS.place_words:
        return True
    begins_row = not at.words or at.last in ("\n", "(", "-", "–", "•", "*", "|") or at.last.isdigit()
    return begins_row and _ROW_END.match(at.text, at.end) is not None


def _may_precede(at: Name) -> bool:
    """Whether a capitalised word before a name of one syllable is no part of a person's name."""
    begins = len(at.words) == 1 or at.words[-2] in _STOPS
    return begins or at.cased[-1].isupper() or at.last in WORDS.place_words or at.last_two in WORDS.place_words
