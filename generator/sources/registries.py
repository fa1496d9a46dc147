"""Reads the registries of site_config/ and content/events.yml into the model."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from generator.diagnostics import Diagnostic, Spot, diagnose, field_name
from generator.registry import (
    Archipelago,
    Index,
    IndexYear,
    KindSpan,
    Measure,
    NamedEvent,
    Platform,
    ProvinceName,
    Publisher,
    RankingTable,
    Registries,
    Series,
    SeriesYear,
    Site,
    TileGrids,
    Topic,
    Unit,
)
from generator.sources.front_matter import decode, too_large
from generator.sources.registry_keys import (
    EVENTS,
    INDICES,
    PLATFORMS,
    PROVINCES,
    PUBLISHERS,
    SERIES,
    SITE,
    TILES,
    TOPICS,
    repeated_keys,
)
from generator.sources.validation import validate
from generator.sources.yaml_text import Path as YamlPath
from generator.sources.yaml_text import parse_yaml
from generator.text import without_diacritics

if TYPE_CHECKING:
    from generator.sources import registry_schema as schema

MOST_BYTES = 16 * 1024 * 1024
"""Room for a hundred thousand named events; the other registries hold some KB."""

M = TypeVar("M", bound=BaseModel)
Lines = dict[str, Mapping[YamlPath, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRegistries(Registries):
    """The registries as loaded, with what link needs to say where a problem stands."""

    lines: Mapping[str, Mapping[YamlPath, int]]

    def spot(self, file: str, *field: str | int) -> Spot:
        """The place of a field of a registry file, or of its nearest parent that stands in the file."""
        lines, path = self.lines[file], field
        while path not in lines:
            path = path[:-1]
        return Spot(file, lines[path], field_name(field))


def load_registries(project: Path) -> tuple[SourceRegistries | None, list[Diagnostic]]:
    """Read every registry; None when any of them has an error. A project without platforms.yml
    knows no platform, one without tiles.yml has no grid.
    """
    from generator.sources import registry_schema as schema

    found: list[Diagnostic] = []
    lines: Lines = {}
    site = _read(schema.SiteFile, project, SITE, lines, found)
    provinces = _read(schema.ProvincesFile, project, PROVINCES, lines, found)
    series = _read(schema.SeriesFile, project, SERIES, lines, found)
    indices = _read(schema.IndicesFile, project, INDICES, lines, found)
    publishers = _read(schema.PublishersFile, project, PUBLISHERS, lines, found)
    topics = _read(schema.TopicsFile, project, TOPICS, lines, found)
    platforms = schema.PlatformsFile(platforms=[]) if not (project / PLATFORMS).exists() else None
    platforms = platforms or _read(schema.PlatformsFile, project, PLATFORMS, lines, found)
    tiles = _read(schema.TilesFile, project, TILES, lines, found) if (project / TILES).exists() else None
    events = _read(schema.EventsFile, project, EVENTS, lines, found)
    if not (site and provinces and series and indices and publishers and topics and platforms and events):
        return None, found
    names = {p.slug: _province(p) for p in provinces.provinces}
    registries = SourceRegistries(
        site=Site(**site.model_dump()),
        provinces=names,
        units={unit.id: unit for name in names.values() for unit in name.units},
        series={s.id: _series(s) for s in series.series},
        indices={i.id: _index(i) for i in indices.indices},
        publishers={p.id: Publisher(**p.model_dump()) for p in publishers.publishers},
        topics={t.id: _topic(t) for t in topics.topics},
        events={e.id: _event(e) for e in events.events},
        platforms={p.id: _platform(p) for p in platforms.platforms},
        tiles=_tiles(tiles) if tiles else None,
        lines=lines,
    )
    repeated = repeated_keys(provinces, series, indices, publishers, topics, platforms, events)
    found += [diagnose("duplicate-id", registries.spot(file, *path), id=key) for file, path, key in repeated]
    if site.corrections.endswith((".invalid", "@localhost")):
        found.append(diagnose("address-not-set", registries.spot(SITE, "corrections"), value=site.corrections))
    if site.feed_authority.partition(",")[0].endswith(".invalid"):
        found.append(diagnose("authority-not-set", registries.spot(SITE, "feed_authority"), value=site.feed_authority))
    return registries, found


def _read(model: type[M], project: Path, file: str, lines: Lines, found: list[Diagnostic]) -> M | None:
    try:
        with (project / file).open("rb") as opened:
            raw = opened.read(MOST_BYTES + 1)
            size = max(os.fstat(opened.fileno()).st_size, len(raw))
    except FileNotFoundError:
        found.append(diagnose("registry-missing", Spot(file)))
        return None
    if problem := too_large(size, MOST_BYTES, file, "một danh mục"):
        found.append(problem)
        return None
    text, problems = decode(raw, file)
    found += problems
    if text is None:
        return None
    parsed = parse_yaml(text)
    lines[file] = parsed.lines
    value, problems = validate(model, parsed, file)
    found += problems
    return value


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _province(fields: schema.ProvinceFields) -> ProvinceName:
    units = tuple(
        Unit(
            id=u.id,
            name_slug=fields.slug,
            name=fields.name,
            code=u.code,
            since=_day(u.since),
            until=_day(u.until),
            kinds=tuple(KindSpan(kind=k.kind, since=_day(k.since), resolution=k.by) for k in u.kinds),
            successor=u.successor,
            succession_by=u.by,
        )
        for u in fields.units
    )
    return ProvinceName(
        slug=fields.slug,
        name=fields.name,
        english=fields.english or without_diacritics(fields.name),
        region=fields.region,
        variants=tuple(fields.variants),
        abbreviations=tuple(fields.abbreviations),
        search_names=tuple(fields.search_names),
        former_slugs=tuple(fields.former_slugs),
        units=units,
    )


def _series(fields: schema.SeriesFields) -> Series:
    values = fields.model_dump(exclude={"years", "former_slugs"})
    years = tuple(SeriesYear(**y.model_dump()) for y in fields.years)
    return Series(**values, years=years, former_slugs=tuple(fields.former_slugs))


def _index(fields: schema.IndexFields) -> Index:
    return Index(
        **fields.model_dump(exclude={"measures", "tables", "years", "variants"}),
        variants=tuple(fields.variants),
        measures={
            m.id: Measure(id=m.id, name=m.name, group=m.group, variants=tuple(m.variants), english=m.english)
            for m in fields.measures
        },
        tables={
            t.id: RankingTable(id=t.id, size=t.size, name=t.name, as_of=date.fromisoformat(t.as_of))
            for t in fields.tables
        },
        years={
            y.year: IndexYear(year=y.year, tables=tuple(y.tables), method_break=y.method_break) for y in fields.years
        },
    )


def _topic(fields: schema.TopicRegistryFields) -> Topic:
    return Topic(**fields.model_dump(exclude={"synonyms"}), synonyms=tuple(fields.synonyms))


def _platform(fields: schema.PlatformRegistryFields) -> Platform:
    return Platform(**fields.model_dump(exclude={"variants"}), variants=tuple(fields.variants))


def _tiles(fields: schema.TilesFile) -> TileGrids:
    return TileGrids(
        current=_rows(fields.current),
        former=_rows(fields.former),
        archipelagos={a.id: Archipelago(**a.model_dump()) for a in fields.archipelagos},
        labels=fields.labels,
    )


def _rows(lines: list[str]) -> tuple[tuple[str | None, ...], ...]:
    return tuple(tuple(None if key == "." else key for key in line.split()) for line in lines)


def _event(fields: schema.NamedEventFields) -> NamedEvent:
    return NamedEvent(
        id=fields.id,
        name=fields.name,
        series=fields.series,
        document=fields.document,
        former_slugs=tuple(fields.former_slugs),
    )
