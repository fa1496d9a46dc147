"""The table of retracted articles: that they were, when and why, and nothing that they told."""

from __future__ import annotations

from generator.library import addresses
from generator.library.library import Library
from generator.library.tables.owners import RETRACTION_OWNERS
from generator.library.tables.table import AnyTable, Column, Group, Table, Type
from generator.model import Retraction


def _retraction(library: Library, slug: str) -> tuple[tuple[str, Retraction], ...]:
    retracted = library.articles[slug].retracted
    return ((slug, retracted),) if retracted else ()


RETRACTIONS: AnyTable = Table(
    name="retractions",
    group=Group.ARTICLES,
    vi="Bài đã rút",
    en="Retracted articles",
    about_vi="Những bài cổng đã đăng rồi rút lại: khóa, ngày, lý do. "
    "Ai đã tải dữ liệu trước đó xin bỏ các dòng có khóa này.",
    about_en="Articles that were published here and taken back: key, day, reason. Whoever downloaded the data before "
    "should drop the rows with these keys.",
    things=_retraction,
    owners=RETRACTION_OWNERS,
    columns=(
        Column("id", "khóa của bài đã rút, không dùng lại", "key of the retracted article, never used again",
               lambda s, r: r[0], required=True),
        Column("retracted", "ngày rút", "the day it was retracted", lambda s, r: r[1].on, Type.DATE, required=True),
        Column("reason", "lý do, bằng tiếng Việt", "why, in Vietnamese", lambda s, r: r[1].reason, required=True),
        Column("url", "địa chỉ lời báo trên cổng", "the address of the notice here",
               lambda s, r: s.url(addresses.article(r[0])), required=True),
    ),
)  # fmt: skip
