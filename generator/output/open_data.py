"""The open data: tables as CSV and JSON, and the data package that describes them."""

from __future__ import annotations

from generator.library.library import Library


def open_data_files(library: Library, address: str) -> dict[str, str]:
    """Every data file by path."""
    return {}
