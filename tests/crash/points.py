"""Which steps of a command are tried: all, or of each kind a few."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path, PurePath

_CHOSEN = re.compile(r"[0-9a-f]{6,}|[0-9]+|portal-new-\w+")
"""What differs between names of one kind: numbers, digests, chosen at random."""


def kind(step: str, folder: Path) -> str:
    """What a step does and where: its event, the first folders below one, and of files further below the suffix."""
    event, _, path = step.partition("\t")
    if not (place := PurePath(path)).is_relative_to(folder):
        return f"{event} {place.name}" if event == "ctypes.dlsym" else event  # named relative to an open folder
    *folders, name = place.relative_to(folder).parts
    if event in ("os.mkdir", "os.rmdir"):
        folders, name = [*folders, name], ""
    depth = 4 if ".cache" in folders else 3 if "build" in folders else 2
    if len(folders) > depth or _CHOSEN.search(name):
        name = f"…{PurePath(name).suffix}"
    return f"{event} {'/'.join(_CHOSEN.sub('#', part) for part in folders[:depth])}/{name}"


def of_each_kind(kinds: Sequence[str], at_most: int) -> list[int]:
    """The numbers of steps, counted from 1: so many of each kind, spread over all of that kind; 0: every step."""
    steps: defaultdict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(kinds, 1):
        steps[name].append(number)
    return sorted(step for same in steps.values() for step in _evenly(same, at_most or len(same)))


def _evenly(steps: Sequence[int], count: int) -> Sequence[int]:
    """So many steps at even distances, the first and the last among them."""
    if count >= len(steps):
        return steps
    return sorted({steps[round(number * (len(steps) - 1) / max(1, count - 1))] for number in range(count)})


def spread(steps: Sequence[int], every: int) -> list[int]:
    """Every N-th of some steps, and always the last."""
    return [*steps[:-1:every], *steps[-1:]]
