"""One build of a site, in the steps of `mkdocs.commands.build`, as far as something changed."""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build as plain_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.utils import CountHandler

from generator.accelerator.published import Published
from generator.accelerator.publishing import publish_changes, publish_whole
from generator.accelerator.state import State
from generator.accelerator.touches import require_known_mkdocs
from generator.accelerator.unaccelerated import Unaccelerated
from generator.accelerator.unchanged import Look, cache_folder, under_change

log = logging.getLogger("generator.accelerator")


def build(
    config: MkDocsConfig,
    *,
    arguments: str = "",
    processes: int = 1,
    plain: bool = False,
    seen: Look | None = None,
    sources_state: bytes = b"",
) -> Published:
    """Bring the site up to date, as `mkdocs build` would make it; raises what that raises, and then changes nothing.

    `arguments` names how the settings were loaded, for `Look.nothing_changed`. `seen` is a look taken since the sources
    were written, by hooks too; without it, all files are looked at now. `sources_state` is what a caller who will vouch
    for the sources calls their state; he gave it that name before they were looked at.
    """
    site, cache = Path(config.site_dir), cache_folder(Path(config.site_dir))
    state = _open(cache)
    stage = cache / f"stage-{os.getpid()}"  # a killed build may have left processes that write on into its own
    try:
        with _staged(config, stage), _reporting(config):
            if plain or not _followable(config, state):
                plain_build(config)
                with _changing(site, stage):
                    return publish_whole(config, state, stage, site)
            from generator.accelerator.changes import render_changes

            config = config.plugins.on_config(config)
            config.plugins.on_pre_build(config=config)
            try:
                with _strict(config):
                    changes = render_changes(config, state, site, cache, processes, seen)
            except Unaccelerated as reason:
                _tell(reason)
                with _configured(config):
                    plain_build(config)
                with _changing(site, stage):
                    return publish_whole(config, state, stage, site)
            with _changing(site, stage):
                return publish_changes(changes, config, state, stage, site, arguments, sources_state)
    finally:
        _clear(cache)
        state.close()


def _followable(config: MkDocsConfig, state: State) -> bool:
    try:
        require_known_mkdocs(state)
        from generator.accelerator.configuration import require_followable

        require_followable(config)
    except Unaccelerated as reason:
        _tell(reason)
        return False
    return True


def _tell(reason: Unaccelerated) -> None:
    log.warning("The site is built without the accelerator: %s.", reason)


def _open(folder: Path) -> State:
    try:
        return State(folder)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        raise Abort(f"Another build of this site is running: {error}") from error
    except sqlite3.DatabaseError:
        (folder / "state.sqlite").unlink()
        return State(folder)


def _clear(cache: Path) -> None:
    for stage in cache.glob("stage-*"):
        shutil.rmtree(stage, ignore_errors=True)


@contextmanager
def _staged(config: MkDocsConfig, stage: Path) -> Iterator[None]:
    _clear(stage.parent)
    stage.mkdir()
    site_dir, config.site_dir = config.site_dir, str(stage)
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(stage)
        raise
    finally:
        config.site_dir = site_dir


@contextmanager
def _changing(site: Path, stage: Path) -> Iterator[None]:
    """A site is under change until nothing is left of its stage: so the next build will look for that."""
    with under_change(site):
        yield
        shutil.rmtree(stage, ignore_errors=True)


@contextmanager
def _strict(config: MkDocsConfig) -> Iterator[None]:
    """Warnings stop a strict build, in MkDocs' own words."""
    counter, logger = CountHandler(), logging.getLogger("mkdocs")
    counter.setLevel(logging.WARNING)
    logger.addHandler(counter)
    try:
        yield
    finally:
        logger.removeHandler(counter)
    if config.strict and (counts := counter.get_counts()):
        told = ", ".join(f"{count} {name.lower()}s" for name, count in counts)
        raise Abort(f"Aborted with {told} in strict mode!")


@contextmanager
def _reporting(config: MkDocsConfig) -> Iterator[None]:
    """Errors end a build as they end one of MkDocs."""
    try:
        yield
    except Abort:
        raise
    except Exception as error:
        config.plugins.on_build_error(error=error)
        if isinstance(error, BuildError):
            logging.getLogger("mkdocs.commands.build").error(str(error))
            raise Abort("Aborted with a BuildError!") from error
        raise


@contextmanager
def _configured(config: MkDocsConfig) -> Iterator[None]:
    """Keep the hooks from being called a second time for what they have done."""
    events = config.plugins.events
    done = {name: events[name] for name in ("config", "pre_build")}
    events.update({name: [] for name in done})
    try:
        yield
    finally:
        events.update(done)
