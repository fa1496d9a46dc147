"""Columns that tell where a fact comes from and how it is known."""

from __future__ import annotations

from itertools import islice
from typing import Any

from generator.library.tables.columns import plain
from generator.library.tables.table import Column, Reference, Source, Type
from generator.model import Basis, Fact

MOST_SOURCES = 50

FACT_REFERENCE = Reference(("article", "paragraph"), "paragraphs", ("article", "paragraph"))


def fact_key(fact: Fact, sort: str) -> str:
    """The key of a fact: its article, its list and its place there, counted from 1."""
    return f"{fact.article}/{sort}/{fact.index + 1}"


def fact_id(sort: str) -> Column[Any]:
    """The key of a fact as a column."""
    return Column(
        "id",
        "khóa: bài / loại dữ kiện / thứ tự trong bài",
        "key: article / sort of fact / its place there",
        lambda source, fact: fact_key(fact, sort),
        required=True,
    )


def _original(source: Source, fact: Fact) -> str | None:
    return source.library.articles[fact.article].url


def _page(source: Source, fact: Fact) -> str:
    return source.paragraph_url(fact.article, fact.at)


PROVENANCE: tuple[Column[Any], ...] = (
    plain("article", "bài nêu dữ kiện", "the article that tells it", required=True, shared=True),
    plain(
        "paragraph",
        "đoạn tóm tắt nêu dữ kiện, đếm từ 1",
        "the paragraph of our summary that tells it, from 1",
        Type.INTEGER,
        of="at",
        required=True,
        least=1,
        shared=True,
    ),
    plain(
        "basis",
        "căn cứ: stated (bài nêu rõ), inferred (suy ra từ văn cảnh), derived (tính ra từ số liệu của bài)",
        "how it is known: stated by the article, inferred from its context, derived from its figures",
        required=True,
        choices=tuple(Basis),
        shared=True,
    ),
    plain("reason", "lý do, khi suy ra hay tính ra", "why, when inferred or derived", shared=True),
    plain("note", "ghi chú của người biên tập cho bạn đọc", "the editor's note to readers", shared=True),
    Column("url", "địa chỉ đoạn ấy trên cổng", "the address of that paragraph here", _page, required=True, shared=True),
    Column("original_url", "địa chỉ bài gốc, nếu biết", "the original's address, if known", _original, shared=True),
)
"""Where a fact comes from, and how it is known."""


def _sources(source: Source, thing: Any) -> tuple[str, ...]:
    spots = dict.fromkeys((claim.article, claim.at) for claim in thing.claims)
    return tuple(source.paragraph_url(*spot) for spot in islice(spots, MOST_SOURCES))


GATHERED: tuple[Column[Any], ...] = (
    Column(
        "claims",
        "số lời kể gộp vào dòng này",
        "how many claims are gathered here",
        lambda source, thing: len(thing.claims),
        Type.INTEGER,
        required=True,
        least=1,
    ),
    Column(
        "sources",
        f"địa chỉ các đoạn nêu điều này, nhiều nhất {MOST_SOURCES} đoạn; đủ ở bảng lời kể",
        f"the first paragraphs that tell it, {MOST_SOURCES} at most; all of them in the table of claims",
        _sources,
        Type.LIST,
    ),
)
"""How many articles' claims a row gathers, and where they stand."""


def contested(sort: str) -> Column[Any]:
    """The columns of a gathered thing that articles tell differently."""
    return Column(
        "contested",
        "các cột mà các bài nói khác nhau: giá trị ở đây là điều được nêu nhiều nhất, mọi lời kể ở bảng lời kể",
        "columns that articles tell differently: here the value told most often, every claim in the table of claims",
        lambda source, thing: tuple(c.field for c in source.library.contradictions_of(sort, thing.id)),
        Type.LIST,
    )
