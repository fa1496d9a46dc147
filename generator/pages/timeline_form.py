"""What the pages of the timeline share: the filter form, and the files they load."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.library import addresses
from generator.library.library import Library
from generator.pages.timeline_filters import Filter, filters

FILES = MappingProxyType({"scripts": ["timeline"], "styles": ["timeline"], "hide": ["toc"]})


@dataclass(frozen=True, slots=True)
class Form:
    """The filter form of a page: where the overview is from there, what the page holds alone, and what it offers."""

    overview: str
    own: Mapping[str, str]
    filters: list[Filter]


def form(library: Library, page: str, own: Mapping[str, str]) -> Form:
    """The form of a page that holds only these values of filters: it does not offer those again."""
    here, overview = addresses.site_path(page), addresses.site_path(addresses.TIMELINE)
    return Form(posixpath.relpath(overview, here) + "/", own, filters(library, without=own))
