"""Runs MkDocs: one build of the site, or a server that follows every saved edit."""

from __future__ import annotations

import errno
import logging
import shutil
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

GENERATED: ContextVar[bool] = ContextVar("GENERATED", default=False)
"""Whether the Markdown tree is up to date already, so that the hook need not generate it once more."""


class SiteBuildFailed(Exception):
    """MkDocs refused the tree; its own messages have told why."""


def published_docs(project: Path) -> Path:
    """The Markdown tree of the published site."""
    return project / "build" / "docs"


def preview_docs(project: Path) -> Path:
    """The Markdown tree of the preview, the only one that holds drafts."""
    return project / "build" / "preview" / "docs"


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: its folder, and the address that its pages say they stand at."""

    folder: Path
    address: str


def build_site(project: Path, *, quiet: bool) -> Site:
    """Build build/site from an up-to-date tree, every warning an error; raises SiteBuildFailed.

    It is built beside the last one and takes its place when it is whole.
    """
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    _log_to_terminal(quiet)
    token = GENERATED.set(True)
    try:
        config = load_config(str(project / "mkdocs.yml"), strict=True)
        folder = Path(config.site_dir)
        config.site_dir = str(folder.with_name(f"{folder.name}.new"))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
        _replace(folder, Path(config.site_dir))
        return Site(folder, config.site_url or "")
    except (Abort, ConfigurationError) as error:
        raise SiteBuildFailed(str(error)) from error
    finally:
        GENERATED.reset(token)


def _replace(folder: Path, new: Path) -> None:
    old = folder.with_name(f"{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def serve_preview(project: Path, *, address: str, open_browser: bool, quiet: bool) -> None:
    """Serve the preview with drafts until interrupted, and rebuild it at every saved edit."""
    from mkdocs.commands.serve import serve
    from mkdocs.exceptions import Abort, ConfigurationError

    _log_to_terminal(quiet)
    try:
        serve(
            str(project / "mkdocs.yml"),
            livereload=True,
            open_in_browser=open_browser,
            dev_addr=address,
            docs_dir=str(preview_docs(project)),
        )
    except (Abort, ConfigurationError) as error:
        raise SiteBuildFailed(str(error)) from error
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EADDRNOTAVAIL):
            raise
        raise SiteBuildFailed(f"cannot serve at {address}: {error.strerror} (--address takes another one)") from error


def _log_to_terminal(quiet: bool) -> None:
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING if quiet else logging.INFO)
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(levelname)s - %(message)s"))
        logger.addHandler(handler)
