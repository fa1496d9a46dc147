"""The open data: every table as CSV, as CSV for spreadsheets and as JSON, and the data package that describes them."""

from __future__ import annotations

from generator.library import addresses
from generator.library.library import Library
from generator.library.tables.all import TABLES
from generator.library.tables.table import Source
from generator.output.open_data.csv_text import csv_text, spreadsheet_text
from generator.output.open_data.data_package import data_package
from generator.output.open_data.json_text import json_text


def open_data_files(library: Library, address: str) -> dict[str, str]:
    """Every data file by path; links in them begin with the site's address, or at its root where it has none."""
    source = Source(library, address)
    files: dict[str, str] = {}
    for table in TABLES:
        rows = list(table.rows(source))
        files[addresses.data_file(f"{table.name}.csv")] = csv_text(table, rows)
        files[addresses.spreadsheet_file(f"{table.name}.csv")] = spreadsheet_text(table, rows)
        files[addresses.data_file(f"{table.name}.json")] = json_text(table, rows)
    files[addresses.DATA_PACKAGE] = data_package(library, address, files)
    return files
