"""What a number of per cent is of: „tỷ lệ … đạt N%", „N% hộ dân có …", „… chiếm N% GRDP", „…, đạt tỷ lệ N%".

A rate told again for another time („năm 2021 … 6,1% thì … 93,6%") or level („bộ, ngành đạt 61%") keeps its name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.documents.target_phrases import lower_first
from generator.ingest.measures.figure_frame import Before, Frame
from generator.ingest.measures.figure_things import tale_end
from generator.ingest.measures.words import FIGURE_WORDS
from generator.text import upper_first

_REACHES = re.compile(
    r"(?P<filler>(?:\s(?:hiện|nay|chỉ|đã|mới|cũng|đều|ước|được|vẫn|tiếp|tục|tăng|nâng|giảm|bình quân|trung bình)){0,6})"
    rf"\s(?P<verb>{FIGURE_WORDS['rate_ends']})"
    r"(?:\s(?:tới|đến|mức|tỷ lệ|tỉ lệ|xuống|khoảng|gần|hơn|trên|được|lên|đóng góp)){0,4}\s{0,9}\Z"
)
_WEAK_VERBS = ("là", "còn", "tới", "đến")
_RATE = re.compile(r"(?<!\w)(?:tỷ|tỉ) (?:lệ|trọng)\s(?!này|trên|đó|trung bình)")
_REACHED_TOO = re.compile(r"\s(?:đạt|tăng|giảm)(?!\w)")
_BREAK = re.compile(r"[;:.](?!\d)")
_CLAUSE = re.compile(r"[,;:–](?!\d)|(?<!\w)(?:trong đó|còn|riêng|và)(?!\w)")
_FILLER = re.compile(rf"(?<!\w)(?:{FIGURE_WORDS['rate_fillers']}|\d[\d/.-]*)(?!\w)")
_LEVEL = re.compile(rf"(?:{FIGURE_WORDS['levels']})\Z")
_OF_LEVEL = re.compile(rf"\s(?:của )?(?:{FIGURE_WORDS['levels']})\Z")
_OPENING = re.compile(r"(?:(?:nếu như|nếu|đơn cử là|đặc biệt|đến nay|hiện nay|hiện|còn|riêng)\s+)+", re.IGNORECASE)
_NO_SUBJECT = re.compile(rf"(?:{FIGURE_WORDS['no_subject']})(?!\w)|[\W\d_]")
_GROWTH = re.compile(r"(?<!\w)(?:tăng|giảm|tốc độ|tăng trưởng|điểm|chỉ số|lãi suất|kế hoạch|mục tiêu|chỉ tiêu)(?!\w)")
_PRODUCT = re.compile(r"\s?(?:của )?(?P<of>grdp|gdp|tổng sản phẩm)(?!\w)")
_AFTER_COUNT = re.compile(
    r"[\s,(–-]{0,5}(?:đều )?(?:đạt|chiếm|tương đương|bằng)(?: (?:tỷ lệ|tỉ lệ|gần|hơn|trên|khoảng)){0,3}\s{0,9}\Z"
)
_COMPARED_TO = re.compile(r"\s(?P<what>(?:kế hoạch|dân số|tổng số|diện tích|số)(?:\s[^\s,.;:()]+){0,8})")
_SHARE = re.compile(rf"\s(?:(?:số|tổng số|các) )?(?!(?:{FIGURE_WORDS['no_share']})(?!\w))(?P<what>[^\W\d_])")
_SHARE_END = re.compile(r"[,.;:()–…](?!\d)")
_TELLS = re.compile(rf"(?<!\w)(?:{FIGURE_WORDS['tells']})(?!\w)")
_DONE = re.compile(rf"(?<!\w)(?P<done>{FIGURE_WORDS['done']}|sử dụng)(?: được| thành công)?\s*\Z")
_BEFORE_TIME = re.compile(r"(?:(?:\A|\s+)(?:trong|đến|tính|hết|cuối|năm|vào|của|tháng|quý|ngày|cả))*\s*\Z")
_LONGEST_SHARE, _LONGEST_NAME, _SHORT, _REACH_BACK = 26, 28, 4, 60


@dataclass(frozen=True, slots=True)
class Rate:
    """The name of a rate: `label` for the one number, `base` for those told after it."""

    label: str
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """The figure before: where it ends, its rate if it was one, what was counted if things were."""

    end: int
    rate: Rate | None = None
    things: str | None = None


def read_rate(frame: Frame, start: int, end: int, before: Before, last: Told) -> Rate | None:
    """The rate of the per cent at start..end; None where the text does not say what it is of."""
    if last.things is not None and _AFTER_COUNT.match(frame.between(last.end, start)[-_REACH_BACK:]):
        return _of_things(frame, end, last.things)
    reaches = _REACHES.search(before.text)
    if reaches is None:
        return _share(frame, end, before)
    floor = max(0, last.end - before.start)
    named = _named_rate(frame, before, floor, reaches.start())
    if named is not None:
        return Rate(named, named)
    rest = _without_times(frame, before, floor, reaches.start())
    if last.rate is not None and last.rate.base and (not rest or _LEVEL.match(rest)):
        return Rate(f"{_OF_LEVEL.sub('', last.rate.base)} ({rest})" if rest else last.rate.label, last.rate.base)
    if reaches["verb"] in _WEAK_VERBS or "tăng" in reaches["filler"]:
        return None
    subject = _subject(frame, before, floor, reaches.start())
    return _of_subject(frame, end, subject, reaches["verb"]) if subject is not None else None


def _named_rate(frame: Frame, before: Before, floor: int, end: int) -> str | None:
    """„Tỷ lệ …" told since the figure before, without the time it is told for."""
    named = list(_RATE.finditer(before.text, floor, end))
    if not named or _BREAK.search(before.text, named[-1].end(), end):
        return None
    words = _timeless(frame, before, named[-1].start(), end)
    if _REACHED_TOO.search(words):
        return None
    return upper_first(words) if 2 < len(words.split()) <= _LONGEST_NAME else None


