"""Releases on another machine, over rsync alone: whoever may write there needs no shell, and ssh is set up as ever."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.locks import held
from generator.output.write import ForeignDirectory
from generator.site.headers import FOLDER, NGINX
from generator.site.publication import CURRENT, RELEASES, Refused, folders_of_releases, release_names
from generator.site.retracted import FILES, retracted_in

_REMOTE = re.compile(r"(rsync://|[^/:]*[^/:-][^/:]*::?).+")
_LISTED = re.compile(r"(?P<kind>[-dl])\S+ +[\d,.]+ \S+ \S+ (?P<path>.+?)(?: -> (?P<target>.+))?")
_NOT_ALL = 23
"""How rsync ends where a source is missing, or could not be read."""

_SILENCE = 300
"""Seconds without a word after which the other machine is given up."""

_MARK = NGINX
"""What is sent last: a release without it is not whole."""


def is_remote(target: str) -> bool:
    """Whether rsync would look for a target on another machine (host:path, user@host:path, rsync://host/path)."""
    return not target.startswith("-") and bool(_REMOTE.match(target))


class _RsyncFailed(Refused):
    def __init__(self, status: int, told: str) -> None:
        super().__init__(f"rsync failed (status {status}): {told}")
        self.status = status


class Remote:
    """Releases where rsync reaches them; `workshop` is a folder of this machine in which they are made."""

    def __init__(self, target: str, workshop: Path) -> None:
        self._target = target.rstrip("/") + "/"
        self._workshop = workshop
        self._found: dict[str, str] = {}

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody on this machine publishes there meanwhile.

        Raises Held, Refused where rsync fails, and ForeignDirectory for a folder of another use.
        """
        self._workshop.mkdir(parents=True, exist_ok=True)
        with held(self._workshop.with_suffix(".lock"), self._target):
            self._found = self._look()
            if others := {path.partition("/")[0] for path in self._found} - {".", RELEASES, CURRENT}:
                told = ", ".join(sorted(others)[:3])
                raise ForeignDirectory(
                    f"{self._target} holds what portal did not put there ({told}): name an empty folder"
                )
            yield

    def _look(self) -> dict[str, str]:
        """What stands there, as deep as to the marks of releases, and where links lead; nothing in a new place."""
        depths = ("/*", f"/{RELEASES}/*/", f"/{RELEASES}/*/{FOLDER}/", f"/{RELEASES}/*/{_MARK}")
        rules = [f"--include={depth}" for depth in depths]
        try:
            listed = _rsync("-rl", "--list-only", *rules, "--exclude=*", self._target)
        except _RsyncFailed as error:
            if error.status != _NOT_ALL:
                raise
            return {}  # what is wrong beside its absence is told by the next step
        matches = (_LISTED.fullmatch(line) for line in listed.splitlines())
        return {match["path"]: match["target"] or "" for match in matches if match}

    def releases(self) -> list[str]:
        names = (path.split("/")[1] for path in self._found if path.endswith(f"/{_MARK}"))
        return release_names(names)

    def current(self) -> str:
        return self._found.get(CURRENT, "").rpartition("/")[2]

    def retracted(self) -> dict[str, frozenset[str]]:
        if not (names := self.releases()):
            return {}
        wanted = {f"/*/{path}" for file in FILES for path in (file, *(f"{parent}/" for parent in Path(file).parents))}
        rules = [f"--include={path}" for path in sorted(wanted - {"/*/./"} | {"/*/"})]
        with TemporaryDirectory() as folder:
            _rsync("-r", *rules, "--exclude=*", f"{self._target}{RELEASES}/", f"{folder}/")
            return {name: retracted_in(Path(folder, name)) for name in names}

    def workshop(self) -> Path:
        return self._workshop

    def add(self, name: str, before: str) -> None:
        shared = [f"--link-dest=../{before}"] if before else []
        source, place = f"{self._workshop / name}/", f"{self._target}{RELEASES}/{name}/"
        for rule in (f"--exclude=/{FOLDER}", "--include=*"):
            _rsync("-rpc", "--delete", "--mkpath", "--chmod=D755,F644", *shared, rule, source, place)
        for other in folders_of_releases(self._workshop):
            if other != name:
                shutil.rmtree(self._workshop / other)

    def switch(self, name: str) -> None:
        with TemporaryDirectory() as folder:
            link = Path(folder, CURRENT)
            link.symlink_to(f"{RELEASES}/{name}")
            _rsync("-l", str(link), self._target)  # under another name first, then renamed: rsync 3.1 and later

    def halves(self) -> list[str]:
        whole = self.releases()
        return [name for name in release_names(path.rpartition("/")[2] for path in self._found) if name not in whole]

    def remove(self, names: list[str]) -> None:
        if names:
            rules = [f"--include=/{name}/***" for name in names]
            with TemporaryDirectory() as empty:
                _rsync("-r", "--delete", *rules, "--exclude=*", f"{empty}/", f"{self._target}{RELEASES}/")


def _rsync(*arguments: str) -> str:
    """Run rsync; the arguments that do not begin with a dash are places. What it prints, or Refused with its words."""
    options = [argument for argument in arguments if argument.startswith("-")]
    places = [argument for argument in arguments if not argument.startswith("-")]
    command = ["rsync", "--protect-args", f"--timeout={_SILENCE}", *options, "--", *places]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            env=os.environ | {"LC_ALL": "C"},
        )
    except FileNotFoundError:
        raise Refused("rsync is not installed: install it, or publish to a folder of this machine") from None
    if done.returncode:
        told = done.stderr.strip().splitlines() or ["it said nothing"]
        raise _RsyncFailed(done.returncode, told[0])
    return done.stdout
