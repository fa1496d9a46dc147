"""What the preview shows: the site as it was built last, or pages that are made ahead of a round."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote

from generator.site.preview_round import Outcome

_PATIENCE = 25.0  # seconds that a page waits for the next version before it asks again


class Making(Protocol):
    """Makes pages before the round that runs comes to them."""

    def page(self, place: str) -> bytes | Outcome | None:
        """What will stand at a place of the site, or why nothing can; None where the site's own must do."""

    def has(self, place: str) -> bool:
        """Whether something is known already of what will stand at a place."""

    def agrees_with(self, site: Path) -> bool:
        """Whether every page that was asked for could be made, and is in the site now."""


class Stage:
    """What the preview shows: a site's folder and the last outcome.

    While a round runs readers wait for it, unless pages are made ahead of it.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self.mount = "/"
        self.looked_at = "index.html"
        """The page that was asked for last."""
        self._changed = threading.Condition()
        self._building = True
        self._outcome = Outcome()
        self._ahead: Making | None = None
        self._version = _new_version()

    def begin(self, ahead: Making | None = None) -> None:
        """A round begins: readers wait for it, but for what is made already."""
        with self._changed:
            self._building, self._ahead = True, ahead
            if ahead:
                self._outcome, self._version = Outcome(), _new_version()
                self._changed.notify_all()

    def show(self, outcome: Outcome, ahead: Making | None = None) -> None:
        """A round runs that takes long: this is known before it ends, and pages are made ahead of it."""
        with self._changed:
            self._building, self._outcome, self._ahead, self._version = False, outcome, ahead, _new_version()
            self._changed.notify_all()

    def finish(self, outcome: Outcome) -> None:
        """A round has ended: whoever waits sees what came of it, unless that is what was shown ahead."""
        with self._changed:
            if not self._shows(outcome):
                self._version = _new_version()
            self._building, self._outcome, self._ahead = False, outcome, None
            self.mount = outcome.mount or self.mount
            self._changed.notify_all()

    def _shows(self, outcome: Outcome) -> bool:
        """Whether readers have seen what came of a round before it ended."""
        if outcome.succeeded:
            return self._ahead is not None and self._ahead.agrees_with(self.site)
        return outcome == self._outcome and not self._building

    def place(self, path: str) -> str:
        """Where in the site stands what a path of a URL means."""
        wanted = unquote(path.removeprefix(self.mount)) if path.startswith(self.mount) else ".."
        return wanted + "index.html" if path.endswith("/") else wanted

    def now(self, path: str) -> tuple[Outcome, str, Making | None]:
        """The last outcome, its version, and who makes pages ahead, once who asks for this path need not wait."""
        with self._changed:
            if (place := self.place(path)).endswith(".html"):
                self.looked_at = place
            self._changed.wait_for(lambda: not self._building or (self._ahead and self._ahead.has(self.place(path))))
            return self._outcome, self._version, self._ahead

    def after(self, version: str) -> str:
        """The version, as soon as it is another one than this; the same one after a while without news."""
        with self._changed:
            known = self._changed.wait_for(
                lambda: self._version != version and (not self._building or self._ahead), _PATIENCE
            )
            return self._version if known else version


def _new_version() -> str:
    return str(time.time_ns())  # no page that outlived a former server has it
