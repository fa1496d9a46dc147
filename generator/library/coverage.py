"""How far the library reaches: articles by province and year, what it holds, and where nothing is told yet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.library.library import Library
from generator.library.tables.owners import telling
from generator.model import Review
from generator.registry import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """Units and years that no article is about; a current province is told of when a predecessor of it is."""

    current_without: tuple[Unit, ...]
    former_without: tuple[Unit, ...]
    years_without: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Counts of articles by year of publication (None: unknown), of all and of each unit; and the gaps."""

    totals: Mapping[str, int]
    by_year: Mapping[int | None, int]
    by_unit: Mapping[str, Mapping[int | None, int]]
    gaps: Gaps


def cover(library: Library) -> Coverage:
    """The library's coverage."""
    by_year: Counter[int | None] = Counter()
    by_unit: dict[str, Counter[int | None]] = defaultdict(Counter)
    for article in map(library.articles.__getitem__, telling(library)):
        year = article.published.year if article.published else None
        by_year[year] += 1
        for unit in article.subjects:
            by_unit[unit][year] += 1
    return Coverage(totals=_totals(library), by_year=by_year, by_unit=by_unit, gaps=find_gaps(library))


def find_gaps(library: Library) -> Gaps:
    """Where nothing is told yet, found without looking at the articles."""
    units = library.registries.units.values()
    known = {int(year) for year in library.shelf("articles").years if year}
    return Gaps(
        current_without=tuple(u for u in units if u.until is None and not _told(library, f"tinh/{u.name_slug}/about")),
        former_without=tuple(u for u in units if u.until is not None and not _told(library, f"subject/{u.id}")),
        years_without=tuple(y for y in range(min(known), max(known)) if y not in known) if known else (),
    )


def _told(library: Library, shelf: str) -> bool:
    return bool(library.shelf(shelf).years)


def _totals(library: Library) -> dict[str, int]:
    articles = [library.articles[slug] for slug in telling(library)]
    return {
        "articles": len(articles),
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
