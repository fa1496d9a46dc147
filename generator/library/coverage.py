"""How far the library reaches: articles by province and year, what it holds, and where nothing is told yet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.library.library import Library
from generator.model import Review
from generator.registry import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Counts of articles by year of publication (None: unknown), of all and of each unit; and the gaps."""

    totals: Mapping[str, int]
    by_year: Mapping[int | None, int]
    by_unit: Mapping[str, Mapping[int | None, int]]
    current_without: tuple[Unit, ...]
    former_without: tuple[Unit, ...]
    years_without: tuple[int, ...]


def cover(library: Library) -> Coverage:
    """The library's coverage; a current province counts as covered when a predecessor of it is."""
    by_year: Counter[int | None] = Counter()
    by_unit: dict[str, Counter[int | None]] = defaultdict(Counter)
    for article in library.articles.values():
        year = article.published.year if article.published else None
        by_year[year] += 1
        for unit in article.subjects:
            by_unit[unit][year] += 1
    known = [year for year in by_year if year is not None]
    units = library.registries.units.values()
    return Coverage(
        totals=_totals(library),
        by_year=by_year,
        by_unit=by_unit,
        current_without=tuple(u for u in units if u.until is None and not _reached(library, u)),
        former_without=tuple(u for u in units if u.until is not None and u.id not in by_unit),
        years_without=tuple(y for y in range(min(known), max(known)) if y not in by_year) if known else (),
    )


def _reached(library: Library, unit: Unit) -> bool:
    """Whether an article is about the unit or about one that became part of it."""
    name = library.registries.provinces[unit.name_slug]
    return any(library.unit(u.id).about for u in library.succession.gathered(name))


def _totals(library: Library) -> dict[str, int]:
    articles = library.articles.values()
    return {
        "articles": len(library.articles),
        "drafts": sum(a.review is Review.DRAFT for a in articles),
        "events": len(library.events),
        "documents": len(library.documents),
        "platforms": len(library.platforms),
        "indicators": len(library.indicators),
        "targets": len(library.targets),
        "figures": len(library.figures),
        "places": len(library.places),
        "topics": sum(bool(claims) for claims in library.topics.values()),
        "contradictions": len(library.contradictions),
    }
