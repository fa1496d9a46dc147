"""Occasions: conferences, ceremonies, campaigns, contests and courses, by what they are called.

Corpus seen: provincial portals and papers 2020–2026. An occasion is told where a day governs it and a verb says that it
takes place; without a day only where the first sentence of a story names it, or where its own name has a year.
"""

from __future__ import annotations

import re

from generator.ingest.events.actors import Actor, actor_before, is_mere_venue, own_province, province_in
from generator.ingest.events.naming import tidy
from generator.ingest.events.occasion_names import QUOTED, fuller_name, name_of, our_name, response_in
from generator.ingest.events.scenes import Scene
from generator.ingest.events.words import DAY, HELD_AFTER, HELD_BEFORE, OCCASIONS, OF_THE_NATION
from generator.ingest.found import EventFound, Sense, Span
from generator.text import fold_case, upper_first

_BACKGROUND = re.compile(
    r"(?<!\w)(?:kết quả|tại|sau|trước|từ|phát biểu tại|kết luận|trong khuôn khổ|thông qua|kết thúc|bên lề|tham mưu|việc"
    r"|qua các|các|những|nhiều|một số|mỗi|từng|công tác|kế hoạch|nội dung|về|báo cáo|không|trung tâm|phòng|nhà)"
    r"\s+(?:việc\s+|tổ chức\s+|mở\s+|\d+\s+|một\s+)?\Z"
)
_LIST_ITEM = re.compile(r"\d\s*:\s*\Z")
_RESPONDS_TO = re.compile(r"hưởng\s+ứng\s+[“\"]?\Z")
_THE_NEXT = re.compile(r"(?:tiếp theo|kế tiếp|thứ \w+)")
_VERBS = ("tập huấn", "ra quân")
_THEMED = re.compile(
    r"[\s,]*(?:\([^()\n]{2,60}\)\s*)?(?:có|mang|với|lấy)\s+chủ\s+đề\s*(?:là\s*)?:?\s*[“\"][^“”\"\n]{4,160}[”\"]\s*,?(?=\s*(?:sẽ\s+)?(?:được\s+)?(?:diễn|tổ|khai)\s)"
)
_NEAR = 25
_FAR = 160
_NAMED = 3
_FULL = 4
"""How many words behind the head make a name, and one that stands for itself behind „tại"."""
_AT = re.compile(r"(?<!\w)tại\s+(?:(?:buổi|một|các)\s+)?\Z")
_WITHIN = re.compile(r"(?<!\w)trong\s+khuôn\s+khổ\s+\Z")
_JUST_HELD = re.compile(
    r"(?<!\w)vừa\s+(?:phối hợp\s+)?(?:tổ chức|khai mạc|khai giảng|mở|phát động)(?:\s+(?:khai mạc|thành công))?\s+\Z"
)
_JUST_WAS = re.compile(r"[”\"]?\s+(?:đã\s+)?vừa\s+(?:được\s+tổ chức|diễn ra|khai mạc)(?!\w)")
_OF_LATE = re.compile(r"(?<!\w)(?:vừa qua|mới đây)(?!\w)")
_PRIZES = re.compile(r"(?<!\w)((?:tổng\s+kết(?:\s*,|\s+và)\s+)?trao\s+(?:giải|thưởng))\s+\Z")
_HOSTED = re.compile(r"(?<!\w)(?:tại|phối hợp (?:với|cùng))\s[^,;]{0,50}\Z")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_NATION = re.compile(
    rf"(?<!\w)(?:{DAY}{OF_THE_NATION}|chương\s+trình\s+chuyển\s+đổi\s+số\s+quốc\s+gia"
    r"|(quốc gia|toàn quốc|cả nước|việt nam|quốc tế|asean))(?!\w)"
)


def held(scene: Scene, start: int, end: int, word: str, kind: str) -> EventFound | None:
    """The occasion whose head stands at start..end, or None where the sentence only speaks of it."""
    tail, name_end = name_of(scene, end)
    span, words = Span(start, name_end), len(tail.split())
    if kind == "contest":
        return _contest(scene, span, tail)
    response = response_in(scene, span)
    if words < 2 and not response:
        named = _named_before(scene, span, word, kind)
        if named or kind not in ("training", "launch"):
            return named
    if _THE_NEXT.fullmatch(fold_case(tail)):
        return _named_before(scene, span, word, kind)
    if not _can_be_one(scene, Span(start, end), word, kind, response):
        return None
    venue = _AT.search(scene.folded, max(scene.span.start, start - 12), start)
    if response and not venue:
        venue = _WITHIN.search(scene.folded, max(scene.span.start, start - 20), start)
    themed = _THEMED.match(scene.folded, name_end, scene.span.end)
    told_end = themed.end() if themed else name_end
    when = scene.when(start, told_end)
    if when is None and not _is_told_undated(scene, span, words) and not (venue and response and scene.is_lead):
        return None
    if venue and not response and words < _FULL and not scene.has_own_day(name_end):
        return None
    if not venue and not _is_verb(scene, start, word) and not happens(scene, start, told_end):
        return None
    province = province_of(scene, actor_before(scene, start), span)
    name, kind = our_name(scene, span, word, kind, province)
    return scene.event(span, name, kind, province, when)


