"""The licences of everything that is locked or bundled, against the list of those allowed (licences.yml)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

import yaml
from packaging.requirements import Requirement

from tests.project import ROOT

_CLASSIFIED = {
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: ISC License (ISCL)": "ISC",
    "License :: OSI Approved :: MIT License": "MIT",
}
"""Classifiers that name one licence; „BSD License" may be either."""


def rules() -> dict[str, Any]:
    """What licences.yml says."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "tests/audit/licences.yml").read_text(encoding="utf-8"))
    return found


def locked(lock: Path) -> list[str]:
    """The packages of a lock that this system installs."""
    lines = [line.rstrip(" \\") for line in lock.read_text(encoding="utf-8").splitlines() if line[:1].isalnum()]
    needed = [Requirement(line) for line in lines]
    return [need.name for need in needed if not need.marker or need.marker.evaluate()]


def licence(named: PackageMetadata) -> str | None:
    """The licence of a package as an expression of SPDX; None where it names none, or only in words."""
    if expressions := named.get_all("License-Expression"):
        return str(expressions[0])
    classified = {_CLASSIFIED.get(line) for line in named.get_all("Classifier") or () if line.startswith("License ::")}
    if len(classified) == 1 and (known := classified.pop()):
        return known
    text = str((named.get_all("License") or [""])[0])
    return text if re.fullmatch(r"MIT|[A-Za-z0-9.+]+-[A-Za-z0-9.+-]+", text) else None


def may_be_used(expression: str, allowed: Collection[str]) -> bool:
    """Whether an expression without parentheses can be met with allowed licences: all of AND, one of OR."""
    return any(all(part.strip() in allowed for part in way.split(" AND ")) for way in expression.split(" OR "))


def problems(names: list[str], given: Mapping[str, Any]) -> Iterator[str]:
    """The packages whose licence is not known or not allowed."""
    for name in names:
        try:
            expression = given["packages"].get(name) or licence(metadata(name))
        except PackageNotFoundError:
            yield f"{name}: not installed, so its licence cannot be read (make site)"
            continue
        if expression is None:
            yield f"{name}: names no licence; look it up and add it to tests/audit/licences.yml"
        elif not may_be_used(expression, given["allowed"]):
            yield f"{name}: {expression} is not among the licences allowed in tests/audit/licences.yml"
