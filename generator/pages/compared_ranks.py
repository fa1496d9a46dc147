"""What is told of a unit's overall ranks, cell by cell, for laying units side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.library import addresses
from generator.library.entities import publication_order
from generator.library.library import Library
from generator.model import Indicator
from generator.pages.page import Mark, Ref
from generator.pages.rank_lines import Key, Ranks, lines_by_table
from generator.pages.rankings import BASIS_SHORT_VI, paragraph_marks, table_size
from generator.pages.refs import unit_label
from generator.registry import Index, Unit

MOST = 150
"""Up to so many sources are all listed."""


@dataclass(frozen=True, slots=True)
class Source:
    """A paragraph by its number in the page's list of sources."""

    number: int
    mark: Mark

    @property
    def ref(self) -> Ref:
        """The link to the paragraph, by its number."""
        anchor = addresses.paragraph_anchor(self.mark.paragraph)
        return Ref(str(self.number), addresses.article(self.mark.article), anchor)


@dataclass(frozen=True, slots=True)
class RankTold:
    """A rank of one year and table, how both are known, which column it may be joined to, and who tells it."""

    rank: int
    text: str
    hollow: bool
    basis: str
    joined: int | None
    sources: list[Source]


@dataclass(frozen=True, slots=True)
class Compared:
    """A unit's line: its ranks by column, and what became of it."""

    id: str
    name_slug: str
    label: str
    page: str
    former: bool
    became: str
    cells: list[list[RankTold]]


class Sources:
    """The paragraphs that tell ranks, numbered in the order of the articles; where they are many, one for each rank.

    `told` are the facts of each rank of each unit.
    """

    def __init__(self, library: Library, told: Iterable[Sequence[Indicator]]) -> None:
        self._library, told = library, list(told)
        marks = paragraph_marks(library, (fact for facts in told for fact in facts))
        self.abridged = len(marks) > MOST
        if self.abridged:
            marks = paragraph_marks(library, (facts[0] for facts in told))
        marks.sort(key=lambda mark: (publication_order(library.cards[mark.article]), mark.paragraph))
        self._numbers = {mark: number for number, mark in enumerate(marks, start=1)}

    def of(self, facts: Iterable[Indicator]) -> list[Source]:
        """The paragraphs that tell the facts of a rank."""
        shown = islice(facts, 1) if self.abridged else facts
        return [Source(self._numbers[mark], mark) for mark in paragraph_marks(self._library, shown)]

    def listed(self) -> list[Source]:
        """Every paragraph, by its number."""
        return [Source(number, mark) for mark, number in self._numbers.items()]


def compared(
    library: Library,
    index: Index,
    unit: Unit,
    ranks: Ranks,
    keys: Sequence[Key],
    facts: Sequence[Indicator],
    sources: Sources,
) -> Compared:
    """A unit's line over the years and tables of the keys."""
    by_key: dict[Key, list[Indicator]] = defaultdict(list)
    for fact in facts:
        by_key[fact.year or 0, fact.table or ""].append(fact)
    lines = lines_by_table(index, ranks, keys)
    joined = {b.slot: a.slot for line in lines.values() for a, b in line.joined}
    successor = library.registries.units.get(unit.successor or "")
    return Compared(
        id=unit.id,
        name_slug=unit.name_slug,
        label=unit_label(library, unit),
        page=addresses.index_province(index.id, unit.name_slug),
        former=unit.until is not None,
        became=_became(library, successor) if successor and successor.name != unit.name else "",
        cells=[
            _cell(index, ranks.get(place, {}), by_key[place], joined.get(slot), sources)
            for slot, place in enumerate(keys)
        ],
    )


def _became(library: Library, successor: Unit) -> str:
    alone = len(library.succession.predecessors(successor)) == 1
    return f"nay {'là' if alone else 'thuộc'} {successor.name}"


def _cell(
    index: Index, ranks: Mapping[int, bool], facts: Sequence[Indicator], joined: int | None, sources: Sources
) -> list[RankTold]:
    """The ranks told; one whose table is not known says out of how many it is, if that is told."""
    found = []
    for rank, plain in ranks.items():
        mine = [f for f in facts if f.rank == rank]
        size = next((size for f in mine if (size := table_size(index, f))), None)
        text = f"{rank}/{size}" if size and not mine[0].table else str(rank)
        basis = [] if plain else [BASIS_SHORT_VI[mine[0].basis]]
        basis += ["bảng suy ra"] if all(f.table_inferred for f in mine) else []
        found.append(RankTold(rank, text, not plain, ", ".join(basis), joined, sources.of(mine)))
    return found
