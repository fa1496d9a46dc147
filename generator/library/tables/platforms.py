"""Tables of platforms (nền tảng)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.library import addresses
from generator.library.library import Library
from generator.library.tables.columns import UNIT_REFERENCE, kind, own_id, page_url, plain, province, provinces
from generator.library.tables.provenance import FACT_REFERENCE, GATHERED, PROVENANCE, fact_id, fact_key
from generator.library.tables.table import AnyTable, Column, Group, Reference, Table
from generator.model import PlatformClaim
from generator.vocabulary import PLATFORM_KINDS, PLATFORM_KINDS_EN

_TOLD = (
    plain("name", "tên", "its name", required=True),
    *kind(PLATFORM_KINDS, PLATFORM_KINDS_EN),
    *provinces("provinces", "các tỉnh, thành dùng; trống: không nêu riêng nơi nào",
               "provinces that use it; empty: none in particular", lambda p: p.provinces),
)  # fmt: skip

PLATFORMS: AnyTable = Table(
    name="platforms",
    group=Group.FACTS,
    vi="Nền tảng",
    en="Platforms",
    about_vi="Mỗi dòng là một ứng dụng, hệ thống, trang web mà bài nhắc tới; từng lời kể ở bảng platform-claims.",
    about_en="One row per app, system or website that articles tell of; the claims are in platform-claims.",
    things=lambda library: library.platforms.values(),
    columns=(own_id(), *_TOLD, *GATHERED, page_url(addresses.platform)),
)

PLATFORM_CLAIMS: AnyTable = Table(
    name="platform-claims",
    group=Group.FACTS,
    vi="Lời kể về nền tảng",
    en="Claims of platforms",
    about_vi="Mỗi dòng là điều một bài nêu về một nền tảng.",
    about_en="One row per article's claim of a platform.",
    things=lambda library: (claim for article in library.articles.values() for claim in article.platforms),
    columns=(
        fact_id("platforms"),
        plain("platform", "nền tảng", "the platform", of="id", required=True),
        *_TOLD,
        *PROVENANCE,
    ),
    references=(FACT_REFERENCE, Reference(("platform",), "platforms")),
)


def _claim_provinces(library: Library) -> Iterator[tuple[PlatformClaim, str]]:
    for article in library.articles.values():
        for claim in article.platforms:
            for unit in dict.fromkeys(claim.provinces):
                yield claim, unit


PLATFORM_CLAIM_PROVINCES: AnyTable = Table(
    name="platform-claim-provinces",
    group=Group.FACTS,
    vi="Lời kể về nền tảng và tỉnh, thành",
    en="Claims of platforms and provinces",
    about_vi="Mỗi tỉnh, thành của mỗi lời kể một dòng, để nối bảng.",
    about_en="One row per province of each claim, for joins.",
    things=_claim_provinces,
    columns=(
        Column("claim", "lời kể", "the claim", lambda s, x: fact_key(x[0], "platforms"), required=True),
        Column("platform", "nền tảng", "the platform", lambda s, x: x[0].id, required=True),
        *province(lambda x: x[1], required=True),
    ),
    key=("claim", "province"),
    references=(Reference(("claim",), "platform-claims"), Reference(("platform",), "platforms"), UNIT_REFERENCE),
)
