"""The words of rankings and figures, from the YAML files beside this module."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml


def _read(name: str) -> dict[str, Any]:
    text = (files(__package__) / name).read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


WORDS = _read("ranking_words.yml")
"""The words around ranks and scores, in folded form."""

FIGURE_WORDS = _read("figure_words.yml")
"""The nouns, units and openings of figures, in folded form."""
