"""What a number of things, people or places counts: its name, and what is told of them where the name alone is bare.

„Tổ công nghệ số cộng đồng" tells enough; „hồ sơ" does with „được tiếp nhận", „xã" with „có sóng 5G", „thành viên"
with the team they are members of, „trạm" with „số trạm BTS toàn tỉnh" before it; else the number is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.documents.target_phrases import lower_first
from generator.ingest.measures.figure_frame import Before, Frame
from generator.ingest.measures.words import FIGURE_WORDS
from generator.text import upper_first

_PLACE = re.compile(rf"(?:{FIGURE_WORDS['places']})\Z")
_CLEAR = re.compile(rf"(?:{FIGURE_WORDS['clear']})\Z")
_WORD = re.compile(r"[^\s,.;:()–\[\]!?…“”\"]+(?:[.,/]\d+)*|[,.;:()–\[\]!?…\n“”\"]")
_STOP = re.compile(rf"(?:{FIGURE_WORDS['stops']})\Z")
_EMPTY = re.compile(rf"(?:{FIGURE_WORDS['empty']})\Z")
_TELLS = re.compile(rf"(?:{FIGURE_WORDS['tells']})(?!\w)")
_TALE_STOP = re.compile(rf"(?:{FIGURE_WORDS['tale_stops']})\Z")
_OF_LEVEL = re.compile(r"(?:ở )?mức(?: độ)? \d(?!\w)")
_OF_PLACE = re.compile(
    r"\s(?:của|thuộc|trên địa bàn|trong|tại|trực thuộc)(?: (?:toàn|các))? (?:tỉnh|thành phố|ubnd tỉnh|huyện|xã|thị xã)"
    r"(?: (?=đã|đều|được|có|đang))?(?!\w)"
)
_AND_OTHERS = re.compile(
    rf"(?:(?:,| và)(?! (?:{FIGURE_WORDS['no_others']})(?!\w))(?: [^\s,.;:()\d]+){{1,4}}?){{1,3}}?"
    rf"(?=(?: (?:trong|trên|của|thuộc)(?: [^\s,.;:()\d]+){{1,3}}?)? (?:{FIGURE_WORDS['tells']})(?!\w))"
)
_SERIES = re.compile(r", \dg(?!\w)")
_OF_WHAT = re.compile(r"\s(?:của|trên|qua|về|cho)\s(?!địa bàn|tổng số|toàn|tỉnh|thành phố|huyện|xã|cả nước|\d)")
_LEFT_OPEN = re.compile(
    r"(?:\s(?:và|hoặc|với|của|cho|trên|trong|tại|ở|từ|đến|qua|vào|để|bằng|các|những|được|đã|theo|về|là|do|có|hơn|gần|khoảng))+\Z"
)
_BEFORE_COUNT = re.compile(r"(?<!\w)(?:có|và|với|hơn|gần|khoảng)\s\Z")
_BY_WHOM = re.compile(r"(?:đã |đều )?được (?:các|những|tỉnh|cơ quan|người)(?: [^\s]+){1,3}")
_DONE = re.compile(
    rf"(?<!\w)(?P<done>{FIGURE_WORDS['done']})(?:(?: và| mới| thêm| được| thành công)"
    r"|(?P<what>(?: [^\s,.;:()]+){0,8}?) cho)?(?: (?:các|tổng cộng|tổng số))?\s*\Z"
)
_NUMBER_OF = re.compile(
    r"(?<!\w)(?P<what>(?:tổng )?(?:số(?: lượng)?) (?!với|liệu|hóa)[^,.;:()]{3,70}?)"
    r" (?:(?:hiện|đã|đang|có|đạt|được) ){0,3}(?:là|đạt|có|:|lên|đến)"
    r"(?: (?:tới|đến|mức))?\s*\Z"
)
_APPLICATION = re.compile(
    r"(?<!\w)(?P<what>(?:ứng dụng|app|nền tảng|trang zalo|trang thông tin|cổng|kênh|zalo|hệ thống) [^,.;:()]{2,50}?)"
    r" (?:(?:hiện|đã|đang|thu hút|có|đạt|với|được|nay|đến|thêm) ?){1,4}\Z"
)
_OF_APPLICATION = ("lượt", "lượt người", "người", "người dân")
_GROUP = re.compile(rf"(?<!\w)(?:{FIGURE_WORDS['groups']})(?!\w)")
_LONGEST_NAME, _LONGEST_TALE, _SHORTEST_NUMBER, _REACH = 9, 14, 4, 600


@dataclass(frozen=True, slots=True)
class Things:
    """What is counted: `label` where it is clear by itself, `name` in any case, up to character `end`."""

    end: int
    name: str
    label: str | None


def read_things(frame: Frame, noun: str, start: int, noun_end: int, before: Before) -> Things:
    """What the noun at start..noun_end counts; `before` are the words before the number and its qualifier."""
    limit = frame.limit(start)
    end, named = _name_end(frame, noun_end, limit)
    place = _PLACE.match(noun) is not None
    name = frame.written(start, end)
    if noun == "thành viên" and not named:
        team = _team(frame, start)
        return Things(end, name, f"Thành viên {lower_first(team)}" if team else None)
    if noun == "tổ":
        return Things(end, name, _team(frame, start))
    application = _application(frame, before)
    told = _tale_end(frame, end, limit)
    if told is not None:
        return Things(told, name, frame.written(start, told))
    if (named and not place) or _CLEAR.match(noun):
        return Things(end, name, f"{name} {application}" if application and noun in _OF_APPLICATION else name)
    if place:
        return Things(end, name, None)
    done = _DONE.search(before.text)
    if done:
        return Things(end, name, f"{name} được {done['done']}{done['what'] or ''}")
    if application:
        return Things(end, name, f"{name} của {application}")
    of_what = _of_what_end(frame, end, limit)
    if of_what is not None:
        return Things(of_what, name, frame.written(start, of_what))
    number = _NUMBER_OF.search(before.text)
    if number and len(number["what"].split()) >= _SHORTEST_NUMBER:
        told_of = frame.written(before.start + number.start("what"), before.start + number.end("what"))
        return Things(end, name, upper_first(told_of))
    return Things(end, name, None)


def _name_end(frame: Frame, noun_end: int, limit: int) -> tuple[int, bool]:
    """The end of the name of what is counted, and whether it has more than the noun."""
    end, words, named, skip = noun_end, 0, False, 0
    for m in _WORD.finditer(frame.folded, noun_end, limit):
        if m.start() < skip:
            continue
        level = _OF_LEVEL.match(frame.folded, m.start(), limit)
        if level:
            end, named, skip = level.end(), True, level.end()
            continue
        word = m[0]
        if (
            not word[0].isalnum()
            or words >= _LONGEST_NAME
            or _STOP.match(word)
            or _TELLS.match(frame.folded, m.start(), limit)
        ):
            break
        end, words, named = m.end(), words + 1, named or not _EMPTY.match(word)
    return end, named


def _tale_end(frame: Frame, name_end: int, limit: int) -> int | None:
    """The end of what is told of the things named: „… đã được cung cấp trực tuyến"."""
    name_end = frame.past_bracket(name_end)
    others = _AND_OTHERS.match(frame.folded, name_end, limit)
    start = others.end() if others else name_end
    place = _OF_PLACE.match(frame.folded, start, limit)
    start = place.end() if place else start
    while start < limit and frame.folded[start] == " ":
        start += 1
    if not _TELLS.match(frame.folded, start, limit):
        return None
    told = tale_end(frame, start, limit, _LONGEST_TALE)
    if told is None or all(_EMPTY.match(w) for w in frame.folded[start:told].split()):
        return None
    return told


