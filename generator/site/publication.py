"""Publishing: releases beside each other, a link to the one that is served, and the way back to the one before."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from generator.locks import held
from generator.output.write import ForeignDirectory
from generator.site.headers import FOLDER, NGINX, canonical_address, header_files
from generator.site.precompressed import precompress
from generator.site.releases import copy, point
from generator.site.retracted import listed, retracted_in

RELEASES, CURRENT = "releases", "current"
_FORMAT, _NAME = "%Y%m%dT%H%M%SZ", re.compile(r"\d{8}T\d{6}Z")
_HERE = (None, "", "localhost", "127.0.0.1", "::1")


class Refused(Exception):
    """What cannot be published as it is, or a way back that leads nowhere."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release that is served now: its name, how many files were compressed for it, whether its headers are others.

    `forgotten` are the earlier ones that were removed since they held the articles `retracted`.
    """

    name: str
    compressed: int
    new_headers: bool
    forgotten: tuple[str, ...]
    retracted: tuple[str, ...]


class Place(Protocol):
    """Where releases stand."""

    def releases(self) -> list[str]:
        """The names of those that are whole, oldest first."""

    def current(self) -> str:
        """The one that is served; "" if none."""

    def retracted(self) -> dict[str, frozenset[str]]:
        """What releases show as retracted, by their names; one that shows nothing may be missing."""

    def workshop(self) -> Path:
        """A folder of this machine in which releases are made; the last ones may still be there, by name."""

    def add(self, name: str, before: str) -> None:
        """Take over a release that was made in the workshop; one before it shares what did not change."""

    def switch(self, name: str) -> None:
        """Serve this release from now on, in one step."""

    def remove(self, names: list[str]) -> None:
        """Remove releases."""


def publish(
    site: Path,
    place: Place,
    *,
    now: datetime,
    keep: int,
    accept_undo: bool = False,
    begin: Callable[[], None] = lambda: None,
) -> Release:
    """Make a release of a built site and serve it; `keep` releases stay, this one among them.

    None stays that the way back has passed over: it leads to the one that was served before. Nor does one stay that
    holds an article which this one shows as retracted. Where what is served shows one that the site does not, the site
    is refused unless `accept_undo`. `begin` is called once nothing stands in the way, before what may take long.
    Raises Refused, Unfinished, NoPolicy, ForeignDirectory, OSError.
    """
    require_publishable(site)
    known, last = place.releases(), place.current()
    shown, retracted = place.retracted(), retracted_in(site)
    if (undone := shown.get(last, frozenset()) - retracted) and not accept_undo:
        raise Refused(
            f"what is served shows as retracted what this site does not: {listed(undone)}. Bring the content up to date"
            " (git pull), run `portal build`, then publish; if that was undone on purpose, add --accept-undo"
        )
    begin()
    workshop = place.workshop()
    here = release_names(path.name for path in workshop.iterdir())
    name = _name(now, [*known, *here])
    if workshop.resolve().is_relative_to(site.resolve()):
        raise Refused(f"{workshop} is within the site: name a folder beside it")
    before = workshop / (last if last in here else here[-1]) if here else None
    made = workshop / f".{name}"
    for stopped in workshop.glob(".*"):
        shutil.rmtree(stopped)
    copy(site, made)
    compressed = precompress(made, before)
    for path, text in header_files((made / "index.html").read_text(encoding="utf-8")).items():
        (made / FOLDER).mkdir(exist_ok=True)
        (made / path).write_text(text, encoding="utf-8")
    new_headers = not before or before.name != last or (before / NGINX).read_bytes() != (made / NGINX).read_bytes()
    made.rename(workshop / name)
    place.add(name, last)
    place.switch(name)
    holding = {old: held for old in known if (held := retracted - shown.get(old, frozenset()))}
    back = [old for old in known if old <= last and old not in holding]
    staying = back[max(0, len(back) + 1 - keep) :]
    place.remove([old for old in known if old not in staying])
    return Release(name, compressed, new_headers, tuple(holding), tuple(sorted(frozenset().union(*holding.values()))))


def roll_back(place: Place) -> str:
    """Serve the release before the one that is served; its name.

    Raises Refused where there is none, and where that one holds what is shown as retracted now; OSError.
    """
    last = place.current()
    earlier = [name for name in place.releases() if name < last]
    if not earlier:
        raise Refused("there is no earlier release to go back to (publishing a retraction removes those before it)")
    shown = place.retracted()
    if held := shown.get(last, frozenset()) - shown.get(earlier[-1], frozenset()):
        raise Refused(
            f"{earlier[-1]} still holds what is retracted now: {listed(held)}. To go back in all else, take the rest"
            " of the content from git as it was then, run `portal build`, then publish: this also removes that release"
        )
    place.switch(earlier[-1])
    return earlier[-1]


def require_publishable(site: Path) -> None:
    """Raise Refused for a site that is not there or says that it stands on this machine."""
    if not all((site / name).is_file() for name in ("index.html", "404.html")):
        raise Refused(f"there is no site in {site}: run `portal build` first")
    address = canonical_address(site)
    if urlsplit(address).hostname in _HERE:
        raise Refused(
            f"the pages say that they stand at {address or 'no address'}: set PORTAL_SITE_URL, or site_url in"
            " mkdocs.yml, run `portal build`, then publish"
        )


def _name(now: datetime, taken: list[str]) -> str:
    """The time in UTC, later than every release there is: names sort as they came."""
    last = [datetime.strptime(name, _FORMAT).replace(tzinfo=UTC) + timedelta(seconds=1) for name in taken]
    return max([now.astimezone(UTC), *last]).strftime(_FORMAT)


def release_names(names: Iterable[str]) -> list[str]:
    """Those among some names that releases have, oldest first."""
    return sorted(name for name in names if _NAME.fullmatch(name))


class Folder:
    """Releases in a folder of this machine."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else publishes there meanwhile; raises Held, and ForeignDirectory for a folder of another use."""
        if self.root.is_dir() and any(path.name not in (RELEASES, CURRENT, ".lock") for path in self.root.iterdir()):
            raise ForeignDirectory(f"{self.root} holds files that portal did not put there: name an empty folder")
        with held(self.root / ".lock", str(self.root)):
            yield

    def releases(self) -> list[str]:
        return release_names(path.name for path in self.workshop().iterdir())

    def current(self) -> str:
        link = self.root / CURRENT
        return link.readlink().name if link.is_symlink() else ""

    def retracted(self) -> dict[str, frozenset[str]]:
        return {name: retracted_in(self.workshop() / name) for name in self.releases()}

    def workshop(self) -> Path:
        folder = self.root / RELEASES
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def add(self, name: str, before: str) -> None:
        pass  # made where it stays

    def switch(self, name: str) -> None:
        point(self.root / CURRENT, self.root / RELEASES / name)

    def remove(self, names: list[str]) -> None:
        for name in names:
            shutil.rmtree(self.root / RELEASES / name)
