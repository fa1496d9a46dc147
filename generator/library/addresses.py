"""Where each page stands: paths of Markdown files under build/docs (DESIGN: Vietnamese, ASCII, stable)."""

from __future__ import annotations

HOME = "index.md"
ABOUT = "gioi-thieu/index.md"
RIGHTS = "rieng-tu-va-ban-quyen/index.md"
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
OPEN_DATA = "du-lieu/index.md"
DATA_PACKAGE = "du-lieu/datapackage.json"
ENGLISH = "en/index.md"
SEARCH = "tim-kiem/index.md"
EDITORS_REPORT = "bien-tap/index.md"
SAVED = "da-luu/index.md"


def province(slug: str) -> str:
    """The page of a province's name."""
    return f"tinh/{slug}.md"


def province_part(slug: str, part: str) -> str:
    """The page of one part of what a province's page shows, where that is long."""
    return f"tinh/{slug}/{part}.md"


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


def platforms_of_kind(kind: str) -> str:
    """The list of the platforms of one kind."""
    return f"nen-tang/loai/{kind}.md"


def topic(topic_id: str) -> str:
    """The page of a topic."""
    return f"chu-de/{topic_id}.md"


def year(number: int) -> str:
    """The timeline's page of a year."""
    return f"dong-thoi-gian/{number}.md"


def timeline_of_province(slug: str) -> str:
    """The timeline of a province's name (or of what belongs to none)."""
    return f"dong-thoi-gian/tinh/{slug}.md"


def timeline_of_kind(kind: str) -> str:
    """The timeline of one kind of entries."""
    return f"dong-thoi-gian/loai/{kind}.md"


def index(index_id: str) -> str:
    """The page of an index."""
    return f"chi-so/{index_id}/index.md"


def index_year(index_id: str, number: int) -> str:
    """An index's page of a year."""
    return f"chi-so/{index_id}/{number}.md"


def index_year_order(index_id: str, number: int, order: str) -> str:
    """An index's page of a year in another order."""
    return f"chi-so/{index_id}/{number}/{order}.md"


def index_comparison(index_id: str) -> str:
    """The page where provinces are compared in an index."""
    return f"chi-so/{index_id}/so-sanh.md"


def index_province(index_id: str, slug: str) -> str:
    """An index's page of a province."""
    return f"chi-so/{index_id}/{slug}.md"


def targets_due(year: str) -> str:
    """The page of the targets due in a year („": those that name none)."""
    return f"muc-tieu/nam/{int(year) if year else 'chua-neu'}.md"


def targets_due_of(year: str, slug: str) -> str:
    """The page of those of one province's name (or of none) among them."""
    return f"{targets_due(year).removesuffix('.md')}/{slug}.md"


def target_anchor(article: str, number: int) -> str:
    """The anchor of an article's target, counted from 1, on the page of targets."""
    return f"muc-tieu-{article}-{number}"


def feed(page: str) -> str:
    """The Atom feed that a page offers: /tin.xml, /tinh/bac-kan/tin.xml."""
    return _beside(page, "tin.xml")


def calendar(page: str) -> str:
    """The calendar that a page offers: /lich.ics, /su-kien/…/lich.ics."""
    return _beside(page, "lich.ics")


def _beside(page: str, name: str) -> str:
    return site_path(page)[1:] + name


def data_file(name: str) -> str:
    """A file of the open data."""
    return f"du-lieu/{name}"


def data_table(name: str) -> str:
    """The page of the files of a table that is cut into several."""
    return f"du-lieu/{name}.md"


def spreadsheet_file(name: str) -> str:
    """A file of the open data's edition for spreadsheets."""
    return f"du-lieu/bang-tinh/{name}"


def site_path(page: str) -> str:
    """The address readers see, from the root of the site: /tinh/bac-kan/."""
    return "/" + page.removesuffix("index.md").removesuffix(".md").rstrip("/") + ("/" if page != HOME else "")


def paragraph_anchor(number: int) -> str:
    """The anchor of a paragraph on its article's page."""
    return f"doan-{number}"
