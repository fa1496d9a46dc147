"""The build of the site, in a process that gets ready while the generator works in this one."""

from __future__ import annotations

import gc
import os
import pickle
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, NoReturn

from generator.accelerator.unchanged import Vouched, look_at_site
from generator.processes import end_with_parent, give_memory_back, rare_collections
from generator.site.engine import Ready, Site, build_site, published_site, settings_without_a_word

_BEGIN = "begin"


class SiteBuild:
    """A build that waits for its sources; here, it begins when they are there."""

    def __init__(self, project: Path, *, quiet: bool, plain: bool) -> None:
        self._project, self._quiet, self._plain = project, quiet, plain

    def expect_changes(self) -> None:
        """There will be something to build: sources are going to be written."""

    def finish(self, sources: Vouched) -> Site:
        """Build the site from its sources, which are there now."""
        return build_site(self._project, quiet=self._quiet, plain=self._plain, vouched=sources)


@contextmanager
def site_build(project: Path, *, quiet: bool, plain: bool) -> Iterator[SiteBuild]:
    """A build that looks at the site now, and is dropped if it is not asked for; messages and errors as ever."""
    if plain or os.environ.get("PORTAL_PLAIN") or not _can_fork():
        yield SiteBuild(project, quiet=quiet, plain=plain)
        return
    build = _Alongside(project, quiet=quiet, plain=plain)
    try:
        yield build
    finally:
        build.end()


def _can_fork() -> bool:
    """Not beside threads, and not where what the other process says would be lost: a test holds it back in memory."""
    try:
        return hasattr(os, "fork") and threading.active_count() == 1 and sys.stderr.fileno() == 2
    except (OSError, ValueError, AttributeError):
        return False


class _Alongside(SiteBuild):
    def __init__(self, project: Path, *, quiet: bool, plain: bool) -> None:
        super().__init__(project, quiet=quiet, plain=plain)
        theirs, ours = _pipe(), _pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self._process = os.fork()
        if not self._process:
            theirs[1].close()
            ours[0].close()
            _work(project, quiet, theirs[0], ours[1])
        self._orders, self._answers = theirs[1], ours[0]
        theirs[0].close()
        ours[1].close()
        self._asked = False

    def expect_changes(self) -> None:
        self._order(_BEGIN)

    def finish(self, sources: Vouched) -> Site:
        self._order(sources)
        self._asked = True
        give_memory_back()
        try:
            answer = pickle.load(self._answers)
        except (EOFError, pickle.UnpicklingError):
            return super().finish(sources)
        if isinstance(answer, BaseException):
            raise answer
        return answer  # type: ignore[no-any-return]

    def _order(self, order: object) -> None:
        with suppress(BrokenPipeError):
            pickle.dump(order, self._orders)
            self._orders.flush()

    def end(self) -> None:
        """Wait for the other process; one that was not asked for anything has nothing to tidy up."""
        if not self._asked:
            with suppress(ProcessLookupError):
                os.kill(self._process, 9)
        os.waitpid(self._process, 0)
        with suppress(BrokenPipeError):
            self._orders.close()
        self._answers.close()


def _pipe() -> tuple[IO[bytes], IO[bytes]]:
    reading, writing = os.pipe()
    return os.fdopen(reading, "rb"), os.fdopen(writing, "wb")


def _work(project: Path, quiet: bool, orders: IO[bytes], answers: IO[bytes]) -> NoReturn:
    """Build when asked to; what fails before that is left to the process that asks, to do again and to tell."""
    try:
        end_with_parent()
        with rare_collections():
            ready, sources = _ready(project, orders)
            gc.freeze()
            answers.write(_answer(project, quiet, ready, sources))
        answers.flush()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(0)


def _ready(project: Path, orders: IO[bytes]) -> tuple[Ready, Vouched]:
    seen = look_at_site(published_site(project))
    order = pickle.load(orders)
    settings = None
    if order == _BEGIN:
        settings = settings_without_a_word(project)
        order = pickle.load(orders)
    return Ready(seen.with_sources(order) if seen else None, settings), order


def _answer(project: Path, quiet: bool, ready: Ready, sources: Vouched) -> bytes:
    try:
        return pickle.dumps(build_site(project, quiet=quiet, vouched=sources, ready=ready))
    except BaseException as error:
        error.add_note(traceback.format_exc())
        try:
            answer = pickle.dumps(error)
            pickle.loads(answer)
        except Exception:
            return pickle.dumps(ChildProcessError(traceback.format_exc()))
        return answer
