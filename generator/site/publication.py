"""Publishing: releases beside each other, a link to the one that is served, and the way back to the one before."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from generator.site.headers import FOLDER, NGINX, canonical_address, header_files
from generator.site.precompressed import precompress
from generator.site.releases import copy, let_all_read
from generator.site.retracted import listed, retracted_in

RELEASES, CURRENT = "releases", "current"
_FORMAT, _NAME = "%Y%m%dT%H%M%SZ", re.compile(r"[0-8][0-9]{7}T[0-9]{6}Z")
_ARRIVING = timedelta(days=1)
"""So long another machine may take to send a release."""
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

    def halves(self) -> list[str]:
        """The names of releases that did not arrive whole, or are still arriving from another machine."""

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
    here, halves = folders_of_releases(workshop), place.halves()
    name = _name(now, [*known, *here, *halves])
    if workshop.resolve().is_relative_to(site.resolve()):
        raise Refused(f"{workshop} is within the site: name a folder beside it")
    before = workshop / (last if last in here else here[-1]) if here else None
    made = workshop / f".{name}"
    for stopped in workshop.glob(".*"):
        if _time(stopped.name[1:]):
            shutil.rmtree(stopped)
    copy(site, made)
    compressed = precompress(made, before)
    for path, text in header_files((made / "index.html").read_text(encoding="utf-8")).items():
        (made / FOLDER).mkdir(exist_ok=True)
        (made / path).write_text(text, encoding="utf-8")
    new_headers = not before or before.name != last or (before / NGINX).read_bytes() != (made / NGINX).read_bytes()
    let_all_read(made)
    made.rename(workshop / name)
    place.add(name, last if last in known else "")
    place.switch(name)
    holding = {old: held for old in known if (held := retracted - shown.get(old, frozenset()))}
    back = [old for old in known if (old <= last or last not in known) and old not in holding]
    staying = back[max(0, len(back) + 1 - keep) :]
    long_ago = (now.astimezone(UTC) - _ARRIVING).strftime(_FORMAT)
    given_up = [half for half in halves if half in here or half < long_ago]
    place.remove([*(old for old in known if old not in staying), *given_up])
    return Release(name, compressed, new_headers, tuple(holding), tuple(sorted(frozenset().union(*holding.values()))))


def roll_back(place: Place) -> str:
    """Serve the release before the one that is served; its name.

    Raises Refused where there is none, and where that one holds what is shown as retracted now; OSError.
    """
    known, last = place.releases(), place.current()
    earlier = [name for name in known if name < last or not last]
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
    last = [time + timedelta(seconds=1) for name in taken if (time := _time(name))]
    return max([now.astimezone(UTC), *last]).strftime(_FORMAT)


def _time(name: str) -> datetime | None:
    """The time that a name says; None for what is no name of a release."""
    with suppress(ValueError):
        if _NAME.fullmatch(name):
            return datetime.strptime(name, _FORMAT).replace(tzinfo=UTC)
    return None


def release_names(names: Iterable[str]) -> list[str]:
    """Those among some names that releases have, oldest first."""
    return sorted(name for name in names if _time(name))


def folders_of_releases(folder: Path) -> list[str]:
    """The releases that stand in a folder, oldest first; links and files that are called so are none."""
    return release_names(path.name for path in folder.iterdir() if path.is_dir() and not path.is_symlink())
