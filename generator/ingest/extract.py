"""Composes the rules: a raw article → everything found in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from generator.ingest.dates.publication import publication
from generator.ingest.dates.resolve import resolve_dates
from generator.ingest.dates.written import find_written_dates
from generator.ingest.documents.documents import find_documents
from generator.ingest.documents.targets import find_targets
from generator.ingest.events.events import find_events
from generator.ingest.events.platforms import find_platforms
from generator.ingest.events.topics import find_topics
from generator.ingest.found import (
    DocumentFound,
    EventFound,
    FigureFound,
    Header,
    IndicatorFound,
    PlaceFound,
    PlatformFound,
    Raw,
    TargetFound,
    TopicFound,
)
from generator.ingest.geography.parts import roles, split_parts
from generator.ingest.geography.places import find_places
from generator.ingest.geography.provinces import find_provinces
from generator.ingest.lexicon import Lexicon
from generator.ingest.measures.figures import find_figures
from generator.ingest.measures.indicators import find_indicators
from generator.ingest.opening.open_article import open_article
from generator.ingest.passage import Passage
from generator.ingest.story import Story
from generator.text import nfc


@dataclass(frozen=True, kw_only=True)
class Extraction:
    """A raw article, its story, and the facts found."""

    raw: Raw
    story: Story
    documents: tuple[DocumentFound, ...]
    indicators: tuple[IndicatorFound, ...]
    targets: tuple[TargetFound, ...]
    platforms: tuple[PlatformFound, ...]
    figures: tuple[FigureFound, ...]
    places: tuple[PlaceFound, ...]
    topics: tuple[TopicFound, ...]
    events: tuple[EventFound, ...]

    @property
    def source(self) -> str:
        """The source's key: SHA-256 of the text read, in hexadecimal digits."""
        return sha256(self.story.passage.read.encode()).hexdigest()


def extract(raw: Raw, lexicon: Lexicon) -> Extraction:
    """Everything a raw article tells, as far as the rules can tell; never raises on any text."""
    passage, header = open_article(raw, lexicon)
    return _extracted(raw, passage, header, lexicon)


def extract_line(line: str, lexicon: Lexicon) -> Extraction:
    """Everything one line tells, taken as running text: it has no title, byline or noise."""
    raw = Raw(text=nfc(line), kind="line")
    return _extracted(raw, Passage(raw.text), Header(), lexicon)


def _extracted(raw: Raw, passage: Passage, header: Header, lexicon: Lexicon) -> Extraction:
    story = _story(passage, header, lexicon)
    documents = find_documents(story)
    platforms = find_platforms(story)
    return Extraction(
        raw=raw,
        story=story,
        documents=documents,
        indicators=find_indicators(story),
        targets=find_targets(story),
        platforms=platforms,
        figures=find_figures(story),
        places=find_places(story),
        topics=find_topics(story),
        events=find_events(story, documents, platforms),
    )


def _story(passage: Passage, header: Header, lexicon: Lexicon) -> Story:
    """The article with its dates and provinces, before facts are looked for."""
    written = find_written_dates(passage)
    published = publication(written, header, passage)
    provinces = find_provinces(passage, lexicon)
    parts = split_parts(passage, header, provinces, lexicon)
    subjects, mentions = roles(passage, header, provinces, parts)
    return Story(
        passage=passage,
        header=replace(header, published=published),
        dates=resolve_dates(written, published, passage),
        provinces=provinces,
        parts=parts,
        subjects=subjects,
        mentions=mentions,
        lexicon=lexicon,
    )
