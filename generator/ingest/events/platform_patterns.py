"""Platforms that no registry knows yet, by how news writes them.

Corpus seen: provincial portals and papers 2020–2026: a head word („nền tảng", „ứng dụng", „phần mềm", „cổng" …), then a
brand, a name in quotation marks or with a capital, an address on the web, or the number of a hotline. „nền tảng số",
„ứng dụng công nghệ", „hệ thống chính trị" name none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.ingest.events.any_of import any_at_start
from generator.ingest.events.brands import WORDS
from generator.ingest.events.platform_titles import branded, described, province_after, quoted, titled, words_of_name
from generator.ingest.found import Span
from generator.ingest.passage import Passage

_KINDS: dict[str, str] = WORDS["heads"]
_HEAD = re.compile(any_at_start(_KINDS, r"\w“\"", r"(?=[\s“\":)])") + r"|s(?<=[“\"]s)ổ tay(?=\s)")
_LAUNCHED = re.compile(
    r"(?<!\w)(?:công bố|khai trương|ra mắt|khánh thành|vận hành|đưa vào (?:sử dụng|hoạt động|vận hành))"
    r"\s+(?:chính thức\s+)?\Z"
)
_ADDRESS = re.compile(
    r"[\s:(“\"]{0,3}(?:(?:thông tin(?: điện tử)?|web|tại|là|có|truy cập|tên miền|điện tử)[\s:]{1,2}){0,4}"
    r"(?:https?://)?(?:www\.)?((?:[a-z0-9][a-z0-9-]{0,40}\.){1,4}vn)(?![\w@])"
)
_NUMBER = re.compile(r"\s+(?:số\s+)?(1022|1[89]00[ .]?\d{3,6}|1\d{2})(?![\d/])")
_ACCOUNT = re.compile(r"(?:kênh\s+)?zalo\s+(?:official\s+account|oa)(?=\s)(?:\s+của(?=\s))?|kênh\s+zalo(?=\s)")
_PROCEDURES = re.compile(
    r"hệ thống thông tin giải quyết (?:thủ tục hành chính|tthc)\s+(?:của )?(?:tỉnh|thành phố)(?!\w)"
)
_OF_PROVINCE = re.compile(
    r"cổng\s+(?:dữ liệu(?:\s+mở)?|dịch vụ công(?:\s+trực tuyến)?|(?:thông tin\s+)?du lịch(?:\s+thông minh)?)"
    r"\s+(?:của\s+)?(?:tỉnh|thành phố)(?=\s)"
)
_NAMED_WITH_IT = ("trợ lý ảo", "ioc", "sổ tay")
_PLACE = re.compile(r"\s+(?:tỉnh|thành phố|huyện|thị xã|quận|tp)(?![\w])")
_CENTRE = re.compile(r"trung tâm (?:giám sát,? (?:và )?)?điều hành[^,.;()]{0,40} \(ioc\)\Z")
_OF = re.compile(r"\s+(?:của\s+)?(?:tỉnh|thành phố|tp\.?)(?=\s)")
_ONLY_AN_ADDRESS = frozenset(("trang", "website", "địa chỉ", "cẩm nang"))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A platform as written: its name (`of_province`: the province's name belongs behind it), kind and place."""

    span: Span
    name: str
    kind: str
    of_province: bool = False


def new_platforms(passage: Passage) -> Iterator[Pattern]:
    """Platforms by their pattern, in the order of the text; some are the registry's."""
    for m in _HEAD.finditer(passage.folded):
        head = Span(m.start(), m.end())
        word = " ".join(m[0].split())
        if word == "tổng đài":
            found = _hotline(passage, head)
        elif word in ("zalo", "kênh"):
            found = _account(passage, head)
        elif word in _NAMED_WITH_IT:
            found = _with_head(passage, head, word)
        else:
            found = _software(passage, head, word)
        if found:
            yield found


