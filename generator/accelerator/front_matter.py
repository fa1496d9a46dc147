"""Front matter as PyYAML writes it (blocks of mappings and lists, values on one line), read in a third of its time."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import yaml
from mkdocs.utils.meta import YAML_RE, get_data

_Line = tuple[str, str, str, str, str]

_ODD = re.compile(r"[^\n\x20-\x7e\u00a1-\u1fff\u2010-\u2027\u2030-\u205e]| $", re.MULTILINE)
_LINES = re.compile(r"^( *)(- )?(?:([A-Za-z_][A-Za-z0-9_-]*|'@[a-z]+'):(?: (\S.*))?|(\S.*))\n", re.MULTILINE)
_QUOTED = re.compile(r"'((?:[^']|'')*)'")
_WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
_LONGEST_WORD = 5
_INDICATORS = frozenset("-?:,[]{}#&*!|>%@`'=~<")


class _Unusual(Exception):
    """Something that is left to PyYAML."""


def read(source: str) -> tuple[str, dict[str, Any]]:
    """The text of a page and its front matter, as `get_data` of MkDocs tells them."""
    m = YAML_RE.match(source)
    if not m:
        return get_data(source)
    try:
        return source[m.end() :].lstrip("\n"), _read(m[1])
    except _Unusual:
        return get_data(source)


def _read(text: str) -> dict[str, Any]:
    if _ODD.search(text):
        raise _Unusual
    lines: list[_Line] = _LINES.findall(text)
    if len(lines) != text.count("\n") or lines[0][0] or lines[0][1]:
        raise _Unusual
    lines.append(("", "", "", "", ""))
    values, at = _mapping(lines, 0, 0)
    if at != len(lines) - 1:
        raise _Unusual
    return values


def _mapping(lines: list[_Line], at: int, depth: int) -> tuple[dict[str, Any], int]:
    """The mapping that begins here; its first line may be that of a list's item."""
    values: dict[str, Any] = {}
    first = at
    while True:
        indent, dash, key, value, _ = lines[at]
        if not key or (at > first and (dash or len(indent) != depth)):
            return values, at
        name = key[1:-1] if key[0] == "'" else key
        if name.lower() in _WORDS:
            raise _Unusual
        at += 1
        if value:
            values[name] = _scalar(value)
        else:
            values[name], at = _below(lines, at, depth)


def _below(lines: list[_Line], at: int, depth: int) -> tuple[Any, int]:
    indent, dash, key, _, _ = lines[at]
    if dash and len(indent) == depth:
        return _list(lines, at, depth)
    if key and not dash and len(indent) == depth + 2:
        return _mapping(lines, at, depth + 2)
    raise _Unusual


def _list(lines: list[_Line], at: int, depth: int) -> tuple[list[Any], int]:
    values: list[Any] = []
    while True:
        indent, dash, key, _, scalar = lines[at]
        if not dash or len(indent) != depth:
            return values, at
        if key:
            value, at = _mapping(lines, at, depth + 2)
            values.append(value)
        else:
            values.append(_scalar(scalar))
            at += 1


def _scalar(text: str) -> Any:
    if text[0] == "'":
        m = _QUOTED.fullmatch(text)
        if not m:
            raise _Unusual
        return m[1].replace("''", "'")
    if text[0] != '"' and (": " in text or " #" in text or text[-1] == ":"):
        raise _Unusual
    return text if text[0].isalpha() and len(text) > _LONGEST_WORD else _typed(text)


@lru_cache(maxsize=4_096)
def _typed(text: str) -> Any:
    """A number, a date, a word of YAML or a short text; nothing that can be changed."""
    if text[0] in _INDICATORS:
        raise _Unusual
    try:
        return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise _Unusual from error
