"""Posting lists as text, and sorted lines as blocks; javascripts/search/blocks.js reads them."""

from __future__ import annotations

import base64
import hashlib
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.output.search.postings import ENDS, ENTITY, FACTS, LEAD, STARTS, TITLE
from generator.output.search.words import bare

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_SMALL = 4096
_CUT = 64


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring lines: the key of the first one, the name of the file, its text."""

    first: str
    name: str
    text: str


def number_text(value: int) -> str:
    """A number ≥ 0 in base 32, low digits first; „A–Z a–f" end it, „g–z 0–9 - _" say that more follows."""
    text = ""
    while value >= 32:
        text += _DIGITS[32 + (value & 31)]
        value >>= 5
    return text + _DIGITS[value]


_TEXTS = tuple(map(number_text, range(_SMALL)))


def lines(postings: Mapping[str, array[int]], most: int) -> Iterator[tuple[str, str]]:
    """Key without diacritics and its line, by key; lists of facts, then of leads, are left out above `most` postings.

    A line: key, number of documents („+" behind it when lists were left out), and for each accented form, the most
    frequent first: the form („" when it is the key), and its documents by title, lead and facts.
    """
    forms: dict[str, list[str]] = {}
    for form in postings:
        forms.setdefault(" ".join(map(bare, form.split(" "))), []).append(form)
    for key in sorted(forms):
        of_key = sorted(forms[key], key=lambda form: (-len(postings[form]), form))
        count = sum(len(postings[form]) for form in of_key)
        least = _least(count, most, (postings[form] for form in of_key))
        parts = [key, f"{count}{'+' if least else ''}"]
        for form in of_key:
            parts += ("" if form == key else form, *_lists(postings[form], least))
        yield key, "\t".join(parts)


def _least(count: int, most: int, postings: Iterable[array[int]]) -> int:
    """The least place that is still listed: all of them, no facts, or titles only."""
    if count <= most:
        return FACTS
    beyond_facts = sum(sum(1 for posting in of_form if posting & 15) for of_form in postings)
    return LEAD if beyond_facts <= most else TITLE


def _lists(postings: array[int], least: int) -> tuple[str, str, str]:
    if len(postings) == 1:
        number, place = postings[0] >> 4, postings[0] & 15
        if place < least:
            return "", "", ""
        if place >= TITLE:
            return number_text(number * 8 + (place & (STARTS | ENDS | ENTITY))), "", ""
        return ("", number_text(number), "") if place == LEAD else ("", "", number_text(number))
    titles: list[int] = []
    leads: list[int] = []
    facts: list[int] = []
    last_title = last_lead = last_fact = 0
    for posting in postings:
        number, place = posting >> 4, posting & 15
        if place < least:
            continue
        if place >= TITLE:
            titles.append((number - last_title) * 8 + (place & (STARTS | ENDS | ENTITY)))
            last_title = number
        elif place == LEAD:
            leads.append(number - last_lead)
            last_lead = number
        else:
            facts.append(number - last_fact)
            last_fact = number
    return numbers_text(titles), numbers_text(leads), numbers_text(facts)


def numbers_text(values: Iterable[int]) -> str:
    """Numbers, one behind the other."""
    return "".join([_TEXTS[value] if value < _SMALL else number_text(value) for value in values])


def blocks(sorted_lines: Iterable[tuple[str, str]], size: int) -> list[Block]:
    """Lines in blocks of some `size` characters, half to twice.

    A block ends where the key's checksum says so: a new line moves no border but its own.
    """
    found: list[Block] = []
    held: list[str] = []
    first, length = "", 0
    for key, line in sorted_lines:
        cut = length >= size // 2 and zlib.crc32(key.encode()) % _CUT == 0
        if held and (cut or length + len(line) > 2 * size):
            found.append(_block(first, held))
            held, length = [], 0
        if not held:
            first = key
        held.append(line)
        length += len(line) + 1
    if held:
        found.append(_block(first, held))
    return found


def _block(first: str, held: list[str]) -> Block:
    text = "\n" + "\n".join(held) + "\n"
    return Block(first, content_name(text, 7), text)


def content_name(text: str, length: int) -> str:
    """A short name made of the content: 5 bits a character, the same on every file system."""
    digest = hashlib.sha256(text.encode()).digest()
    return base64.b32encode(digest).decode().lower()[:length]
