"""The registry files by name, and the keys that stand twice in one of their lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.sources import registry_schema as schema
from generator.sources.yaml_text import Path

SITE = "site_config/site.yml"
PROVINCES = "site_config/provinces.yml"
SERIES = "site_config/event_series.yml"
INDICES = "site_config/indices.yml"
PUBLISHERS = "site_config/publishers.yml"
TOPICS = "site_config/topics.yml"
PLATFORMS = "site_config/platforms.yml"
TILES = "site_config/tiles.yml"
EVENTS = "content/events.yml"

Key = tuple[str, Path, str]


def repeated_keys(
    provinces: schema.ProvincesFile,
    series: schema.SeriesFile,
    indices: schema.IndicesFile,
    publishers: schema.PublishersFile,
    topics: schema.TopicsFile,
    platforms: schema.PlatformsFile,
    events: schema.EventsFile,
) -> Iterable[Key]:
    """Every key that an earlier item of the same sort has already: its file, its place there, and the key."""
    seen: set[tuple[object, ...]] = set()
    for file, path, key in _keys(provinces, series, indices, publishers, topics, platforms, events):
        among = (file, *(part for part in path if not isinstance(part, int)), key)
        if among in seen:
            yield file, path, key
        seen.add(among)
    for i, index in enumerate(indices.indices):
        yield from _repeated_in(("indices", i, "measures"), "id", [m.id for m in index.measures])
        yield from _repeated_in(("indices", i, "tables"), "id", [t.id for t in index.tables])
        yield from _repeated_in(("indices", i, "years"), "year", [str(y.year) for y in index.years])


def _repeated_in(path: Path, field: str, keys: Sequence[str]) -> Iterable[Key]:
    seen: set[str] = set()
    for j, key in enumerate(keys):
        if key in seen:
            yield INDICES, (*path, j, field), key
        seen.add(key)


def _keys(
    provinces: schema.ProvincesFile,
    series: schema.SeriesFile,
    indices: schema.IndicesFile,
    publishers: schema.PublishersFile,
    topics: schema.TopicsFile,
    platforms: schema.PlatformsFile,
    events: schema.EventsFile,
) -> Iterable[Key]:
    for i, name in enumerate(provinces.provinces):
        yield PROVINCES, ("provinces", i, "slug"), name.slug
        for j, unit in enumerate(name.units):
            yield PROVINCES, ("provinces", i, "units", j, "id"), unit.id
    for i, one in enumerate(series.series):
        yield SERIES, ("series", i, "id"), one.id
    for i, index in enumerate(indices.indices):
        yield INDICES, ("indices", i, "id"), index.id
    for i, publisher in enumerate(publishers.publishers):
        yield PUBLISHERS, ("publishers", i, "id"), publisher.id
    for i, topic in enumerate(topics.topics):
        yield TOPICS, ("topics", i, "id"), topic.id
    for i, platform in enumerate(platforms.platforms):
        yield PLATFORMS, ("platforms", i, "id"), platform.id
    for i, event in enumerate(events.events):
        yield EVENTS, ("events", i, "id"), event.id
