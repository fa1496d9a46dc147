"""What a number counts: the label, unit and qualifier of a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.found import Span
from generator.ingest.measures.numerals import parse_number
from generator.ingest.measures.words import FIGURE_WORDS
from generator.ingest.story import Story
from generator.text import upper_first
from generator.vocabulary import QUALIFIERS

_UNITS: dict[str, str] = FIGURE_WORDS["nouns"]
_NOUNS = "|".join(re.escape(n) for n in sorted(_UNITS, key=lambda n: (-len(n), n)))
_PLACES = frozenset(FIGURE_WORDS["places"])
_BARE = frozenset(FIGURE_WORDS["bare"])
_QUALIFIER = re.compile(rf"(?<!\w)({'|'.join(QUALIFIERS)})(?: (?:là|có|tới|đến))?\s*\Z")
_CHANGE = re.compile(
    r"(?:tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn|vượt)(?: (?:trưởng|thêm|khoảng|gần|trên|hơn|bình quân))*\s*\Z"
)
_NAMED_NEXT = re.compile(r"[^,.;:()\n]{0,40}?\s*(?::|(?:là|gồm|bao gồm|gồm có|như)(?= ))")
_FEW_TO_NAME = 20
_OF_RANKING = re.compile(r"dẫn đầu|đứng đầu|đứng cuối|cao nhất|thấp nhất|xếp hạng|tiếp theo")
_RANKED = re.compile(r"(?<!\w)(?:xếp|hạng|thứ|vị trí|bảng)\s*\Z")
_ALL_PROVINCES = (34, 63)
_STOP = re.compile(rf"(?:{FIGURE_WORDS['stops']})\Z")
_GOES_ON = re.compile(rf"(?:{FIGURE_WORDS['goes_on']})\Z")
_WORD = re.compile(r"[^\s,.;:()–\[\]!?…“”\"]+|[,.;:()–\[\]!?…\n“”\"]")
_LONGEST = 9
_LONGEST_RATE = 14
_REACH = 400
_RATE = re.compile(
    rf"(?<!\w)(?P<of>tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng) (?P<what>[^,.;:()\n]{{3,90}}?)"
    rf"(?= (?:{FIGURE_WORDS['rate_ends']})(?!\w)|\s*\()"
)
_ANOTHER = re.compile(r";(?! (?:đến|năm|tháng|quý|trong|\d+ tháng)(?!\w))")
_REACHES = re.compile(
    r"(?<!\w)(?:đạt|là|chiếm|lên|còn|ở mức|mức)"
    r"(?: (?:tới|đến|mức|tỷ lệ|tỉ lệ|xuống|khoảng|gần|hơn|trên|ít nhất|được))*\s*\Z"
)
_TIME = r"(?:(?:năm|trong|chỉ|đã|mới|hiện|cũng)\s[^,.;:()\n]{0,30}?)?"
_REACHED_BY = re.compile(
    rf"(?<!\w)(?<!\d )(?P<what>(?:{_NOUNS})(?!\w)[^,.;:()\n]{{0,80}}?) {_TIME}(?:đạt|chiếm)\s[^,.;:()\n]{{0,14}}\Z"
)
_SHARE = re.compile(rf"\s(?:số |tổng số |các )?({_NOUNS})(?!\w)")
_SHARE_END = re.compile(r"[,.;:()\n]")
_MONEY = re.compile(
    rf"(?<!\w)(?P<what>{FIGURE_WORDS['money']}(?!\w)[^.;:()\n]{{0,70}}?)(?: (?:năm|trong)\s[^,.;:()\n]{{0,30}}?)?"
    r"(?: (?:đạt|là|khoảng|trên|hơn|gần|ước|lên|tới|đến|với))* ?\Z"
)
_BARE_MONEY = re.compile(rf"(?:{FIGURE_WORDS['bare_money']})\Z")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number at characters start..end with what it counts."""

    start: int
    end: int
    value: float
    unit: str
    label: str
    qualifier: str | None


def read_counted(story: Story, folded: str, sentence: Span, m: re.Match[str]) -> Counted | None:
    """The figure of a match of number and noun, per cent or money; None where it tells nothing by itself."""
    before = folded[max(sentence.start, m.start() - 130) : m.start()]
    qualified = _QUALIFIER.search(before)
    plain = before[: qualified.start()] if qualified else before
    if _CHANGE.search(plain):
        return None
    end, unit, label = m.end(), "%", None
    if m["percent"]:
        label = _rate(story, folded, sentence, m, plain)
    elif m["money"]:
        unit = f"{(m['many'] or '').strip()} {m['money']}".strip()
        label = _spent(plain)
    else:
        unit, end, label = _things(story, folded, sentence, m, plain)
    if label is None:
        return None
    return Counted(m.start(), end, parse_number(m["number"]), unit, label, qualified[1] if qualified else None)


