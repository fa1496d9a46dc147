"""The registry of provinces as plain YAML, read without the code under test."""

from __future__ import annotations

from typing import Any

import yaml

from tests.project import ROOT


def provinces() -> list[dict[str, Any]]:
    """The names with their units, as they stand in site_config/provinces.yml."""
    with (ROOT / "site_config/provinces.yml").open(encoding="utf-8") as file:
        names: list[dict[str, Any]] = yaml.safe_load(file)["provinces"]
    return names
