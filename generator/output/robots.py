"""What machines that visit are told: robots.txt (RFC 9309) and llms.txt (llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename
from urllib.parse import urlsplit

from generator.library import addresses
from generator.library.library import Library
from generator.library.tables.all import TABLES
from generator.library.tables.files import Edition, path_of
from generator.library.tables.pieces import WHOLE, pieces_of

_SUMMARY = """\
> An unofficial portal in Vietnamese about the digital transformation of Vietnam's provinces, made from articles of the
> press and of state websites. Every fact leads to the paragraph of our summary that tells it, and from there to the
> original article."""

_NOTES = """\
- Unofficial: no state body runs it. Articles are summarised in our own words.
- A fact is stated by an article, inferred from its context, or derived from its figures; pages and data say which.
- What articles tell differently stands side by side. What is unknown is left open.
- Vietnam had 63 provinces until 30 June 2025 and has 34 since 1 July 2025. A fact belongs to the province as it was on
  the fact's day; ranks and scores of before and after are not one series.
- An event with the status `announced` was told before its day and has not been reported since.
- How to cite: name the publisher of the original article and the page of this portal, best with the paragraph's
  anchor; link to the original where its address is known."""

_SECTIONS = (
    (addresses.PROVINCES, "Tỉnh, thành", "every province, former and current, with all that is told of it"),
    (addresses.TIMELINE, "Dòng thời gian", "everything dated, by year and month"),
    (addresses.EVENTS, "Sự kiện", "events and yearly days, with every article's claim"),
    (addresses.INDICES, "Chỉ số", "ranks and scores of the provinces, above all DTI"),
    (addresses.TARGETS, "Mục tiêu", "targets beside what was told later"),
    (addresses.DOCUMENTS, "Văn bản", "legal documents"),
    (addresses.PLATFORMS, "Nền tảng", "apps, systems and websites"),
    (addresses.TOPICS, "Chủ đề", "articles by subject"),
    (addresses.ARTICLES, "Bài viết", "our summaries of the articles, with links to the originals"),
)
_OPTIONAL = (
    (addresses.ENGLISH, "In English", "what this portal is, in English"),
    (addresses.ABOUT, "Giới thiệu", "how it is made, sources, corrections"),
    (addresses.RIGHTS, "Riêng tư, đính chính và bản quyền", "privacy, corrections and removal, what may be reused"),
    (addresses.NEWS, "Có gì mới", "what was added or changed, by day"),
)


def robots_files(library: Library, address: str) -> dict[str, str]:
    """Both files by path."""
    return {"robots.txt": _lines(_robots(address)), "llms.txt": _lines(_llms(library, address))}


def _robots(address: str) -> Iterator[str]:
    """Everything may be visited; the sitemap needs an absolute address."""
    yield "# Mọi trang đều được đọc và lập chỉ mục. / Every page may be read and indexed."
    if urlsplit(address).path not in ("", "/"):
        yield "# This site stands below a path, and visitors read robots.txt at the root of the host only:"
        yield "# whoever runs the host should name the sitemap there."
    yield from ("User-agent: *", "Allow: /")
    if address:
        yield from ("", f"Sitemap: {address}sitemap.xml")


def _llms(library: Library, address: str) -> Iterator[str]:
    """Name, summary, notes and lists of links; without an address these are relative to the site's root."""
    site = library.registries.site
    yield from (f"# {_line(site.name)}", "", _SUMMARY, "", f"{_line(site.about)} {_line(site.unofficial)}", "", _NOTES)
    yield from ("", "## Sections", "")
    yield from (_page(address, *section) for section in _SECTIONS)
    yield from ("", "## Data", "")
    yield _page(address, addresses.OPEN_DATA, "Dữ liệu mở", "downloads and data dictionary, in Vietnamese")
    yield _link(address + addresses.DATA_PACKAGE, "datapackage.json", "types, keys and meaning of every column")
    for table in TABLES:
        if pieces_of(library, table) == (WHOLE,):
            path = path_of(table, WHOLE, Edition.CSV)
            yield _link(address + path, basename(path), table.about_en)
        else:
            yield _page(address, addresses.data_table(table.name), f"{table.name} (several files)", table.about_en)
    yield from ("", "## Optional", "")
    yield from (_page(address, *section) for section in _OPTIONAL)


def _page(address: str, page: str, name: str, what: str) -> str:
    return _link(address + addresses.site_path(page)[1:], name, what)


def _link(url: str, name: str, what: str) -> str:
    return f"- [{name}]({url}): {what}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _lines(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"
