"""What a run keeps for the next one; with anything changed that it depends on, nothing kept is trusted."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

import generator
from generator.incremental.store import Store

_LIBRARIES = ("jinja2", "markupsafe", "pydantic", "pyyaml", "python-slugify", "icalendar", "pillow")
_OTHER_WORK = {"__pycache__", "cli", "ingest", "site", "accelerator"}


def state_key(project: Path, address: str, *, drafts: bool) -> str:
    """A digest of all that the output depends on beside the articles and the day."""
    made = blake2b(digest_size=16)
    for text in (sys.version, address, str(drafts), *(version(name) for name in _LIBRARIES)):
        made.update(text.encode() + b"\0")
    for path in (*_code(), *sorted((project / "site_config").rglob("*")), project / "content" / "events.yml"):
        if path.is_file():
            made.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return made.hexdigest()


def _code() -> Iterator[Path]:
    for folder, names, files in os.walk(Path(generator.__file__).parent):
        names[:] = sorted(set(names) - _OTHER_WORK)
        yield from (Path(folder, name) for name in sorted(files))


def open_store(path: Path, key: str) -> Store | None:
    """The store at a path; None where there is none that was made with this key, or none that can be read."""
    if not path.is_file():
        return None
    try:
        store = Store(path)
        if store.meta("key") == key:
            return store
        store.close()
    except sqlite3.DatabaseError:
        pass
    return None
