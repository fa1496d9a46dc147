"""What an article does not say, or what is doubtful in what was found: each with what an editor can do."""

from __future__ import annotations

from collections.abc import Iterable

from generator import edtf
from generator.diagnostics import Diagnostic, Spot, diagnose
from generator.ingest.extract import Extraction
from generator.ingest.story import Story


def doubts(extraction: Extraction, file: str) -> list[Diagnostic]:
    """Everything missing or doubtful in an extraction from the file."""
    story = extraction.story
    return [*_header(story, file), *_facts(extraction, file)]


def _header(story: Story, file: str) -> Iterable[Diagnostic]:
    header, published = story.header, story.header.published
    if header.title is None:
        suggested = f" Gợi ý từ câu mở đầu: “{header.suggested_title}”." if header.suggested_title else ""
        yield diagnose("ingest-no-title", Spot(file, field="title"), suggested=suggested)
    if published is None:
        yield diagnose("ingest-no-date", Spot(file, field="published"))
    elif published.inferred:
        shown = edtf.date_vi(edtf.parse(published.edtf))
        yield diagnose(
            "ingest-inferred-date", Spot(file, field="published"), date=shown, reason=published.reason or "văn cảnh"
        )
    if header.publisher is None:
        origin = f" Bài ghi lấy lại từ “{header.origin}”." if header.origin else ""
        yield diagnose("ingest-no-publisher", Spot(file, field="publisher"), origin=origin)
    elif header.publisher_id is None:
        yield diagnose("ingest-new-publisher", Spot(file, field="publisher"), name=header.publisher)
    if not header.authors:
        yield diagnose("ingest-no-author", Spot(file, field="authors"))
    if header.url is None:
        yield diagnose("ingest-no-url", Spot(file, field="url"))


def _facts(extraction: Extraction, file: str) -> Iterable[Diagnostic]:
    story = extraction.story
    if not story.subjects:
        yield diagnose("ingest-no-province", Spot(file, field="provinces"))
    if any(p.province_inferred for p in story.parts):
        yield diagnose("ingest-inferred-province", Spot(file, field="provinces"))
    for event in extraction.events:
        if event.date is None and event.recurs is None:
            yield diagnose("ingest-undated-event", Spot(file, field="events"), name=event.name)
    for date in story.dates:
        if not date.dated and not date.recurs:
            text = story.passage.read[date.start : date.end]
            yield diagnose("ingest-date-without-year", Spot(file, field="dates"), text=text)
    for indicator in extraction.indicators:
        if indicator.year is None:
            text = story.passage.read[indicator.start : indicator.end]
            yield diagnose("ingest-indicator-without-year", Spot(file, field="indicators"), text=text)
