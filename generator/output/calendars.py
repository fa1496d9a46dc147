"""Calendars (RFC 5545) of the site and of each province."""

from __future__ import annotations

from generator.library.library import Library


def calendar_files(library: Library, address: str) -> dict[str, str]:
    """Every calendar by path."""
    return {}
