"""The whole of ingest in one call, for tests of what must hold for every text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.check import load
from generator.ingest.answer import answer
from generator.ingest.answer_schema import Answer
from generator.ingest.drafting.draft import Draft
from generator.ingest.drafting.drafted import make_draft
from generator.ingest.drafting.known import Known
from generator.ingest.extract import Extraction, extract, extract_line
from generator.ingest.found import Raw
from generator.ingest.lexicon import Lexicon
from generator.ingest.near_duplicates import sketch
from generator.ingest.reading.plain import plain
from generator.library.library import Library
from generator.library.link import link
from tests.project import ROOT, TODAY


@dataclass(frozen=True)
class Ingested:
    """What one text became."""

    extraction: Extraction
    answer: Answer
    draft: Draft


@cache
def library() -> Library:
    """The library of the portal's own content and registries."""
    loaded = load(ROOT)
    assert loaded.registries is not None
    made, _ = link(loaded.sources, loaded.registries, today=TODAY, drafts=True, complete=False)
    return made


@cache
def lexicon() -> Lexicon:
    """The lexicon of the portal's own registries."""
    return Lexicon(library().registries)


def ingested(text: str, *, known: Known | None = None, today: date = TODAY) -> Ingested:
    """A text read, extracted, answered and drafted, as `portal ingest` does it."""
    extraction = extract(Raw(text=plain(text), kind="txt"), lexicon())
    sketch(extraction.story.passage.text)
    draft = make_draft(extraction, known or Known(library()), today=today, file="bai.txt")
    return Ingested(extraction, answer(extraction, "bai.txt", draft.diagnostics), draft)


def answered_line(text: str) -> Answer:
    """A text answered as one line of `portal ingest --text`."""
    return answer(extract_line(text, lexicon()), "-:1", whole=False)
