"""A page of a list as templates/list_parts.jinja places it: items under headings, and the ways to other pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from generator.pages.list_names import UNKNOWN, WHOLE_YEAR
from generator.pages.list_pages import Filed, ListPage, Section
from generator.pages.page import Ref
from generator.text import number_vi, upper_first

NEWEST = "Mới nhất"


@dataclass(frozen=True, slots=True)
class Group:
    """Items under a heading ("": none)."""

    heading: str
    items: list[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """What a page of a list places, the newest first; what it has not is left out."""

    count: str
    groups: list[Group]
    below: str = ""
    ways: list[tuple[Ref, str]] = field(default_factory=list)
    above: list[Ref] = field(default_factory=list)
    earlier: Ref | None = None
    later: Ref | None = None

    @property
    def items(self) -> list[Any]:
        """Every item, without headings."""
        return [item for group in self.groups for item in group.items]


def list_view(
    listed: ListPage, shelf: Filed, own: Ref, item: Callable[[str], Any], *, unknown: str = UNKNOWN
) -> ListView:
    """A page of the list whose own page is given; `item` makes what one key shows, `unknown` heads what has no year."""
    above = [own, listed.up] if listed.up and listed.up.text else [own] if listed.up else []
    return ListView(
        count=number_vi(listed.count),
        groups=[
            Group(heading, [item(key) for key in keys])
            for heading, keys in _headed(listed, shelf, upper_first(unknown))
        ],
        below=listed.below,
        ways=[(Ref(upper_first(way.page.text), way.page.page), number_vi(way.count)) for way in listed.ways],
        above=above,
        earlier=listed.earlier,
        later=listed.later,
    )


def list_title(name: str, listed: ListPage) -> str:
    """The title of a page of a list: „Bài viết", „Bài viết, tháng 3 năm 2024"."""
    return f"{name}, {listed.title}" if listed.title else name


def shown_keys(listed: ListPage, shelf: Filed) -> list[str]:
    """The keys of the items a page shows, the newest first."""
    return [key for section in listed.sections(shelf) for key in section.keys]


def _headed(listed: ListPage, shelf: Filed, unknown: str) -> list[tuple[str, list[str]]]:
    """Headings are years on a list that is not cut, months on the page of a year; a shorter time needs none."""
    if listed.latest is not None:
        return [(NEWEST, shown_keys(listed, shelf))]
    headed: dict[str, list[str]] = {}
    for section in listed.sections(shelf):
        headed.setdefault(_heading(listed, section, unknown), []).extend(section.keys)
    return list(headed.items())


def _heading(listed: ListPage, section: Section, unknown: str) -> str:
    if not listed.title:
        return section.year or unknown
    if len(listed.periods) == 1:
        return ""
    return f"Tháng {section.month}" if section.month else upper_first(WHOLE_YEAR)
