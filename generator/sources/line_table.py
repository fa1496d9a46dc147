"""The line of every field of a file as one text: there are forty an article, and few are ever asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.sources.yaml_text import Path


def line_table(lines: Mapping[Path, int]) -> str:
    """The table for the lines (from 1) of paths."""
    return "".join(f"\n{_key(path)}\t{line}" for path, line in lines.items()) + "\n"


def line_of(table: str, path: Path) -> int | None:
    """The line of a path; None where the table does not have it."""
    key = f"\n{_key(path)}\t"
    start = table.find(key) + len(key)
    return int(table[start : table.index("\n", start)]) if start >= len(key) else None


def _key(path: Iterable[str | int]) -> str:
    """The path with every line break and tab in it escaped."""
    return repr(tuple(path))
