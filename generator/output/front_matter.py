"""The front matter of a page: what PyYAML makes of it, in a fraction of its time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

import yaml

_LETTER = r"A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_MARK = r".:/,;()#%+&@?=!*'\"~$|<>_\u2010-\u2019\u201c-\u201e\u2026-"
_USUAL = re.compile(rf"[{_LETTER}][ 0-9{_LETTER}{_MARK}]{{4,1000}}[0-9{_LETTER}{_MARK}]")
"""Texts that are no number, date or word of YAML, and hold nothing that has to be escaped."""
_KEY = re.compile(r"[@A-Za-z][A-Za-z_-]{0,50}")


class _Unusual(Exception):
    """Something that is left to PyYAML."""


def front_matter(values: Mapping[str, Any]) -> str:
    """The values as YAML, in their order."""
    lines: list[str] = []
    try:
        _add_mapping(lines, values, "", "", set())
    except _Unusual:
        return _dumped(values)
    return "".join(lines)


def _add_mapping(lines: list[str], values: Mapping[str, Any], first: str, indent: str, seen: set[int]) -> None:
    for key, value in values.items():
        name = f"{first}{_key(key)}:"
        first = indent
        if type(value) is str:
            lines.append(f"{name} {_written(value)}\n")
        elif isinstance(value, dict) and _is_filled(value, seen):
            lines.append(f"{name}\n")
            _add_mapping(lines, value, f"{indent}  ", f"{indent}  ", seen)
        elif isinstance(value, list) and _is_filled(value, seen):
            lines.append(f"{name}\n")
            _add_list(lines, value, indent, seen)
        else:
            lines.append(f"{name} {_scalar(value)}\n")


def _add_list(lines: list[str], values: list[Any], indent: str, seen: set[int]) -> None:
    for value in values:
        if isinstance(value, dict) and _is_filled(value, seen):
            _add_mapping(lines, value, f"{indent}- ", f"{indent}  ", seen)
        else:
            lines.append(f"{indent}- {_scalar(value)}\n")


def _is_filled(value: list[Any] | dict[str, Any], seen: set[int]) -> bool:
    """What stands twice is written once and named from elsewhere; what is empty stands on one line."""
    if not value or id(value) in seen:
        raise _Unusual
    seen.add(id(value))
    return True


@cache
def _key(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise _Unusual
    return _written(key)


@lru_cache(maxsize=4096, typed=True)
def _written(value: str | int | float | None) -> str:
    if isinstance(value, str) and _USUAL.fullmatch(value):
        is_plain = ": " not in value and " #" not in value and value[-1] != ":"
        return value if is_plain else "'{}'".format(value.replace("'", "''"))
    if isinstance(value, str) and (len(value) > 1000 or not value.isprintable()):
        raise _Unusual
    return _dumped([value])[2:-1]


def _scalar(value: object) -> str:
    if value is not None and type(value) not in (str, int, float, bool):
        raise _Unusual
    return _written(value)


def _dumped(value: object) -> str:
    return yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
