"""What ingest answers for a raw article, as facts by field, in the attributes that gold has."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.ingest.answer import answer
from generator.ingest.answer_schema import Answer, FigureAnswer
from generator.ingest.extract import Extraction, extract
from generator.ingest.lexicon import Lexicon
from generator.ingest.reading.read import read_bytes
from generator.text import nfc, number_vi
from tests.ingest.scoring.gold import Value, as_value, together

Facts = Mapping[str, list[dict[str, Value]]]

_INDICATOR = ("province", "index", "year", "measure", "rank", "of", "score", "rank_change")


def answered(path: Path, lexicon: Lexicon) -> tuple[Facts, str]:
    """The facts ingest finds in a file, and the text it takes for the article."""
    raw, problems = read_bytes(path.read_bytes(), path.name)
    if raw is None:
        raise ValueError(f"{path}: {[p.message for p in problems]}")
    extraction = extract(raw, lexicon)
    return facts_of(answer(extraction, path.name), _dateline(extraction)), extraction.story.passage.text


def facts_of(told: Answer, dateline: range = range(0)) -> Facts:
    """The facts of an answer; dates on the line that says when the article was published are not counted."""
    facts: dict[str, list[dict[str, Value]]] = {
        "title": _values([told["title"]] if told["title"] else []),
        "publisher": _values([told["publisher"]] if told["publisher"] else []),
        "authors": _values(told["authors"]),
        "subject": _values(told["provinces"]["subject"]),
        "mention": _values(told["provinces"]["mention"]),
        "platforms": _values(told["platforms"]),
        "topics": _values(told["topics"]),
        "places": _values([f"{p['name']} ({p['within']})" if p["within"] else p["name"] for p in told["places"]]),
        "noise": [],
        "published": [_only(told["published"], "edtf", "time", "inferred")] if told["published"] else [],
        "documents": [_only(d, "kind", "number", "date", "issuer") for d in told["documents"]],
        "indicators": [_only(i, *_INDICATOR) for i in told["indicators"]],
        "targets": [_only(t, "text", "province", "by") for t in told["targets"]],
        "figures": [{"text": _figure(f), "province": f["province"]} for f in told["figures"]],
        "dates": [_only(d, "text", "edtf") for d in told["dates"] if d["start"] not in dateline],
    }
    facts["events"] = [
        _only(e, "name", "kind", "recurs", "theme", "status", "inferred")
        | {"edtf": e["date"], "provinces": together(e["provinces"])}
        for e in told["events"]
    ]
    return facts


def _figure(told: FigureAnswer) -> str:
    """A figure without its period."""
    return " ".join(filter(None, (told["label"] + ":", told["qualifier"], number_vi(told["value"]), told["unit"])))


def _dateline(extraction: Extraction) -> range:
    """Where the text states its day of publication; an inferred one rests on a date of the running text."""
    published = extraction.story.header.published
    if published is None or published.found is None or published.inferred:
        return range(0)
    return range(published.found.start, published.found.end)


def _values(values: list[str]) -> list[dict[str, Value]]:
    return [{"value": nfc(value)} for value in values]


def _only(told: Mapping[str, Any], *names: str) -> dict[str, Value]:
    return {name: as_value(told[name]) for name in names}
