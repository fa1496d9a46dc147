"""Registries changed at a few places: whole files that are almost right, which reach what lies behind the schemas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.sources.registry_keys import PLATFORMS, TILES
from tests.hostile.families import REFUSED, corpus
from tests.project import BASE

Place = tuple[Any, Any]
"""A mapping or list, and a key or position in it."""

_MORE = {
    TILES: {
        "current": ["cao-bang thai-nguyen", ". bac-ninh hoang-sa", "hue"],
        "former": ["cao-bang bac-kan thai-nguyen", "bac-giang bac-ninh . hoang-sa", "thua-thien-hue"],
        "archipelagos": [{"id": "hoang-sa", "name": "Hoàng Sa", "province": "hue"}],
        "labels": {"thua-thien-hue": "TT Huế"},
    },
    PLATFORMS: {
        "platforms": [
            {"id": "vneid", "name": "VNeID", "kind": "app", "variants": ["ứng dụng VNeID"], "national": True},
            {"id": "c-bac-kan", "name": "C-Bắc Kạn", "kind": "app"},
        ]
    },
}
_DAYS = (
    "0001-01-01", "0999-12-31", "1000-01-01", "2025-06-30", "2025-07-01", "2025-02-29", "2026-11-21", "9999-12-31",
    "10000-01-01", "--02-29", "--12-31", "--02-30", "2025-07", "",
)  # fmt: skip
_KEYS = (
    "..", ".", "con", "nul", "index", "tat-ca", "nam", "2022", "__proto__", "a" * 120, "a" * 121, "A", "đ", "-", "0",
)  # fmt: skip
_NUMBERS = (-1, 0, 1, 63, 999, 1000, 2999, 3000, 9999, 10000, 10**9, 10**17, 10**18, 1.5, -0.0)
_LONG = (" ", "x" * 5_000, "chữ " * 2_000, "e\u0301" * 900, "123", "--10-10")
_OTHERS: tuple[Any, ...] = (
    None, True, False, [], {}, [[]], [None], {"a": {"b": []}}, *_LONG,
    [0] * 300, ["."] * 300, {f"k{number}": number for number in range(300)},
)  # fmt: skip


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_KEY = re.compile(r"[a-z0-9-]+\Z")


@cache
def base() -> Mapping[str, Any]:
    """Every registry file of a small project, as parsed."""
    paths = (*sorted(BASE.glob("site_config/*.yml")), BASE / "content/events.yml")
    told = {path.relative_to(BASE).as_posix(): yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}
    return {**told, **_MORE}


class _Choices:
    """Choices that some bytes make; the first one of all once they have run out."""

    def __init__(self, data: bytes) -> None:
        self.rest = iter(data)

    def below(self, number: int) -> int:
        return (next(self.rest, 0) << 8 | next(self.rest, 0)) % number

    def of(self, things: Sequence[Any]) -> Any:
        return things[self.below(len(things))]


def changed(data: bytes) -> dict[str, Any]:
    """The registries after the changes that the bytes choose: one for each ten of them, twelve at most."""
    choose = _Choices(data)
    files: dict[str, Any] = deepcopy(dict(base()))
    for _ in range(min(-(-len(data) // 10), 12)):
        within, key = choose.of([place for name in files for place in _places(files, name)])
        change = _roughly if choose.below(6) == 5 else _finely
        change(files, within, key, choose)
    return files


def write(files: Mapping[str, Any], project: Path) -> int:
    """Lay them over a project; how many bytes they have."""
    size = 0
    for name in base():
        path = project / name
        if name not in files:
            path.unlink(missing_ok=True)
            continue
        data = yaml.dump(files[name], Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False).encode()
        path.write_bytes(data)
        size += len(data)
    return size


def _finely(files: dict[str, Any], within: Any, key: Any, choose: _Choices) -> None:
    """Put something else of the same sort in a place, so that the schemas may accept it."""
    value = within[key]
    others = [deepcopy(v) for k, v in _values(files) if k == key and type(v) is type(value)] or [value]
    match value:
        case str() if _DAY.match(value):
            within[key] = choose.of((*_DAYS, *others))
        case str() if _KEY.match(value):
            keys = [v for _, v in _values(files) if isinstance(v, str) and _KEY.match(v)]
            within[key] = choose.of((choose.of(others), choose.of(keys), choose.of(_KEYS)))
        case str():
            text = choose.of((choose.of(corpus()), choose.of(others), choose.of(_LONG)))
            within[key] = choose.of(("{0}", "{1} {0}", "{0}{0}")).format(text, value)
        case int():
            within[key] = choose.of((*_NUMBERS, *others))
        case list() if value:
            item = choose.below(len(value))
            again = [deepcopy(value[item]) for _ in range(choose.of((1, 1, 40)))]
            within[key] = choose.of(
                ([*value, *again], value[:item], value[item:], value[::-1], value[:item] + value[item + 1 :])
            )
        case dict() if value:
            value.pop(choose.of(list(value)))
        case _:
            within[key] = choose.of([deepcopy(v) for k, v in _values(files) if k == key])


def _roughly(files: dict[str, Any], within: Any, key: Any, choose: _Choices) -> None:
    """Put anything in a place, or nothing."""
    value = within[key]
    match choose.below(5):
        case 0:
            del within[key]
        case 1:
            within[key] = deepcopy(choose.of([v for _, v in _values(files)]))
        case 2:
            within[key] = choose.of([payload for family in REFUSED.values() for payload in family])
        case 3:
            within[key] = choose.of(([value], {"id": value}, {str(key): value}, _deep(value)))
        case _:
            within[key] = deepcopy(choose.of(_OTHERS))


def _deep(value: Any) -> Any:
    for _ in range(45):
        value = [value]
    return value


def _places(within: Any, key: Any) -> Iterator[Place]:
    yield within, key
    value = within[key]
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for inner in keys:
        yield from _places(value, inner)


def _values(files: Mapping[str, Any]) -> Iterator[tuple[Any, Any]]:
    """Every value of all files, and the key it stands at."""
    for name in files:
        yield from ((key, within[key]) for within, key in _places(files, name))
