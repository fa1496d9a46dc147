"""Lines that name the organ or paper a page is of: „SỞ NỘI VỤ" above „TỈNH QUẢNG NGÃI", „Báo Lâm Đồng điện tử".

Source: Decree 30/2020/NĐ-CP, annex II (capitals of organs' names); corpus seen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.ingest.opening.words import alternatives, folded_table, words
from generator.text import fold, fold_case

_ORGANS = {fold_case(organ): organ for organ in reversed(words("organs"))}
_UNITS = "tỉnh|thành phố|tp\\.?|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu"
_ORGAN = re.compile(
    rf"(?P<site>(?:cổng|trang)\s+(?:thông\s+tin\s+điện\s+tử|ttđt|tin\s+điện\s+tử|thông\s+tin)(?:\s+của)?\s+)?"
    rf"(?P<organ>{alternatives(_ORGANS)})(?:\s+(?P<unit>{_UNITS}))?(?:\s+(?P<place>\S.{{1,30}}))?"
)
_ABOVE = re.compile(r"(?<=\w)(?:\s*[,–-]\s*|\s+)(?P<unit>tỉnh|thành phố)\s+(?P<place>[\w –-]{2,30})$")
_PAPER = re.compile(r"(?:báo|thời\s+báo|tạp\s+chí|đài)(?P<electronic>\s+điện\s+tử)?(?P<rest>(?:\s+[^\W\d_]+){1,5})")
_SMALL_WORDS = frozenset({"điện", "tử", "và", "online", "báo", "chí"})
_HOUSES = folded_table("houses")
_DATELINE = re.compile(r"\(?([^\W\d_][\w.\s]{1,24}?)\)?\s*[-–—]\s+(?=\S)")
_OWN_DOMAIN = re.compile(r"bao([a-z]{4,20})\.vn")


def organ_named(text: str, provinces: Mapping[str, str]) -> str | None:
    """The name of the organ, portal or paper that a text is, in its own capitals; None where it says anything else.

    `provinces` gives the proper name of each folded one.
    """
    text = " ".join(text.split())
    if len(text) > 120:
        return None
    folded = fold_case(text)
    if (above := _above(folded)) and (province := provinces.get(above["place"])):
        below = organ_named(text[: above.start()], provinces)
        return f"{below} {above['unit']} {province}" if below else None
    if m := _ORGAN.fullmatch(folded):
        place = _place_name(text, m, provinces)
        if m["place"] and not place:
            return None
        parts = (text[: m.end("site")].strip().capitalize() if m["site"] else "", _ORGANS[" ".join(m["organ"].split())])
        return " ".join(p for p in (*parts, m["unit"] if place else "", place) if p)
    if (m := _PAPER.fullmatch(folded)) and _all_capitalised(text.split()):
        first, *rest = text.split()
        small = [w.lower() if w.lower() in _SMALL_WORDS else _upper_first(w, text) for w in rest]
        return " ".join([first.capitalize(), *small])
    return None


def _above(folded: str) -> re.Match[str] | None:
    """The province that stands behind the name of one of its organs."""
    return _ABOVE.search(folded) if "tỉnh" in folded or "thành phố" in folded else None


def joined_organ(texts: Sequence[str], provinces: Mapping[str, str]) -> tuple[str, int] | None:
    """The organ that one, two or three lines together name, and how many of them do."""
    for count in (3, 2):
        name = organ_named(" ".join(texts[:count]), provinces) if len(texts) >= count else None
        if name and not (_PAPER.fullmatch(fold_case(name)) and organ_named(texts[0], provinces)):
            return name, count
    if len(texts) >= 2 and (below := _below(texts[0], texts[1], provinces)):
        return below, 2
    name = organ_named(texts[0], provinces) if texts else None
    return (name, 1) if name else None


def _below(authority: str, organ: str, provinces: Mapping[str, str]) -> str | None:
    """„UBND TỈNH X" above „SỞ Y": Sở Y tỉnh X."""
    over, under = _ORGAN.fullmatch(fold_case(authority)), _ORGAN.fullmatch(fold_case(organ))
    if not (over and under and over["unit"] and over["place"] and not under["place"]):
        return None
    if not over["organ"].startswith(("ủy ban", "ubnd")) or under["organ"].startswith(("cổng", "trang")):
        return None
    return organ_named(f"{organ} {authority[over.start('unit') :]}", provinces)


def _place_name(text: str, m: re.Match[str], provinces: Mapping[str, str]) -> str | None:
    if not m["place"]:
        return None
    if name := provinces.get(m["place"]):
        return name
    written = text[m.start("place") : m.end("place")].split()
    if not m["unit"] or len(written) > 3 or not _all_capitalised(written):
        return None
    return " ".join(_upper_first(word, text) for word in written)


def _all_capitalised(some: Sequence[str]) -> bool:
    return all(word[0].isupper() or word in _SMALL_WORDS for word in some)


def _upper_first(word: str, context: str) -> str:
    return word[0] + word[1:].lower() if context.isupper() else word


def dateline(lead: str, provinces: Mapping[str, str]) -> tuple[str | None, int] | None:
    """The house that a lead begins with („(TTXVN) - …", „ĐBP - …", „(Baonghean.vn) - …") and where the dateline ends.

    The name is None where the dateline's short name is not known; None where there is no dateline.
    """
    m = _DATELINE.match(lead[:48])
    if not m:
        return None
    short, parenthesised = m[1].strip(), lead.startswith("(") and ")" in m[0]
    folded = fold_case(short)
    if house := _HOUSES.get(folded) or _HOUSES.get(folded.removesuffix(".vn")):
        return house, m.end()
    if own := _OWN_DOMAIN.fullmatch(folded):
        joined = {key.replace(" ", ""): name for key, name in provinces.items()}
        return _paper_of(own[1], joined), m.end()
    if parenthesised and (
        short.isupper() or folded.endswith((".vn", " online", "tv")) or short.startswith(("Báo ", "Cổng "))
    ):
        return (short if short.startswith(("Báo ", "Cổng ")) else None), m.end()
    if not parenthesised and short.isupper() and 2 <= len(short) <= 6 and " " not in short:
        return None, m.end()
    return None


def _paper_of(letters: str, joined: Mapping[str, str]) -> str | None:
    return next((f"Báo {name}" for key, name in joined.items() if fold(key) == letters), None)
