"""Generates the tree for the commands, the preview and the tests: check ▸ render ▸ write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.check import Checked, check_loaded, in_order, load
from generator.diagnostics import Diagnostic
from generator.incremental.article_files import Kept
from generator.incremental.changes import files_now
from generator.incremental.generation import Generation
from generator.incremental.run import Look, Run, cache_of, look
from generator.incremental.titles import PlannedTitles
from generator.output.cards import card_files
from generator.output.families import Publishing
from generator.output.search.index import search_files
from generator.output.search.records import KIND_NAMES, abbreviations, search_records
from generator.output.sitemap import sitemap_files
from generator.output.write import Content
from generator.pages.all import OF_THINGS
from generator.processes import apart, give_memory_back, rare_collections
from generator.stages import Stages

if TYPE_CHECKING:
    from generator.incremental.anew import All, Anew

MANY = 2_000
"""So many articles, and all that is made of them anew is made in a process of its own, for the sake of the memory."""


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
        return replace(run, diagnostics=in_order(run.diagnostics))
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
            checked = check_loaded(loaded, publishing.today, publishing.drafts)
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
