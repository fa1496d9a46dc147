"""Serves the preview: a server that follows every saved edit."""

from __future__ import annotations

import time
import webbrowser
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from generator.accelerator.state import Manifest, read_manifest
from generator.accelerator.unchanged import cache_folder
from generator.diagnostics import Diagnostic, Severity, human
from generator.site.engine import preview_site
from generator.site.preview_ahead import Ahead, look_ahead
from generator.site.preview_background import BackgroundRound
from generator.site.preview_inputs import SWEEP, Inputs, Saves, differing
from generator.site.preview_round import Outcome, play_round
from generator.site.preview_server import serving
from generator.site.preview_stage import Stage

Tell = Callable[[str], None]


def serve_preview(project: Path, *, address: str, open_browser: bool, progress: Tell, problem: Tell) -> None:
    """Serve the preview with drafts until interrupted, and rebuild it at every saved edit; raises CannotServe."""
    preview = _Preview(project, progress, problem)
    with (
        suppress(KeyboardInterrupt),
        serving(address, preview.stage) as url,
        Saves(project, preview.inputs) as saves,
    ):
        progress(f"The preview is at {url}/ once it is built (Ctrl+C ends it).")
        if open_browser:
            webbrowser.open(f"{url}/")
        try:
            preview.follow(saves)
        finally:
            preview.end()


class _Preview:
    def __init__(self, project: Path, progress: Tell, problem: Tell) -> None:
        self.stage, self.inputs = Stage(preview_site(project)), Inputs(project)
        self._project, self._progress, self._problem = project, progress, problem
        self._warned: list[Diagnostic] = []
        self._told: Outcome | None = None
        self._pending: set[str] = set()
        self._start = 0.0
        self._last: Manifest | None = None
        self._ahead: Ahead | None = None
        self._background: BackgroundRound | None = None

    def follow(self, saves: Saves) -> None:
        """A round at once, then one after every change; what changes during a round is built after it."""
        built = self.inputs.states()
        self._round(saves.wake)
        while True:
            saves.wait()
            if self._background and (outcome := self._background.outcome()):
                self._finish(outcome)
            found = self.inputs.states()
            changed, built = differing(built, found), found
            self._pending.update(changed)
            if any(map(self.inputs.is_code, changed)):
                return self._outdated()
            if changed:
                self._round(saves.wake)

    def end(self) -> None:
        """End what runs in the background."""
        if self._background:
            self._background.end()
        if self._ahead:
            self._ahead.close()
        self._background = self._ahead = None

    def _outdated(self) -> None:
        """Build no more: what this process made would pass for what the new code makes."""
        self.end()
        self.stage.finish(Outcome(failure=("Mã của chương trình đã đổi: dừng bản xem trước (Ctrl+C) rồi mở lại.",)))
        self._problem("The program itself has changed: end the preview (Ctrl+C) and start it again.")
        while True:
            time.sleep(SWEEP)

    def _round(self, ended: Callable[[], None]) -> None:
        self._start = time.monotonic()
        self._told = None
        self.end()
        self._last = read_manifest(cache_folder(self.stage.site)) or self._last
        found = look_ahead(self._project, self._last, self._report) if self._last and self._pending else None
        if found and any(map(self.inputs.is_of_all, self._pending)):
            self._show(found)
            self._background = BackgroundRound(self._project, ended)
        else:
            self.stage.begin(self._page_looked_at(found) if isinstance(found, Ahead) else None)
            self._finish(play_round(self._project))

    def _show(self, found: Ahead | Outcome) -> None:
        if isinstance(found, Ahead):
            self._ahead = found
            self.stage.show(Outcome(), found)
        else:
            self._report(found)
            self.stage.show(found)

    def _page_looked_at(self, ahead: Ahead) -> Ahead | None:
        """The page that a reader looks at, made before all others; None where an article is not what was saved."""
        with closing(ahead):
            if any(map(self.inputs.is_article, self._pending)):
                ahead.page(self.stage.looked_at)
            return ahead if ahead.has(self.stage.looked_at) else None

    def _finish(self, outcome: Outcome) -> None:
        """A round has ended."""
        self._report(outcome)
        if outcome.succeeded:
            self._progress(f"{self._what()}{outcome.files} files changed, {time.monotonic() - self._start:.2f} s.")
            self._pending.clear()
        self.stage.finish(outcome)
        self.end()

    def _what(self) -> str:
        if not self._pending:
            return ""
        first, more = self.inputs.name(min(self._pending)), len(self._pending) - 1
        return f"{first} and {more} more: " if more else f"{first}: "

    def _report(self, outcome: Outcome) -> None:
        """Every error, once, and the warnings if they are others than those told last."""
        if outcome == self._told:
            return
        self._told = outcome
        if outcome.trace:
            self._problem(outcome.trace)
        else:
            for text in outcome.failure:
                self._problem(text)
        errors = [d for d in outcome.diagnostics if d.severity is Severity.ERROR]
        warnings = [d for d in outcome.diagnostics if d.severity is Severity.WARNING]
        if errors:
            self._problem(human(errors))
        elif not outcome.failure and warnings != self._warned:
            self._warned = warnings
            self._problem(human(warnings))
        if not outcome.succeeded:
            self._problem("Chưa dựng được: giữ nguyên các trang lần trước.")
