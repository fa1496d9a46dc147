"""The notice that stands at the address of a retracted article."""

from __future__ import annotations

from generator.edtf import day_vi
from generator.library import addresses
from generator.library.library import Library
from generator.model import Article, Retraction, Review
from generator.pages.page import Page, Ref
from generator.pages.refs import publisher_name


def notice_page(library: Library, article: Article, retracted: Retraction) -> Page:
    """The page of a retracted article; its paragraphs' anchors stay, since others lead there.

    Search engines may come and see that the text is gone, and are asked to keep no page of it.
    """
    site, day = library.registries.site, day_vi(retracted.on)
    return Page(
        path=addresses.article(article.slug),
        template="retracted.md.jinja",
        title=article.display_title,
        description=f"Cổng đã rút bài này ngày {day}.",
        changed=article.updated,
        view={
            "draft": article.review is Review.DRAFT,
            "publisher": publisher_name(library, article),
            "day": day,
            "reason": retracted.reason,
            "anchors": [addresses.paragraph_anchor(n + 1) for n in range(retracted.paragraphs)],
            "corrections": site.corrections,
            "corrections_text": site.corrections.removeprefix("mailto:"),
            "rights": Ref("Riêng tư, đính chính và bản quyền", addresses.RIGHTS, "go-bo"),
            "articles": Ref("các bài khác", addresses.ARTICLES),
        },
        front_matter={"robots": "noindex", "hide": ["toc"]},
    )
