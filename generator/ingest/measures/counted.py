"""What a number counts: the label, unit and qualifier of a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.documents.target_phrases import lower_first
from generator.ingest.measures.figure_frame import Before, Frame
from generator.ingest.measures.figure_rates import Rate, Told, read_rate
from generator.ingest.measures.figure_things import Things, read_things
from generator.ingest.measures.numerals import NUMBER, parse_number
from generator.ingest.measures.words import FIGURE_WORDS
from generator.ingest.word_starts import word_starts
from generator.text import upper_first
from generator.vocabulary import QUALIFIERS

_UNITS: dict[str, str] = FIGURE_WORDS["nouns"]
_PLACE = re.compile(rf"(?:{FIGURE_WORDS['places']})\Z")
_QUALIFIER = re.compile(rf"({word_starts(QUALIFIERS)})(?: (?:là|có|tới|đến))?\s*\Z")
_CHANGES = ("tăng", "giảm", "cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "vượt", "rút ngắn", "tiết kiệm")
_CHANGE = re.compile(
    rf"(?:{word_starts(_CHANGES)})"
    r"(?: (?:trưởng|thêm|khoảng|gần|trên|hơn|bình quân|được|mức|tới))*\s*\Z"
)
_NAMED_NEXT = re.compile(r"[^,.;:()\n]{0,40}?\s*(?::|(?:là|gồm|bao gồm|gồm có|như)(?= ))")
_FEW_TO_NAME = 20
_OF_RANKING = re.compile(r"dẫn đầu|đứng đầu|đứng cuối|cao nhất|thấp nhất|xếp hạng|tiếp theo")
_RANKED = re.compile(r"(?<!\w)(?:xếp|hạng|thứ|vị trí|bảng)\s*\Z")
_ALL_PROVINCES = (34, 63)
_MANY = re.compile(r"\A(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ) ")
_FEWEST = 3
_PER = re.compile(r"/(?P<people>(?:1\.?000|100|10\.000|một vạn|vạn) (?:người )?dân)(?!\w)")
_MONEY = re.compile(
    rf"(?<!\w)(?P<what>{FIGURE_WORDS['money']}(?!\w)[^.;:()\d\n]{{0,70}}?)"
    r"(?: (?:năm|trong|tính)\s[^,.;:()\n]{0,30}?)?"
    r"(?: (?:đạt|là|khoảng|trên|hơn|gần|ước|lên|tới|đến|với)| ?:)* ?\Z"
)
_RAISED = re.compile(
    r"[^;.()\d]{0,60}?(?<!\w)nâng (?:tổng )?(?:số|tổng)(?: [^\s,;.()\d]+){0,6}? lên (?:(?:tới|đến|con số|thành) )?"
    rf"(?:(?P<qualifier>{'|'.join(QUALIFIERS)}) )?(?P<number>{NUMBER})(?P<many> (?:triệu|nghìn|ngàn))?"
    r"(?P<noun> [^\s,;.()\d]+)?"
)
_BARE_MONEY = re.compile(rf"(?:{FIGURE_WORDS['bare_money']})\Z")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number at characters start..end with what it counts; no `label` where it tells nothing by itself.

    `things` and `rate` are what the numbers after it may go on with; `undated`: the dates before it are not its own.
    """

    start: int
    end: int
    value: float
    unit: str
    label: str | None
    qualifier: str | None
    things: Things | None = None
    rate: Rate | None = None
    undated: bool = False


