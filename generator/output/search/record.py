"""What search knows of a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRecord:
    """A page as search finds and shows it; texts are plain text as a reader sees them.

    `aliases` lead to the page as its title does, `related` names only after the pages that bear them.
    `order` sorts pages by time (an ISO 8601 day, or its beginning; empty for what has no date).
    """

    page: str
    title: str
    kind: str
    entity: bool
    aliases: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    order: str = ""
    date: str = ""
    provinces: tuple[str, ...] = ()
    lead: str = ""
    facts: tuple[str, ...] = ()
