"""The front matter of a page is what PyYAML writes, to the byte."""

from __future__ import annotations

import random
from typing import Any

import pytest
import yaml

from generator.output.front_matter import front_matter

SIGNS = [*"abcXYZđứ0129 :#-'\"&*!|>%@`,[]{}?=~_./()<\n\t …–“”\\+^yn", "\u2028", "\u00a0", "\ufeff", "\U0001f600"]
TEXTS = [
    *("yes", "No", "null", "~", "true", "1e5", "0x1f", "12:30:45", "2026-01-01", "---", "...", "<<", "=", "", " "),
    *("https://a.vn/#c", "10/10", "a: b", "abc #y", "ab#c", "abcdef:", "Năm 2022: đô thị", "it's", "đường " * 300),
]


def dumped(values: object) -> str:
    return yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)


def text(chance: random.Random, beginning: str = "") -> str:
    if chance.random() < 0.3:
        return chance.choice(TEXTS)
    return beginning + "".join(chance.choices(SIGNS, k=chance.randint(0, 14)))


def value(chance: random.Random, depth: int = 0) -> Any:
    sort = chance.random()
    if depth < 4 and sort < 0.15:
        return [value(chance, depth + 1) for _ in range(chance.randint(0, 3))]
    if depth < 4 and sort < 0.3:
        return {chance.choice(["name", "@type", "null", "a b"]): value(chance, depth + 1) for _ in range(2)}
    if sort < 0.4:
        return chance.choice([0, 1, -3, True, False, None, 1.0, 2.5, 1e20])
    return text(chance, "abcde" if sort < 0.8 else "")


@pytest.mark.parametrize("seed", range(8))
def test_it_is_what_pyyaml_writes(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(500):
        values = {"title": text(chance), "jsonld": value(chance), "share": [value(chance), value(chance)]}
        assert front_matter(values) == dumped(values)


@pytest.mark.parametrize("same", [["a"], {"a": 1}, {}, []])
def test_what_stands_twice_is_written_as_pyyaml_writes_it(same: object) -> None:
    values = {"one": same, "two": {"three": same}, "four": [same]}
    assert front_matter(values) == dumped(values)


def test_kinds_of_values_that_are_equal_are_told_apart() -> None:
    values = {"one": 1, "two": True, "three": 1.0, "four": 0, "five": False}
    assert front_matter(values) == dumped(values)
