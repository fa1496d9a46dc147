"""Serves the preview: a server that follows every saved edit."""

from __future__ import annotations

import time
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from generator.diagnostics import Diagnostic, Severity, human
from generator.site.engine import preview_site
from generator.site.preview_inputs import SWEEP, Inputs, Saves, differing
from generator.site.preview_round import Outcome, play_round
from generator.site.preview_server import Stage, serving

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
        preview.follow(saves)


class _Preview:
    def __init__(self, project: Path, progress: Tell, problem: Tell) -> None:
        self.stage, self.inputs = Stage(preview_site(project)), Inputs(project)
        self._project, self._progress, self._problem = project, progress, problem
        self._warned: list[Diagnostic] = []

    def follow(self, saves: Saves) -> None:
        """A round at once, then one after every change; what changes during a round is built after it."""
        built = self.inputs.states()
        self._round("")
        while True:
            saves.wait()
            found = self.inputs.states()
            changed, built = differing(built, found), found
            if any(map(self.inputs.is_code, changed)):
                return self._outdated()
            if changed:
                first = self.inputs.name(changed[0])
                self._round(f"{first} and {len(changed) - 1} more: " if len(changed) > 1 else f"{first}: ")

    def _outdated(self) -> None:
        """Build no more: what this process made would pass for what the new code makes."""
        self.stage.finish(Outcome(failure=("Mã của chương trình đã đổi: dừng bản xem trước (Ctrl+C) rồi mở lại.",)))
        self._problem("The program itself has changed: end the preview (Ctrl+C) and start it again.")
        while True:
            time.sleep(SWEEP)

    def _round(self, what: str) -> None:
        start = time.monotonic()
        self.stage.begin()
        outcome = play_round(self._project)
        self._report(outcome)
        if outcome.succeeded:
            self._progress(f"{what}{outcome.files} files changed, {time.monotonic() - start:.2f} s.")
        else:
            self._problem("Chưa dựng được: giữ nguyên các trang lần trước.")
        self.stage.finish(outcome)

    def _report(self, outcome: Outcome) -> None:
        """Every error, and the warnings if they are others than those told last."""
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
