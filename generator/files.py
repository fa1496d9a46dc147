"""Files written whole or not at all: under another name first, on the disk, then under their own."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

BEGUN = ".portal-new-"
"""How the names of files begin that are not whole yet: nobody reads them."""


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet; raises FileExistsError, or OSError."""
    _make_folder(path.parent)
    with _begun(path.parent, text.encode()) as written:
        written.chmod(0o644)
        try:
            os.link(written, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            if path.exists():
                raise FileExistsError(path) from None
            written.replace(path)


def write_over(path: Path, text: str) -> None:
    """Give a file other content, its rights kept; until then it holds what it held. Raises OSError."""
    path = path.resolve()
    with _begun(path.parent, text.encode()) as written:
        written.chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o644)
        written.replace(path)


def make_over(path: Path, data: bytes) -> None:
    """The same for what can be made again: a loss of power may take it away. Raises OSError (no folder, too)."""
    new = path.with_name(f"{BEGUN}{os.getpid()}")
    try:
        with naming(path):
            new.write_bytes(data)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def remove_begun(folder: Path) -> None:
    """Remove what killed processes left below a folder in which nobody else writes now."""
    for path in folder.rglob(f"{BEGUN}*"):
        path.unlink(missing_ok=True)


@contextmanager
def _begun(folder: Path, data: bytes) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(dir=folder, prefix=BEGUN)
    try:
        with naming(Path(name)), os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        yield Path(name)
        _sync(folder)
    finally:
        Path(name).unlink(missing_ok=True)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """An error of writing into an open file does not say which; with this it does."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it, their names on the disk: a file in a folder whose name is lost is lost."""
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        _sync(folder.parent)


def _sync(folder: Path) -> None:
    """Write the names in a folder to the disk, where folders can be opened."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
