"""The lines below the text of an article that still belong to it: the rest of its main text, who wrote it, when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.ingest.reading.line_words import heads_other_news, is_names, is_posted, is_signed, opens_comments
from generator.ingest.reading.page_lines import Block, Line

_NEAR = 8
_MAX_CHARS = 100
_MAX_BUTTON_CHARS = 30


def closing_lines(lines: Sequence[Line], main: Sequence[bool], block: Block, around: Block) -> Iterator[int]:
    """The numbers of the lines right below `block` that belong to its article; signatures only within `around`."""
    told = {line.text for line in lines[block.first : block.end]}
    signed_until = min(around.end, block.end + _NEAR)
    close = True
    for n in range(block.end, len(lines)):
        line = lines[n]
        if line.text in told or heads_other_news(line.text) or opens_comments(line.text):
            return
        aside = line.aside is not None or (line.is_link and not line.byline)
        goes_on = main[n] and close and not aside
        if goes_on or (n < signed_until and signs(line, alone=close)):
            yield n
        elif n >= signed_until or not (aside or len(line.text) <= _MAX_BUTTON_CHARS):
            return
        else:
            close = close and line.aside is not None


def signs(line: Line, *, alone: bool) -> bool:
    """Whether a line says who wrote an article or when it was put up; a bare name only where it may be `alone`."""
    if line.aside is not None or line.row_of is not None or len(line.text) > _MAX_CHARS:
        return False
    if is_signed(line.text) or (line.byline and alone):
        return True
    return not line.is_link and (is_posted(line.text) or (alone and is_names(line.text)))
