"""Atom feeds (RFC 4287) of the site, of each province and of each event series."""

from __future__ import annotations

from generator.library.library import Library


def feed_files(library: Library, address: str) -> dict[str, str]:
    """Every feed by path."""
    return {}
