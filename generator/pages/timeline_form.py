"""What the pages of the timeline share: the filter form, and the files they load."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from types import MappingProxyType

from generator.library import addresses
from generator.library.library import Library
from generator.pages.timeline_filters import Filing, Filter
from generator.pages.timeline_rows import Rows

FILES = MappingProxyType({"scripts": ["timeline"], "styles": ["timeline"], "hide": ["toc"]})


@dataclass(frozen=True, slots=True)
class Shared:
    """What every page of the timeline is made from."""

    library: Library
    filing: Filing
    rows: Rows
    filters: list[Filter]


@dataclass(frozen=True, slots=True)
class Form:
    """The filter form of a page: where the overview is from there, and the filters it offers."""

    overview: str
    filters: list[Filter]


def form(page: str, offered: list[Filter]) -> Form:
    """The form of a page."""
    here, overview = addresses.site_path(page), addresses.site_path(addresses.TIMELINE)
    return Form(posixpath.relpath(overview, here) + "/", offered)
