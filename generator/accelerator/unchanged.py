"""Tells from a glance at all files that there is nothing to build, before MkDocs is even imported."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path

from generator.accelerator.published import Published, damaged_files, touched_folders
from generator.accelerator.state import Manifest, read_manifest
from generator.accelerator.surroundings import asked_environment, input_stamps, other_values
from generator.accelerator.tree import stamps


def cache_folder(site: Path) -> Path:
    """Where the state of a site is kept: beside it, hidden."""
    return site.parent / ".cache" / site.name


def nothing_changed(site: Path, arguments: str) -> Published | None:
    """What a build with these arguments would say if it had nothing to do; None if it may have something to do."""
    last = read_manifest(cache_folder(site))
    if last is None or last.arguments != arguments or last.site_dir != str(site) or last.notes or last.anchor_notes:
        return None
    return Published((), (), (), last.site_url) if _stands(last, site) else None


def _stands(last: Manifest, site: Path) -> bool:
    return (
        (last.date == _today() or last.date not in last.dates.values())
        and other_values(asked_environment(last.surroundings)) == last.surroundings
        and input_stamps(last.roots) == last.input_stamps
        and Path(last.docs_dir).is_dir()
        and stamps(last.docs_dir) == last.stamps
        and not damaged_files(str(site), last.outputs)
        and not touched_folders(str(site), last.folders)
    )


def _today() -> str:
    """As `mkdocs.utils.get_build_date` has it."""
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or time.time()), UTC).strftime("%Y-%m-%d")