def tale_end(frame: Frame, start: int, limit: int, longest: int) -> int | None:
    """The end of a clause of at most so many words; None where it has fewer than two."""
    ends = [start]
    cut = False
    for m in _WORD.finditer(frame.folded, start, limit):
        word = m[0]
        if _SERIES.match(frame.folded, m.start(), limit):
            continue
        cut = word[0].isalnum() and len(ends) > longest
        next_count = word[0].isdigit() and _BEFORE_COUNT.search(frame.folded, start, m.start())
        if cut or next_count or not word[0].isalnum() or (_TALE_STOP.match(word) and len(ends) > 1):
            break
        ends.append(m.end())
    if cut:
        while len(ends) > 2 and not _STOP.match(frame.folded[ends[-2] : ends[-1]].strip()):
            ends.pop()
    end = ends[-1]
    left_open = _LEFT_OPEN.search(frame.folded, start, end)
    end = left_open.start() if left_open else end
    if len(frame.folded[start:end].split()) < 2 or _BY_WHOM.fullmatch(frame.folded, start, end):
        return None
    return end


def _of_what_end(frame: Frame, end: int, limit: int) -> int | None:
    """The end of „… của học sinh", „… trên Cổng dịch vụ công" after a bare noun."""
    m = _OF_WHAT.match(frame.folded, end, limit)
    if m is None:
        return None
    name_end, _ = _name_end(frame, m.end(), limit)
    return name_end if name_end > m.end() else None


def _application(frame: Frame, before: Before) -> str | None:
    """The application that is told to have what is counted."""
    told = _APPLICATION.search(before.text)
    if told is None:
        return None
    return lower_first(frame.written(before.start + told.start("what"), before.start + told.end("what")))


def _team(frame: Frame, start: int) -> str | None:
    """The kind of team named last in the paragraph."""
    paragraph = frame.story.passage.paragraph_at(start)
    last = None
    for last in _GROUP.finditer(frame.folded, max(paragraph.start, start - _REACH), start):  # noqa: B007
        pass
    return frame.written(last.start(), last.end()) if last is not None else None
