"""References that lead nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Known, Spot, diagnose, suggestion
from generator.sources.articles import SourceArticle
from generator.sources.registries import SourceRegistries
from generator.sources.registry_keys import EVENTS, INDICES, PROVINCES, SERIES, TILES


@dataclass
class _References:
    complete: bool
    found: list[Diagnostic] = field(default_factory=list)

    def need_told(self, spot: Spot, what: str, key: str | None, told: Collection[str]) -> None:
        """A key that an article must tell of; an article that could not be read may have told it."""
        if self.complete:
            self.need(spot, what, key, told)

    def need(self, spot: Spot, what: str, key: str | None, known: Collection[str]) -> None:
        if key is not None and key not in known:
            near = suggestion(key, known)
            self.found.append(diagnose("registry-reference", spot, what=what, id=key, suggestion=near))

    def need_event(self, spot: Spot, key: str | None, known: Collection[str]) -> None:
        if self.complete and key is not None and key not in known:
            self.found.append(diagnose("unknown-event", spot, key=key, suggestion=suggestion(key, known)))


def check_references(
    sources: Iterable[SourceArticle], registries: SourceRegistries, *, complete: bool
) -> list[Diagnostic]:
    """References of registries, and of events to events, that lead nowhere.

    Not `complete`: some articles could not be read, so what only articles tell is not missed.
    """
    articles = {s.article.slug: s for s in sources}
    events = Known(c.id for s in articles.values() for c in s.article.events if c.id)
    documents = Known(d.id for s in articles.values() for d in s.article.documents)
    check = _References(complete)
    _provinces(check, registries)
    _series(check, registries, articles, documents)
    _tiles(check, registries)
    for i, event in enumerate(registries.events.values()):
        check.need_event(registries.spot(EVENTS, "events", i, "id"), event.id, events)
        check.need(registries.spot(EVENTS, "events", i, "series"), "Chuỗi sự kiện", event.series, registries.series)
        check.need_told(registries.spot(EVENTS, "events", i, "document"), "Văn bản", event.document, documents)
    for i, index in enumerate(registries.indices.values()):
        for j, year in enumerate(index.years.values()):
            spot = registries.spot(INDICES, "indices", i, "years", j, "tables")
            for table in year.tables:
                check.need(spot, "Bảng", table, index.tables)
    for source in articles.values():
        for claim in source.article.events:
            check.need_event(source.spot("events", claim.index, "part_of"), claim.part_of, events)
    return check.found


def _provinces(check: _References, registries: SourceRegistries) -> None:
    for i, name in enumerate(registries.provinces.values()):
        at = ("provinces", i)
        check.need(registries.spot(PROVINCES, *at, "region"), "Vùng", name.region, registries.site.regions)
        for j, unit in enumerate(name.units):
            spot = registries.spot(PROVINCES, *at, "units", j, "successor")
            check.need(spot, "Đơn vị", unit.successor, registries.units)


def _series(
    check: _References, registries: SourceRegistries, articles: dict[str, SourceArticle], documents: Collection[str]
) -> None:
    slugs = Known(articles)
    for i, series in enumerate(registries.series.values()):
        at = ("series", i)
        check.need(registries.spot(SERIES, *at, "province"), "Tỉnh, thành", series.province, registries.provinces)
        check.need_told(registries.spot(SERIES, *at, "document"), "Văn bản", series.document, documents)
        for j, year in enumerate(series.years):
            check.need_told(registries.spot(SERIES, *at, "years", j, "article"), "Bài", year.article, slugs)
            source = articles.get(year.article)
            if source and year.at > (last := len(source.article.paragraphs)):
                spot = registries.spot(SERIES, *at, "years", j, "at")
                check.found.append(diagnose("paragraph-out-of-range", spot, at=year.at, last=last))


def _tiles(check: _References, registries: SourceRegistries) -> None:
    tiles = registries.tiles
    if tiles is None:
        return
    known = {*registries.provinces, *tiles.archipelagos}
    for name, rows in (("current", tiles.current), ("former", tiles.former)):
        for i, row in enumerate(rows):
            for key in row:
                check.need(registries.spot(TILES, name, i), "Tỉnh, thành", key, known)
    for i, one in enumerate(tiles.archipelagos.values()):
        spot = registries.spot(TILES, "archipelagos", i, "province")
        check.need(spot, "Tỉnh, thành", one.province, registries.provinces)
    for key in tiles.labels:
        check.need(registries.spot(TILES, "labels", key), "Tỉnh, thành", key, registries.provinces)