def read_counted(frame: Frame, m: re.Match[str], last: Counted | None) -> Counted | None:
    """The figure of a match of number and noun, per cent or money, after the one before in its sentence."""
    before = frame.before(m.start())
    qualified = _QUALIFIER.search(before.text)
    plain = Before(before.text[: qualified.start()], before.start) if qualified else before
    if _CHANGE.search(plain.text):
        return None
    qualifier, value, many = qualified[1] if qualified else None, parse_number(m["number"]), (m["many"] or "").strip()
    if m["percent"]:
        rate = _rate(frame, m, plain, last)
        return Counted(m.start(), m.end(), value, "%", rate.label if rate else None, qualifier, rate=rate)
    if m["money"]:
        unit = f"{many} {m['money']}".strip()
        return Counted(m.start(), m.end(), value, unit, _spent(frame, m.end(), plain), qualifier)
    things = _things(frame, m, plain)
    unit = m["measure"] or ("lượt" if m["times"] else _UNITS[m["noun"]])
    label = upper_first(things.label) if things.label and _is_told(frame, m, plain, things) else None
    if label and m["all"]:
        label = f"{label} (trong tổng số {m['all']})"
    return Counted(m.start(), things.end, value, f"{many} {unit}".strip(), label, qualifier, things=things)


def read_raised(frame: Frame, added: Counted) -> Counted | None:
    """„…, nâng tổng số lên 1,02 triệu" after what was added; its name is that of the things added."""
    if added.label is None or added.things is None:
        return None
    m = _RAISED.match(frame.folded, added.end, frame.limit(added.start))
    if m is None or (m["noun"] and not added.unit.endswith(m["noun"].strip())):
        return None
    unit = f"{m['many'] or ''} {_MANY.sub('', added.unit)}".strip()
    label = f"Tổng số {lower_first(added.label)}"
    return Counted(m.start("number"), m.end(), parse_number(m["number"]), unit, label, m["qualifier"], undated=True)


def _things(frame: Frame, m: re.Match[str], before: Before) -> Things:
    if m["measure"]:
        things = read_things(frame, m["measure"], m.end("measure"), m.end("measure"), Before("", m.start()))
        return Things(things.end, things.name, things.name or None)
    per = _PER.match(frame.folded, m.end(), frame.sentence.end)
    if per:
        return Things(per.end(), "", f"{upper_first(m['noun'])} trên {per['people']}")
    noun, start = (f"lượt {m['noun']}", "times") if m["times"] else (m["noun"], "noun")
    return read_things(frame, noun, m.start(start), m.end("noun"), before)


def _rate(frame: Frame, m: re.Match[str], before: Before, last: Counted | None) -> Rate | None:
    if last is None:
        return read_rate(frame, m.start(), m.end(), before, Told(frame.sentence.start))
    things = last.label if last.things is not None else None
    return read_rate(frame, m.start(), m.end(), before, Told(last.end, last.rate, things))


def _is_told(frame: Frame, m: re.Match[str], before: Before, things: Things) -> bool:
    """Whether the number says how many there are: not few that are named next, nor a place in a ranking."""
    value, many = parse_number(m["number"]), bool(m["many"])
    if _is_named_next(frame, m) or (value < _FEWEST and not many and not m["all"] and things.name):
        return False
    if m["noun"] and (_OF_RANKING.search((things.label or "").lower()) or _RANKED.search(before.text)):
        return False
    return not (m["noun"] and _PLACE.match(m["noun"]) and value in _ALL_PROVINCES and not m["all"])


def _is_named_next(frame: Frame, m: re.Match[str]) -> bool:
    """Whether the things counted are named right after: the number then tells nothing by itself."""
    if parse_number(m["number"]) < _FEW_TO_NAME and _NAMED_NEXT.match(frame.folded, m.end(), frame.sentence.end):
        return True
    after = frame.story.passage.text[m.end() : m.end() + 3].strip()
    return bool(m["noun"]) and _PLACE.match(m["noun"]) is not None and after[:1].isupper()


def _spent(frame: Frame, end: int, before: Before) -> str | None:
    """What money is told for: „doanh thu kinh tế số"; None for „số tiền" alone."""
    told = _MONEY.search(before.text)
    what = told["what"].strip() if told else ""
    if told is None or _BARE_MONEY.match(what) or frame.folded.startswith("/", end):
        return None
    offset = before.start + told.start("what")
    return upper_first(frame.written(offset, offset + len(what)))
