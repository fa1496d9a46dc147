"""What an occasion is called: the words of its name, and our own name for it."""

from __future__ import annotations

import re

from generator.ingest.events.naming import at_place, province_name, tidy, without_province
from generator.ingest.events.scenes import Scene
from generator.ingest.events.words import DAY, HEAD, NAME_END
from generator.ingest.found import Span
from generator.text import upper_first

_LONGEST = 150
_TRIES = 5
QUOTED = re.compile(r"\s*[“\"]([^“”\"]{4,140})[”\"](?:\s*[,-]?\s*((?:lần thứ \w+\s*)?(?:năm\s+20\d\d)?))?")
_RESPONSE = re.compile(rf"(hưởng|chào)\s+(?:ứng|mừng)\s+(?={DAY})")
_PROVINCE_WORD = re.compile(r"\s+(?:của\s+)?(?:tỉnh|thành phố)\Z", re.IGNORECASE)
_OPENING = re.compile(r"\s+(?:cho|để|nhằm)(?=\s)")
_DANGLING = re.compile(r"(?:\A|\s+)(?:và|của|về|hoặc)\Z", re.IGNORECASE)
_AND_ALSO = re.compile(r"\s+và\s+(?=\w)")
_LASTING = ("tháng", "tuần", "chiến dịch", "phong trào", "ngày hội")


def name_of(scene: Scene, end: int) -> tuple[str, int]:
    """The words that name an occasion behind its head, which ends at `end`, and where they end."""
    limit = min(scene.span.end, end + _LONGEST)
    opening = _OPENING.match(scene.folded, end)
    start = opening.end() if opening else end
    stop = NAME_END.search(scene.folded, start, limit)
    if stop and _AND_ALSO.match(scene.folded, stop.start()) and not scene.folded[start : stop.start()].strip():
        stop = NAME_END.search(scene.folded, stop.end() + 1, limit)
    position = stop.start() if stop else limit
    words = _DANGLING.sub("", scene.text[end:position].strip())
    quoted = QUOTED.match(scene.text, position)
    if quoted and len(words.split()) <= 6:
        return " ".join(filter(None, (words, quoted[1].strip(" .,"), (quoted[2] or "").strip()))), quoted.end()
    return words, end + len(scene.text[end:position].rstrip()) - (len(scene.text[end:position].strip()) - len(words))


def fuller_name(scene: Scene, word: str, start: int) -> tuple[Scene, Span, str] | None:
    """The earlier sentence that gives a name to what is only „Tuần lễ" or „Hội thi", where it does, and its head."""
    story, position = scene.story, start
    for _ in range(_TRIES):
        position = scene.folded.rfind(word, 0, position)
        if position < 0:
            return None
        earlier = Scene(story, story.passage.sentence_at(position), (), None)
        head = HEAD.match(scene.folded, position)
        tail, end = name_of(earlier, head.end() if head else position + len(word))
        if len(tail.split()) >= 2:
            return earlier, Span(position, end), " ".join(head[0].split()) if head else word
    return None


def response_in(scene: Scene, span: Span) -> re.Match[str] | None:
    """Where a name says that something is held for a yearly day: „hưởng ứng Ngày Chuyển đổi số"."""
    return _RESPONSE.search(scene.folded, span.start, span.end)


def our_name(scene: Scene, span: Span, word: str, kind: str, province: str | None) -> tuple[str, str]:
    """The event's name and kind: a response to a yearly day is named by the province and what it does."""
    said = tidy(_PROVINCE_WORD.sub("", scene.text[span.start : span.end]))
    place = province_name(scene.story, province) if province else None
    if word.startswith("ký") and place:
        return f"{place} {said[0].lower()}{said[1:]}", kind
    response = response_in(scene, span)
    if not response or place is None:
        title = said.partition(" ")[2].removeprefix("trình ")
        if word == "chương trình" and place and title.startswith(place):
            return title, kind
        return at_place(scene, said, province), kind
    if word.startswith(_LASTING):
        return f"{place} phát động {upper_first(without_province(said, place))}", kind
    days = without_province(tidy(scene.text[response.end() : span.end]), place)
    if response[1] == "chào":
        return f"{place} chào mừng {days}", kind
    if "phát động" in scene.folded[max(scene.span.start, span.start - 25) : span.start + 14]:
        return f"{place} phát động hưởng ứng {days}", "ceremony"
    return f"{place} hưởng ứng {days}", kind
