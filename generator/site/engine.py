"""Runs MkDocs for one build of the site."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.accelerator.tree import file_stamp
from generator.characters import visible

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from generator.accelerator.published import Published
    from generator.accelerator.tree import Stamp
    from generator.accelerator.unchanged import Look, Vouched

GENERATED: ContextVar[bool] = ContextVar("GENERATED", default=False)
"""Whether the Markdown tree is up to date already, so that the hook need not generate it once more."""

_ACCELERATOR = "generator/accelerator/hook.py"
_HOOKS = frozenset({"generator/site/hooks.py", _ACCELERATOR})
"""Those that write no sources where these are up to date; others may."""


class SiteBuildFailed(Exception):
    """MkDocs refused the tree; its own messages have told why."""


def published_docs(project: Path) -> Path:
    """The Markdown tree of the published site."""
    return project / "build" / "docs"


def published_site(project: Path) -> Path:
    """The published site, where mkdocs.yml does not name another folder."""
    return project.absolute() / "build" / "site"


def preview_docs(project: Path) -> Path:
    """The Markdown tree of the preview, the only one that holds drafts."""
    return project / "build" / "preview" / "docs"


def preview_site(project: Path) -> Path:
    """The site of the preview, the only one that holds drafts."""
    return project.absolute() / "build" / "preview" / "site"


@dataclass(frozen=True, slots=True)
class Ready:
    """What is known before a build begins: a look at its files, and the settings with the stamp of their file."""

    seen: Look | None
    settings: tuple[MkDocsConfig, Stamp] | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: its folder, the address that its pages say they stand at, and which files this build changed.

    `sizes`: how many files of each type it holds, and their bytes.
    """

    folder: Path
    address: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def build_site(
    project: Path,
    *,
    quiet: bool,
    plain: bool = False,
    preview: bool = False,
    vouched: Vouched | None = None,
    ready: Ready | None = None,
) -> Site:
    """Build build/site from an up-to-date tree, every warning an error; with SiteBuildFailed nothing changes.

    `plain` does without the accelerator, and so does PORTAL_PLAIN=1 in the environment. `preview` builds
    build/preview/site from the preview's tree. `vouched` is what the generator vouches for, and `ready` holds what is
    known already of this tree.
    """
    from generator.accelerator.unchanged import look

    plain = plain or bool(os.environ.get("PORTAL_PLAIN"))
    folder = preview_site(project) if preview else published_site(project)
    ready = ready or Ready(None if plain else look(folder, vouched))
    published = ready.seen.nothing_changed(_arguments(preview)) if ready.seen else None
    if published is None:
        folder, published = _built(project, quiet, plain, preview, ready, vouched.now if vouched else b"")
    return Site(folder, published.site_url, published.added, published.changed, published.removed, published.sizes)


def _arguments(preview: bool) -> str:
    """Names how the settings are loaded: strictly, and nothing else that mkdocs.yml does not say but the folders."""
    return "portal preview" if preview else "portal build"


def _built(
    project: Path, quiet: bool, plain: bool, preview: bool, ready: Ready, sources_state: bytes
) -> tuple[Path, Published]:
    from mkdocs.exceptions import Abort, ConfigurationError

    from generator.accelerator.build import build
    from generator.processes import cores

    log_to_terminal(quiet)
    token = GENERATED.set(True)
    try:
        config = _still(ready, project) or load_settings(project, preview=preview)
        plain = plain or _ACCELERATOR not in config["hooks"]
        config.plugins.on_startup(command="build", dirty=False)
        try:
            seen = ready.seen
            if not _HOOKS.issuperset(config["hooks"]):
                seen, sources_state = None, b""
            published = build(
                config,
                arguments=_arguments(preview),
                processes=cores(),
                plain=plain,
                seen=seen,
                sources_state=sources_state,
            )
            return Path(config.site_dir), published
        finally:
            config.plugins.on_shutdown()
    except (Abort, ConfigurationError) as error:
        raise SiteBuildFailed(str(error)) from error
    finally:
        GENERATED.reset(token)


def load_settings(project: Path, *, preview: bool) -> MkDocsConfig:
    """The settings of the site, or of the preview's; raises ConfigurationError."""
    from mkdocs.config import load_config

    folders = {"docs_dir": str(preview_docs(project)), "site_dir": str(preview_site(project))} if preview else {}
    return load_config(str(project / "mkdocs.yml"), strict=True, **folders)


def settings_without_a_word(project: Path) -> tuple[MkDocsConfig, Stamp] | None:
    """The settings of the site; None where loading them says something, which is to be said by a build."""
    from mkdocs.exceptions import Abort, ConfigurationError

    from generator.accelerator.pages import captured

    stamp = file_stamp(str(project / "mkdocs.yml"))
    with captured() as notes:
        try:
            settings = load_settings(project, preview=False)
        except (Abort, ConfigurationError):
            return None
    return None if notes else (settings, stamp)


def _still(ready: Ready, project: Path) -> MkDocsConfig | None:
    """The settings that were made ready, unless their file was written since."""
    if ready.settings is None:
        return None
    settings, stamp = ready.settings
    return settings if file_stamp(str(project / "mkdocs.yml")) == stamp else None


class _Visible(logging.Formatter):
    """Titles and addresses of pages get into what MkDocs says."""

    def format(self, record: logging.LogRecord) -> str:
        return visible(super().format(record))


def log_to_terminal(quiet: bool) -> None:
    """Let MkDocs tell the terminal what it does, or its warnings alone."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING if quiet else logging.INFO)
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(_Visible("%(levelname)s - %(message)s"))
        logger.addHandler(handler)