def _software(passage: Passage, head: Span, word: str) -> Pattern | None:
    """„phần mềm bán hàng Shopone", „App Công dân X", „ra mắt nền tảng …"."""
    kind = _KINDS[word]
    if address := _ADDRESS.match(passage.folded, head.end):
        return Pattern(Span(address.start(1), address.end(1)), address[1], "website")
    if title := quoted(passage, head.end):
        return Pattern(*title, kind) if word not in ("hệ thống", "địa chỉ") else None
    if word == "cổng" and (gate := _gate(passage, head)):
        return gate
    if word in _ONLY_AN_ADDRESS:
        return None
    if word == "hệ thống" and (found := _PROCEDURES.match(passage.folded, head.start)):
        name = " ".join(passage.text[found.start() : found.end()].split())
        return Pattern(Span(found.start(), found.end()), name[0].upper() + name[1:], kind)
    if brand := branded(passage, head.end):
        return Pattern(*brand, kind)
    if word in ("app", "ứng dụng") and (title := titled(passage, head, "App" if word == "app" else None)):
        return Pattern(*title, kind)
    if _LAUNCHED.search(passage.folded, max(0, head.start - 40), head.start) and (what := described(passage, head)):
        return Pattern(*what, kind, of_province=True)
    return None


def _gate(passage: Passage, head: Span) -> Pattern | None:
    """„Cổng dữ liệu mở tỉnh Bình Dương"."""
    found = _OF_PROVINCE.match(passage.folded, head.start)
    end = found and province_after(passage, found.end())
    if not end:
        return None
    name = " ".join(passage.text[head.start : end].split()).replace(" của ", " ")
    return Pattern(Span(head.start, end), name[0].upper() + name[1:], "website")


def _with_head(passage: Passage, head: Span, word: str) -> Pattern | None:
    """„Trợ lý ảo Sông Phố", „Trung tâm IOC tỉnh Ninh Bình", „Sổ tay thôn bản số": the head belongs to the name."""
    if word == "ioc":
        return _centre(passage, head)
    if word == "sổ tay":
        title = quoted(passage, head.start - 1, within=True)
        return Pattern(*title, _KINDS[word]) if title else None
    end = province_after(passage, head.end)
    if end is None:
        return None
    return Pattern(Span(head.start, end), f"Trợ lý ảo {' '.join(passage.text[head.end : end].split())}", _KINDS[word])


def _centre(passage: Passage, head: Span) -> Pattern | None:
    """„Trung tâm IOC tỉnh Ninh Bình", „Trung tâm điều hành đô thị thông minh (IOC)"."""
    full = _CENTRE.search(passage.folded, max(0, head.start - 90), head.end + 1)
    if full:
        place = _PLACE.match(passage.folded, full.end())
        named = province_after(passage, place.end()) if place else None
        end = named or (place.end() if place else full.end())
        name = " ".join(passage.text[full.start() : end].split())
        return Pattern(Span(full.start(), end), name[0].upper() + name[1:], "system", place is not None and not named)
    of = _OF.match(passage.folded, head.end)
    named = province_after(passage, of.end()) if of else None
    if named is None:
        return None
    name = " ".join(passage.text[head.end : named].split())
    return Pattern(Span(head.start, named), f"Trung tâm IOC {name}", "system")


def _hotline(passage: Passage, head: Span) -> Pattern | None:
    """„tổng đài 1022"."""
    found = _NUMBER.match(passage.folded, head.end)
    return Pattern(Span(head.start, found.end(1)), f"tổng đài {found[1]}", "hotline") if found else None


def _account(passage: Passage, head: Span) -> Pattern | None:
    """„Zalo Official Account Chuyển đổi số tỉnh X": the account's own title belongs to the name."""
    found = _ACCOUNT.match(passage.folded, head.start)
    if not found:
        return None
    title = quoted(passage, found.end()) or words_of_name(passage, found.end())
    if not title:
        return None
    return Pattern(Span(head.start, title[0].end), f"Zalo Official Account {title[1]}", "zalo")