def _things(story: Story, folded: str, sentence: Span, m: re.Match[str], before: str) -> tuple[str, int, str | None]:
    many = f"{m['many'].strip()} " if m["many"] else ""
    if m["measure"]:
        end, label = _phrase(story, folded, m.end(), m.end(), sentence.end)
        return f"{many}{m['measure']}", end, upper_first(label) if label else None
    noun, times = m["noun"], bool(m["times"])
    end, label = _phrase(story, folded, m.start("times") if times else m.start("noun"), m.end("noun"), sentence.end)
    unit = f"{many}{'lượt' if times else _UNITS[noun]}"
    if m["all"]:
        label = f"{label} (trong tổng số {m['all']})"
    told = not (
        _is_named_next(story, folded, m)
        or (parse_number(m["number"]) < 2 and not many)
        or (noun in _BARE and not times and not m["all"] and end == m.end("noun"))
        or _is_ranking(m, noun, label, before)
    )
    return unit, end, upper_first(label) if told else None


def _is_ranking(m: re.Match[str], noun: str, label: str, before: str) -> bool:
    """Whether a number of provinces or bodies is about a ranking: „5 đơn vị dẫn đầu", „xếp 58/63 tỉnh"."""
    if _OF_RANKING.search(label.lower()) or _RANKED.search(before):
        return True
    return noun in _PLACES and parse_number(m["number"]) in _ALL_PROVINCES


def _is_named_next(story: Story, folded: str, m: re.Match[str]) -> bool:
    """Whether the things counted are named right after: the number then tells nothing by itself."""
    if parse_number(m["number"]) < _FEW_TO_NAME and _NAMED_NEXT.match(folded, m.end()):
        return True
    after = story.passage.text[m.end() : m.end() + 3].strip()
    return m["noun"] in _PLACES and after[:1].isupper()


def _phrase(story: Story, folded: str, start: int, noun_end: int, limit: int) -> tuple[int, str]:
    """The end and the words of what is counted: the noun and what follows it closely."""
    end, words, told = noun_end, 0, False
    for m in _WORD.finditer(folded, noun_end, limit):
        word = m[0]
        if not word[0].isalnum() or words >= _LONGEST:
            break
        if _GOES_ON.match(word) and start < noun_end and (words == 0 or not told):
            continue
        if _STOP.match(word):
            break
        end, words, told = m.end(), words + 1, True
    return end, " ".join(story.passage.text[start:end].split())


def _rate(story: Story, folded: str, sentence: Span, m: re.Match[str], before: str) -> str | None:
    """„Tỷ lệ …" told for a number of per cent, before it or after it."""
    start = max(sentence.start, m.start() - _REACH)
    if _REACHES.search(before):
        rates = list(_RATE.finditer(folded, start, m.start()))
        if rates and not _ANOTHER.search(folded, rates[-1].end(), m.start()):
            return upper_first(_as_written(story, rates[-1].start("of"), rates[-1].end("what")))
        offset = max(sentence.start, m.start() - 130)
        told = _REACHED_BY.search(before)
        return f"Tỷ lệ {_as_written(story, offset + told.start('what'), offset + told.end('what'))}" if told else None
    share = _SHARE.match(folded, m.end(), sentence.end)
    if share is None:
        return None
    stop = _SHARE_END.search(folded, share.end(1), sentence.end)
    if stop and stop[0] == "," and not folded[share.end(1) : stop.start()].strip():
        stop = _SHARE_END.search(folded, stop.end(), sentence.end)  # „100% doanh nghiệp, tổ chức sử dụng …"
    words = story.passage.text[share.start(1) : stop.start() if stop else sentence.end].split()
    return f"Tỷ lệ {' '.join(words[:_LONGEST_RATE])}"


def _spent(before: str) -> str | None:
    """What money is told for: „doanh thu kinh tế số"; None for „số tiền" alone."""
    told = _MONEY.search(before)
    what = told["what"].strip() if told else ""
    return upper_first(what) if what and not _BARE_MONEY.match(what) else None


def _as_written(story: Story, start: int, end: int) -> str:
    return " ".join(story.passage.text[start:end].split())
