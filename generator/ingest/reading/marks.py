"""What a page's tags, classes and styles say of an element: no part of an article, byline, headline, bold.

Sources: names seen in provincial portals, departments and papers 2020–2026 (NukeViet, SharePoint, Liferay, WordPress,
AMP and the newspapers' own systems), the HTML standard, WAI-ARIA landmark roles.
"""

from __future__ import annotations

import re
from typing import Any

_BLOCK_NAMES = """
    address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol p pre section summary table
    tbody td tfoot th thead tr ul
"""
_AMP_ASIDES = frozenset(
    f"amp-{name}" for name in ("ad", "consent", "embed", "lightbox", "sidebar", "social-share", "user-notification")
)
BLOCKS = frozenset(_BLOCK_NAMES.split()) | _AMP_ASIDES
_ASIDE_TAGS = frozenset({"nav", "aside", "footer", "button", "label", "menu", "dialog"}) | _AMP_ASIDES
_ASIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|sidebar|footer|related\w*|lien-?quan|tin-?(?:khac|lien-?quan|moi|cung)"
    r"|other-?news|more-?news|read-?more|share\w*|social\w*|addthis|comments?|binh-?luan|tags?|tag-?list|keywords?"
    r"|rating|vote|danh-?gia|toolbar|print|cookie|popup|modal|advert\w*|ads|qc|banner|newsletter|subscribe|skip-link"
    r"|sr-only|visually-hidden|toc)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ASIDE_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert"})
_NEVER_ASIDE = frozenset({"body", "html", "article", "main"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_NAMES = re.compile(r"(?:^|\s)(?:hidden|hide|d-none)(?:\s|$)")
_SHOWN_WHERE_WIDE = re.compile(r"(?:^|\s)d-(?:sm|md|lg|xl|xxl)-(?!none)")
_AUTHOR_NAMES = re.compile(r"author|tac-?gia|byline|but-?danh", re.IGNORECASE)
_SOURCE_NAMES = re.compile(r"nguon", re.IGNORECASE)
_TITLE_NAMES = re.compile(r"title|headline|tieu-?de", re.IGNORECASE)
_OTHER_TITLES = re.compile(
    r"(?:site|sub|box|widget|block|cat\w*|module|menu|portlet|panel|page|other|relat\w+|toc|section|banner|logo)[_-]?title"
    r"|title[_-]?(?:box|other|relat\w*|site|sub|menu)",
    re.IGNORECASE,
)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LARGE_FONTS = frozenset({"4", "5", "6", "7", "+1", "+2", "+3"})


def is_aside(element: Any) -> bool:
    """Whether an element is no part of an article: navigation, lists of other articles, comments, what is hidden."""
    if element.tag in _ASIDE_TAGS or element.get("role") in _ASIDE_ROLES or is_hidden(element):
        return True
    return element.tag not in _NEVER_ASIDE and _ASIDE_NAMES.search(_names(element)) is not None


def is_hidden(element: Any) -> bool:
    """Whether an element is not shown on wide screens."""
    if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style", "")):
        return True
    names = element.get("class", "")
    return _HIDDEN_NAMES.search(names) is not None and not _SHOWN_WHERE_WIDE.search(names)


def is_author(element: Any) -> bool:
    """Whether an element is named as the place of an author."""
    return _AUTHOR_NAMES.search(_names(element)) is not None


def is_byline(element: Any) -> bool:
    """Whether an element is named as the place of an author or a source."""
    return is_author(element) or _SOURCE_NAMES.search(_names(element)) is not None


def is_title(element: Any) -> bool:
    """Whether an element is named as the place of a headline."""
    names = f"{_names(element)} {element.get('itemprop', '')} {element.get('data-role', '')}"
    return _TITLE_NAMES.search(names) is not None and _OTHER_TITLES.search(names) is None


def is_bold(element: Any) -> bool:
    """Whether an element sets its text in bold or large letters."""
    if element.tag == "font":
        return element.get("size") in _LARGE_FONTS
    return element.tag in {"b", "strong", "big"} or _BOLD_STYLE.search(element.get("style", "")) is not None


def _names(element: Any) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}".strip()
