"""Composes the stages for the commands, the preview and the tests: load ▸ link ▸ render ▸ write."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, diagnose, has_errors, suggestion
from generator.incremental.article_files import Kept
from generator.incremental.changes import files_now
from generator.incremental.generation import Generation
from generator.incremental.loaded import LoadedArticles
from generator.incremental.run import Look, Run, cache_of, look
from generator.incremental.titles import PlannedTitles
from generator.library.addresses import article as article_page
from generator.library.addresses import paragraph_anchor, site_path
from generator.library.library import Library
from generator.library.link import link
from generator.library.retraction import pages_told
from generator.output.cards import card_files
from generator.output.families import Publishing
from generator.output.search.index import search_files
from generator.output.search.records import KIND_NAMES, abbreviations, search_records
from generator.output.sitemap import sitemap_files
from generator.output.write import Content
from generator.pages.all import OF_THINGS, all_plans
from generator.pages.page import Page, Plan
from generator.processes import apart, give_memory_back, rare_collections
from generator.sources.articles import SourceArticle, article_paths, load_articles, read_article
from generator.sources.registries import SourceRegistries, load_registries
from generator.stages import Stages
from generator.text import SUMMARY_LINK

if TYPE_CHECKING:
    from generator.incremental.anew import All, Anew

MANY = 2_000
"""So many articles, and all that is made of them anew is made in a process of its own, for the sake of the memory."""


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
    return _check(load(project), today, drafts)


def check_all(project: Path, *, today: date, stages: Stages | None = None) -> list[Diagnostic]:
    """Every problem of the preview and of the published site, which drafts are not part of."""
    stages = stages or Stages()
    with stages.of("load"):
        loaded = load(project)
    with stages.of("check"):
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
        return Checked(_sorted(found))
    library, problems = link(loaded.sources, loaded.registries, today=today, drafts=drafts, complete=loaded.complete)
    found += problems
    plans = {} if has_errors(found) else {p.path: p for p in all_plans(library, today=today, preview=drafts)}
    if plans:
        found += _dead_links(loaded.sources, library, plans)
    if has_errors(found):
        return Checked(_sorted(found))
    return Checked(_sorted(found), library, plans, today, drafts)


def _sorted(found: list[Diagnostic]) -> list[Diagnostic]:
    return sorted(set(found), key=lambda d: d.sort_key)


def _dead_links(sources: list[SourceArticle], library: Library, pages: Collection[str]) -> list[Diagnostic]:
    """Links of summaries that lead to no page of the portal, or to no paragraph of an article."""
    known = {site_path(path): frozenset[str]() for path in pages}
    for article in library.articles.values():
        anchors = (paragraph_anchor(number + 1) for number in range(article.anchored_paragraphs))
        known[site_path(article_page(article.slug))] = frozenset(anchors)
        known |= {site_path(page): known.get(site_path(page), frozenset()) for page in pages_told(article)}
    found = []
    for source in sources:
        if source.article.slug not in library.articles or source.article.retracted:
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
    project: Path,
    target: Path,
    *,
    address: str,
    today: date,
    drafts: bool = False,
    looked: Look | None = None,
    stages: Stages | None = None,
) -> Run:
    """Check, then write the tree of a site that will stand at the address; with any error nothing is written.

    What the last run into the same folder made is made anew only as far as it would differ. `looked` is what a look
    for the same arguments found just now; `stages` are told how long each stage took.
    """
    stages = stages or Stages()
    looked = looked or look(project, target, address=address, today=today, drafts=drafts)
    publishing = Publishing(address, today, drafts, {})
    if run := Generation(target, cache_of(project, target), publishing, looked, stages).from_last():
        return replace(run, diagnostics=_sorted(run.diagnostics))
    from generator.incremental.anew import Anew

    anew, before = Anew(project, target, publishing, looked.key), files_now(project)
    make = partial(_make_all, anew, project, before)
    try:
        made, diagnostics, seconds = apart(make) if len(before) >= MANY else make()
        stages.add(seconds)
        if made is None:
            return Run(diagnostics, None)
        with stages.of("search"):
            return anew.keep_all(made, diagnostics)
    except BaseException:
        anew.give_up()
        raise


def _make_all(
    anew: Anew, project: Path, before: Mapping[str, Kept]
) -> tuple[All | None, list[Diagnostic], dict[str, float]]:
    """Check all, and make all but the search index if there is no error; what fills the memory goes at the end."""
    publishing, stages = anew.publishing, Stages()
    with rare_collections():
        with stages.of("load"):
            loaded = load(project, keep=True)
        with stages.of("link"):
            checked = _check(loaded, publishing.today, publishing.drafts)
        registries, articles = loaded.registries, [source.article for source in loaded.sources]
        if checked.library is None or registries is None:
            return None, checked.diagnostics, stages.seconds
        del loaded  # its sources are not needed any more
        give_memory_back()
        with stages.of("pages"):
            made = anew.make_all(checked.library, checked.plans, articles, registries, before)
        return made, checked.diagnostics, stages.seconds


def files(checked: Checked, address: str) -> dict[str, Content]:
    """Every file of the tree by path, from a check without errors, for a site that will stand at the address."""
    library = checked.library
    assert library is not None
    publishing = Publishing(address, checked.today, checked.drafts, PlannedTitles(checked.plans))
    families = list(publishing.families(library).values())
    families += [publishing.family_of_thing(name, key) for name in OF_THINGS for key in getattr(library, name)]
    made = [(product.name, product.make()) for family in families for product in family.plan(library)]
    pages = {name: of.page for name, of in made if of.page}
    days = {name: page.changed for name, page in pages.items() if page.listed}
    registries = library.registries
    provinces = {slug: name.name for slug, name in registries.provinces.items()}
    return {
        **{path: content for _, of in made for path, content in of.files.items()},
        **{path: make() for path, make in sitemap_files(days, address).items()},
        **search_files(search_records(library, checked.pages), KIND_NAMES, provinces, abbreviations(registries)),
        **card_files({page.card for page in pages.values()}),
    }
