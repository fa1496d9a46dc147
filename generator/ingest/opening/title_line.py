"""The title among the lines above an article's lead that nothing else was read from, and which of these are cut."""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.found import Cut
from generator.ingest.opening.captions import is_caption, is_with_credit
from generator.ingest.opening.headline import banners, choose_title, doubled, named_title, unmarked
from generator.ingest.opening.lines import Line

_MENU_ENTRY = 60
_AGAIN = 60
_REPEATED_WITHIN = 3


def read_title(
    lines: Sequence[Line], open_lines: Sequence[int], stamped: int | None, page_title: str | None, *, has_lead: bool
) -> tuple[Line | None, list[Cut]]:
    """The title, if there is one, and the cuts of the other open lines: pictures' texts, banners, repetitions, menus.

    `stamped` is the number of the line that says when it was published.
    """
    slogans = banners(open_lines, lines, stamped)
    pictures = [i for i in open_lines if is_picture(lines, i)]
    if stamped is not None and not any(i < stamped for i in open_lines if i not in pictures and i not in slogans):
        pictures = [i for i in pictures if i != stamped - 1 or lines[i].stops]
    rest = [i for i in open_lines if i not in pictures and i not in slogans]
    chosen = named_title(rest, lines, page_title) if page_title else None
    if chosen is None:
        chosen = choose_title(rest, lines, stamped, captioned=next(iter(pictures), None))
    repeated = [i for i in rest if i != chosen and _told_again(lines, i)]
    cuts = [_cut(lines[i], "caption") for i in pictures] + [_cut(lines[i], "repeat") for i in repeated]
    if chosen is None:
        return None, cuts
    cuts += [_cut(lines[i], "site-header") for i in slogans]
    line = lines[chosen]
    if again := doubled(line.text):
        cuts.append(Cut(line.start, line.start + again, "repeat"))
        line = Line(line.start + again, line.end, line.text[again:])
    title = _with_next(lines, chosen, unmarked(line), rest)
    for i in (i for i in rest if i != chosen and i not in repeated):
        if lines[i].text.strip("•·> ") == title.text:
            cuts.append(_cut(lines[i], "repeat"))
        elif has_lead and i < chosen and len(lines[i].text) <= _MENU_ENTRY and not lines[i].stops:
            cuts.append(_cut(lines[i], "navigation"))
    return title, cuts


def _told_again(lines: Sequence[Line], i: int) -> bool:
    """Whether one of the next lines begins with all that a line tells."""
    told = lines[i].text.rstrip(" .…")
    return len(told) >= _AGAIN and any(
        line.text.startswith(told) and not is_with_credit(line) for line in lines[i + 1 : i + 1 + _REPEATED_WITHIN]
    )


def _with_next(lines: Sequence[Line], i: int, title: Line, open_lines: Sequence[int]) -> Line:
    """A title in capitals with the line right below it that goes on in capitals."""
    following = lines[i + 1] if i + 1 in open_lines else None
    if following and title.text.isupper() and following.text.isupper() and following.start - title.end <= 2:
        return Line(title.start, following.end, f"{title.text} {following.text}")
    return title


def is_picture(lines: Sequence[Line], i: int) -> bool:
    """Whether line number `i`, above the second paragraph, describes a picture; the first line only as a sentence.

    A credit makes a sentence of it.
    """
    line = lines[i]
    if not is_caption(line, punctuated=False):
        return False
    return (line.stops or is_with_credit(line)) if i == 0 else line.text != lines[0].text


def _cut(line: Line, why: str) -> Cut:
    return Cut(line.start, line.end, why)
