"""What the preview follows: the files a build reads, and word of a save as soon as the system gives it."""

from __future__ import annotations

import os
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

from watchdog import events
from watchdog.observers import Observer

import generator

QUIET = 0.05  # seconds without an event until a save counts as done: editors truncate, write, rename
PATIENCE = 1.0  # seconds after which a build comes even if the events do not end
SWEEP = 2.0  # seconds between two looks without any event: some file systems (network, WSL) send none

State = tuple[int, int, int]
_CHANGES = [
    events.FileCreatedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
    events.FileDeletedEvent,
    events.DirCreatedEvent,
    events.DirMovedEvent,
    events.DirDeletedEvent,
]
_EDITORS_OWN = (".", "#", "~", "___jb_")  # how the names of files begin that editors keep beside those they edit
_EDITORS_ENDS = ("~", "#", ".swp", ".swx", ".tmp", ".bak", ".orig")


class Inputs:
    """The files that the pages of a project are made of."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._package = Path(generator.__file__).parent
        self.folders = (project / "content", project / "site_config", project / "theme_overrides", self._package)

    def states(self) -> dict[str, State]:
        """When each file was last written, its size and its place on the disk, by path."""
        found: dict[str, State] = {}
        for folder in (self._project, *self.folders):
            _look(folder, found, only="mkdocs.yml" if folder == self._project else None)
        return found

    def name(self, path: str) -> str:
        """A path as people read it: from the project on."""
        return Path(os.path.relpath(path, self._project)).as_posix()

    def is_code(self, path: str) -> bool:
        """Whether a file is code of the running program, which reads it when it starts."""
        return path.endswith(".py") and Path(path).is_relative_to(self._package)

    def is_of_all(self, path: str) -> bool:
        """Whether many pages hang on a file: all but articles, and what of the theme is copied as it is."""
        name = self.name(path)
        if name.startswith("theme_overrides/"):
            return name.endswith(".html") or "/." in name
        return not self.is_article(path)

    def is_article(self, path: str) -> bool:
        """Whether a file is an article."""
        return self.name(path).startswith("content/articles/")


def differing(before: dict[str, State], after: dict[str, State]) -> list[str]:
    """The paths that are new, gone or written anew, sorted."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def _is_editors_own(name: str) -> bool:
    return name.startswith(_EDITORS_OWN) or name.endswith(_EDITORS_ENDS)


def _look(folder: str | Path, found: dict[str, State], only: str | None = None) -> None:
    """Add the files below a folder, or the one of that name in it; what goes away meanwhile is passed over."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == "__pycache__" or (only and entry.name != only):
                continue
            with suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    _look(entry.path, found)
                elif not _is_editors_own(entry.name):
                    stat = entry.stat()
                    found[entry.path] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)


class Saves(events.FileSystemEventHandler):
    """Word of saves below some folders and beside mkdocs.yml, while its block runs."""

    def __init__(self, project: Path, inputs: Inputs) -> None:
        self._touched = threading.Event()
        self._observer = Observer()
        self._observer.schedule(self, str(project), event_filter=_CHANGES)
        for folder in inputs.folders:
            if folder.is_dir():
                self._observer.schedule(self, str(folder), recursive=True, event_filter=_CHANGES)

    def __enter__(self) -> Self:
        with suppress(OSError):  # the system has no watches left: the look every few seconds must do
            self._observer.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def on_any_event(self, event: events.FileSystemEvent) -> None:
        """Note that something was touched; what it was is told by the states of the files."""
        self.wake()

    def wake(self) -> None:
        """Let whoever waits look what there is."""
        self._touched.set()

    def wait(self) -> None:
        """Return once a burst of events has ended, when woken, or when it is time to look without one."""
        if not self._touched.wait(SWEEP):
            return
        end = time.monotonic() + PATIENCE
        self._touched.clear()
        while self._touched.wait(QUIET) and time.monotonic() < end:
            self._touched.clear()
