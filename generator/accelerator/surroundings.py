"""What every page depends on besides its own source: settings, templates, code, packages, environment."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.accelerator.state import Manifest
from generator.accelerator.tree import Stamp, digest, file_stamp, stamps


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The files below some roots, other values, and one key for all of it."""

    roots: list[tuple[str, str]]
    values: dict[str, str]
    stamps: dict[str, Stamp]
    digests: dict[str, bytes]
    key: bytes


def read_surroundings(
    roots: list[tuple[str, str]],
    environment: Iterable[str],
    settings: bytes,
    copied: Collection[str],
    before: Manifest | None,
) -> Surroundings:
    """Take down the files below the roots, these variables of the environment, Python and its packages.

    Of files that are `copied` no page can depend on more than that they are there.
    """
    found, values = input_stamps(roots), other_values(environment)
    known = before.input_digests if before and before.input_digests.keys() >= found.keys() else {}
    last = before.input_stamps if before and known else {}
    digests = {path: known[path] if last.get(path) == stamp else digest(path) for path, stamp in found.items()}
    bearing = sorted((path, b"" if path in copied else made) for path, made in digests.items())
    whole = repr((bearing, sorted(values.items()), settings)).encode("utf-8", "surrogateescape")
    return Surroundings(roots, values, found, digests, hashlib.blake2b(whole, digest_size=16).digest())


def other_values(environment: Iterable[str]) -> dict[str, str]:
    """The Python, the packages beside MkDocs, and the variables of the environment by these names."""
    spec = importlib.util.find_spec("mkdocs")
    folder = Path(spec.origin).parents[1] if spec and spec.origin else Path()
    packages = sorted(path.name for path in folder.iterdir() if path.suffix in (".dist-info", ".egg-link", ".pth"))
    values = {f"${name}": os.environ.get(name, "unset") for name in environment}
    return {"python": sys.version, "packages": " ".join([str(folder), *packages]), **values}


def asked_environment(values: dict[str, str]) -> list[str]:
    """The names of the variables of the environment among the values."""
    return [name[1:] for name in values if name.startswith("$")]


def own_code() -> tuple[str, str]:
    """The root of the accelerator's own code."""
    return str(Path(__file__).parent), ".py"


def input_stamps(roots: Iterable[tuple[str, str]]) -> dict[str, Stamp]:
    """The stamps of all files below these roots (a file or a folder, and how the names end that count) by path."""
    found = {}
    for root, suffix in roots:
        if Path(root).is_dir():
            found.update({f"{root}/{path}": stamp for path, stamp in stamps(root, suffix).items()})
        else:
            found[root] = file_stamp(root)
    return found
