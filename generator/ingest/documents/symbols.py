"""The symbol after a document's number („/QĐ-TTg", „-NQ/TW"): its abbreviations, and its normal form.

Sources: Nghị định 30/2020/NĐ-CP, phụ lục III; Hướng dẫn 36-HD/VPTW; slips of typing as portals and
papers of 2016–2026 have them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.documents.words import BARE_CODES, CODES, ISSUERS, MIXED_CASE, symbol_key
from generator.ingest.passage import Passage

GAP = r"[ \t\u00a0]{0,2}"
_GLUED = re.compile(r" ?((?:qđ|qd|nq|nđ|nd|tt|kh|ct|kl)(?=\s?([-–/])))")
_BEGINNINGS = tuple("-–—/.qntkc")
_STEP = re.compile(rf"({GAP}[-–—/.]{GAP})([a-zđð](?:[a-zđð&]|{GAP}&{GAP}(?=[a-zđ]))*\d{{0,2}})(?!\w)")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol that ends at `end`, as it is normally written; `dashed_first`: a dash follows the number."""

    end: int
    codes: tuple[str, ...]
    normal: str
    dashed_first: bool


def symbol_at(passage: Passage, start: int) -> Symbol | None:
    """The „/QĐ-TTg" at a position; a spaced dash after tight ones begins something else."""
    if not passage.folded[start : start + 3].lstrip(" \t\u00a0").startswith(_BEGINNINGS):
        return None
    position, codes = start, list[str]()
    normal, tight, dashed_first = "", False, False
    if m := _GLUED.match(passage.folded, position):
        codes.append(_normal_code(m[1]) or m[1])
        normal, position = f"{'-' if m[2] == '/' else '/'}{codes[0]}", m.end()
    while len(codes) < 6 and (m := _STEP.match(passage.folded, position)):
        separator, code = m[1], _normal_code(passage.text[m.start(2) : m.end(2)])
        spaced = separator[0].isspace() and separator[-1].isspace()
        if code is None or (spaced and tight) or ("." in separator and not _is_desk(m, codes)):
            break
        sign = next((sign for sign in "/." if sign in separator), "-")
        dashed_first = dashed_first or (not codes and sign == "-")
        tight = tight or not spaced
        codes.append(code)
        normal, position = f"{normal}{sign}{code}", m.end()
    return Symbol(position, tuple(codes), normal, dashed_first) if position > start else None


def _is_desk(step: re.Match[str], codes: list[str]) -> bool:
    """Whether „.I" goes on a symbol („VPCP-V.I"): the desk that wrote it."""
    return bool(codes) and step[1] == "." and len(step[2]) <= 2 and len(codes[-1]) <= 2


def _normal_code(written: str) -> str | None:
    """One abbreviation of a symbol in its usual letters; None where it is an ordinary word."""
    bare = "".join(written.split())
    key = symbol_key(bare)
    known = key in CODES or key in ISSUERS or key in BARE_CODES
    capitals = sum(c.isupper() for c in bare)
    if not known and (capitals == 0 or capitals * 2 < sum(c.isalpha() for c in bare)):
        return None
    if key in BARE_CODES and key not in CODES:
        return BARE_CODES[key]
    if known or not any(c.islower() for c in bare):
        bare = bare.upper()
    return MIXED_CASE.get(key) or bare.replace("Ð", "Đ").replace("ð", "Đ")