def _can_be_one(scene: Scene, head: Span, word: str, kind: str, response: re.Match[str] | None) -> bool:
    """Whether a general head („chương trình", „lớp") is called by a name, and a campaign is not only responded to."""
    is_named = QUOTED.match(scene.text, head.end) is not None
    if word == "chương trình":
        return response is not None and (response.start() - head.end < _NEAR or is_named)
    if word == "lớp":
        return is_named
    start = max(scene.span.start, head.start - 14)
    return kind != "campaign" or not _RESPONDS_TO.search(scene.folded, start, head.start)


def _is_told_undated(scene: Scene, span: Span, words: int) -> bool:
    """Whether a named occasion is news of a story's first sentence, which needs no day."""
    return words >= _NAMED and is_just_held(scene, span.start, span.end)


def _is_verb(scene: Scene, start: int, word: str) -> bool:
    """Whether the head itself says what is done: „ký kết …", „Tỉnh đoàn tập huấn …", but not in a list of tasks."""
    before = scene.folded[max(scene.span.start, start - 45) : start]
    if before.rstrip().endswith((",", ":")):
        return False
    return word.startswith("ký") or (word in _VERBS and not _BACKGROUND.search(before))


def _named_before(scene: Scene, span: Span, word: str, kind: str) -> EventFound | None:
    """„Tuần lễ diễn ra từ ngày 4 đến 10/10": the name stands in a sentence before."""
    named = fuller_name(scene, word, span.start) if scene.has_own_day(span.end) else None
    if named is None:
        return None
    earlier, name, head = named
    if head != word:
        word, kind = head, OCCASIONS[head]
    province = province_of(earlier, actor_before(earlier, name.start), name)
    title, kind = our_name(earlier, name, word, kind, province)
    return scene.event(span, title, kind, province, scene.when(span.start, span.end))


def _contest(scene: Scene, span: Span, tail: str) -> EventFound | None:
    """A contest that a day governs, or one with a year in its name, which then is its date."""
    year = _YEAR.search(tail)
    prizes = _PRIZES.search(scene.folded, max(scene.span.start, span.start - 40), span.start)
    when = scene.when(span.start, span.end) if prizes or happens(scene, span.start, span.end) else None
    if when and when.start < scene.span.start:
        when = None
    if len(tail.split()) < _NAMED or (when is None and year is None):
        return None
    province = None if is_national(fold_case(tail)) else own_province(scene, actor_before(scene, span.start))
    name = upper_first(tidy(scene.text[span.start : span.end]))
    if when is None and year:
        provinces = (province,) if province else ()
        return EventFound(start=span.start, end=span.end, name=name, kind="contest", date=year[0], provinces=provinces)
    if prizes and when:
        return scene.event(
            Span(prizes.start(), span.end), f"{upper_first(prizes[1])} {name}", "ceremony", province, when
        )
    return scene.event(span, name, "contest", province, when)


def happens(scene: Scene, start: int, end: int) -> bool:
    """Whether a verb next to start..end says that it takes place, and the words before do not make it background."""
    if (
        scene.has_own_day(end)
        or is_just_held(scene, start, end)
        or _LIST_ITEM.search(scene.folded, max(scene.span.start, start - 30), start)
    ):
        return True
    if is_background(scene, start):
        return False
    near = scene.folded[max(scene.span.start, start - 45) : start]
    if HELD_BEFORE.search(near):
        return True
    return HELD_AFTER.search(scene.folded, end, min(scene.span.end, end + 45)) is not None


def is_background(scene: Scene, start: int) -> bool:
    """Whether the words before a position only refer to what follows: „kết quả hội nghị", „Kế hoạch 77 tổ chức …"."""
    near = max(scene.span.start, start - 45)
    return _BACKGROUND.search(scene.folded, near, start) is not None or scene.paper_in_front(start)


def is_just_held(scene: Scene, start: int, end: int) -> bool:
    """Whether the first sentence of a story tells that start..end was just held: „vừa tổ chức …", „… vừa diễn ra"."""
    near = max(scene.span.start, start - 45)
    return scene.is_lead and bool(
        _JUST_HELD.search(scene.folded, near, start)
        or _JUST_WAS.match(scene.folded, end, scene.span.end)
        or (
            _OF_LATE.search(scene.folded, max(scene.span.start, start - _FAR), start)
            and HELD_BEFORE.search(scene.folded, near, start)
        )
    )


def province_of(scene: Scene, actor: Actor | None, span: Span) -> str | None:
    """The province an occasion belongs to: its holder's, its name's, or its part's; None where it is national."""
    if actor and actor.national:
        return None if is_national(scene.folded[span.start : span.end]) else _host(scene)
    if actor and actor.province:
        return actor.province
    named = province_in(scene, Span(span.start, span.end + 40))
    if named and not (named.start >= span.end and is_mere_venue(scene, named)):
        return named.key
    return None if is_national(scene.folded[span.start : span.end]) else own_province(scene, actor)


def _host(scene: Scene) -> str | None:
    """The province whose story it is, where the sentence says that others meet in it or hold the occasion with it."""
    for named in scene.story.provinces_in(scene.span):
        if named.key == scene.part.province and named.sense is not Sense.OTHER:
            before = scene.folded[max(scene.span.start, named.start - 60) : named.start]
            if _HOSTED.search(before):
                return named.key
    return None


def is_national(folded: str) -> bool:
    """Whether a name, in folded form, says that it is the whole country's; the national day's own name does not."""
    return any(m[1] for m in _NATION.finditer(folded))
