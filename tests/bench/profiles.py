"""What Python's own instruments tell of a build: the modules it imported, and whose code took the time."""

from __future__ import annotations

import pstats
from collections import Counter
from pathlib import Path

_BUILT_IN = "~"
_WAITING = ("poll", "wait", "select", "acquire", "sleep")


def imported(trace: str) -> list[str]:
    """The modules that `python -X importtime` told of, in the order that they were imported."""
    lines = [line.rsplit("|", 1)[-1].strip() for line in trace.splitlines() if line.startswith("import time:")]
    return [name for name in lines if name != "imported package"]


def owners(profile: pstats.Stats) -> Counter[str]:
    """Own seconds of each package; what is built in counts for the one that calls it, but waiting for nobody."""
    found: Counter[str] = Counter()
    for (file, _, name), (_, _, own, _, callers) in profile.stats.items():  # type: ignore[attr-defined]
        if file != _BUILT_IN:
            found[owner(file)] += own
        elif any(word in name for word in _WAITING):
            found["waiting"] += own
        else:
            for (caller, _, _), (_, _, share, _) in callers.items():
                found[owner(caller)] += share
    return found


def owner(file: str) -> str:
    """The package that a file belongs to; of the generator, its part."""
    if file == _BUILT_IN:
        return "built-in"
    if file.startswith("<frozen importlib"):
        return "imports"
    parts = Path(file).parts
    if "site-packages" in parts:
        return Path(parts[parts.index("site-packages") + 1]).stem
    if "generator" in parts:
        return ".".join(["generator", *(Path(part).stem for part in parts[parts.index("generator") + 1 :][:1])])
    return "standard library"
