"""Composes the stages for the commands, the preview and the tests: load ▸ link ▸ render ▸ write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.diagnostics import Diagnostic, diagnose, has_errors, suggestion
from generator.library.addresses import article as article_page
from generator.library.addresses import paragraph_anchor, site_path
from generator.library.library import Library
from generator.library.link import link
from generator.output.calendars import calendar_files
from generator.output.cards import card_files, cards_of_pages
from generator.output.feeds import feed_files
from generator.output.head import with_heads
from generator.output.open_data import open_data_files
from generator.output.redirects import redirect_files
from generator.output.render import render
from generator.output.robots import robots_files
from generator.output.search.index import search_files
from generator.output.search.records import KIND_NAMES, abbreviations, search_records
from generator.output.write import Content, Written, write
from generator.pages.all import all_pages
from generator.pages.page import Page
from generator.sources.articles import SourceArticle, load_articles, read_article
from generator.sources.registries import SourceRegistries, load_registries
from generator.text import SUMMARY_LINK


@dataclass(frozen=True)
class Checked:
    """What a check found; the library and its pages are there only when no error stands in the way."""

    diagnostics: list[Diagnostic]
    library: Library | None
    pages: list[Page]


def today_in_vietnam() -> date:
    """Today's date in Asia/Ho_Chi_Minh."""
    return datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()


@dataclass(frozen=True)
class Loaded:
    """What was read, before it is linked."""

    registries: SourceRegistries | None
    sources: list[SourceArticle]
    diagnostics: list[Diagnostic]
    complete: bool


def load(project: Path) -> Loaded:
    """Read the registries and every article."""
    registries, found = load_registries(project)
    sources, problems = load_articles(project)
    return Loaded(registries, sources, found + problems, not has_errors(problems))


def check(project: Path, *, today: date, drafts: bool = False) -> Checked:
    """Load and link everything and make the pages; every problem is collected, sorted by file and line."""
    return _check(load(project), today, drafts)


def check_all(project: Path, *, today: date) -> list[Diagnostic]:
    """Every problem of the preview and of the published site, which drafts are not part of."""
    loaded = load(project)
    return _sorted([d for drafts in (True, False) for d in _check(loaded, today, drafts).diagnostics])


def problems_of(project: Path, path: str, raw: bytes, *, today: date) -> list[Diagnostic]:
    """What a check would report because an article file held these bytes, be it at another article."""
    registries, found = load_registries(project)
    source, of_file = read_article(raw, path)
    if registries is None:
        return found
    if source is None:
        return of_file
    others = [s for s in load_articles(project)[0] if s.path != path]
    problems: set[Diagnostic] = set()
    for drafts in (True, False):
        _, before = link(others, registries, today=today, drafts=drafts, complete=False)
        _, after = link([*others, source], registries, today=today, drafts=drafts, complete=False)
        problems |= set(after) - set(before)
    return of_file + _sorted(list(problems))


def _check(loaded: Loaded, today: date, drafts: bool) -> Checked:
    found = list(loaded.diagnostics)
    if loaded.registries is None:
        return Checked(_sorted(found), None, [])
    library, problems = link(loaded.sources, loaded.registries, today=today, drafts=drafts, complete=loaded.complete)
    found += problems
    pages = [] if has_errors(found) else list(all_pages(library, today=today, preview=drafts))
    if pages:
        found += _dead_links(loaded.sources, library, pages)
    if has_errors(found):
        return Checked(_sorted(found), None, [])
    return Checked(_sorted(found), library, pages)


def _sorted(found: list[Diagnostic]) -> list[Diagnostic]:
    return sorted(set(found), key=lambda d: d.sort_key)


def _dead_links(sources: list[SourceArticle], library: Library, pages: list[Page]) -> list[Diagnostic]:
    """Links of summaries that lead to no page of the portal, or to no paragraph of an article."""
    known = {site_path(page.path): frozenset[str]() for page in pages}
    for article in library.articles.values():
        anchors = (paragraph_anchor(number + 1) for number in range(len(article.paragraphs)))
        known[site_path(article_page(article.slug))] = frozenset(anchors)
    found = []
    for source in sources:
        if source.article.slug not in library.articles:
            continue
        for number, paragraph in enumerate(source.article.paragraphs, start=1):
            for target in (m[2] for m in SUMMARY_LINK.finditer(paragraph)):
                page, _, anchor = target.partition("#")
                alive = page in known and (not anchor or anchor in known[page])
                if not alive and not target.startswith(("https://", "http://")):
                    spot, near = source.paragraph_spot(number), suggestion(target, known)
                    found.append(diagnose("dead-link", spot, target=target, suggestion=near))
    return found


def generate(
    project: Path, target: Path, *, address: str, today: date, drafts: bool = False
) -> tuple[Checked, Written | None]:
    """Check, then write the tree of a site that will stand at the address; with any error nothing is written."""
    checked = check(project, today=today, drafts=drafts)
    if checked.library is None:
        return checked, None
    return checked, write(files(checked, address), target)


def files(checked: Checked, address: str) -> dict[str, Content]:
    """Every file of the tree by path, from a check without errors, for a site that will stand at the address."""
    library = checked.library
    assert library is not None
    data = open_data_files(library, address)
    cards = cards_of_pages(library.registries.site, checked.pages)
    registries = library.registries
    provinces = {slug: name.name for slug, name in registries.provinces.items()}
    return {
        **render(with_heads(library, checked.pages, cards, address, data)),
        **redirect_files(library),
        **feed_files(library, address),
        **calendar_files(library, address),
        **data,
        **search_files(search_records(library, checked.pages), KIND_NAMES, provinces, abbreviations(registries)),
        **robots_files(library, address),
        **card_files(cards.values()),
    }
