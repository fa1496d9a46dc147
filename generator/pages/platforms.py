"""Pages of platforms (nền tảng), and their list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.library import addresses
from generator.library.library import Library, Platform
from generator.model import PlatformClaim
from generator.pages.page import Page, Ref
from generator.pages.refs import marks, told_by, unit_refs
from generator.text import collation_key, slug
from generator.vocabulary import PLATFORM_KINDS


def platform_pages(library: Library) -> Iterable[Page]:
    """A page for each platform, and the list of all."""
    yield _list_page(library)
    for platform in library.platforms.values():
        yield _platform_page(library, platform)


def _platform_page(library: Library, platform: Platform) -> Page:
    kind = PLATFORM_KINDS[platform.kind]
    provinces = unit_refs(library, platform.provinces)
    where = ", ".join(r.text for r in provinces) or "không nêu riêng tỉnh, thành nào"
    articles = {claim.article for claim in platform.claims}
    return Page(
        path=addresses.platform(platform.id),
        template="platform.md.jinja",
        title=platform.name,
        description=f"{platform.name}: {kind}, {where}; {len(articles)} bài nói tới.",
        changed=max(library.articles[slug].updated for slug in articles),
        view={
            "kind": kind,
            "provinces": provinces,
            "claims": [_claim_view(library, claim) for claim in platform.claims],
        },
    )


def _claim_view(library: Library, claim: PlatformClaim) -> dict[str, Any]:
    return {
        **told_by(library, claim),
        "name": claim.name,
        "kind": PLATFORM_KINDS[claim.kind],
        "provinces": unit_refs(library, claim.provinces),
        "text": library.articles[claim.article].paragraphs[claim.at - 1],
    }


def _list_page(library: Library) -> Page:
    by_kind: dict[str, list[dict[str, Any]]] = {kind: [] for kind in PLATFORM_KINDS}
    for platform in sorted(library.platforms.values(), key=lambda p: (collation_key(p.name), p.id)):
        by_kind[platform.kind].append(platform_item(library, platform))
    groups = [(_heading(kind), slug(PLATFORM_KINDS[kind]), items) for kind, items in by_kind.items() if items]
    return Page(
        path=addresses.PLATFORMS,
        template="platforms.md.jinja",
        title="Nền tảng",
        description=f"{len(library.platforms)} ứng dụng, trang web, hệ thống, kênh số mà các bài báo nói tới, "
        "xếp theo loại.",
        changed=library.content_date,
        view={"groups": groups, "count": len(library.platforms)},
    )


def _heading(kind: str) -> str:
    word = PLATFORM_KINDS[kind]
    return word[0].upper() + word[1:]


def platform_item(library: Library, platform: Platform) -> dict[str, Any]:
    """A platform as an item of a list."""
    return {
        "title": Ref(platform.name, addresses.platform(platform.id)),
        "kind": PLATFORM_KINDS[platform.kind],
        "provinces": unit_refs(library, platform.provinces),
        "marks": marks(library, platform.claims),
    }
