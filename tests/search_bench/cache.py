"""What the bench builds is kept below build/search-bench, under a name that tells what it was made of."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.corpus.stories import ROOT

FOLDER = ROOT / "build" / "search-bench"


def cached(name: str, made_of: Iterable[Path | str], make: Callable[[Path], None]) -> Path:
    """The folder that `make` fills, made only once for the same words and files; older ones of the name go."""
    folder = FOLDER / f"{name}-{_key(made_of)}"
    if not folder.is_dir():
        FOLDER.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=FOLDER, prefix=".") as unfinished:
            made = Path(unfinished) / name
            made.mkdir()
            make(made)
            for old in FOLDER.glob(f"{name}-{'?' * 12}"):
                shutil.rmtree(old)
            made.rename(folder)
    return folder


def sources(*parts: str, without: Iterable[str] = ()) -> list[Path]:
    """The files of the repository below these paths, in order, without those below some others."""
    excluded = [ROOT / part for part in without]
    files = [
        path for part in parts for path in ([ROOT / part] if (ROOT / part).is_file() else (ROOT / part).rglob("*"))
    ]
    return sorted(
        path
        for path in files
        if path.is_file() and "__pycache__" not in path.parts and not any(path.is_relative_to(out) for out in excluded)
    )


def _key(made_of: Iterable[Path | str]) -> str:
    digest = hashlib.sha256()
    for part in made_of:
        if isinstance(part, Path):
            digest.update(str(part.name).encode() + b"\0" + part.read_bytes() + b"\0")
        else:
            digest.update(part.encode() + b"\0")
    return digest.hexdigest()[:12]
