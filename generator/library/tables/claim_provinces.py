"""Tables that join claims to the provinces they name."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from generator.library.library import Library
from generator.library.tables.columns import UNIT_REFERENCE, province
from generator.library.tables.owners import ARTICLE_OWNERS
from generator.library.tables.provenance import fact_key
from generator.library.tables.table import AnyTable, Column, Group, Reference, Table


def _claim_provinces(thing: str, vi: str, en: str, *, required: bool = False) -> AnyTable:
    sort = f"{thing}s"
    claims = attrgetter(sort)

    def pairs(library: Library, slug: str) -> Iterator[tuple[Any, str]]:
        for claim in claims(library.articles[slug]):
            for unit in dict.fromkeys(claim.provinces):
                yield claim, unit

    return Table(
        name=f"{thing}-claim-provinces",
        group=Group.FACTS,
        vi=f"Lời kể về {vi} và tỉnh, thành",
        en=f"Claims of {sort} and provinces",
        about_vi="Mỗi tỉnh, thành của mỗi lời kể một dòng, để nối bảng.",
        about_en="One row per province of each claim, for joins.",
        things=pairs,
        owners=ARTICLE_OWNERS,
        columns=(
            Column("claim", "lời kể", "the claim", lambda s, x: fact_key(x[0], sort), required=True),
            Column(thing, vi, en, lambda s, x: x[0].id, required=required),
            *province(lambda x: x[1], required=True),
        ),
        key=("claim", "province"),
        references=(Reference(("claim",), f"{thing}-claims"), Reference((thing,), sort), UNIT_REFERENCE),
    )


EVENT_CLAIM_PROVINCES = _claim_provinces("event", "sự kiện", "the event")
PLATFORM_CLAIM_PROVINCES = _claim_provinces("platform", "nền tảng", "the platform", required=True)
