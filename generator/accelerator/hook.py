"""Named under `hooks:` of mkdocs.yml, this builds the site with the accelerator; PORTAL_PLAIN=1 lets it be."""

from __future__ import annotations

import os
from functools import wraps
from typing import Literal

from mkdocs.commands import build as module
from mkdocs.commands.build import build as plain_build
from mkdocs.config.defaults import MkDocsConfig

from generator.accelerator.build import build
from generator.processes import cores


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Take the place of MkDocs' own build in this run of `mkdocs build`."""
    if command != "serve" and not dirty and not os.environ.get("PORTAL_PLAIN"):
        _set_build(_build)


def on_shutdown() -> None:
    """Give MkDocs its own build back."""
    _set_build(plain_build)


@wraps(plain_build)
def _build(config: MkDocsConfig, *, serve_url: str | None = None, dirty: bool = False) -> None:
    build(config, processes=cores())


def _set_build(function: object) -> None:
    module.build = function  # type: ignore[assignment]
