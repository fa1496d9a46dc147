"""Numbers of documents: where a text names a document by its number, and the number's normal form.

Sources: Nghị định 30/2020/NĐ-CP, phụ lục I and III (number/kind-issuer), the law on legal documents
(number/year/kind-issuer), Hướng dẫn 36-HD/VPTW (number-kind/issuer); corpus seen: portals and papers 2016–2026,
which shorten, space and mistype them.

The normal form keeps the convention of the text („57-NQ/TW" is not „57/NQ-TW") and leading zeros, and drops what is
only typing: spaces, kinds of dashes, letter case („QĐ-TTG"), Ð for Đ, a missing stroke („QD-TTg"). A number without
a symbol stays bare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.ingest.documents.symbols import GAP, Symbol, symbol_at
from generator.ingest.documents.words import (
    ALSO_VERBS,
    CODES,
    COUNTED,
    ISSUERS,
    KIND_OF_SHORT_WORD,
    KIND_OF_WORD,
    OTHER_PAPERS,
    PLAINLY_NUMBERED,
    longest_first,
    symbol_key,
)
from generator.ingest.passage import Passage

_NUMBER = re.compile(
    r"\d(?<![\w/.,-]\d)(?<!\d:\d)\d{0,5}(?:[a-zđ]?(?![\d.,]\d)(?!\w)|(?=(?:qđ|qd|nq|nđ|kh|ct|kl)[-/]))"
)
_YEAR = re.compile(rf"(?:{GAP}/{GAP}|-)((?:19|20)\d\d)(?!\d|[a-zđ]\b)")
_KIND_BEFORE = re.compile(
    rf"(?<!\w)(?P<kind>{longest_first(KIND_OF_WORD)}|{longest_first(w.lower() for w in KIND_OF_SHORT_WORD)})"
    r"(?P<number>\s*[,(]?\s*số(?:\s+hiệu)?)?\s*:?\s*\Z"
)
_OTHER_PAPER_BEFORE = re.compile(rf"(?<!\w)(?:{longest_first(OTHER_PAPERS)})\s+số\s*:?\s*\Z")
_ONLY_NUMBER_BEFORE = re.compile(r"(?<!\w)số\s*:?\s*\Z")
_LAW_BEFORE = re.compile(r"(?<!\w)(bộ luật|luật|pháp lệnh|nghị quyết)(?!\w)")
_COUNTED = re.compile(
    rf"\s+(?!năm\s+(?:19|20)\d\d)(?:{longest_first(COUNTED)})(?!\w)|\s+ngày(?!\s*\d)|\s*%|\s*+(?:[-–/]\s*+)?\d"
)
_GOES_ON = re.compile(
    r"\s*(?:\Z|[,.;:)”\"’…/|]|\n)|\s+(?:của|ngày|về|và|hoặc|hay|do|được|đã|này|nói|nêu|trên|phê|ban|là|với|năm\s+(?:19|20)\d\d|"
    r"quy|tại|để|thì|có|cho|mà|trong|từ|sửa|thay|vừa|mới|cũng|yêu|ra|ký|liên|nhằm|thực|thí|đến|sẽ|khi|theo|chưa|không|lấy|[“\"(–-])"
)
_AS_A_NOUN = re.compile(
    r"(?<!\w)(?:theo|bằng|tại|ký|hủy|huỷ|ra|trong|hiện|căn\s+cứ|tinh\s+thần|dung|thu\s+hồi|thi\s+hành|phản\s+đối)\s+\Z"
)
_NEXT_OF_LIST = re.compile(r"\s*(?:,\s*và|,|;|và|hoặc|hay)\s+(?:số\s+)?(\d{1,5})(?!\w)(?!\s*[./%-]\s*\d)")
_LAST_SYLLABLES = frozenset(word.split()[-1].lower() for word in (*KIND_OF_WORD, *KIND_OF_SHORT_WORD)) | {"số", "hiệu"}
_NOT_NUMBERED_BARE = frozenset(
    {"Dự án", "Phương án", "Chiến lược", "Quy hoạch", "Hợp đồng", "Luật", "Bộ luật", "Hiến pháp"}
)
_CAPITAL_FIRST = frozenset({"Chương trình", "Thông báo", "Báo cáo", "Hướng dẫn", "Biên bản"})
_CARRIERS = frozenset({"Quyết định", "Nghị định", "Nghị quyết", "Thông tư"})
_CARRIED = frozenset({"Hợp đồng", "Đề án", "Dự án", "Chương trình", "Kế hoạch", "Quy hoạch", "Chiến lược", "Quy chế"})
_BEFORE, _LAW_REACH = 60, 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A document named by number at start..end, with the word for its kind before it; `codes` are its symbol."""

    start: int
    end: int
    kind: str
    written: str
    number: str
    codes: tuple[str, ...] = ()
    kind_inferred: bool = False


