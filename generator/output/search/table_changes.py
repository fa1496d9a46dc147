"""The blocks of a remembered index that change with what stands under words and pairs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from generator.output.search.blocks import Block, changed_blocks
from generator.output.search.layout import FileChanges, Sizes, block_path
from generator.output.search.neighbours import changed_neighbours, pair_changes
from generator.output.search.posting_lines import Line, changed_line, may_be_kept
from generator.output.search.turnover import Edits

Entries = list[tuple[str, str]]
"""The blocks of a table: their first keys and names."""

LineChanges = Mapping[str, Callable[[Line | None], Line | None]]
"""By key, what a line becomes."""


def posting_changes(edits: Edits, most: int) -> LineChanges:
    """Changes of what stands under words, or under pairs."""
    return {key: partial(changed_line, key, edits=forms, most=most) for key, forms in edits.items()}


def neighbour_changes(pair_counts: Mapping[str, int]) -> LineChanges:
    """Changes of what stands beside words, from those of the counts of pairs."""
    beside = pair_changes({pair: by for pair, by in pair_counts.items() if by})
    return {word: partial(changed_neighbours, word, behind=by[0], before=by[1]) for word, by in beside.items()}


def change_table(
    connection: sqlite3.Connection, table: str, changes: LineChanges, sizes: Sizes, files: FileChanges
) -> Entries:
    """Change lines of a table, what is remembered of it and its files; gives all its blocks."""
    of_table = _Table(connection, table)
    of_lines = {key: partial(of_table.changed_line, key, change) for key, change in changes.items()}
    for run, made in changed_blocks(of_table.firsts, of_table.text, of_lines, sizes.of_blocks(table)):
        of_table.replace(run, made, files)
    return of_table.entries()


class _Table:
    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self._name = name
        known = connection.execute("SELECT first, name FROM blocks WHERE of = ? ORDER BY first", (name,))
        self._names: dict[str, str] = dict(known.fetchall())
        self.firsts = list(self._names)

    def entries(self) -> Entries:
        return sorted(self._names.items())

    def text(self, first: str) -> str:
        select = "SELECT text FROM blocks WHERE of = ? AND first = ?"
        (text,) = self._connection.execute(select, (self._name, first)).fetchone()
        return str(text)

    def changed_line(self, key: str, change: Callable[[Line | None], Line | None], text: str | None) -> str | None:
        """The new text of a line; what is kept of it whole changes at once."""
        old = self._line(key, text) if text is not None else None
        new = change(old)
        whole = new.whole if new else None
        if whole is not None:
            put = "INSERT OR REPLACE INTO whole VALUES (?, ?, ?)"
            self._connection.execute(put, (self._name, key, whole))
        elif old and old.whole is not None:
            self._connection.execute("DELETE FROM whole WHERE of = ? AND key = ?", (self._name, key))
        return new.text if new else None

    def _line(self, key: str, text: str) -> Line:
        if not may_be_kept(text):
            return Line(key, text)
        select = "SELECT line FROM whole WHERE of = ? AND key = ?"
        row = self._connection.execute(select, (self._name, key)).fetchone()
        return Line(key, text, row[0] if row else None)

    def replace(self, run: Iterable[str], made: Iterable[Block], files: FileChanges) -> None:
        """Put blocks in the place of a run of them."""
        old = {first: self._names.pop(first) for first in run}
        for block in made:
            self._names[block.first] = block.name
            if old.get(block.first) == block.name:
                del old[block.first]
                continue
            if block.first in old:
                put = "UPDATE blocks SET name = ?, text = ? WHERE of = ? AND first = ?"
            else:
                put = "INSERT INTO blocks (name, text, of, first) VALUES (?, ?, ?, ?)"
            self._connection.execute(put, (block.name, block.text, self._name, block.first))
            files.put(block_path(self._name, block.name), block.text)
            if block.first in old:
                files.drop(block_path(self._name, old.pop(block.first)))
        for first, name in old.items():
            self._connection.execute("DELETE FROM blocks WHERE of = ? AND first = ?", (self._name, first))
            files.drop(block_path(self._name, name))
