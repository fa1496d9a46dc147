"""The documents of the index: their texts in chunks, their kinds and provinces for filters, the years they are of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.library import addresses
from generator.output.search.number_lists import numbers_text
from generator.output.search.record import SearchRecord

PER_FACETS = 8192


@dataclass(frozen=True, slots=True)
class Document:
    """What stands of a page in the index's files of documents, and what leads back to its record."""

    page: str
    order: str
    facets: str
    rest: str
    text: str


def document_of(record: SearchRecord) -> Document:
    """A record as it is published and kept."""
    text = json_text(
        [
            addresses.site_path(record.page)[1:],
            record.title,
            record.kind,
            record.date,
            record.provinces,
            record.lead,
            _BETWEEN.join(record.facts),
            record.aliases,
            record.related,
        ]
    )
    facets = " ".join((record.kind, *record.provinces))
    rest = " ".join(map(str, (int(record.entity), *map(len, record.facts))))
    return Document(record.page, record.order, facets, rest, text)


_BETWEEN = " · "


def record_of(document: Document) -> SearchRecord:
    """The record that a document was made of."""
    _, title, kind, date, provinces, lead, facts, aliases, related = json.loads(document.text)
    entity, *lengths = map(int, document.rest.split(" "))
    each = []
    at = 0
    for length in lengths:
        each.append(facts[at : at + length])
        at += length + len(_BETWEEN)
    return SearchRecord(
        page=document.page,
        title=title,
        kind=kind,
        entity=bool(entity),
        aliases=tuple(aliases),
        related=tuple(related),
        order=document.order,
        date=date,
        provinces=tuple(provinces),
        lead=lead,
        facts=tuple(each),
    )


def chunks(numbered: Iterable[tuple[int, str]], size: int) -> Iterator[tuple[int, str]]:
    """The texts of documents, in the order of their numbers, by `size` numbers: 0 where a number is nobody's."""
    for at, group in groupby(numbered, key=lambda item: item[0] // size):
        texts: list[str] = []
        for number, text in group:
            texts += ["0"] * (number % size - len(texts))
            texts.append(text)
        yield at, f"[{','.join(texts)}]"


def facets(numbered: Iterable[tuple[int, str]], kinds: Sequence[str], provinces: Sequence[str]) -> str:
    """For each document of a file its kind and its set of provinces, as numbers; the sets are listed once.

    With its kind stands how many numbers before it are nobody's: so many times the number of kinds more.
    """
    place = {slug: at for at, slug in enumerate(provinces)}
    sets: dict[tuple[str, ...], int] = {}
    known: dict[str, tuple[int, int]] = {}
    of_kinds: list[int] = []
    of_sets: list[int] = []
    free = 0
    for number, text in numbered:
        if text not in known:
            kind, *of_set = text.split(" ")
            known[text] = kinds.index(kind), sets.setdefault(tuple(of_set), len(sets))
        of_kinds.append((number % PER_FACETS - free) * len(kinds) + known[text][0])
        of_sets.append(known[text][1])
        free = number % PER_FACETS + 1
    listed = [[place[slug] for slug in of_set] for of_set in sets]
    return json_text({"sets": listed, "kinds": numbers_text(of_kinds), "provinces": numbers_text(of_sets)})


def json_text(value: Any) -> str:
    """JSON without needless characters."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
