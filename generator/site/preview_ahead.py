"""Pages ahead of a long round: each is made when it is asked for, before the round comes to it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.accelerator.one_page import SinglePages
from generator.accelerator.state import Manifest
from generator.accelerator.unchanged import cache_folder
from generator.clock import today_in_vietnam
from generator.diagnostics import Diagnostic, has_errors
from generator.incremental.one_page import NextPage, next_page
from generator.incremental.refresh import Doubt
from generator.output.families import Publishing
from generator.site.engine import load_settings, preview_docs, preview_site
from generator.site.preview_round import Outcome, failed, read_address, warnings
from generator.sources.registries import load_registries


def look_ahead(project: Path, last: Manifest, report: Callable[[Outcome], object]) -> Ahead | Outcome:
    """Pages with the settings as they are now; errors in these, where there are any.

    Reported is, from other threads too, why a page cannot be made.
    """
    address = read_address(project)
    if isinstance(address, Diagnostic):
        return Outcome((address,))
    registries, found = load_registries(project)
    if registries is None or has_errors(found):
        return Outcome(tuple(found))
    publishing = Publishing(address, today_in_vietnam(), True, {})
    docs = preview_docs(project)
    return Ahead(project, last, lambda uri: next_page(project, docs, publishing, registries, uri), report)


class Ahead:
    """Pages with settings and templates as they were saved last; nothing is written into the site."""

    def __init__(
        self,
        project: Path,
        last: Manifest,
        following: Callable[[str], NextPage | None],
        report: Callable[[Outcome], object],
    ) -> None:
        self._project, self._last, self._next, self._report = project, last, following, report
        self._uris = {place: uri for uri, place in last.destinations.items()}
        self._folder = TemporaryDirectory()
        self._lock, self._closed = threading.Lock(), False
        self._pages: SinglePages | None = None
        self._made: dict[str, bytes | Outcome | None] = {}

    def page(self, place: str) -> bytes | Outcome | None:
        """What will stand at a place of the site, or why nothing can; None where the site's own must do."""
        with self._lock:
            if not self._closed and place not in self._made:
                if not place.endswith(".html"):
                    return self._copied(place)
                self._made[place] = self._made_or_failed(place)
            return self._made.get(place)

    def has(self, place: str) -> bool:
        """Whether something is known already of what will stand at a place."""
        return self._made.get(place) is not None

    def agrees_with(self, site: Path) -> bool:
        """Whether every page that was asked for could be made, and is in the site now."""
        return all(
            body is not None and (site / place).is_file() and (site / place).read_bytes() == body
            for place, body in self._made.items()
        )

    def close(self) -> None:
        """Make no more pages."""
        with self._lock:
            self._closed = True
            self._folder.cleanup()

    def _made_or_failed(self, place: str) -> bytes | Outcome | None:
        with warnings() as told:
            try:
                return self._make(place)
            except Doubt:
                return None
            except Exception as error:
                outcome = failed(error, self._project, told)
        if outcome.trace:
            return None  # a bug, here or in the round, which tells of it then
        self._report(outcome)
        return outcome

    def _copied(self, place: str) -> bytes | None:
        folder = None if place in self._last.inclusions else self._last.theme_files.get(place)
        return Path(folder, place).read_bytes() if folder and Path(folder, place).is_file() else None

    def _make(self, place: str) -> bytes | None:
        if self._pages is None:
            templates = cache_folder(preview_site(self._project)) / "templates"
            config = load_settings(self._project, preview=True)
            self._pages = SinglePages(config, self._last, templates, Path(self._folder.name))
        if place not in self._uris and (page := self._pages.template(place)):
            return page
        uri = self._uris.get(place, f"{place.removesuffix('/index.html')}.md")
        following = self._next(uri)
        return self._pages.page(uri, following.text, following.new) if following else None
