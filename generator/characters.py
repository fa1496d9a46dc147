"""Characters that nobody sees: which of them content may not hold, and how a terminal shows any of them.

The sets follow UAX #9 (controls of direction), UAX #15 (runs of marks), UTS #39, and what XML 1.0 refuses.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.text import mark_runs

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
_DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
_EMPTY = "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f\u2060-\u2065\u206a-\u206f"
_EMPTY += "\u3164\uffa0\U000e0000-\U000e0fff"
_JOINER = "\u200d"
_JOINED = re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")

_CONTROL, _DIRECTION = re.compile(f"[{_CONTROLS}]"), re.compile(f"[{_DIRECTIONS}]")
_UNSEEN = re.compile(f"[{_CONTROLS}{_DIRECTIONS}{_EMPTY}{_JOINER}]")
_NOT_SHOWN = re.compile(f"[{_CONTROLS}{_DIRECTIONS}{_EMPTY}\x85\u2028\u2029{_JOINER}]")


def unseen(text: str) -> Iterator[tuple[str, int, str]]:
    """Code, line (from 1) and names of the characters of a text that nobody sees, once for each line and code."""
    lines: dict[tuple[int, str], dict[str, None]] = {}
    line, counted = 1, 0
    for found in _UNSEEN.finditer(text):
        if found[0] == _JOINER and _JOINED.match(text, found.start() - 1):
            continue
        line, counted = line + text.count("\n", counted, found.start()), found.start()
        lines.setdefault((line, _code(found[0])), {})[named(found[0])] = None
    line, counted = 1, 0
    for start, _ in mark_runs(text):
        line, counted = line + text.count("\n", counted, start), start
        lines.setdefault((line, "too-many-marks"), {})[named(text[start])] = None
    for (number, code), names in lines.items():
        yield code, number, ", ".join(names)


def without_refused(text: str) -> str:
    """The text with U+FFFD for each control, so that what else is wrong with it can be told."""
    return _CONTROL.sub("\ufffd", text)


def refused(text: str) -> str:
    """The name of the first character for which a text is refused, or nothing."""
    found = _CONTROL.search(text) or _DIRECTION.search(text)
    at = found.start() if found else next((start for start, _ in mark_runs(text)), None)
    return "" if at is None else named(text[at])


def visible(text: str) -> str:
    """The text for a terminal: what would command it, or hide, as its escape in JSON; lines and tabs stay.

    A JSON text keeps its meaning: such characters stand in its strings alone.
    """
    return text if text.isascii() and text.isprintable() else _NOT_SHOWN.sub(_escape, text)


def visible_line(text: str) -> str:
    """The same on one line: a value cannot begin a line of its own, which might read as another report or a command."""
    return visible(text).replace("\n", "\\n").replace("\r", "\\r")


def named(char: str) -> str:
    """A character as the Unicode standard names it: U+202E RIGHT-TO-LEFT OVERRIDE."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def _code(char: str) -> str:
    if _CONTROL.match(char):
        return "control-character"
    return "bidi-control" if _DIRECTION.match(char) else "zero-width-character"


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
