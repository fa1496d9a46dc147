"""Platforms (nền tảng, ứng dụng, hệ thống, tổng đài …): those of the registry, and new ones by their pattern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.ingest.events.platform_patterns import new_platforms
from generator.ingest.found import PlatformFound
from generator.ingest.story import Story
from generator.text import slug


def find_platforms(story: Story) -> tuple[PlatformFound, ...]:
    """Every platform the article names, each once, in order; provinces are those of the part that first names it."""
    found = sorted([*_known(story), *_new(story)], key=lambda p: (p.start, p.id is None, p.start - p.end))
    once: dict[str, PlatformFound] = {}
    for platform in _apart(found):
        once.setdefault(platform.id or slug(platform.name), platform)
    return tuple(once.values())


def _apart(found: Iterable[PlatformFound]) -> Iterator[PlatformFound]:
    """Those that no other overlaps; of two that do, the longer, and of two as long the registry's."""
    last: PlatformFound | None = None
    for platform in found:
        if last is None or platform.start >= last.end:
            if last:
                yield last
            last = platform
        elif (platform.end - platform.start, platform.id is not None) > (last.end - last.start, last.id is not None):
            last = platform
    if last:
        yield last


def _known(story: Story) -> Iterator[PlatformFound]:
    for start, end, platform in story.lexicon.platforms.found(story.passage):
        yield PlatformFound(
            start=start,
            end=end,
            name=platform.name,
            kind=platform.kind,
            id=platform.id,
            provinces=() if platform.national else _provinces(story, start),
        )


def _new(story: Story) -> Iterator[PlatformFound]:
    for p in new_platforms(story.passage):
        provinces = _provinces(story, p.span.start)
        name = p.name
        if p.of_province and provinces:
            province = story.lexicon.registries.provinces[provinces[0]].name
            name = name if name.endswith(province) else f"{name} {province}"
        yield PlatformFound(start=p.span.start, end=p.span.end, name=name, kind=p.kind, provinces=provinces)


def _provinces(story: Story, position: int) -> tuple[str, ...]:
    province = story.part_at(position).province
    return (province,) if province else ()