def _subject(frame: Frame, before: Before, floor: int, end: int) -> str | None:
    """The subject of „đạt", „chiếm": the clause before it, if that is one by itself."""
    breaks = list(_CLAUSE.finditer(before.text, floor, end))
    start = breaks[-1].end() if breaks else floor
    if breaks and breaks[-1][0] == "," and _goes_on(frame, before, floor, breaks[-1].start()):
        return None
    what = _without_times(frame, before, start, end)
    if len(what.split()) < 2 or _NO_SUBJECT.match(what) or _GROWTH.search(what) or _LEVEL.match(what):
        return None
    return upper_first(_OPENING.sub("", _timeless(frame, before, start, end), count=1))


def _goes_on(frame: Frame, before: Before, floor: int, at: int) -> bool:
    """Whether the words before a comma are more than the time or source, so that the subject is a longer one."""
    opening = _BREAK.split(before.text[floor:at])[-1]
    words = _without_times(frame, before, at - len(opening), at)
    return len(words.split()) > _SHORT and not words.startswith(("theo ", "qua "))


def _of_subject(frame: Frame, end: int, subject: str, verb: str) -> Rate | None:
    product = _PRODUCT.match(frame.folded, end, frame.sentence.end)
    if product is not None:
        of = frame.written(product.start("of"), product.end("of"))
        share = f"Tỷ trọng {lower_first(subject)} trong {of}"
        return Rate(share, share)
    if verb == "đóng góp":
        return None
    compared = _COMPARED_TO.match(frame.folded, end, frame.sentence.end)
    if compared is not None:
        return Rate(f"{subject} so với {frame.written(compared.start('what'), compared.end('what'))}")
    return Rate(subject, subject)


def _of_things(frame: Frame, end: int, things: str) -> Rate:
    """„…, đạt tỷ lệ N%" after a count; „đạt N% kế hoạch", „đạt N% dân số"."""
    compared = _COMPARED_TO.match(frame.folded, end, frame.sentence.end)
    if compared is not None:
        return Rate(f"{things} so với {frame.written(compared.start('what'), compared.end('what'))}")
    return Rate(f"Tỷ lệ {lower_first(things)}")


def _timeless(frame: Frame, before: Before, start: int, end: int) -> str:
    """Words as they are written, without the first date among them and the small words before it."""
    low, high = before.start + start, before.start + end
    for date in frame.dates:
        if low <= date.start and date.end <= high:
            small = _BEFORE_TIME.search(
                before.text, max(start, date.start - before.start - 40), date.start - before.start
            )
            head = frame.written(low, before.start + small.start() if small else date.start)
            return f"{head} {frame.written(date.end, high)}".strip()
    return frame.written(low, high).removesuffix(" hiện nay").removesuffix(" hiện").removesuffix(" đến nay")


def _without_times(frame: Frame, before: Before, start: int, end: int) -> str:
    """What is left of some folded words without dates and the small words around them."""
    text = before.text
    for date in frame.dates:
        low, high = date.start - before.start, date.end - before.start
        if start <= low and high <= end:
            text = text[:low] + " " * (high - low) + text[high:]
    return " ".join(_FILLER.sub(" ", text[start:end]).split()).strip(" ,;:")


def _share(frame: Frame, end: int, before: Before) -> Rate | None:
    """„N% hộ dân có …": the things and what they have, or what was done with them."""
    limit = frame.limit(end)
    share = _SHARE.match(frame.folded, end, limit)
    if share is None:
        return None
    start = share.start("what")
    name_end, tells = _share_name(frame, start, limit)
    if tells is not None:
        told = tale_end(frame, tells, limit, _LONGEST_SHARE)
        return Rate(f"Tỷ lệ {frame.written(start, told)}") if told is not None else None
    done = _DONE.search(before.text)
    words = frame.written(start, name_end)
    if done is None or not 2 <= len(words.split()) <= _LONGEST_NAME:
        return None
    return Rate(f"Tỷ lệ {words} được {done['done']}")


def _share_name(frame: Frame, start: int, limit: int) -> tuple[int, int | None]:
    """Where the name of the things of a share ends („cán bộ, công chức …"), and where what they have begins."""
    end = begun = start
    for _ in range(4):
        stop = _SHARE_END.search(frame.folded, end, limit)
        end = stop.start() if stop else limit
        tells = _TELLS.search(frame.folded, start + 1, end)
        if tells is not None:
            return end, tells.start()
        if stop is None or stop[0] != "," or len(frame.folded[begun:end].split()) > _SHORT + 1:
            break
        end += 1
        begun = end
    return end, None
