"""Legal documents (văn bản): kind, number, date, issuer."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from generator.ingest.documents.issuers import Issuer, issuer_of_symbol
from generator.ingest.documents.numbers import Numbered, find_numbers
from generator.ingest.documents.same import each_once
from generator.ingest.documents.subjects import subject_after
from generator.ingest.documents.surroundings import Surroundings, surroundings
from generator.ingest.documents.unnumbered import find_unnumbered
from generator.ingest.documents.words import NATIONAL_SYMBOLS, ONE_ISSUER, symbol_key
from generator.ingest.found import DateFound, DocumentFound, Span
from generator.ingest.story import Story
from generator.model import Basis

_BETWEEN_OF_LIST = re.compile(r"\s*(?:,\s*và|,|;|và|hoặc|hay)\s+(?:các\s+)?\Z")
_YEAR_OF_NUMBER = re.compile(r"/((?:19|20)\d\d)(?:/|\Z)")
_NOT_DATED_BY_YEAR = frozenset({"Kế hoạch", "Chương trình", "Đề án", "Báo cáo", "Chiến lược", "Phương án", "Dự án"})


def find_documents(story: Story) -> tuple[DocumentFound, ...]:
    """Every legal document the article names, each once, in order."""
    told: list[tuple[Numbered, Surroundings]] = []
    before = Span(0, 0)
    for numbered in find_numbers(story.passage):
        dated_by_year = numbered.kind not in _NOT_DATED_BY_YEAR
        around = surroundings(story, numbered.start, numbered.end, before, dated_by_year=dated_by_year)
        told.append((numbered, around))
        before = Span(numbered.start, around.end)
    issuers = _issuers(story, told)
    numbered_ones = [_document(story, *one, issuer) for one, issuer in zip(told, issuers, strict=True)]
    return each_once((*numbered_ones, *find_unnumbered(story)))


def _issuers(story: Story, told: list[tuple[Numbered, Surroundings]]) -> list[Issuer | None]:
    """The issuer of each: as told by the text (of a list, once for all of it), else read from the symbol."""
    issuers = [around.issuer for _, around in told]
    links = [_linked(story, a, b) for a, b in pairwise(told)]
    for number in reversed(range(len(links))):
        if links[number] and issuers[number] is None and told[number][1].date is None:
            issuers[number] = issuers[number + 1]
    for number, linked in enumerate(links):
        if linked and issuers[number + 1] is None:
            issuers[number + 1] = issuers[number]
    return [_settled(story, *one, issuer) for one, issuer in zip(told, issuers, strict=True)]


def _linked(story: Story, first: tuple[Numbered, Surroundings], second: tuple[Numbered, Surroundings]) -> bool:
    """Whether two stand in one list of documents of one kind and symbol."""
    (a, around), (b, _) = first, second
    between = story.passage.folded[around.end : b.start]
    return a.kind == b.kind and a.codes == b.codes and bool(_BETWEEN_OF_LIST.fullmatch(between))


def _settled(story: Story, numbered: Numbered, around: Surroundings, told: Issuer | None) -> Issuer | None:
    """The symbol of the one body of its sort comes first; else what the text says comes before the symbol."""
    if told and not any(symbol_key(code) in NATIONAL_SYMBOLS for code in numbered.codes):
        return told
    symbol = issuer_of_symbol(story, numbered.start, numbered.codes)
    if (symbol is None or symbol.inferred) and (only := ONE_ISSUER.get(numbered.kind)):
        return Issuer(start=numbered.start, end=numbered.start, name=only)
    return (symbol if symbol and not symbol.inferred else around.settled or symbol) or told


def _document(story: Story, numbered: Numbered, around: Surroundings, issuer: Issuer | None) -> DocumentFound:
    date = around.date and _in_year_of_number(around.date, numbered.number)
    date_inferred = bool(date and (date.anchored or date.basis is not Basis.STATED))
    reasons = []
    if date_inferred:
        reasons.append("ngày ban hành chỉ ghi một phần, phần còn lại suy ra từ ngữ cảnh")
    if issuer and issuer.inferred:
        reasons.append(f"cơ quan ban hành hiểu là {issuer.name}, nơi phần bài này nói tới")
    if numbered.kind_inferred:
        reasons.append("loại văn bản đọc từ ký hiệu không có tên loại")
    return DocumentFound(
        start=numbered.start,
        end=numbered.end,
        basis=Basis.INFERRED if reasons else Basis.STATED,
        reason="; ".join(reasons) or None,
        kind=numbered.kind,
        number=numbered.number,
        written=numbered.written,
        date=date.edtf if date else None,
        date_inferred=date_inferred,
        issuer=issuer.name if issuer else None,
        province=issuer.province if issuer else None,
        subject=subject_after(story.passage, around.end),
    )


def _in_year_of_number(date: DateFound, number: str) -> DateFound:
    """A day told without its year is of the year in the number („ngày 14/8 … Thông tư số 03/2018/TT-BTNMT")."""
    year = _YEAR_OF_NUMBER.search(number)
    if not date.anchored or year is None or len(date.edtf) != len("YYYY-MM-DD") or date.edtf[5:] == "02-29":
        return date
    return replace(date, edtf=year[1] + date.edtf[4:])
