"""The words and symbols of documents in document_words.yml, ready for rules: read once, at import."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

import yaml

from generator.ingest.surnames import COMMON
from generator.text import fold_case
from generator.vocabulary import DOCUMENT_KINDS

_WORDS: Mapping[str, Any] = yaml.safe_load(
    files(__package__).joinpath("document_words.yml").read_text(encoding="utf-8")
)


def symbol_key(symbol: str) -> str:
    """A part of a number as a key: lower case, the Icelandic ð read as đ, without „&" and digits at its end."""
    return symbol.lower().replace("ð", "đ").replace("&", "").rstrip("0123456789")


def _by_symbol(table: Mapping[str, Any]) -> dict[str, Any]:
    return {symbol_key(symbol): value for symbol, value in table.items()}


def longest_first(words: Iterable[str]) -> str:
    """An alternation of words for a pattern, the longest first; a blank stands for any white space."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


CODES: Mapping[str, str] = _by_symbol(_WORDS["codes"])
"""Abbreviation of a kind in a number → kind."""

BARE_CODES: Mapping[str, str] = {
    key.replace("đ", "d"): code for code in _WORDS["codes"] if "đ" in (key := symbol_key(code))
}
"""Abbreviations written without the stroke of đ („QD-TTg") → the right ones."""

ISSUERS: Mapping[str, str | None] = _by_symbol(_WORDS["issuers"])
"""Symbol of an issuer → its name, perhaps with {province}; None: known, but its name depends."""

FIELDS: Mapping[str, str] = _by_symbol(_WORDS["fields"])
"""Shortened name of a ministry's or department's field → its full name."""

MIXED_CASE: Mapping[str, str] = {word.lower(): word for word in _WORDS["mixed_case"]}

ALSO_VERBS = frozenset(_WORDS["also_verbs"])
PLAINLY_NUMBERED = frozenset(_WORDS["plainly_numbered"])

KIND_OF_WORD: Mapping[str, str | None] = {
    **{fold_case(kind): kind for kind in DOCUMENT_KINDS},
    **{fold_case(word): kind for word, kind in _WORDS["other_words"].items()},
}
"""Kind as it stands in a text, folded → kind; None: the symbol tells."""

KIND_OF_SHORT_WORD: Mapping[str, str] = _WORDS["short_words"]

OTHER_PAPERS: tuple[str, ...] = tuple(_WORDS["other_papers"])
COUNTED: tuple[str, ...] = tuple(_WORDS["counted"])

NATIONAL: Mapping[str, str] = {fold_case(word): name for word, name in _WORDS["national"].items()}
BODIES: Mapping[str, str] = {fold_case(word): name for word, name in _WORDS["local"].items()}
ROLES: Mapping[str, str | None] = _WORDS["roles"]

_FULL_FIELDS = {
    name.removesuffix(" {province}")[3:] for name in ISSUERS.values() if name and name.startswith(("Bộ ", "Sở "))
}


def _forms(field: str) -> Iterator[str]:
    """A field's name as texts write it: „và" left out or a sign in its place, the dash a comma or nothing."""
    for listed in (field, field.replace(" - ", ", "), field.replace(" - ", " ")):
        for joint in (" và ", " - ", " & ", "-", " ", ", "):
            yield fold_case(listed.replace(" và ", joint))


FIELD_NAMES: Mapping[str, str] = {
    **_WORDS["short_fields"],
    **{form: field for field in _FULL_FIELDS for form in _forms(field)},
}
"""Field of a ministry or department, folded → as it is written."""

NATIONAL_SYMBOLS = frozenset({"ttg", "cp", "qh", "ubtvqh", "ctn"})
"""Symbols that stand for one body of the country only."""

SURNAMES = frozenset(name.capitalize() for name in COMMON)
"""The commonest surnames: a name that begins with one is a person's."""

ONE_ISSUER: Mapping[str, str] = _WORDS["one_issuer"]
"""Kind → the one body that issues such documents."""

LAWS = frozenset({"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"})
"""Kinds that are named by what they are about."""
