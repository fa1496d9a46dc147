"""What remains of a record with errors, so that one check can tell what else is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.sources.yaml_text import Path

Kept = Mapping[str, tuple[int, ...]]


def without_errors(record: Any, places: Iterable[Path]) -> tuple[dict[str, Any], Kept] | None:
    """The record without the list items and keys that hold errors, and which items of each list remain.

    None when the errors leave nothing that could be checked on its own.
    """
    if not isinstance(record, dict):
        return None
    remaining = {key: list(value) if isinstance(value, list) else value for key, value in record.items()}
    dropped: dict[str, set[int]] = {}
    for place in places:
        if not place or not isinstance(place[0], str):
            return None
        name = place[0]
        if len(place) > 1 and isinstance(place[1], int) and isinstance(remaining.get(name), list):
            dropped.setdefault(name, set()).add(place[1])
        else:
            remaining.pop(name, None)
    kept: dict[str, tuple[int, ...]] = {}
    for name, items in remaining.items():
        if isinstance(items, list):
            kept[name] = tuple(i for i in range(len(items)) if i not in dropped.get(name, ()))
            remaining[name] = [items[i] for i in kept[name]]
    return remaining, kept
