"""Which lines of a page are its article: the block that holds the main text, its title, and what belongs to both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from generator.ingest.found import PageMeta
from generator.ingest.reading.closing import closing_lines, signs
from generator.ingest.reading.headline import find_headline, is_same, letters
from generator.ingest.reading.line_words import heads_other_news, is_dated, is_posted, names_a_site, opens_comments
from generator.ingest.reading.page_lines import Block, Line, Page

_RUNNING = 60
_LONG = 200
_LEAST = 100
_NEAR_TITLE = 6
_GAP = 15
_LINKS_TOLD = frozenset({"p", "td", "tr"})
_LEAVES = frozenset({"p", "li", "ul", "ol", "tr", "dd", "dt", "tbody", "h1", "h2", "h3", "blockquote"})
_TELLING, _NEAR, _FAR = 25, 200, 5_000
_STOPS = re.compile(r"[.!?…][”\"’)\]]*\Z")


@dataclass(frozen=True, slots=True)
class ArticleLines:
    """The lines of an article, the other lines of its page, and the title where it is one of the lines."""

    kept: list[Line]
    left_out: list[Line]
    title: str | None


def article_lines(page: Page, main_text: str, meta: PageMeta) -> ArticleLines | None:
    """The article of a page, given its main text as a library sees it (may be empty); None where there is none."""
    lines = page.lines
    main = _marked(lines, main_text)
    running = _running(lines, main)
    if running is None:
        return None
    block = _block_of(page, running)
    for line in lines:
        if line.aside is not None and line.aside.holds(block):
            line.aside = None
    prose = _prose(lines, running, block)
    title = find_headline(lines, block, prose[0], meta)
    kept = _kept(page, main, block, prose, title) or set(prose)
    chosen = [lines[n] for n in sorted(kept)]
    left_out = [line for n, line in enumerate(lines) if n not in kept]
    if title is None and meta.title and not names_a_site(meta.title) and not is_same(meta.title, chosen[0].text):
        chosen.insert(0, Line(meta.title, "h1"))
    return ArticleLines(chosen, left_out, lines[title].text if title is not None else None)


def _marked(lines: list[Line], main_text: str) -> list[bool]:
    """Which lines the main text holds: as a line of its own, or right after what was found last."""
    haystack = ""
    ends: dict[str, int] = {}
    for main_line in map(letters, main_text.splitlines()):
        haystack += main_line
        ends.setdefault(main_line, len(haystack))
    position, marked = 0, []
    for line in lines:
        told = "" if line.is_link and line.tag not in _LINKS_TOLD else letters(line.text)
        reach = _NEAR if len(told) < _TELLING else _FAR
        found = haystack.find(told, position, position + len(told) + reach) if told else -1
        if found >= 0:
            position = found + len(told)
        elif len(told) >= _TELLING and told in ends:
            found = position = ends[told]
        marked.append(found >= 0)
    return marked


def _running(lines: list[Line], main: list[bool]) -> list[bool] | None:
    """The lines that run on: long ones and data rows of the main text, else all of it, else any.

    A line that comes again runs on the first time only: some pages hold their article for wide and for small screens.
    """
    first = {line.text: n for n, line in reversed(list(enumerate(lines))) if not line.is_link}
    words = [first.get(line.text) == n for n, line in enumerate(lines)]
    long = [w and (len(li.text) >= _RUNNING or li.row_of is not None) for w, li in zip(words, lines, strict=True)]
    ways = (
        [m and is_long for m, is_long in zip(main, long, strict=True)],
        [m and w for m, w in zip(main, words, strict=True)],
        [is_long and not line.aside for is_long, line in zip(long, lines, strict=True)],
    )
    return next((w for w in ways if sum(len(li.text) for li, r in zip(lines, w, strict=True) if r) >= _LEAST), None)


def _block_of(page: Page, running: list[bool]) -> Block:
    """The innermost block that holds four fifths of the running text."""
    weights = (len(line.text) if r else 0 for line, r in zip(page.lines, running, strict=True))
    sums = [0, *accumulate(weights)]
    blocks = [b for b in page.blocks if (sums[b.end] - sums[b.first]) * 5 >= sums[-1] * 4 and b.tag not in _LEAVES]
    return blocks[-1] if blocks else page.blocks[0]


def _prose(lines: list[Line], running: list[bool], block: Block) -> list[int]:
    """The numbers of the lines of a block that can be nothing but its text: sentences, long lines, rows of data."""
    ran = [(n, lines[n]) for n in range(block.first, block.end) if running[n]]
    sure = [n for n, li in ran if li.row_of is not None or len(li.text) >= _LONG or _STOPS.search(li.text)]
    return sure or [n for n, _ in ran]


def _kept(page: Page, main: list[bool], block: Block, prose: list[int], title: int | None) -> set[int]:
    """The numbers of the lines of an article whose main text is in `block`, its sentences on the lines `prose`."""
    lines, around = page.lines, _around(page, block, title)
    below = ((n, lines[n].text) for n in range(prose[0] + 1, block.end))
    ends = (n for n, text in below if opens_comments(text) or (n > prose[-1] and heads_other_news(text)))
    tail = next(ends, block.end)
    kept = {n for n in range(block.first, tail) if _belongs(lines[n], main[n]) and not _announces(lines, n)}
    kept |= _opening(lines, main, title, block.first)
    above = range(max(around.first, block.first - _NEAR_TITLE), block.first)
    kept |= {n for n in above if signs(lines[n], alone=lines[n].byline)}
    if tail == block.end:
        kept.update(closing_lines(lines, main, block, around))
    if title is not None:
        kept = {n for n in kept if n >= title} | {title} | _above_title(page, title, around)
    return kept


def _around(page: Page, block: Block, title: int | None) -> Block:
    """The innermost block that holds another one, and more: the title where there is one."""
    told = Block("", min(block.first, block.first if title is None else title), block.end)
    holding = (b for b in reversed(page.blocks) if b.holds(told) and (b.first < block.first or b.end > block.end))
    return next(holding, page.blocks[0])


def _belongs(line: Line, marked: bool) -> bool:
    if line.is_link:
        teaser = line.text.startswith((">", "»")) or heads_other_news(line.text)
        return (marked and line.tag in _LINKS_TOLD and not line.aside and not teaser) or line.byline
    return not line.aside or (marked and len(line.text) >= _TELLING)


def _announces(lines: list[Line], n: int) -> bool:
    """Whether a line only announces the links after it."""
    return n + 1 < len(lines) and lines[n + 1].is_link and heads_other_news(lines[n].text)


def _opening(lines: list[Line], main: list[bool], title: int | None, first: int) -> set[int]:
    """Lines between the title and the block of the text, or the lines of the main text right before it."""
    if title is not None and title < first:
        near = first - title <= _GAP
        return {
            n
            for n in range(title + 1, first)
            if _belongs(lines[n], main[n]) and (near or main[n] or is_posted(lines[n].text))
        }
    kept, n = set(), first - 1
    while n >= 0 and main[n] and not lines[n].is_link:
        kept.add(n)
        n -= 1
    return kept


def _above_title(page: Page, title: int, around: Block) -> set[int]:
    """Lines close above the title that say when the article was put up; a bare date only within its own block."""
    own = around.first if around is not page.blocks[0] else title
    near = ((n, page.lines[n]) for n in range(max(0, title - _NEAR_TITLE), title))
    return {n for n, li in near if not li.is_link and (is_posted(li.text) or (n >= own and is_dated(li.text)))}
