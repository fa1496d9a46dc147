"""The sitemap (sitemaps.org): every page and the day its content last changed, never that of a build.

Up to WHOLE pages stand in sitemap.xml itself. Of more it is an index of parts, one or several a section, since one new
article should change small files only. Which of its section's parts a page stands in is told by its address alone.
Parts stand at the root: a sitemap may only list what is at or below its own folder.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from xml.sax.saxutils import escape

from generator.library.addresses import site_path

NAME = "sitemap.xml"
WHOLE = 5_000
"""Up to so many pages are listed in one file; the protocol allows 50,000."""

PART = 2_000
"""About so many pages of a section are listed in a part at most."""

_LEVEL = 6
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

Days = Mapping[str, date | None]
"""The pages by their path, and the day the content of each last changed, where it is known."""


def sitemap_files(days: Days, address: str) -> dict[str, Callable[[], bytes]]:
    """How each file is made, by path, with a compressed twin; none without an address, which sitemaps must name."""
    if not address:
        return {}
    parts = sitemap_parts(days)
    made: dict[str, Callable[[], bytes]] = {name: partial(_listing, within, address) for name, within in parts.items()}
    if NAME not in parts:
        made[NAME] = partial(_index, parts, address)
    return made | {f"{name}.gz": partial(_compressed, make) for name, make in made.items()}


def sitemap_parts(days: Days) -> dict[str, Days]:
    """What each file lists, by path; where there are several, the index that lists these is not among them."""
    if len(days) <= WHOLE:
        return {NAME: days}
    sections: dict[str, list[str]] = defaultdict(list)
    for path in sorted(days):
        sections[path.partition("/")[0] if "/" in path else "trang-chu"].append(path)
    parts: dict[str, dict[str, date | None]] = defaultdict(dict)
    for section, paths in sections.items():
        digits = _digits(len(paths))
        for path in paths:
            parts[f"sitemap-{section}{_place(path, digits)}.xml"][path] = days[path]
    return {name: parts[name] for name in sorted(parts)}


def _digits(pages: int) -> int:
    """How many hexadecimal digits tell the parts of a section apart."""
    digits = 0
    while pages > PART * 16**digits:
        digits += 1
    return digits


def _place(path: str, digits: int) -> str:
    """Evenly spread, and the same for a path whatever other pages there are."""
    return f"-{zlib.crc32(path.encode()):08x}"[: 1 + digits] if digits else ""


def _listing(days: Days, address: str) -> bytes:
    entries = (_entry("url", address + site_path(path)[1:], days[path]) for path in sorted(days))
    return _document("urlset", entries)


def _index(parts: Mapping[str, Days], address: str) -> bytes:
    entries = (
        _entry("sitemap", address + name, max((day for day in days.values() if day), default=None))
        for name, days in parts.items()
    )
    return _document("sitemapindex", entries)


def _entry(element: str, url: str, changed: date | None) -> str:
    day = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
    return f"<{element}><loc>{escape(url)}</loc>{day}</{element}>\n"


def _document(root: str, entries: Iterable[str]) -> bytes:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_NAMESPACE}">\n'
    return f"{head}{''.join(entries)}</{root}>\n".encode()


def _compressed(make: Callable[[], bytes]) -> bytes:
    """As gzip, without a file's name and time."""
    target = io.BytesIO()
    with gzip.GzipFile("", "wb", _LEVEL, target, mtime=0) as file:
        file.write(make())
    return target.getvalue()
