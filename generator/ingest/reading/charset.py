"""Bytes → text: byte order marks, UTF-8, UTF-16, Windows-1258; what is none of them is refused, never guessed.

A guess that is wrong gives wrong names, so a decoding is kept only if what it yields is Vietnamese: that is why a small
rule of our own is used and not a detector that always has an answer. Sources: WHATWG Encoding (labels, marks), the
Vietnamese alphabet, and the letter pairs that fonts of TCVN3 (ABC) and VNI leave when read as Windows-1252.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from generator.text import nfc

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_VIETNAMESE = re.compile("[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
_ONLY_VIETNAMESE = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
_FOREIGN_OR_ORPHAN = re.compile("[^\x00-\x7f“”‘’–—…«»°·§©®×•€₫²³½ \u00a0]")
_TCVN3 = re.compile("[A-Za-z][µ¸¶·¹¨»¾¼½©®ª«¬×ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖØÜÝÞßäåæçëîïñö÷ûüþ][a-z ]|[®§][a-zµ¸¶·¹¨©ª«¬]")
_VNI = re.compile("[aA][ùøûõïâêáàåãäéèúüë]|[eE][áàåãäùøûõïâ]|[oO][âäåïøûù]|[öÖ][ùøûõïô]|[ôÔ][ùøûõï]", re.IGNORECASE)
_MADE_OF_TWO = re.compile("[Ạ-ỹ]")
_SAMPLE = 200_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, of which `replaced` characters stand for bytes that could not be read."""

    text: str
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class NotDecoded:
    """Why there is no text: the bytes are `binary`, or text in an encoding of which at most a guess is known."""

    binary: bool
    guess: str = ""


def decode(data: bytes) -> Decoded | NotDecoded:
    """The text of bytes that have some."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return _checked(text)
    if b"\0" in data:
        return _utf16(data)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _not_quite_utf8(data) or _eight_bits(data)


def _checked(text: str) -> Decoded | NotDecoded:
    replaced = text.count("\ufffd")
    return NotDecoded(binary=True) if replaced * 100 > len(text) else Decoded(text, replaced)


def _utf16(data: bytes) -> Decoded | NotDecoded:
    """UTF-16 without a mark: spaces and line ends tell the order of bytes, and the text must look like text."""
    even = data if len(data) % 2 == 0 else data[:-1]
    for encoding in sorted(("utf-16-le", "utf-16-be"), key=lambda e: -_spaces(even, e)):
        try:
            text = even.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE]
        if "\0" not in sample and sum(c < "\u2100" for c in sample) > 0.95 * len(sample):
            return Decoded(text)
    return NotDecoded(binary=True)


def _spaces(data: bytes, encoding: str) -> int:
    return sum(data.count(c.encode(encoding)) for c in " \n")


def _not_quite_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few damaged bytes (a page cut short): at least twenty good sequences for each bad one."""
    text = data.decode("utf-8", "replace")
    replaced = text.count("\ufffd")
    good = len(data) - len(text)  # a lower bound of the bytes of good sequences beyond their first
    return Decoded(text, replaced) if good > 20 * replaced else None


def _eight_bits(data: bytes) -> Decoded | NotDecoded:
    if _has_controls(data):
        return NotDecoded(binary=True)
    if (text := _windows_1258(data)) is not None:
        return Decoded(text)
    western = data.decode("cp1252", "replace")
    if guess := legacy_font(western):
        return NotDecoded(binary=False, guess=guess)
    declared = _declared(data)
    if declared in {"iso8859-1", "cp1252", "iso8859-15"} and "\ufffd" not in western:
        return Decoded(western)
    return NotDecoded(binary=False, guess=declared or "")


def _has_controls(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(sample.translate(None, bytes({*range(32), 127} - {9, 10, 12, 13, 26, 27}))) < len(sample)


def _windows_1258(data: bytes) -> str | None:
    try:
        text = nfc(data.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    sample = text[:_SAMPLE]
    foreign = len(_FOREIGN_OR_ORPHAN.findall(_VIETNAMESE.sub("", sample)))
    vietnamese = len(_VIETNAMESE.findall(sample))
    surely = len(_ONLY_VIETNAMESE.findall(sample))
    return text if vietnamese > 20 * foreign and 4 * surely > vietnamese else None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    try:
        return codecs.lookup(found[1].decode("ascii")).name if found else None
    except LookupError:
        return None


def legacy_font(text: str) -> str | None:
    """„TCVN3 (ABC)" or „VNI" where the text was typed in such a font and its letters are only readable with it."""
    sample = text[:_SAMPLE]
    words = sample.count(" ") + 1
    enough = min(words, 500)
    if any(len(_MADE_OF_TWO.findall(sample[:length])) * 10 > enough for length in (500, 2000)):
        return None
    for name, pattern in (("TCVN3 (ABC)", _TCVN3), ("VNI", _VNI)):
        hits = len(pattern.findall(sample))
        if hits >= 3 and hits * 5 > words and hits > 4 * len(_MADE_OF_TWO.findall(sample)):
            return name
    return None
