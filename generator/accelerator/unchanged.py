"""A look at all files of a site, before MkDocs is even imported: whether there is anything to build, and where."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator.accelerator.published import Published, damaged_files, touched_folders
from generator.accelerator.state import Manifest, read_manifest
from generator.accelerator.surroundings import asked_environment, input_stamps, other_values
from generator.accelerator.tree import Stamp, stamps, stamps_again, unsettled

_UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True)
class Vouched:
    """A caller's word that a folder of sources went from one state to another by no more than these changes.

    No two states bear the same name; an empty one says that nothing is known of a state.
    """

    folder: str
    before: bytes
    now: bytes
    changed: Collection[str]


@dataclass(frozen=True, slots=True)
class Look:
    """How the sources and the published folder stood beside what the last build left."""

    last: Manifest
    sources: dict[str, Stamp]
    damaged: set[str]
    touched: set[str]

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
        return Published((), (), (), last.site_url, last.sizes) if stands else None


@dataclass(frozen=True, slots=True)
class SiteLook:
    """How the published folder stood beside what the last build left."""

    last: Manifest
    damaged: set[str]
    touched: set[str]

    def with_sources(self, vouched: Vouched | None = None) -> Look:
        """Look at the sources too: at all, or at those that changed where the last build saw what is vouched for."""
        last = self.last
        if vouched and vouched.before and (vouched.folder, vouched.before) == (last.docs_dir, last.sources_state):
            sources = stamps_again(last.docs_dir, last.stamps, {*vouched.changed, *unsettled(last.stamps)})
        else:
            sources = stamps(last.docs_dir)
        return Look(last, sources, self.damaged, self.touched)


def look(site: Path, vouched: Vouched | None = None) -> Look | None:
    """Look at everything; None where no build that ended well can be compared with."""
    seen = look_at_site(site)
    return seen.with_sources(vouched) if seen else None


def look_at_site(site: Path) -> SiteLook | None:
    """Look at the published folder alone, while the sources may still be written."""
    last = read_manifest(cache_folder(site))
    if last is None or last.site_dir != str(site) or not Path(last.docs_dir).is_dir() or not is_finished(site):
        return None
    damaged = damaged_files(last.site_dir, last.outputs)
    return SiteLook(last, damaged, touched_folders(last.site_dir, last.folders))


def cache_folder(site: Path) -> Path:
    """Where the state of a site is kept: beside it, hidden."""
    return site.parent / ".cache" / site.name


@contextmanager
def under_change(site: Path) -> Iterator[None]:
    """Mark a site while it is changed; the mark stays if that is cut short, and the next build takes it away."""
    mark = cache_folder(site) / _UNFINISHED
    mark.touch()
    yield
    mark.unlink()


def is_finished(site: Path) -> bool:
    """Whether a site is there, and no build is changing it or was stopped while it did."""
    return site.is_dir() and not (cache_folder(site) / _UNFINISHED).exists()


def _today() -> str:
    """As `mkdocs.utils.get_build_date` has it."""
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or time.time()), UTC).strftime("%Y-%m-%d")
