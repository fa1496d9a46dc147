"""Gathers things by a key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K")


def group(pairs: Iterable[tuple[K | None, T]]) -> dict[K, tuple[T, ...]]:
    """The things of each key in their order; pairs without a key are left out."""
    result: dict[K, list[T]] = defaultdict(list)
    for key, thing in pairs:
        if key is not None:
            result[key].append(thing)
    return {key: tuple(things) for key, things in result.items()}
