"""One run of ingest over a project: raw articles in, drafts written or proposed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import unified_diff
from pathlib import Path

from generator.check import Loaded, load
from generator.diagnostics import Diagnostic, Severity, Spot, diagnose, has_errors
from generator.files import write_new
from generator.ingest.drafting.against_library import AgainstLibrary
from generator.ingest.drafting.draft import Draft
from generator.ingest.drafting.drafted import make_draft, resolved
from generator.ingest.drafting.known import Known
from generator.ingest.extract import Extraction, extract
from generator.ingest.found import Raw
from generator.ingest.lexicon import Lexicon
from generator.ingest.near_duplicates import Sketch, Sketches, sketch
from generator.ingest.store import SourceStore
from generator.library.checks import same_address, title_and_date
from generator.library.library import Library
from generator.library.link import link
from generator.pages.refs import contradicted_thing
from generator.sources.articles import SourceArticle, article_paths
from generator.sources.registries import SourceRegistries
from generator.text import fold


class ContentUnreadable(Exception):
    """The registries cannot be read; `diagnostics` say why."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__("the registries cannot be read")
        self.diagnostics = diagnostics


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one raw article: `path` is where its draft stands or would stand, `diff` a proposal for it."""

    file: str
    diagnostics: tuple[Diagnostic, ...]
    extraction: Extraction | None = None
    draft: Draft | None = None
    path: str | None = None
    written: bool = False
    diff: str | None = None

    @property
    def failed(self) -> bool:
        """Whether an error kept it from being ingested."""
        return has_errors(self.diagnostics)


class Ingestion:
    """Knows the library as it was when the run began, and what the run has added."""

    def __init__(self, project: Path, *, today: date, dry_run: bool) -> None:
        """Read the project; raises ContentUnreadable. Unless it is a dry run, nobody else may write articles now."""
        self._store = SourceStore(project)
        if not dry_run:
            self._store.tidy()
        loaded = load(project)
        if loaded.registries is None:
            raise ContentUnreadable(loaded.diagnostics)
        self.project = project
        self.today = today
        self.dry_run = dry_run
        self.lexicon = Lexicon(loaded.registries)
        library = _library(loaded, loaded.registries, today)
        self._library = library
        self._known = Known(library)
        self._against = AgainstLibrary(library)
        self._paths = {s.article.source: s.path for s in loaded.sources if s.article.source}
        self._addresses = {same_address(s.article.url): s.path for s in loaded.sources if s.article.url}
        self._titles = {title: s.path for s in loaded.sources if (title := title_and_date(s.article))}
        self._slugs = {path.stem for path in article_paths(project)}
        self._sketches = Sketches()
        for source, drawn in self._store.sketches():
            if source in self._paths:
                self._sketches.add(self._paths[source], drawn)

    def ingest(self, raw: Raw, file: str, found: Iterable[Diagnostic] = ()) -> Outcome:
        """Extract, link, and write the draft unless it is a dry run or the source is known."""
        extraction = extract(raw, self.lexicon)
        draft = make_draft(extraction, self._known, today=self.today, file=file)
        there = self._path_of(extraction)
        path = there or self._free_path(draft)
        outcome = Outcome(
            file=file,
            diagnostics=(*found, *draft.diagnostics, *self._contradictions(draft, path, file)),
            extraction=extraction,
            draft=draft,
            path=path,
        )
        return self._proposed(outcome, draft, there) if there else self._added(outcome, draft, path, extraction)

    def _path_of(self, extraction: Extraction) -> str | None:
        """The article that a source was made into before, told by its text, its address, or its title and day."""
        header = extraction.story.header
        published = extraction.story.published
        title = (fold(header.title), published.text) if header.title and published else None
        return (
            self._paths.get(extraction.source)
            or (self._addresses.get(same_address(header.url)) if header.url else None)
            or (self._titles.get(title) if title else None)
        )

    def _free_path(self, draft: Draft) -> str:
        slug, number = draft.slug, 1
        while slug in self._slugs:
            number += 1
            slug = f"{draft.slug}-{number}"
        return f"content/articles/{draft.year}/{slug}.md"

    def _contradictions(self, draft: Draft, path: str, file: str) -> Iterable[Diagnostic]:
        article = resolved(draft, path, self.lexicon.registries)
        for c in self._against.contradictions(article) if article else ():
            told = "; ".join(f"{t.value} ({', '.join(dict.fromkeys(f.article for f in t.facts))})" for t in c.tellings)
            thing = contradicted_thing(self._library, c).text
            yield diagnose("ingest-contradiction", Spot(file, field=c.sort), thing=thing, told=told)

    def _proposed(self, outcome: Outcome, draft: Draft, there: str) -> Outcome:
        """What a second ingest would change in the article that is there."""
        known = diagnose("ingest-same-source", Spot(outcome.file), path=there)
        try:
            before = (self.project / there).read_text(encoding="utf-8")
        except OSError:
            before = ""
        diff = "\n".join(
            unified_diff(before.splitlines(), draft.text.splitlines(), there, "portal ingest", lineterm="")
        )
        return replace(outcome, diagnostics=(*outcome.diagnostics, known), diff=diff)

    def _added(self, outcome: Outcome, draft: Draft, path: str, extraction: Extraction) -> Outcome:
        drawn = sketch(extraction.story.passage.text)
        if near := self._sketches.nearest(drawn):
            alike = diagnose("ingest-near-duplicate", Spot(outcome.file), path=near[0], percent=round(100 * near[1]))
            outcome = replace(outcome, diagnostics=(*outcome.diagnostics, alike))
        if not self.dry_run:
            outcome = self._written(outcome, draft, path, drawn)
        if not outcome.failed:
            self._remember(extraction, path, drawn)
        return outcome

    def _written(self, outcome: Outcome, draft: Draft, path: str, drawn: Sketch) -> Outcome:
        assert outcome.extraction is not None
        try:
            self._store.put(outcome.extraction.source, outcome.extraction.story.passage.read, drawn)
            write_new(self.project / path, draft.text)
        except OSError as error:
            problem = error.strerror or "đã có tệp cùng tên"
            failure = diagnose("ingest-unwritable", Spot(outcome.file), path=path, problem=problem)
            return replace(outcome, diagnostics=(*outcome.diagnostics, failure))
        return replace(outcome, written=True)

    def _remember(self, extraction: Extraction, path: str, drawn: Sketch) -> None:
        self._slugs.add(Path(path).stem)
        self._paths[extraction.source] = path
        header, published = extraction.story.header, extraction.story.published
        if header.url:
            self._addresses[same_address(header.url)] = path
        if header.title and published:
            self._titles[fold(header.title), published.text] = path
        self._sketches.add(path, drawn)


def _library(loaded: Loaded, registries: SourceRegistries, today: date) -> Library:
    """The library of every article without errors; the others are for `portal check`."""
    broken = {d.spot.path for d in loaded.diagnostics if d.severity is Severity.ERROR}
    sources: list[SourceArticle] = [s for s in loaded.sources if s.path not in broken]
    library, found = link(sources, registries, today=today, drafts=True, complete=False)
    if has_errors(found):
        broken = {d.spot.path for d in found if d.severity is Severity.ERROR}
        sources = [s for s in sources if s.path not in broken]
        library, _ = link(sources, registries, today=today, drafts=True, complete=False)
    return library
