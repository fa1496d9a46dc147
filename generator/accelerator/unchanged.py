"""A look at all files of a site, before MkDocs is even imported: whether there is anything to build, and where."""

from __future__ import annotations

import os
import time
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator.accelerator.published import Published, damaged_files, touched_folders
from generator.accelerator.state import Manifest, read_manifest
from generator.accelerator.surroundings import asked_environment, input_stamps, other_values
from generator.accelerator.tree import Stamp, stamps, stamps_again


@dataclass(slots=True)
class Look:
    """How the sources and the published folder stood beside what the last build left."""

    last: Manifest
    sources: dict[str, Stamp]
    damaged: set[str]
    touched: set[str]

    def look_again(self, sources: Collection[str]) -> None:
        """Take note that these sources were written or removed since the look."""
        self.sources = stamps_again(self.last.docs_dir, self.sources, sources)

    def nothing_changed(self, arguments: str) -> Published | None:
        """What a build with these arguments would say if it had nothing to do; None if it may have something to do."""
        last = self.last
        stands = (
            last.arguments == arguments
            and not (last.notes or last.anchor_notes or self.damaged or self.touched)
            and self.sources == last.stamps
            and (last.date == _today() or last.date not in last.dates.values())
            and other_values(asked_environment(last.surroundings)) == last.surroundings
            and input_stamps(last.roots) == last.input_stamps
        )
        return Published((), (), (), last.site_url) if stands else None


def look(site: Path) -> Look | None:
    """Look at everything; None where no build that ended well can be compared with."""
    last = read_manifest(cache_folder(site))
    if last is None or last.site_dir != str(site) or not Path(last.docs_dir).is_dir():
        return None
    damaged = damaged_files(last.site_dir, last.outputs)
    return Look(last, stamps(last.docs_dir), damaged, touched_folders(last.site_dir, last.folders))


def cache_folder(site: Path) -> Path:
    """Where the state of a site is kept: beside it, hidden."""
    return site.parent / ".cache" / site.name


def _today() -> str:
    """As `mkdocs.utils.get_build_date` has it."""
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or time.time()), UTC).strftime("%Y-%m-%d")
