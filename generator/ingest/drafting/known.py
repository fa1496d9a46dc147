"""Which known event, document or platform a found one is, or the new id it gets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator import edtf
from generator.ingest.found import DocumentFound, EventFound, PlatformFound
from generator.library.library import Library
from generator.library.things import Document, Event, Platform
from generator.text import fold, short_slug, slug

_SAME_NAME = 0.5


class Known:
    """The library's events, documents and platforms, by what a telling of them has in common.

    Ids given to new things are remembered, so that two articles of one run that tell one thing share its id.
    """

    def __init__(self, library: Library) -> None:
        self._names = {unit.id: unit.name_slug for unit in library.registries.units.values()}
        self._events: dict[str, list[Event]] = defaultdict(list)
        for event in library.events.values():
            self._events[event.kind].append(event)
        self._documents: dict[str, list[Document]] = defaultdict(list)
        for document in library.documents.values():
            self._documents[_serial(document.number)].append(document)
        self._platforms: dict[str, list[Platform]] = defaultdict(list)
        for platform in library.platforms.values():
            self._platforms[slug(platform.name)].append(platform)
        self._taken = {*library.events, *library.documents, *library.platforms}
        self._given: dict[tuple[str, object], str] = {}
        self._numbers: dict[str, int] = {}

    def event(self, found: EventFound) -> tuple[str, str]:
        """The id of an event, and the name it is told under (the known one's where it is known)."""
        for event in self._events[found.kind]:
            if self._same_event(found, event):
                return event.id, event.name
        year = found.date[:4] if found.date and found.date[:4].isdigit() else ""
        name = short_slug(found.name)
        first = name if not year or year in name else f"{name}-{year}"
        return self._new(first, ("event", found.kind, found.date, found.provinces, fold(found.name))), found.name

    def _same_event(self, found: EventFound, known: Event) -> bool:
        if set(found.provinces) != self._slugs(known.provinces):
            return False
        if found.date is None or known.date is None or edtf.disjoint(edtf.parse(found.date), known.date):
            return False
        if found.series or known.series:
            return found.series == known.series
        return _shared(found.name, known.name) >= _SAME_NAME

    def document(self, found: DocumentFound) -> str:
        """The id of a legal document."""
        if found.number:
            for document in self._documents[_serial(found.number)]:
                if self._same_document(found, document):
                    return document.id
        parts = [found.kind, found.number or found.subject or found.issuer or ""]
        if found.province and (found.number or found.province not in slug(" ".join(parts))):
            parts.append(found.province)
        if found.province and found.date:
            parts.append(found.date[:4].strip("[."))
        telling = ("document", found.kind, found.number, found.date, found.province)
        return self._new(short_slug(" ".join(parts)), telling)

    def _same_document(self, found: DocumentFound, known: Document) -> bool:
        if known.kind and known.kind != found.kind:
            return False
        if found.province != (self._names[known.province] if known.province else None):
            return False
        if found.date and known.date and edtf.disjoint(edtf.parse(found.date), known.date):
            return False
        whole = {slug(found.number or ""), slug(known.number or "")}
        return len(whole) == 1 or any(number.isdigit() for number in whole)

    def platform(self, found: PlatformFound) -> str:
        """The id of a platform."""
        if found.id:
            return found.id
        name = slug(found.name)
        for platform in self._platforms[name]:
            if set(found.provinces) & self._slugs(platform.provinces) or not (found.provinces or platform.provinces):
                return platform.id
        return self._new(short_slug(found.name), ("platform", name, found.provinces))

    def _slugs(self, units: Iterable[str]) -> set[str]:
        return {self._names[unit] for unit in units}

    def _new(self, wanted: str, telling: object) -> str:
        """The wanted id, numbered from 2 where it means another thing."""
        wanted = wanted or "khong-ten"
        if (wanted, telling) not in self._given:
            number = self._numbers.get(wanted, 1)
            while (key := wanted if number == 1 else f"{wanted}-{number}") in self._taken:
                number += 1
            self._numbers[wanted] = number
            self._taken.add(key)
            self._given[wanted, telling] = key
        return self._given[wanted, telling]


def _serial(number: str | None) -> str:
    """The digits a document's number starts with: 505 of 505/QĐ-TTg."""
    return slug(number or "").partition("-")[0]


def _shared(a: str, b: str) -> float:
    """The share of syllables that two names have in common (Jaccard)."""
    first, second = set(fold(a).split()), set(fold(b).split())
    return len(first & second) / len(first | second)
