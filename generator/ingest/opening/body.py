"""What is not the article between its first and its last paragraph: captions, boxes of other articles, repetitions."""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.found import Cut
from generator.ingest.opening.captions import (
    is_caption,
    is_credit,
    is_image,
    is_list_item,
    is_with_credit,
    may_describe,
)
from generator.ingest.opening.ending import box_of_related
from generator.ingest.opening.lines import SHORT, Line
from generator.ingest.opening.page_lines import is_buttons, opens_related, page_reason

_LONG = 90
_CAPTION = 260
_NAMED = 120
_REPEATED = 60
_REPEATS_SEEN = 200_000


def cuts_within(text: str, lines: Sequence[Line], title: str | None) -> list[Cut]:
    """What is to be cut of the lines of an article, the first of which is its lead.

    A line that repeats the title is what a page calls a picture; the line below it may be the picture's text.
    """
    cuts: list[Cut] = []
    long = [line for line in lines if len(line.text) > _LONG]
    punctuated = 3 * sum(not line.stops for line in long) <= len(long)
    if _told_again(lines):
        cuts.append(Cut(lines[0].start, lines[0].end, "repeat"))
    i = 1
    while i < len(lines):
        why, until = _reason(text, lines, i, punctuated) if len(lines[i].text) <= SHORT else (None, i + 1)
        if why is None and lines[i].text == title:
            why = "repeat"
        elif why is None and lines[i - 1].text == title and may_describe(lines[i], longest=_NAMED):
            why = "caption"
        if why:
            cuts += [Cut(line.start, line.end, why) for line in lines[i:until]]
        i = until
    return cuts


def _told_again(lines: Sequence[Line]) -> bool:
    """Whether the second paragraph tells all of the first, the lead, and goes on."""
    told = lines[0].text.rstrip(" .…")
    return (
        len(told) >= _REPEATED
        and len(lines) > 1
        and len(lines[1].text) > len(told) + 3
        and lines[1].text.startswith(told)
        and not is_with_credit(lines[1])
    )


def _reason(text: str, lines: Sequence[Line], i: int, punctuated: bool) -> tuple[str | None, int]:
    """Why line number `i` is cut, if it is, and the number of the line after what is cut with it."""
    line = lines[i]
    if not line.prose and (rest := opens_related(line)) is not None:
        return "related", i + 1 if rest else box_of_related(lines, i + 1)
    if reason := page_reason(line):
        return reason, i + 1
    if len(line.text) <= _CAPTION and i + 1 < len(lines) and lines[i + 1].text == line.text:
        return "caption", i + 2
    if is_caption(line, punctuated=punctuated) or _is_at_picture(lines, i):
        return "caption", i + 1
    if is_buttons(line):
        return "navigation", i + 1
    return ("repeat" if _repeats(text, line) else None), i + 1


def _is_at_picture(lines: Sequence[Line], i: int) -> bool:
    """Whether a short line stands right below a picture's file name or right above the line that says whose it is."""
    credited = i + 1 < len(lines) and is_credit(lines[i + 1]) and not lines[i].prose
    return (credited or is_image(lines[i - 1])) and may_describe(lines[i])


def _repeats(text: str, line: Line) -> bool:
    """Whether a line repeats what a paragraph says, as a quotation set large does."""
    if len(line.text) < _REPEATED or len(text) > _REPEATS_SEEN or is_list_item(line):
        return False
    words = line.text.strip(" \"“”'‘’.")
    return text.find(words, 0, line.start) >= 0 or (not line.stops and text.find(words, line.end) >= 0)
