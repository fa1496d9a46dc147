"""Shelves: what a list holds, by the month it is dated to (or by day, letter or name), so that a page of it need not
look at the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.library.article_places import Shelved, article_places
from generator.library.periods import names_of_units
from generator.library.provinces import Succession
from generator.library.shelf import Shelf
from generator.library.thing_places import (
    contradiction_places,
    document_places,
    entry_places,
    event_places,
    platform_places,
    series_places,
)
from generator.library.things import Contradiction, Document, Entry, Event, Platform
from generator.model import Article
from generator.registry import Registries


def shelves(
    registries: Registries,
    succession: Succession,
    articles: Mapping[str, Article],
    events: Mapping[str, Event],
    documents: Mapping[str, Document],
    platforms: Mapping[str, Platform],
    timeline: Sequence[Entry],
    contradictions: Sequence[Contradiction],
) -> dict[str, Shelf]:
    """Every shelf by name: the whole portal's, and those of each topic, index and province's name."""
    names = names_of_units(registries, succession)
    return _filled(
        pair
        for pairs in (
            (p for a in articles.values() for p in article_places(a, names)),
            (p for e in events.values() for p in event_places(e, names)),
            (p for e in events.values() for p in series_places(e, articles)),
            (p for d in documents.values() for p in document_places(d, names)),
            (p for f in platforms.values() for p in platform_places(f, articles[f.claims[0].article], names)),
            (p for e in timeline for p in entry_places(e, names, events)),
            (p for c in contradictions for p in contradiction_places(c, names, events, documents)),
        )
        for pair in pairs
    )


def _filled(places: Iterable[Shelved]) -> dict[str, Shelf]:
    held: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for shelf, when, key in places:
        held[shelf][when].append(key)
    return {shelf: Shelf({when: tuple(periods[when]) for when in sorted(periods)}) for shelf, periods in held.items()}
