"""Facts found → entries of the front matter, each with the sentence of our own that tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from generator import edtf
from generator.ingest import wording
from generator.ingest.drafting.known import Known
from generator.ingest.extract import Extraction
from generator.ingest.found import (
    DocumentFound,
    EventFound,
    FigureFound,
    Found,
    IndicatorFound,
    PlaceFound,
    PlatformFound,
    TargetFound,
    TopicFound,
)
from generator.model import Basis, Status
from generator.text import upper_first

ProvinceKey = Callable[[str, str | None], str | None]
"""The key of a province's name for a fact of that EDTF date; None where it cannot be told."""

_Fields = dict[str, Any]
_F = TypeVar("_F", bound=Found)
_MAY_BE_NULL = {"indicators": ("province", "year"), "targets": ("province",), "figures": ("province",)}


@dataclass(frozen=True)
class Claim:
    """An entry of a list of the front matter without `at`, and its sentence; `lost`: why it cannot be recorded."""

    list: str
    fields: _Fields
    sentence: str
    lost: str | None = None


def claims(extraction: Extraction, known: Known, key: ProvinceKey) -> list[Claim]:
    """Every fact of an extraction as an entry, in the order of the body's paragraphs."""
    return list(_Claims(extraction, known, key).all())


class _Claims:
    def __init__(self, extraction: Extraction, known: Known, key: ProvinceKey) -> None:
        self.extraction = extraction
        self.known = known
        self.key = key
        self.registries = extraction.story.lexicon.registries
        self.ambiguous = False

    def all(self) -> Iterator[Claim]:
        x = self.extraction
        yield from self._list("events", x.events, self.event, wording.event_words)
        yield from self._list("documents", x.documents, self.document, wording.document_words)
        yield from self._list(
            "indicators", x.indicators, self.indicator, lambda i: wording.indicator_words(i, self.registries)
        )
        yield from self._list("targets", x.targets, self.target, lambda t: wording.target_words(t, self.registries))
        yield from self._list(
            "platforms", x.platforms, self.platform, lambda p: f"Nền tảng: {wording.platform_words(p)}"
        )
        yield from self._list("figures", x.figures, self.figure, lambda f: upper_first(wording.figure_words(f)))
        yield from self._list("places", x.places, self.place, lambda p: f"Nơi được kể: {wording.place_words(p)}")
        yield from self._list("topics", x.topics, self.topic, self.topic_words)

    def _list(
        self, name: str, found: Iterable[_F], fields_of: Callable[[_F], _Fields], words: Callable[[_F], str]
    ) -> Iterator[Claim]:
        for fact in found:
            self.ambiguous = False
            told = {key: value for key, value in fields_of(fact).items() if value not in (None, [], ())}
            fields = dict.fromkeys(_MAY_BE_NULL.get(name, ())) | told | _grounds(fact)
            yield Claim(name, fields, words(fact), "chưa rõ đơn vị nào" if self.ambiguous else None)

    def province(self, name: str | None, date: str | None = None) -> str | None:
        key = self.key(name, date) if name else None
        self.ambiguous |= name is not None and key is None
        return key

    def provinces(self, names: Iterable[str], date: str | None = None) -> list[str]:
        return [key for name in names if (key := self.province(name, date))]

    def event(self, e: EventFound) -> _Fields:
        yearly = e.date is None and e.recurs is not None and e.series is not None
        key, name = (None, e.name) if yearly else self.known.event(e)
        return {
            "id": key,
            "name": name,
            "kind": e.kind,
            "date": e.date,
            "provinces": self.provinces(e.provinces, e.date),
            "series": e.series,
            "recurs": e.recurs,
            "theme": e.theme,
            "place": e.place,
            "status": e.status.value if e.status and e.status is not self.derived_status(e) else None,
        }

    def derived_status(self, e: EventFound) -> Status:
        """What the library takes an event's status for when it is not written."""
        published = self.extraction.story.published
        start = edtf.parse(e.date).earliest if e.date else None
        late = start and published and published.latest and start > published.latest
        return Status.ANNOUNCED if late else Status.REPORTED

    def document(self, d: DocumentFound) -> _Fields:
        return {
            "id": self.known.document(d),
            "kind": d.kind,
            "number": d.number,
            "date": d.date,
            "issuer": d.issuer,
            "subject": d.subject,
            "province": self.province(d.province, d.date),
        }

    def indicator(self, i: IndicatorFound) -> _Fields:
        return {
            "province": self.province(i.province, str(i.year) if i.year else None),
            "index": i.index,
            "year": i.year,
            "measure": i.measure,
            "rank": i.rank,
            "of": i.of,
            "top": i.top if i.rank is None else None,
            "score": i.score,
            "scale": i.scale if i.scale != 1 else None,
            "rank_change": i.rank_change,
            "table": i.table,
        }

    def target(self, t: TargetFound) -> _Fields:
        goal = t.goal and {"index": t.goal.index_id, "measure": t.goal.measure, "rank": t.goal.rank}
        return {"province": self.province(t.province), "by": t.by, "text": t.text, "goal": goal}

    def platform(self, p: PlatformFound) -> _Fields:
        key = self.known.platform(p)
        return {"id": key, "name": p.name, "kind": p.kind, "provinces": self.provinces(p.provinces)}

    def figure(self, f: FigureFound) -> _Fields:
        return {
            "province": self.province(f.province, f.period),
            "label": f.label,
            "value": f.value,
            "unit": f.unit,
            "period": f.period,
            "qualifier": f.qualifier,
        }

    def place(self, p: PlaceFound) -> _Fields:
        return {"name": p.name, "within": p.within, "province": self.province(p.province)}

    def topic(self, t: TopicFound) -> _Fields:
        return {"topic": t.topic}

    def topic_words(self, t: TopicFound) -> str:
        return f"Chủ đề: {self.registries.topics[t.topic].name}"


def _grounds(found: Found) -> _Fields:
    grounds: _Fields = {"evidence": [found.start, found.end]}
    if found.basis is not Basis.STATED:
        grounds["basis"] = found.basis.value
        if found.reason:
            grounds["reason"] = found.reason
    return grounds
