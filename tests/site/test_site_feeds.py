"""Feeds and calendars reach the built site as they were written, and lead to its pages and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from icalendar import Calendar

from tests.site.link_graph import Site
from tests.site.project import Finished

ADDRESS = "http://localhost:8000/"
LINK = "{http://www.w3.org/2005/Atom}link"


def files(folder: Path) -> dict[str, bytes]:
    found = [*folder.rglob("tin.xml"), *folder.rglob("lich.ics")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def addresses(name: str, text: bytes) -> Iterator[str]:
    """Every address of the portal that a feed or calendar names."""
    if name.endswith(".xml"):
        yield from (link.get("href", "") for link in ET.fromstring(text).iter(LINK) if link.get("rel") != "via")
    for component in Calendar.from_ical(text).walk() if name.endswith(".ics") else ():
        yield from (str(component[key]) for key in ("URL", "SOURCE") if key in component)
        yield from re.findall(rf"{ADDRESS}\S+", str(component.get("DESCRIPTION", "")))


def test_feeds_and_calendars_are_part_of_the_site(built: tuple[Path, Finished]) -> None:
    written = files(built[0] / "build" / "docs")
    assert {"tin.xml", "lich.ics", "tinh/bac-kan/tin.xml", "tinh/bac-kan/lich.ics"} < written.keys()
    assert files(built[0] / "build" / "site") == written


def test_they_lead_to_pages_and_paragraphs_of_the_site(built: tuple[Path, Finished], site: Site) -> None:
    written = files(built[0] / "build" / "site")
    lost = []
    for name, text in written.items():
        for address in addresses(name, text):
            path, _, anchor = address.removeprefix(ADDRESS).partition("#")
            page = site.pages.get(f"{path}index.html")
            if path not in written and (page is None or (anchor and anchor not in page.ids)):
                lost.append(f"{name}: {address}")
    assert lost == []


def test_pages_name_their_feed_and_calendar(built: tuple[Path, Finished], site: Site) -> None:
    written = files(built[0] / "build" / "site")
    named = set()
    for file, page in site.pages.items():
        if file != "404.html":
            links = [r.address for r in page.references if (r.element, r.rel) == ("link", "alternate")]
            named |= {site.target(site.resolve(file, address))[0] for address in links}
    assert {name for name in written if "/" not in name or name.startswith("tinh/")} <= named
