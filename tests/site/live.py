"""A live server (`portal preview`, `mkdocs serve`) in a project's copy: start it, ask it, stop it."""

from __future__ import annotations

import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.site.project import Finished, command, environment

START = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Live:
    """A running server and where its terminal output goes."""

    address: str
    log: Path
    process: subprocess.Popen[bytes]

    @property
    def output(self) -> str:
        """All that the server has written so far."""
        return self.log.read_text(encoding="utf-8")

    def problems(self) -> list[str]:
        """The lines of the output that warn or tell of an error."""
        return Finished(0, self.output).problems()

    def page(self, path: str) -> str:
        """A page as served now, be it one that tells of an error; OSError without an answer within a minute."""
        try:
            with urllib.request.urlopen(f"http://{self.address}/{path}", timeout=60) as answer:
                return str(answer.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            return error.read().decode("utf-8")

    def wait(self, met: Callable[[], bool], seconds: float) -> float:
        """Wait until something is so and return the seconds that took; AssertionError if it takes longer."""
        start = time.monotonic()
        while (passed := time.monotonic() - start) < seconds:
            assert self.process.poll() is None, f"the server ended:\n{self.output[-4000:]}"
            try:
                if met():
                    return time.monotonic() - start
            except (OSError, urllib.error.URLError):
                pass
            time.sleep(0.05)
        raise AssertionError(f"not within {passed:.0f} s:\n{self.output[-4000:]}")


def free_address() -> str:
    """An address of this machine that nothing listens on."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{s.getsockname()[1]}"


@contextmanager
def serving(project: Path, log: Path, name: str, *arguments: str, start: float = START) -> Iterator[Live]:
    """Run a serving command with its address as the last argument until the block ends; it answers already.

    It runs the project's own copy of the code and of the templates.
    """
    address, env = free_address(), environment(PYTHONPATH=str(project))
    with log.open("wb") as output:
        process = subprocess.Popen(
            command(name, *arguments, address),
            cwd=project,
            env=env,
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=_heed_interrupts,
        )
        try:
            live = Live(address, log, process)
            live.wait(lambda: "<title>" in live.page(""), start)
            yield live
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _heed_interrupts() -> None:
    """What is started in the background of a shell ignores them, and so does all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
