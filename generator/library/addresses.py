"""Where each page stands: paths of Markdown files under build/docs (DESIGN: Vietnamese, ASCII, stable)."""

from __future__ import annotations

HOME = "index.md"
ABOUT = "gioi-thieu/index.md"
NEWS = "co-gi-moi/index.md"
TARGETS = "muc-tieu/index.md"
TIMELINE = "dong-thoi-gian/index.md"
PROVINCES = "tinh/index.md"
EVENTS = "su-kien/index.md"
ARTICLES = "bai-viet/index.md"
DOCUMENTS = "van-ban/index.md"
PLATFORMS = "nen-tang/index.md"
TOPICS = "chu-de/index.md"
INDICES = "chi-so/index.md"
EDITORS_REPORT = "bien-tap/index.md"


def province(slug: str) -> str:
    """The page of a province's name."""
    return f"tinh/{slug}.md"


def event(event_id: str) -> str:
    """The page of an event or of an event series (they share one space of ids)."""
    return f"su-kien/{event_id}.md"


def article(slug: str) -> str:
    """The page of an article."""
    return f"bai-viet/{slug}.md"


def document(document_id: str) -> str:
    """The page of a legal document."""
    return f"van-ban/{document_id}.md"


def platform(platform_id: str) -> str:
    """The page of a platform."""
    return f"nen-tang/{platform_id}.md"


def topic(topic_id: str) -> str:
    """The page of a topic."""
    return f"chu-de/{topic_id}.md"


def year(number: int) -> str:
    """The timeline's page of a year."""
    return f"dong-thoi-gian/{number}.md"


def index(index_id: str) -> str:
    """The page of an index."""
    return f"chi-so/{index_id}/index.md"


def index_year(index_id: str, number: int) -> str:
    """An index's page of a year."""
    return f"chi-so/{index_id}/{number}.md"


def index_province(index_id: str, slug: str) -> str:
    """An index's page of a province."""
    return f"chi-so/{index_id}/{slug}.md"


def target_anchor(article: str, number: int) -> str:
    """The anchor of an article's target, counted from 1, on the page of targets."""
    return f"muc-tieu-{article}-{number}"


def site_path(page: str) -> str:
    """The address readers see, from the root of the site: /tinh/bac-kan/."""
    return "/" + page.removesuffix("index.md").removesuffix(".md").rstrip("/") + ("/" if page != HOME else "")


def paragraph_anchor(number: int) -> str:
    """The anchor of a paragraph on its article's page."""
    return f"doan-{number}"
