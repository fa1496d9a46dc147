"""Problems of content as values: where, which code, what to do. Their texts stand in diagnostics.yml."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files

import yaml

from generator.characters import visible_line

MOST_SHOWN = 1_000
"""Characters that a report shows of a value: a file may hold one of a million."""


FEW = 500
"""So many words are all compared with a mistyped one."""
BESIDE = 50
"""Of more words so many on either side of it, in their order by beginnings and in that by ends."""

_LONGEST = 200  # no key and no address is longer


class Severity(StrEnum):
    """Errors stop a build before anything is written; warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class CodeText:
    """What the catalogue says of a code: message and hint take the values of the case, `about` goes to the manual."""

    severity: Severity
    message: str
    hint: str
    about: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the content: a path relative to the project, a line from 1, and the field (list items from 1)."""

    path: str
    line: int = 1
    field: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem."""

    spot: Spot
    code: str
    severity: Severity
    message: str
    hint: str

    @property
    def sort_key(self) -> tuple[str, int, str, str, str]:
        """By file, line and field; the same for the same content."""
        return (self.spot.path, self.spot.line, self.spot.field, self.code, self.message)


@cache
def catalogue() -> dict[str, CodeText]:
    """Every code the portal can report, in the order of the manual."""
    text = files("generator").joinpath("diagnostics.yml").read_text(encoding="utf-8")
    entries = yaml.load(text, Loader=yaml.CSafeLoader)
    return {
        code: CodeText(Severity(e["severity"]), e["message"], e.get("hint", ""), e["about"])
        for code, e in entries.items()
    }


def diagnose(code: str, spot: Spot, **values: object) -> Diagnostic:
    """The diagnostic of a code at a place; an unknown code is a bug and raises KeyError."""
    text = catalogue()[code]
    values = {name: _shortened(value) if isinstance(value, str) else value for name, value in values.items()}
    return Diagnostic(spot, code, text.severity, text.message.format(**values), text.hint.format(**values))


class Known(frozenset[str]):
    """Words that may have been meant: very many of them can be asked for very many others."""

    def beside(self, word: str) -> Iterable[str]:
        """Those that begin or end most like the word, or lack one letter of it; all where they are few."""
        if len(self) <= FEW:
            return self
        ahead, back = self._orders
        lacking = {word[:at] + word[at + 1 :] for at in range(min(len(word), _LONGEST))} & self
        return {*lacking, *_around(ahead, word), *(other[::-1] for other in _around(back, word[::-1]))}

    @cached_property
    def _orders(self) -> tuple[list[str], list[str]]:
        return sorted(self), sorted(word[::-1] for word in self)


def _around(ordered: list[str], word: str) -> list[str]:
    at = bisect(ordered, word)
    return ordered[max(at - BESIDE, 0) : at + BESIDE]


def suggestion(word: str, known: Iterable[str]) -> str:
    """„ Có phải là …?" with the known word nearest to the one given, or nothing.

    Only words that share their first letter or their last two are compared, and never more than a few hundred. Who asks
    for many words gives a `Known`, which is put in order once.
    """
    known = known if isinstance(known, Known) else Known(known)
    alike = [k for k in known.beside(word) if k[:1] == word[:1] or k[-2:] == word[-2:]]
    near = get_close_matches(word, alike, n=1, cutoff=0.6)
    return f" Có phải là “{near[0]}”?" if near else ""


def field_name(path: Iterable[str | int]) -> str:
    """A path into front matter as editors read it: events[3].date, items counted from 1."""
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{_shortened(part)}" if name else _shortened(part)
    return name


def _shortened(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether anything in them stops a build."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


def human(diagnostics: Iterable[Diagnostic]) -> str:
    """Every problem with place, message and mend, then the count."""
    found = list(diagnostics)
    blocks = [human_block(d) for d in found]
    errors = sum(d.severity is Severity.ERROR for d in found)
    blocks.append(f"{errors} lỗi, {len(found) - errors} cảnh báo.")
    return "\n\n".join(blocks)


def human_block(d: Diagnostic) -> str:
    """One problem on three lines, whatever the names and values in it hold."""
    field = f"  {d.spot.field}" if d.spot.field else ""
    word = "lỗi" if d.severity is Severity.ERROR else "cảnh báo"
    lines = (f"{d.spot.path}:{d.spot.line}{field}", f"  {word} {d.code}: {d.message}", f"  → {d.hint}")
    return "\n".join(visible_line(line) for line in lines)
