"""The shape of an answer of `portal ingest --json`, and its JSON Schema."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, TypeAdapter, with_config
from typing_extensions import TypedDict


class PublishedAnswer(TypedDict):
    """When it was published: EDTF, the hour where told, and why where it is inferred."""

    edtf: str
    time: str | None
    inferred: bool
    reason: str | None


class ProvincesAnswer(TypedDict):
    """Names of the registry, without tỉnh or thành phố."""

    subject: list[str]
    mention: list[str]


class DocumentAnswer(TypedDict):
    """A legal document; `number` in normal form, `date` EDTF."""

    kind: str
    number: str | None
    date: str | None
    issuer: str | None
    start: int
    end: int


class IndicatorAnswer(TypedDict):
    """A rank or score of a province (null: the country)."""

    province: str | None
    index: str
    year: int | None
    measure: str
    rank: int | None
    of: int | None
    score: float | None
    rank_change: int | None
    start: int
    end: int


class DateAnswer(TypedDict):
    """A date expression; „--10-10": every year, „XXXX-10-10": the year cannot be told."""

    text: str
    start: int
    end: int
    edtf: str


class EventAnswer(TypedDict):
    """An event; no provinces: national."""

    name: str
    kind: str
    date: str | None
    recurs: str | None
    provinces: list[str]
    theme: str | None
    place: str | None
    status: str | None
    inferred: bool
    start: int
    end: int


class TargetAnswer(TypedDict):
    """What is to be reached, by when (EDTF)."""

    province: str | None
    by: str | None
    text: str
    start: int
    end: int


class PlaceAnswer(TypedDict):
    """A place below the province."""

    name: str
    within: str | None
    province: str | None
    start: int
    end: int


class FigureAnswer(TypedDict):
    """A number, its unit and period (EDTF); `text` reads as one phrase."""

    province: str | None
    label: str
    value: float
    unit: str | None
    period: str | None
    qualifier: str | None
    text: str
    start: int
    end: int


class DiagnosticAnswer(TypedDict):
    """What is missing or doubtful, and what to do."""

    code: str
    severity: str
    message: str
    hint: str


@with_config(ConfigDict(title="portal ingest --json", extra="forbid"))
class Answer(TypedDict):
    """What one raw article tells; start and end are characters of the text read (NFC), end excluded."""

    file: str
    title: str | None
    published: PublishedAnswer | None
    authors: list[str]
    publisher: str | None
    provinces: ProvincesAnswer
    documents: list[DocumentAnswer]
    indicators: list[IndicatorAnswer]
    dates: list[DateAnswer]
    events: list[EventAnswer]
    targets: list[TargetAnswer]
    platforms: list[str]
    places: list[PlaceAnswer]
    figures: list[FigureAnswer]
    topics: list[str]
    noise: list[str]
    diagnostics: list[DiagnosticAnswer]


def answer_schema() -> dict[str, Any]:
    """The JSON Schema of an answer."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(Answer).json_schema()}
