"""The address that the site will stand at, from the one place that knows it: mkdocs.yml."""

from __future__ import annotations

from pathlib import Path


def site_address(project: Path) -> str:
    """`site_url` of mkdocs.yml as MkDocs reads it (the environment may set it), with a slash at its end; "" if none."""
    from mkdocs.utils.yaml import get_yaml_loader, yaml_load
    from yaml import CLoader

    with (project / "mkdocs.yml").open(encoding="utf-8") as file:
        address = yaml_load(file, get_yaml_loader(CLoader)).get("site_url") or ""
    return address if not address or address.endswith("/") else f"{address}/"
