"""Tables of platforms (nền tảng)."""

from __future__ import annotations

from generator.library import addresses
from generator.library.tables.columns import kind, own_id, page_url, plain, provinces
from generator.library.tables.owners import ARTICLE_OWNERS, PLATFORM_OWNERS
from generator.library.tables.provenance import FACT_REFERENCE, GATHERED, PROVENANCE, fact_id
from generator.library.tables.table import AnyTable, Group, Reference, Table
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
    things=lambda library, key: (library.platforms[key],),
    owners=PLATFORM_OWNERS,
    columns=(own_id(), *_TOLD, *GATHERED, page_url(addresses.platform)),
)

PLATFORM_CLAIMS: AnyTable = Table(
    name="platform-claims",
    group=Group.FACTS,
    vi="Lời kể về nền tảng",
    en="Claims of platforms",
    about_vi="Mỗi dòng là điều một bài nêu về một nền tảng.",
    about_en="One row per article's claim of a platform.",
    things=lambda library, slug: library.articles[slug].platforms,
    owners=ARTICLE_OWNERS,
    columns=(
        fact_id("platforms"),
        plain("platform", "nền tảng", "the platform", of="id", required=True),
        *_TOLD,
        *PROVENANCE,
    ),
    references=(FACT_REFERENCE, Reference(("platform",), "platforms")),
)
