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
_ROOT = "trang-chu"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

Days = Mapping[str, date | None]
"""The pages by their path, and the day the content of each last changed, where it is known."""


def sitemap_files(days: Days, address: str) -> dict[str, Callable[[], bytes]]:
    """How each file is made, by path, with a compressed twin; none without an address, which sitemaps must name."""
    if not address:
        return {}
    if len(days) <= WHOLE:
        made: dict[str, Callable[[], bytes]] = {NAME: partial(listing, days, address)}
    else:
        parts = sitemap_parts(days)
        made = {name: partial(listing, within, address) for name, within in parts.items()}
        made[NAME] = partial(index, newest_days(parts), address)
    return made | {f"{name}.gz": partial(_compressed_twin, make) for name, make in made.items()}


def section_of(path: str) -> str:
    """The section that a page belongs to: its first folder, "" for pages at the root."""
    return path.partition("/")[0] if "/" in path else ""


def newest_days(parts: Mapping[str, Days]) -> dict[str, date | None]:
    """The last change of anything that a part lists, by part: all that the index tells of it."""
    return {name: max((day for day in days.values() if day), default=None) for name, days in parts.items()}


def sitemap_parts(days: Days) -> dict[str, Days]:
    """What each part lists, by path, from the pages of whole sections."""
    sections: dict[str, list[str]] = defaultdict(list)
    for path in sorted(days):
        sections[section_of(path)].append(path)
    parts: dict[str, dict[str, date | None]] = defaultdict(dict)
    for section, paths in sections.items():
        digits = _digits(len(paths))
        for path in paths:
            parts[f"sitemap-{section or _ROOT}{_place(path, digits)}.xml"][path] = days[path]
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


def listing(days: Days, address: str) -> bytes:
    """The file that lists these pages."""
    entries = (_entry("url", address + site_path(path)[1:], days[path]) for path in sorted(days))
    return _document("urlset", entries)


def index(parts: Days, address: str) -> bytes:
    """The file that lists the parts, by the newest day of each."""
    entries = (_entry("sitemap", address + name, parts[name]) for name in sorted(parts))
    return _document("sitemapindex", entries)


def _entry(element: str, url: str, changed: date | None) -> str:
    day = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
    return f"<{element}><loc>{escape(url)}</loc>{day}</{element}>\n"


def _document(root: str, entries: Iterable[str]) -> bytes:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_NAMESPACE}">\n'
    return f"{head}{''.join(entries)}</{root}>\n".encode()


def compressed(content: bytes) -> bytes:
    """As gzip, without a file's name and time."""
    target = io.BytesIO()
    with gzip.GzipFile("", "wb", _LEVEL, target, mtime=0) as file:
        file.write(content)
    return target.getvalue()


def _compressed_twin(make: Callable[[], bytes]) -> bytes:
    return compressed(make())
