"""A round of the preview in a process of its own: it can be ended when a newer save makes it pointless."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from generator.processes import end_with_parent
from generator.site.preview_round import Outcome, play_round

_POLITE = 10
"""How much a round gives way to the server, which makes pages for readers meanwhile."""


class BackgroundRound:
    """One round, from its beginning on; calls back when it has ended, from another thread."""

    def __init__(self, project: Path, ended: Callable[[], object]) -> None:
        context = multiprocessing.get_context("spawn")  # no copy of this process, in which the server's threads run
        self._pipe, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_play, args=(project, theirs))
        self._process.start()
        theirs.close()
        threading.Thread(target=self._follow, args=(ended,), daemon=True).start()

    def _follow(self, ended: Callable[[], object]) -> None:
        wait([self._pipe])
        ended()

    def outcome(self) -> Outcome | None:
        """What came of it; None as long as it runs."""
        if not self._pipe.poll():
            return None
        try:
            found: Outcome = self._pipe.recv()
        except EOFError:
            found = Outcome(failure=("Việc dựng các trang đã dừng giữa chừng.",))
        self._process.join()
        return found

    def end(self) -> None:
        """End it, wherever it is: the next round makes good for what it left undone."""
        self._process.terminate()
        self._process.join()


def _play(project: Path, pipe: Connection[Any, Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who presses Ctrl+C means the preview, which ends this
    signal.signal(signal.SIGTERM, _end)
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    end_with_parent()
    threading.Thread(target=_end_with_preview, daemon=True).start()
    pipe.send(play_round(project))


def _end_with_preview() -> None:
    if preview := multiprocessing.parent_process():
        wait([preview.sentinel])
        _end()


def _end(*_: object) -> None:
    for worker in multiprocessing.active_children():
        worker.kill()
    os._exit(1)
