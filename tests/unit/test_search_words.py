"""The normaliser of search; tests/browser/test_search_words.py holds JavaScript's to the same rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.output.search.words import bare, words

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("search_words.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_words(row: dict[str, Any]) -> None:
    found = words(row["text"])
    assert " ".join(found) == row["words"]
    assert " ".join(map(bare, found)) == row["bare"]