def find_numbers(passage: Passage) -> Iterator[Numbered]:
    """Every document named by number, in order."""
    taken = 0
    for m in _NUMBER.finditer(passage.folded):
        start, end = m.span()
        if start < taken:
            continue
        for found in _read(passage, start, end):
            taken = found.end
            yield found


def _read(passage: Passage, start: int, end: int) -> Iterator[Numbered]:
    year = _YEAR.match(passage.folded, end)
    symbol = symbol_at(passage, year.end() if year else end)
    if symbol and (found := _with_symbol(passage, start, end, year[1] if year else None, symbol)):
        yield found
    elif _trigger_before(passage.folded, start):
        yield from _bare(passage, start, end, year)


def _trigger_before(folded: str, start: int) -> bool:
    words = folded[max(0, start - 12) : start].replace(":", " ").split()
    return bool(words) and words[-1] in _LAST_SYLLABLES


def _with_symbol(passage: Passage, start: int, end: int, year: str | None, symbol: Symbol) -> Numbered | None:
    first, alone = symbol_key(symbol.codes[0]), len(symbol.codes) == 1
    if _OTHER_PAPER_BEFORE.search(passage.folded, max(0, start - 24), start):
        return None
    word = _kind_before(passage, start)
    named = word is not None or _ONLY_NUMBER_BEFORE.search(passage.folded, max(0, start - 8), start) is not None
    if not named and (alone or (first not in CODES and (first not in ISSUERS or symbol.dashed_first))):
        return None
    if symbol.dashed_first and first not in CODES:
        return None
    kind = (word and word[1]) or CODES.get(first) or _kind_of_law(passage, start, first)
    if kind in _CARRIED and CODES.get(first) in _CARRIERS:
        kind = CODES[first]
    if kind is None and word is None and first not in ISSUERS:
        return None
    written = passage.text[start : symbol.end]
    return Numbered(
        start=word[0] if word else start,
        end=symbol.end,
        kind=kind or "Công văn",
        written=written,
        number=f"{passage.text[start:end]}{'/' + year if year else ''}{symbol.normal}",
        codes=symbol.codes,
        kind_inferred=kind is None,
    )


def _kind_of_law(passage: Passage, start: int, code: str) -> str | None:
    """The last law or resolution named before a number of the National Assembly, whose symbol tells no kind."""
    if not code.endswith("qh"):
        return None
    before = passage.folded[max(0, start - _LAW_REACH) : start]
    names = _LAW_BEFORE.findall(before)
    return KIND_OF_WORD[names[-1]] if names else "Luật" if code == "qh" else "Pháp lệnh"


def _kind_before(passage: Passage, start: int) -> tuple[int, str | None, bool] | None:
    """Where the word for the kind before a number begins, the kind, and whether „số" stands between."""
    low = max(0, start - _BEFORE)
    m = _KIND_BEFORE.search(passage.folded[low:start])
    if m is None:
        return None
    word = " ".join(m["kind"].split())
    at = low + m.start()
    if word not in KIND_OF_WORD:
        written = passage.text[at : at + len(word)]
        return (at, KIND_OF_SHORT_WORD[written], bool(m["number"])) if written in KIND_OF_SHORT_WORD else None
    return at, KIND_OF_WORD[word], bool(m["number"])


def _bare(passage: Passage, start: int, end: int, year: re.Match[str] | None) -> Iterator[Numbered]:
    word = _kind_before(passage, start)
    if word is None or word[1] is None:
        return
    at, kind, told_number = word
    assert kind is not None
    last = year.end() if year else end
    if not _may_be_bare(passage, at, kind, told_number, start, last):
        return
    number = passage.text[start:end] + (f"/{year[1]}" if year else "")
    yield Numbered(start=at, end=last, kind=kind, written=passage.text[start:last], number=number)
    while m := _NEXT_OF_LIST.match(passage.folded, last):
        last = m.end()
        if not _GOES_ON.match(passage.folded, last) or _COUNTED.match(passage.folded, last) or symbol_at(passage, last):
            return
        yield Numbered(start=m.start(1), end=last, kind=kind, written=m[1], number=m[1])


def _may_be_bare(passage: Passage, at: int, kind: str, told_number: bool, start: int, end: int) -> bool:
    digits = passage.text[start:end]
    capital = passage.text[at].isupper()
    if kind in _NOT_NUMBERED_BARE or (kind in _CAPITAL_FIRST and not (capital and told_number)):
        return False
    if len(digits) > 5 and digits.isdecimal():
        return False
    if _COUNTED.match(passage.folded, end) or passage.folded[end : end + 1] == "/":
        return False
    if told_number:
        return True
    if len(digits) == 4 and 1945 <= int(digits if digits.isdecimal() else 0) <= 2050:
        return False
    if kind in PLAINLY_NUMBERED:
        return True
    if kind not in ALSO_VERBS or not _GOES_ON.match(passage.folded, end):
        return False
    return capital or (kind != "Kế hoạch" and _AS_A_NOUN.search(passage.folded, max(0, at - 12), at) is not None)
