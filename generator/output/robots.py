"""What machines that visit are told: robots.txt and llms.txt."""

from __future__ import annotations

from generator.library.library import Library


def robots_files(library: Library, address: str) -> dict[str, str]:
    """Both files by path."""
    return {}
