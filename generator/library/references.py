"""Resolves what an article refers to by key: provinces by date, and entries of the registries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.diagnostics import Diagnostic, diagnose, suggestion
from generator.edtf import Edtf, date_vi, day_vi, parse
from generator.library.provinces import Unresolved, key_for, resolve
from generator.model import Article, DocumentClaim, EventClaim, Figure, Indicator, Place, PlatformClaim, Target
from generator.registry import Index, Registries, Unit
from generator.sources.articles import SourceArticle


@dataclass
class _Resolver:
    source: SourceArticle
    registries: Registries
    reference: Edtf | None
    found: list[Diagnostic] = field(default_factory=list)

    def province(self, key: str | None, on: Edtf | None, *path: str | int) -> str | None:
        if key is None:
            return None
        unit = resolve(key, on, self.reference, self.registries)
        if not isinstance(unit, Unresolved):
            return unit.id
        spot = self.source.spot(*path)
        self.found.append(
            diagnose(
                unit.code,
                spot,
                key=key,
                suggestion=self.near_province(key),
                choices=" hoặc ".join(u.id for u in unit.candidates),
                name=unit.candidates[0].name if unit.candidates else key,
                date=date_vi(on or self.reference),
                now=", ".join(map(_validity, unit.candidates)),
            )
        )
        return None

    def near_province(self, key: str) -> str:
        meant = key_for(key, self.registries)
        return (
            f" Có phải là “{meant}”?"
            if meant
            else suggestion(key, [*self.registries.provinces, *self.registries.units])
        )

    def provinces(self, keys: Iterable[str], on: Edtf | None, *path: str | int) -> tuple[str, ...]:
        resolved = [self.province(key, on, *path, i) for i, key in enumerate(keys)]
        return tuple(dict.fromkeys(unit for unit in resolved if unit))

    def known(self, code: str, key: str | None, registry: Iterable[str], *path: str | int) -> bool:
        if key is None or key in registry:
            return True
        spot = self.source.spot(*path)
        self.found.append(diagnose(code, spot, key=key, suggestion=suggestion(key, registry)))
        return False


def _validity(unit: Unit) -> str:
    since = f"từ {day_vi(unit.since)} " if unit.since else ""
    return f"{unit.id} ({since}đến {day_vi(unit.until) if unit.until else 'nay'})"


def resolve_references(source: SourceArticle, registries: Registries) -> tuple[Article, list[Diagnostic]]:
    """The article with unit ids for province keys and tables for indicators, and what could not be found."""
    article = source.article
    resolver = _Resolver(source, registries, article.published or _hull(article))
    resolver.known("unknown-publisher", article.publisher, registries.publishers, "publisher")
    resolved = replace(
        article,
        subjects=resolver.provinces(article.subjects, None, "provinces", "subject"),
        mentions=resolver.provinces(article.mentions, None, "provinces", "mention"),
        events=tuple(_event(resolver, e) for e in article.events),
        documents=tuple(_document(resolver, d) for d in article.documents),
        indicators=tuple(_indicator(resolver, i) for i in article.indicators),
        targets=tuple(_target(resolver, t) for t in article.targets),
        platforms=tuple(_platform(resolver, p) for p in article.platforms),
        figures=tuple(_figure(resolver, f) for f in article.figures),
        places=tuple(_place(resolver, p) for p in article.places),
    )
    for claim in article.topics:
        resolver.known("unknown-topic", claim.topic, registries.topics, "topics", claim.index, "topic")
    return resolved, resolver.found


def _hull(article: Article) -> Edtf | None:
    """The latest date among the facts of an article whose own date is unknown."""
    dates = [e.date for e in article.events if e.date] + [d.date for d in article.documents if d.date]
    dates += [parse(str(i.year)) for i in article.indicators if i.year]
    return max(dates, key=lambda d: d.sort_key, default=None)


def _event(resolver: _Resolver, claim: EventClaim) -> EventClaim:
    path = ("events", claim.index)
    resolver.known("unknown-series", claim.series, resolver.registries.series, *path, "series")
    return replace(claim, provinces=resolver.provinces(claim.provinces, claim.date, *path, "provinces"))


def _document(resolver: _Resolver, claim: DocumentClaim) -> DocumentClaim:
    province = resolver.province(claim.province, claim.date, "documents", claim.index, "province")
    return replace(claim, province=province)


def _target(resolver: _Resolver, target: Target) -> Target:
    path = ("targets", target.index)
    if target.goal:
        index = _index(resolver, target.goal.index_id, *path, "goal", "index")
        if index:
            _measure(resolver, index, target.goal.measure, *path, "goal", "measure")
    return replace(target, province=resolver.province(target.province, None, *path, "province"))


def _platform(resolver: _Resolver, claim: PlatformClaim) -> PlatformClaim:
    path = ("platforms", claim.index, "provinces")
    return replace(claim, provinces=resolver.provinces(claim.provinces, None, *path))


def _figure(resolver: _Resolver, figure: Figure) -> Figure:
    province = resolver.province(figure.province, figure.period, "figures", figure.index, "province")
    return replace(figure, province=province)


def _place(resolver: _Resolver, place: Place) -> Place:
    return replace(place, province=resolver.province(place.province, None, "places", place.index, "province"))


def _index(resolver: _Resolver, key: str, *path: str | int) -> Index | None:
    indices = resolver.registries.indices
    return indices[key] if resolver.known("unknown-index", key, indices, *path) else None


def _measure(resolver: _Resolver, index: Index, key: str, *path: str | int) -> None:
    if key not in index.measures:
        spot = resolver.source.spot(*path)
        hint = suggestion(key, index.measures)
        resolver.found.append(diagnose("unknown-measure", spot, key=key, index=index.name, suggestion=hint))


def _indicator(resolver: _Resolver, indicator: Indicator) -> Indicator:
    path = ("indicators", indicator.index)
    index = _index(resolver, indicator.index_id, *path, "index")
    if index is None:
        return indicator
    _measure(resolver, index, indicator.measure, *path, "measure")
    table = _table(resolver, index, indicator)
    on = None
    if indicator.year is not None:
        on = parse(f"{indicator.year:04d}")
        if table and table in index.tables and len(index.years[indicator.year].tables) > 1:
            on = parse(index.tables[table].as_of.isoformat())
    _check_range(resolver, index, indicator, table)
    province = resolver.province(indicator.province, on, *path, "province")
    return replace(indicator, province=province, table=table)


def _table(resolver: _Resolver, index: Index, indicator: Indicator) -> str | None:
    """The table told, or the only one of the year; None for what belongs to no table or is not known."""
    if indicator.year is None:
        return indicator.table
    year = index.years.get(indicator.year)
    spot = resolver.source.spot("indicators", indicator.index, "year")
    if year is None:
        resolver.found.append(diagnose("unknown-index-year", spot, year=indicator.year, index=index.name))
        return None
    if indicator.table and indicator.table not in year.tables:
        spot = resolver.source.spot("indicators", indicator.index, "table")
        tables = ", ".join(year.tables) or "không có"
        resolver.found.append(
            diagnose("unknown-table", spot, key=indicator.table, index=index.name, year=year.year, tables=tables)
        )
        return None
    if indicator.province is None:
        return None
    return indicator.table or (year.tables[0] if len(year.tables) == 1 else None)


def _check_range(resolver: _Resolver, index: Index, indicator: Indicator, table: str | None) -> None:
    limits = [indicator.of] if indicator.of else []
    if table and table in index.tables:
        limits.append(index.tables[table].size)
    for name in ("rank", "top"):
        rank = getattr(indicator, name)
        if rank and limits and rank > min(limits):
            spot = resolver.source.spot("indicators", indicator.index, name)
            resolver.found.append(diagnose("rank-out-of-range", spot, rank=rank, limit=min(limits)))
    if indicator.score is not None and not 0 <= indicator.score <= indicator.scale:
        spot = resolver.source.spot("indicators", indicator.index, "score")
        score, scale = indicator.score, indicator.scale
        resolver.found.append(diagnose("score-out-of-range", spot, score=score, scale=scale))
