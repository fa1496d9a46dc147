"""Which line of a page is the headline of its article: as the metadata has it, else the best heading above the text.

The name of the site, which older portals give every page for a title, is no headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.found import PageMeta
from generator.ingest.reading.line_words import heads_other_news, is_posted, is_signed, names_a_site
from generator.ingest.reading.page_lines import Block, Line
from generator.text import fold

_NO_LETTER = re.compile(r"[\W_]+")
_STOPS = re.compile(r"[.…;:,]\W{0,3}\Z")
_LEAST_WORDS = 5
_SHORT_WORDS = 3
_SURE = 4
_NEAR = 8
_MAX_CHARS = 250
_MAX_BOLD_CHARS = 160
_TOLD_PARTLY = 15
_MENU = 4
_FAR_ABOVE = 40
_RANKS = {"h1": 4, "h2": 3, "h3": 2, "h4": 2, "h5": 1, "h6": 1}
_HEADINGS = frozenset({"h1", "h2", "h3"})


def find_headline(lines: Sequence[Line], block: Block, prose: int, meta: PageMeta) -> int | None:
    """The number of the line that is the headline of the article in `block`, whose running text begins at `prose`."""
    shown = _shown(lines, block, meta.title)
    if shown is not None and not names_a_site(lines[shown].text):
        return shown
    doubtful = meta.title is None or names_a_site(meta.title)
    start = _area(lines, prose)
    for first, least in ((start, 1 if doubtful else 2), (0, _SURE)):
        ranks = {n: _rank(lines[n]) + (n == shown) for n in range(first, prose) if n == shown or _may_be(lines[n])}
        best = max(ranks, key=lambda n: (ranks[n], -n), default=None)
        if best is not None and ranks[best] >= least:
            return best
    if shown is not None:
        return shown if prose - _NEAR <= shown else None
    short = (n for n in reversed(range(start, prose)) if lines[n].tag == "h1" and not lines[n].is_link)
    return next((n for n in short if len(lines[n].text.split()) >= _SHORT_WORDS), None) if doubtful else None


def is_same(title: str, text: str) -> bool:
    """Whether a line is the title, or all of it but the name of a site at its end."""
    named, told = letters(fold(title)), letters(fold(text))
    return bool(told) and (named == told or (len(told) > _TOLD_PARTLY and named.startswith(told)))


def letters(text: str) -> str:
    """A text without spaces and punctuation."""
    return _NO_LETTER.sub("", text)


def _shown(lines: Sequence[Line], block: Block, title: str | None) -> int | None:
    """The line that tells the metadata's title: the last heading before the text that does, else the nearest line."""
    if not title:
        return None
    near = [n for n, line in enumerate(lines[: block.end]) if 10 <= len(line.text) <= len(title) + 20]
    same = [n for n in near if is_same(title, lines[n].text)]
    same = [n for n in same if not lines[n].aside] or same
    headings = [n for n in same if lines[n].tag in _HEADINGS and n <= block.first]
    return max(headings) if headings else min(same, key=lambda n: abs(n - block.first), default=None)


def _area(lines: Sequence[Line], prose: int) -> int:
    """Where the part of the page above the text begins that may hold its headline: below the last menu."""
    links = 0
    for n in range(prose - 1, max(0, prose - _FAR_ABOVE) - 1, -1):
        links = links + 1 if lines[n].is_link else 0
        if links == _MENU and lines[n].tag != "h1":
            return n + _MENU
    return max(0, prose - _FAR_ABOVE)


def _may_be(line: Line) -> bool:
    text = line.text
    if len(text) > _MAX_CHARS or line.aside or line.byline or line.row_of is not None:
        return False
    if (line.is_link and line.tag != "h1") or len(text.split()) < _LEAST_WORDS or _STOPS.search(text):
        return False
    return not (is_posted(text) or is_signed(text) or heads_other_news(text))


def _rank(line: Line) -> int:
    """How much looks like a headline in a line: its tag, the names in the page's code, bold letters."""
    bold = line.bold and len(line.text) <= _MAX_BOLD_CHARS
    return _RANKS.get(line.tag, 0) + 2 * line.titled + bold - 2 * names_a_site(line.text)
