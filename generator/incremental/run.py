"""What a run of the generator comes to, and whether the last one still stands: told before anything is imported."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from generator.incremental.changes import Changes, find_changes
from generator.incremental.state import open_store, state_key
from generator.incremental.store import Store
from generator.incremental.tally import Tally, kept_tally
from generator.incremental.tree import Tree
from generator.output.write import Written

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
    from generator.incremental.making import Remade
    from generator.incremental.refresh import Refreshed


@dataclass(frozen=True, slots=True)
class Run:
    """What a run made: the problems it found, what it wrote (None: nothing, for errors), and why pages changed.

    `found` and `left` name the states of the output before and after it, which differ by what it wrote; no name stands
    for a state that is not to the last stamp what a run left. `tally` counts what is there after a run without errors.
    """

    diagnostics: list[Diagnostic]
    written: Written | None
    refreshed: Refreshed | None = None
    remade: Remade | None = None
    found: bytes = b""
    left: bytes = b""
    tally: Tally | None = None


def cache_of(project: Path, target: Path) -> Path:
    """Where a run into a folder keeps what it made; it may be deleted at any time."""
    name = blake2b(os.fspath(target.absolute()).encode(), digest_size=6).hexdigest()
    return project / "build" / ".cache" / "generator" / name


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a project found: what is kept of the last run, the output as it was left, and what changed.

    Nothing is kept that can be trusted: `store` is None. Nothing is to be done: `run` says so.
    """

    key: str
    store: Store | None = None
    tree: Tree | None = None
    changes: Changes | None = None
    run: Run | None = None


def look(project: Path, target: Path, *, address: str, today: date, drafts: bool) -> Look:
    """Look once at everything that a run into a folder depends on; the store stays open if there is anything to do."""
    key = state_key(project, address, drafts=drafts)
    store = open_store(cache_of(project, target) / "kept.db", key)
    if store is None:
        return Look(key)
    try:
        tree = Tree(target)
        if not tree.as_kept(store):
            store.close()
            return Look(key)
        changes = find_changes(project, store)
        same = today == store.meta("today") and changes.others == store.meta("others")
        if not same or changes.any or changes.touched:
            return Look(key, store, tree, changes)
        written = Written((), (), (), len(tree))
        run = Run(store.meta("warnings"), written, found=tree.state, left=tree.state, tally=kept_tally(store))
    except (FileNotFoundError, sqlite3.DatabaseError):
        store.close()
        return Look(key)
    store.close()
    return Look(key, run=run)
