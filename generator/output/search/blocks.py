"""Sorted lines as blocks, and blocks with other lines; javascripts/search/blocks.js reads them."""

from __future__ import annotations

import base64
import hashlib
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, count
from operator import add

_CUT = 64


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring lines: the key of the first one, the name of the file, its text."""

    first: str
    name: str
    text: str


def blocks(lines: Iterable[str], size: int) -> Iterator[Block]:
    """Lines, sorted by the keys they begin with, in blocks of some `size` characters, half to twice.

    A block ends where the next key's checksum says so: a new line moves no border but its own.
    """
    held: list[str] = []
    length = 0
    for line in lines:
        if held and _ends(line, length, size):
            yield _block(held)
            held, length = [], 0
        held.append(line)
        length += len(line) + 1
    if held:
        yield _block(held)


def _ends(line: str, length: int, size: int) -> bool:
    """Whether a block of that length ends before the line."""
    if length + len(line) > 2 * size:
        return True
    return length >= size // 2 and _may_begin(line)


def _may_begin(line: str) -> bool:
    """Whether a line begins a block if the one before is long enough."""
    return zlib.crc32(key_of(line).encode()) % _CUT == 0


def key_of(line: str) -> str:
    """What a line stands for."""
    return line[: line.index("\t")]


Changes = Mapping[str, Callable[[str | None], str | None]]
"""By key, what a line becomes: of None a new one, and None of one that goes."""


def changed_blocks(
    firsts: Sequence[str], text_of: Callable[[str], str], changes: Changes, size: int
) -> Iterator[tuple[list[str], list[Block]]]:
    """Runs of blocks, and the blocks that stand in their place after changes; the borders are those of `blocks`.

    `firsts`: the blocks by their first keys; `text_of`: the text of one.
    """
    by_block: dict[int, list[str]] = {}
    for key in sorted(changes):
        by_block.setdefault(max(0, bisect_right(firsts, key) - 1), []).append(key)
    done = -1
    for start in by_block:
        if start > done:
            while start and firsts[start] in changes:
                start -= 1
            run = _Run(size)
            for at in range(start, max(start + 1, len(firsts))):
                lines = text_of(firsts[at])[1:-1].split("\n") if firsts else []
                if at in by_block:
                    run.add_changed(lines, {key: changes[key] for key in by_block[at]})
                elif at > start and run.ends_before(lines[0]):
                    break
                else:
                    run.add(lines)
                done = at
            yield list(firsts[start : done + 1]), run.blocks()


class _Run:
    """Blocks in the making."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._made: list[Block] = []
        self._held: list[str] = []
        self._length = 0

    def add(self, lines: Sequence[str]) -> None:
        """Lines that go on."""
        for line in lines:
            if self._held and _ends(line, self._length, self._size):
                self._end()
            self._held.append(line)
            self._length += len(line) + 1

    def add_changed(self, lines: list[str], changes: Changes) -> None:
        """The lines of one block, which go on, with changes."""
        grown, new = _change(lines, changes)
        starts = list(map(add, accumulate(map(len, lines), initial=0), count()))
        half = self._size // 2
        if self._held and lines and _ends(lines[0], self._length, self._size):
            self._end()
        doubted = chain(new, lines[bisect_left(starts, half) : bisect_right(starts, half + grown)])
        if self._held or starts[-1] > 2 * self._size or any(map(_may_begin, doubted)):
            self.add(lines)
        else:
            self._held, self._length = lines, starts[-1]

    def ends_before(self, line: str) -> bool:
        """Whether there is a border before the line."""
        return not self._held or _ends(line, self._length, self._size)

    def blocks(self) -> list[Block]:
        """All blocks."""
        if self._held:
            self._end()
        return self._made

    def _end(self) -> None:
        self._made.append(_block(self._held))
        self._held, self._length = [], 0


def _change(lines: list[str], changes: Changes) -> tuple[int, list[str]]:
    """Change sorted lines in their place; by how many characters they grow at most, and the new ones."""
    grown, new = 0, []
    for key, change in changes.items():
        at = bisect_left(lines, f"{key}\t")
        old = lines[at] if at < len(lines) and lines[at].startswith(f"{key}\t") else None
        line = change(old)
        if line is None:
            del lines[at]
        elif old is not None:
            lines[at] = line
            grown += max(0, len(line) - len(old))
        else:
            lines.insert(at, line)
            grown += len(line) + 1
            new.append(line)
    return grown, new


def _block(held: Sequence[str]) -> Block:
    text = "\n" + "\n".join(held) + "\n"
    return Block(key_of(held[0]), content_name(text, 7), text)


def content_name(text: str, length: int) -> str:
    """A short name made of the content: 5 bits a character, the same on every file system."""
    digest = hashlib.sha256(text.encode()).digest()
    return base64.b32encode(digest[:10]).decode().lower()[:length]
