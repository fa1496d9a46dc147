"""The ways in which people type what they look for, each made of the right spelling."""

from __future__ import annotations

import re
import unicodedata
from random import Random

from generator.text import without_diacritics

_TONES = "\u0300\u0309\u0303\u0301\u0323"
_LETTERS = "abcdeghiklmnopqrstuvxy"
_WORD = re.compile(r"\d+|[^\W\d_]+")
_OLD_TONES = re.compile(r"(?<!q)(o|u)([\u0300\u0309\u0303\u0301\u0323])([aey])(?![a-z\u0300-\u036f])", re.IGNORECASE)


def syllables(text: str) -> list[str]:
    """The words of a text as they stand, numbers included."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def bare(text: str) -> str:
    """Without diacritics, đ as d, in lower case: what ambiguity is judged by."""
    return without_diacritics(unicodedata.normalize("NFC", text)).lower()


def partly(random: Random, text: str) -> str:
    """Some of the syllables without diacritics, the others with them."""
    return " ".join(without_diacritics(word) if random.random() < 0.5 else word for word in text.split(" "))


def other_tone_placement(text: str) -> str:
    """„hòa" as „hoà", „thúy" as „thuý"; the same text when it has no such syllable."""
    moved = _OLD_TONES.sub(_moved, unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", moved)


def _moved(match: re.Match[str]) -> str:
    pair = match[1].lower() + match[3].lower()
    return match[1] + match[3] + match[2] if pair in ("oa", "oe", "uy") else match[0]


def plain_d(text: str) -> str:
    """d for đ, and nothing else."""
    return text.replace("đ", "d").replace("Đ", "D")


def decomposed(text: str) -> str:
    """In normal form D, as macOS and some keyboards give it."""
    return unicodedata.normalize("NFD", text)


def cut(random: Random, text: str) -> str:
    """The text as far as it is typed: its last word stands unfinished, at any keystroke."""
    words = text.split(" ")
    last = words[-1]
    return " ".join([*words[:-1], last[: random.randint(1, max(1, len(last) - 1))]])


def mistyped(random: Random, text: str) -> str:
    """One letter too many, missing, wrong or swapped with the next, in one syllable of three letters or more."""
    words = text.split(" ")
    places = [at for at, word in enumerate(words) if len(word) > 2 and word.isalpha()]
    if not places:
        return text
    at = random.choice(places)
    while (wrong := _edited(random, words[at])) == words[at]:
        pass
    return " ".join([*words[:at], wrong, *words[at + 1 :]])


def _edited(random: Random, word: str) -> str:
    place = random.randrange(len(word))
    match random.randrange(4):
        case 0:
            return word[:place] + random.choice(_LETTERS) + word[place:]
        case 1:
            return word[:place] + word[place + 1 :]
        case 2:
            return word[:place] + random.choice(_LETTERS) + word[place + 1 :]
    place = min(place, len(word) - 2)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def wrong_tone(random: Random, text: str) -> str:
    """Another tone on one letter that has one; the same text when none has."""
    letters = list(unicodedata.normalize("NFC", text))
    tones = {at: tone for at, letter in enumerate(letters) if (tone := _tone(letter))}
    if tones:
        at = random.choice(list(tones))
        plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", letters[at]).replace(tones[at], ""))
        other = random.choice([tone for tone in _TONES if tone != tones[at]])
        letters[at] = unicodedata.normalize("NFC", plain + other)
    return "".join(letters)


def _tone(letter: str) -> str:
    return next((mark for mark in unicodedata.normalize("NFD", letter) if mark in _TONES), "")
