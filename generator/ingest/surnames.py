"""Family names of persons, from surnames.yml: the one list, and how much of it a rule can take for names.

Sources: bylines, lists of officials and quotations in the corpus seen (provincial portals and papers, 2018–2026).
"""

from __future__ import annotations

from importlib.resources import files

import yaml

_NAMES = {
    key: frozenset(names)
    for key, names in yaml.safe_load(files(__package__).joinpath("surnames.yml").read_text("utf-8")).items()
}

COMMON: frozenset[str] = _NAMES["common"]
"""The commonest: a word that is hardly anything else."""

IN_BYLINES: frozenset[str] = COMMON | _NAMES["other"] | _NAMES["in_bylines"]
"""What begins a person's name where only names stand."""

BEFORE_PROVINCES: frozenset[str] = COMMON | _NAMES["other"] | _NAMES["before_provinces"]
"""What makes a province's name after it the given name of a person."""
