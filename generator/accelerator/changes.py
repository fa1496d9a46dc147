"""What changed since the last build, rendered into the stage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import jinja2
from mkdocs.commands.build import _build_theme_template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import get_navigation
from mkdocs.utils import get_build_date

from generator.accelerator.anchors import Anchors
from generator.accelerator.configuration import code_and_templates, environment_names, settings_digest
from generator.accelerator.files import AllPages, RecordingFiles
from generator.accelerator.navigation import NamedPages
from generator.accelerator.pages import Builder, Built, captured, say
from generator.accelerator.published import damaged_files, touched_folders
from generator.accelerator.sources import Sources, came_or_went, changed_sources, read_sources
from generator.accelerator.state import Manifest, Note, State
from generator.accelerator.surroundings import Surroundings, read_surroundings
from generator.accelerator.theme import changed_files, copied_files, refuse_to_read
from generator.accelerator.tree import stamps
from generator.accelerator.unchanged import Look
from generator.processes import in_processes

_AT_ONCE = 24
"""Pages that a process takes at a time; fewer than `_FEW` are taken one by one, and fewer than `_ALONE` by this one."""
_FEW, _ALONE = 200, 6


@dataclass(slots=True)
class Changes:
    """Where the stage and the state stand after rendering; `before` is None where all was rendered."""

    before: Manifest | None
    touched: set[str]
    surroundings: Surroundings
    sources: Sources
    built: set[str]
    dates: dict[str, str]
    date: str
    nav: bytes
    templates: list[str]
    list_pages: bool
    rendered_templates: bool
    notes: dict[str, list[Note]] = field(default_factory=dict)
    anchor_notes: dict[str, list[Note]] = field(default_factory=dict)


def render_changes(
    config: MkDocsConfig, state: State, site: Path, cache: Path, processes: int, seen: Look | None
) -> Changes:
    """Render what changed into the folder that the settings name, and put into the state what is to be known of it."""
    if seen and not state.stands(seen.last.serial):
        seen = None
    before = seen.last if seen else state.manifest()
    copied = copied_files(config)
    surroundings = read_surroundings(
        code_and_templates(config), environment_names(config), settings_digest(config), set(copied.values()), before
    )
    if before and (before.key != surroundings.key or before.site_dir != str(site) or not site.is_dir()):
        before = None
    if before is None:
        state.clear()
    elif seen is None:
        damaged, touched = damaged_files(str(site), before.outputs), touched_folders(str(site), before.folders)
        seen = Look(before, stamps(config.docs_dir), damaged, touched)
    env = config.theme.get_env()
    templates = cache / "templates"
    templates.mkdir(exist_ok=True)
    env.bytecode_cache = jinja2.FileSystemBytecodeCache(str(templates))
    refuse_to_read(env, copied.values())
    return _Rendering(config, state, env, seen if before else None, surroundings, copied).changes(processes)


class _Rendering:
    def __init__(
        self,
        config: MkDocsConfig,
        state: State,
        env: jinja2.Environment,
        seen: Look | None,
        surroundings: Surroundings,
        copied: dict[str, str],
    ) -> None:
        self.config = config
        self.state = state
        self.env = env
        self.copied = copied
        self.before = before = seen.last if seen else None
        self.surroundings = surroundings
        self.date = get_build_date()
        self.sources = read_sources(config, env, seen.sources if seen else stamps(config.docs_dir), before)
        self.damaged = seen.damaged if seen else set()
        self.touched = seen.touched if seen else set()
        self.files = RecordingFiles(config, self.sources.inclusions, self.sources.theme_files)
        self.nav = get_navigation(self.files, config)
        self.dates: dict[str, str] = {}
        self.all_pages = AllPages(self.files, config, self.dates)
        self.named = NamedPages(self.nav, config, before.nav if before else None)
        self.builder = Builder(config, self.files, self.nav, env, self.all_pages, self.named.asked)

    def changes(self, processes: int) -> Changes:
        """All steps in turn."""
        before, sources = self.before, self.sources
        changed = (
            changed_sources(sources, before, self.damaged) if before else {*sources.inclusions, *sources.theme_files}
        )
        if before:
            changed |= changed_files(self.copied, self.surroundings, before)
        pages = self._pages_to_build(changed)
        nav_changed = self._read_navigation(pages)
        if nav_changed:
            pages = set(sources.pages)
            self._read_navigation(pages)
        notes = self._build_pages(pages, changed.intersection(sources.static_files()), processes)
        rendered = self._templates_differ(changed, nav_changed)
        list_pages = before.list_pages if before else False
        templates = before.templates if before else []
        if rendered:
            with captured() as notes[""]:
                templates = self._render_templates()
            list_pages = self.all_pages.asked
        elif before:
            notes[""] = before.notes.get("", [])
        anchor_notes = self._check_anchors()
        for found in filter(None, map(_telling, (notes, anchor_notes))):
            for uri in ["", *sources.pages]:
                say(found.get(uri, []))
        return Changes(
            before, self.touched, self.surroundings, sources, pages, self.dates, self.date, self.named.kept(),
            templates, list_pages, rendered, _telling(notes), _telling(anchor_notes),
        )  # fmt: skip

    def _pages_to_build(self, changed: set[str]) -> set[str]:
        before, pages = self.before, self.sources.pages
        if before is None:
            return set(pages)
        wanted = changed | self.state.readers(came_or_went(self.sources, before))
        if before.date != self.date:
            wanted |= {uri for uri, date in before.dates.items() if date == before.date}
        return wanted & pages.keys()

    def _read_navigation(self, pages: set[str]) -> bool:
        """Read those of its pages that are to be built, recall the others; whether it looks another way now."""
        for page in self.nav.pages:
            uri = page.file.src_uri
            if uri in pages or not self.named.recall(page):
                pages.add(uri)
                if not self.builder.peek(page):
                    self.builder.populate(page)
        self.named.watch()
        return self.before is not None and self.named.changed()

    def _copy(self, uri: str) -> None:
        file = self.files.file(uri)
        assert file is not None
        file.copy_file()
        self.files.forget(uri)

    def _build_pages(self, pages: set[str], copied: set[str], processes: int) -> dict[str, list[Note]]:
        before, sources, state = self.before, self.sources, self.state
        notes = {uri: list(found) for uri, found in before.notes.items() if uri in sources.pages} if before else {}
        dates: dict[str, str] = {}
        if before:
            state.drop(before.destinations.keys() - sources.pages.keys())
            dates |= before.dates
        self.anchors = Anchors(state, pages if before else ())
        for made in self._built(pages, copied, processes):
            state.put((built.record for built in made), new=before is None)
            for built in made:
                self.anchors.add(built.record)
                self.named.asked |= built.asked
                dates[built.record.uri] = built.date
                if built.notes or before:
                    notes[built.record.uri] = built.notes
        self.dates |= {uri: dates[uri] for uri in sources.pages}
        return notes

    def _built(self, pages: set[str], copied: set[str], processes: int) -> Iterator[list[Built]]:
        """Many in their order; few with the longest first, so that no process waits long for another."""
        in_order = [uri for uri in self.sources.pages if uri in pages]
        if few := len(pages) + len(copied) < _FEW:
            in_order.sort(key=lambda uri: -self.sources.stamps[uri][2])
        if len(pages) < _ALONE:
            processes = 1
        items = [*in_order, *sorted(copied)]
        return in_processes(items, self._building, processes=processes, at_once=1 if few else _AT_ONCE)

    def _building(self, _: int) -> Callable[[Sequence[str]], list[Built]]:
        return lambda uris: list(filter(None, map(self._build_or_copy, uris)))

    def _build_or_copy(self, uri: str) -> Built | None:
        if uri not in self.sources.pages:
            self._copy(uri)
            return None
        page = self.files.page(uri)
        built = self.builder.build(page)
        if page not in self.nav.pages:
            self.files.forget(uri)
        return built

    def _templates_differ(self, changed: set[str], nav_changed: bool) -> bool:
        before = self.before
        if before is None or nav_changed or not self.damaged.isdisjoint(before.templates):
            return True
        if (before.list_pages and before.dates != self.dates) or before.dates.keys() != self.dates.keys():
            return True
        places = {place for name in self.config.theme.static_templates for place in (name, f"{name}.gz")}
        return not places.isdisjoint({*self.sources.inclusions, *before.inclusions})

    def _render_templates(self) -> list[str]:
        stage, made = Path(self.config.site_dir), []
        for name in sorted(self.config.theme.static_templates):
            _build_theme_template(name, self.env, self.all_pages, self.config, self.nav)  # type: ignore[arg-type]
            made += [place for place in (name, f"{name}.gz") if (stage / place).is_file()]
        return made

    def _check_anchors(self) -> dict[str, list[Note]]:
        dead, pages = self.anchors.dead(self.files, self.config), self.sources.pages
        kept = self.before.anchor_notes if self.before else {}
        return {uri: notes for uri, notes in kept.items() if uri not in self.anchors.checked and uri in pages} | dead


def _telling(notes: dict[str, list[Note]]) -> dict[str, list[Note]]:
    return {uri: list(found) for uri, found in notes.items() if found}
