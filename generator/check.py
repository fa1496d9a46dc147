"""Checks a project: load ▸ link ▸ every problem, and the plans of its pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.diagnostics import Diagnostic, Known, diagnose, has_errors, suggestion
from generator.incremental.loaded import LoadedArticles
from generator.library.addresses import article as article_page
from generator.library.addresses import paragraph_anchor, site_path
from generator.library.library import Library
from generator.library.link import link
from generator.library.retraction import pages_told
from generator.pages.all import all_plans
from generator.pages.page import Page, Plan
from generator.sources.articles import SourceArticle, article_paths, load_articles, read_article
from generator.sources.registries import SourceRegistries, load_registries
from generator.stages import Stages
from generator.text import SUMMARY_LINK


@dataclass(frozen=True)
class Checked:
    """What a check found; the library and its pages are there only when no error stands in the way."""

    diagnostics: list[Diagnostic]
    library: Library | None = None
    plans: Mapping[str, Plan] = field(default_factory=dict)
    today: date = date.min
    drafts: bool = False

    @cached_property
    def pages(self) -> list[Page]:
        """Every page, made."""
        return [plan.make() for plan in self.plans.values()]


@dataclass(frozen=True)
class Loaded:
    """What was read, before it is linked."""

    registries: SourceRegistries | None
    sources: list[SourceArticle]
    diagnostics: list[Diagnostic]
    complete: bool


def load(project: Path, *, keep: bool = False) -> Loaded:
    """Read the registries and every article; at choice, articles are kept, and taken from what was kept of them."""
    registries, found = load_registries(project)
    known = (
        LoadedArticles(project / "build" / ".cache" / "articles.db") if keep and (project / "build").is_dir() else None
    )
    if known:
        known.read_ahead([(path, path.relative_to(project).as_posix()) for path in article_paths(project)])
    sources, problems = load_articles(project, read=known.read if known else read_article)
    if known:
        known.keep()
    return Loaded(registries, sources, found + problems, not has_errors(problems))


def check(project: Path, *, today: date, drafts: bool = False) -> Checked:
    """Load and link everything and make the pages; every problem is collected, sorted by file and line."""
    return check_loaded(load(project), today, drafts)


def check_all(project: Path, *, today: date, stages: Stages | None = None) -> list[Diagnostic]:
    """Every problem of the preview and of the published site, which drafts are not part of."""
    stages = stages or Stages()
    with stages.of("load"):
        loaded = load(project)
    with stages.of("check"):
        return in_order([d for drafts in (True, False) for d in check_loaded(loaded, today, drafts).diagnostics])


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
    return of_file + in_order(list(problems))


def check_loaded(loaded: Loaded, today: date, drafts: bool) -> Checked:
    """The same of what was read already."""
    found = list(loaded.diagnostics)
    if loaded.registries is None:
        return Checked(in_order(found))
    library, problems = link(loaded.sources, loaded.registries, today=today, drafts=drafts, complete=loaded.complete)
    found += problems
    plans = {} if has_errors(found) else {p.path: p for p in all_plans(library, today=today, preview=drafts)}
    if plans:
        found += _dead_links(loaded.sources, library, plans)
    if has_errors(found):
        return Checked(in_order(found))
    return Checked(in_order(found), library, plans, today, drafts)


def in_order(found: list[Diagnostic]) -> list[Diagnostic]:
    """Each problem once, by file and line."""
    return sorted(set(found), key=lambda d: d.sort_key)


def _dead_links(sources: list[SourceArticle], library: Library, pages: Collection[str]) -> list[Diagnostic]:
    """Links of summaries that lead to no page of the portal, or to no paragraph of an article."""
    known = {site_path(path): frozenset[str]() for path in pages}
    for article in library.articles.values():
        anchors = (paragraph_anchor(number + 1) for number in range(article.anchored_paragraphs))
        known[site_path(article_page(article.slug))] = frozenset(anchors)
        known |= {site_path(page): known.get(site_path(page), frozenset()) for page in pages_told(article)}
    addresses, found = Known(known), []
    for source in sources:
        if source.article.slug not in library.articles or source.article.retracted:
            continue
        for number, paragraph in enumerate(source.article.paragraphs, start=1):
            for target in (m[2] for m in SUMMARY_LINK.finditer(paragraph)):
                page, _, anchor = target.partition("#")
                alive = page in known and (not anchor or anchor in known[page])
                if not alive and not target.startswith(("https://", "http://")):
                    spot, near = source.paragraph_spot(number), suggestion(target, addresses)
                    found.append(diagnose("dead-link", spot, target=target, suggestion=near))
    return found
