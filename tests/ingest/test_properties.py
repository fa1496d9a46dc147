"""What holds for every text that is ingested: nothing raises, evidence points at the text, a draft can be read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import permutations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator import edtf
from generator.diagnostics import has_errors
from generator.ingest.answer_schema import answer_schema
from generator.ingest.drafting.known import Known
from generator.ingest.found import Found
from generator.ingest.reading.read import read_bytes
from generator.library.references import resolve_references
from generator.sources.articles import read_article
from tests.ingest.pipeline import Ingested, answered_line, ingested, library
from tests.ingest.realistic import anything, decomposed, headed, news, texts
from tests.project import TODAY

SCHEMA = Draft202012Validator(answer_schema())
QUOTED = re.compile(r"“[^”]*”")
LONGEST_COPY = 60


def examples(number: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The settings of a property that is tried on so many texts."""
    return settings(max_examples=number, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def facts(found: Ingested) -> Iterator[Found]:
    """Everything found, dates and provinces too."""
    x = found.extraction
    yield from (*x.story.dates, *x.story.provinces, *x.documents, *x.indicators, *x.targets, *x.platforms)
    yield from (*x.figures, *x.places, *x.topics, *x.events)


@examples(150)
@given(texts)
def test_evidence_lies_within_the_text(text: str) -> None:
    found = ingested(text)
    read = found.extraction.story.passage.read
    assert [f for f in facts(found) if not 0 <= f.start < f.end <= len(read)] == []
    assert [f for f in facts(found) if not read[f.start : f.end].strip()] == []
    assert [d for d in found.answer["dates"] if d["text"] != read[d["start"] : d["end"]]] == []


@examples(150)
@given(texts)
def test_answers_follow_the_schema(text: str) -> None:
    SCHEMA.validate(ingested(text).answer)
    SCHEMA.validate(answered_line(text))


@examples(150)
@given(texts)
def test_every_date_is_edtf(text: str) -> None:
    found = ingested(text)
    for told in found.answer["dates"]:
        if told["edtf"].startswith("--"):
            edtf.parse_recurring(told["edtf"])
        else:
            edtf.parse(told["edtf"].replace("XXXX", "2024", 1).replace("XXXX", "2028").replace("XX", "01"))
    x = found.extraction
    others = [*(d.date for d in x.documents), *(e.date for e in x.events), *(t.by for t in x.targets)]
    for value in (*others, *(f.period for f in x.figures)):
        if value is not None:
            edtf.parse(value)


@examples(100)
@given(texts)
def test_nfd_is_answered_as_nfc(text: str) -> None:
    assert ingested(decomposed(text)).answer == ingested(text).answer
    assert answered_line(decomposed(text)) == answered_line(text)


@examples(50)
@given(texts)
def test_an_answer_is_the_same_again(text: str) -> None:
    assert json.dumps(ingested(text).answer) == json.dumps(ingested(text).answer)


@examples(20)
@given(st.lists(headed, min_size=2, max_size=3, unique=True))
def test_an_answer_does_not_depend_on_what_came_before(several: list[str]) -> None:
    alone = {text: ingested(text) for text in several}
    for order in permutations(several):
        known = Known(library())
        for text in order:
            found = ingested(text, known=known)
            assert found.answer == alone[text].answer
            assert found.extraction.source == alone[text].extraction.source


@examples(200)
@given(texts, st.integers(-2000, 400).map(lambda days: TODAY + timedelta(days)))
def test_a_draft_passes_the_checks_of_an_article(text: str, today: date) -> None:
    draft = ingested(text, today=today).draft
    source, problems = read_article(draft.text.encode(), f"content/articles/{draft.year}/{draft.slug}.md")
    assert problems == []
    assert source is not None
    article, problems = resolve_references(source, library().registries)
    assert problems == []
    assert draft.article in (None, article)
    assert [c.sentence for c in draft.claims if not c.sentence.strip()] == []


@examples(100)
@given(texts)
def test_a_draft_reads_back_as_it_was_meant(text: str) -> None:
    """What is written unquoted must not come back as a number or null: „Nghị quyết số 08"."""
    draft = ingested(text).draft
    source, _ = read_article(draft.text.encode(), f"content/articles/{draft.year}/{draft.slug}.md")
    assert source is not None
    assert source.article.title == draft.head.get("title")
    told = {name: [c.fields for c in draft.claims if c.list == name] for name in ("documents", "platforms", "places")}
    assert [d.number for d in source.article.documents] == [d.get("number") for d in told["documents"]]
    assert [p.name for p in source.article.platforms] == [p["name"] for p in told["platforms"]]
    assert [p.name for p in source.article.places] == [p["name"] for p in told["places"]]


@examples(150)
@given(st.one_of(headed, news))
def test_the_body_of_a_draft_has_no_sentence_of_the_source(text: str) -> None:
    """What may be in it: a theme in quotation marks, and the short phrases of targets and documents."""
    found = ingested(text)
    body = " ".join(found.draft.text.partition("\n---\n")[2].split())
    for phrase in (*(t.text for t in found.extraction.targets), *(d.subject for d in found.extraction.documents)):
        body = body.replace(" ".join((phrase or "\0").split()), "")
    body = QUOTED.sub("", body)
    passage = found.extraction.story.passage
    sentences = (" ".join(passage[s].split()).rstrip(".") for s in passage.sentences)
    assert [s for s in sentences if len(s) > LONGEST_COPY and s in body] == []


@examples(60)
@given(st.one_of(texts.map(str.encode), anything.map(lambda text: text.encode("utf-16")), st.binary(max_size=300)))
def test_bytes_are_a_text_or_a_diagnostic(data: bytes) -> None:
    raw, problems = read_bytes(data, "bai.txt")
    assert (raw is None) == has_errors(problems)
    if raw is not None:
        ingested(raw.text)
