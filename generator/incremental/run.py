"""What a run of the generator comes to, and whether the last one still stands: told before anything is imported."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from generator.incremental.changes import Kept, find_changes
from generator.incremental.state import open_store, state_key
from generator.output.write import Written, files_of

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
    from generator.incremental.making import Remade
    from generator.incremental.refresh import Refreshed


@dataclass(frozen=True, slots=True)
class Run:
    """What a run made: the problems it found, what it wrote (None: nothing, for errors), and why pages changed."""

    diagnostics: list[Diagnostic]
    written: Written | None
    refreshed: Refreshed | None = None
    remade: Remade | None = None


def cache_of(project: Path, target: Path) -> Path:
    """Where a run into a folder keeps what it made; it may be deleted at any time."""
    name = blake2b(os.fspath(target.absolute()).encode(), digest_size=6).hexdigest()
    return project / "build" / ".cache" / "generator" / name


def last_run_stands(project: Path, target: Path, *, address: str, today: date, drafts: bool) -> Run | None:
    """The run that has nothing to do; None if it may have something to do."""
    store = open_store(cache_of(project, target) / "kept.db", state_key(project, address, drafts=drafts))
    if store is None:
        return None
    try:
        if today != store.meta("today") or store.meta("tree") != (tree := files_of(target)):
            return None
        changes = find_changes(project, {path: Kept(*values) for path, values in store.files().items()})
        if changes.any or changes.touched or changes.others != store.meta("others"):
            return None
        return Run(store.meta("warnings"), Written((), (), (), len(tree)))
    except (FileNotFoundError, sqlite3.DatabaseError):
        return None
    finally:
        store.close()
