"""The write stage: puts files in place, writes only what differs, prunes what is gone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

OWNER_FILE = ".portal-generated"
_KEPT = {OWNER_FILE, ".gitignore"}
_OWNER_TEXT = "Made by `portal generate`, which overwrites and removes files here. Edit content/ instead.\n"


Content = str | Callable[[], bytes]
"""What a file holds: a text, or how its bytes are made where no file is there yet (its name tells what it holds)."""


class ForeignDirectory(Exception):
    """The output directory holds files that the portal did not make."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a write changed, as paths relative to the output directory."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def write(files: Mapping[str, Content], target: Path) -> Written:
    """Make the directory hold exactly these files; raises ForeignDirectory if it is not the portal's own."""
    claim(target)
    existing = {
        path.relative_to(target).as_posix()
        for path in target.rglob("*")
        if path.is_file() and path.relative_to(target).as_posix() not in _KEPT
    }
    added, changed, unchanged = [], [], 0
    for name in sorted(files):
        path, content = target / name, files[name]
        if callable(content) and name in existing:
            unchanged += 1
            continue
        data = content() if callable(content) else content.encode("utf-8")
        if name not in existing:
            added.append(name)
        elif path.read_bytes() != data:
            changed.append(name)
        else:
            unchanged += 1
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    removed = sorted(existing - files.keys())
    for name in removed:
        (target / name).unlink()
    _remove_empty(target)
    return Written(tuple(added), tuple(changed), tuple(removed), unchanged)


def claim(target: Path) -> None:
    """Mark an empty or new directory as the portal's; raises ForeignDirectory for any other one."""
    if (target / OWNER_FILE).is_file():
        return
    if target.exists() and any(path.name not in _KEPT for path in target.iterdir()):
        raise ForeignDirectory(
            f"{target} holds files that portal did not make: name an empty folder, or empty this one"
        )
    target.mkdir(parents=True, exist_ok=True)
    (target / OWNER_FILE).write_text(_OWNER_TEXT, encoding="utf-8")


def is_generated(target: Path) -> bool:
    """Whether the directory is the portal's own and holds pages."""
    return (target / OWNER_FILE).is_file() and (target / "index.md").is_file()


def _remove_empty(target: Path) -> None:
    for folder in sorted((p for p in target.rglob("*") if p.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
