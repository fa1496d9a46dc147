"""What the pages tell of, as nodes of schema.org's vocabulary: only what is told, at the precision it is told with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.edtf import Edtf, Precision, day_vi, endpoints
from generator.library import addresses
from generator.library.library import Library
from generator.library.things import Document, Event, Platform
from generator.model import Article, Basis, DocumentClaim, EventClaim, Status
from generator.pages.refs import full_name
from generator.registry import ProvinceName, Series, Topic, Unit
from generator.text import fold, upper_first
from generator.vocabulary import DOCUMENT_KINDS

Node = dict[str, Any]

LANGUAGE = "vi"
COUNTRY: Node = {"@type": "Country", "name": "Việt Nam"}

_ISO_POINTS = (Precision.DAY, Precision.MONTH, Precision.YEAR)
_HELD = {"observance", "ceremony", "meeting", "conference", "contest", "launch", "campaign", "training"}
"""Kinds of events that take place somewhere; a decision or a ranking is of a province, not in it."""

_LAWS = DOCUMENT_KINDS[: DOCUMENT_KINDS.index("Chỉ thị") + 1]
_PLATFORM_TYPES = {"app": "SoftwareApplication", "website": "WebSite"}


@dataclass(frozen=True, slots=True)
class Things:
    """The nodes of a library's things; `address` is the site's, with a slash at its end („/" where none is set)."""

    library: Library
    address: str

    def url(self, page: str) -> str:
        """The whole address of a page."""
        return self.address + addresses.site_path(page)[1:]

    def id(self, page: str, name: str = "noi-dung") -> str:
        """The id of what a page is about, in contrast to the page itself."""
        return f"{self.url(page)}#{name}"

    def original(self, article: Article) -> Node:
        """The article that was published elsewhere, as the page of our summary cites it."""
        publisher = self.library.registries.publishers.get(article.publisher or "")
        return _without_gaps(
            {
                "@type": "NewsArticle" if publisher and publisher.kind == "press" else "Article",
                "@id": article.url or self.id(addresses.article(article.slug)),
                "url": article.url,
                "headline": article.title,
                "datePublished": _published(article),
                "publisher": _organization(publisher.name if publisher else None),
                "author": [{"@type": "Person", "name": name} for name in article.authors],
                "inLanguage": LANGUAGE,
            }
        )

    def original_ref(self, article: Article) -> Node:
        """The article that was published elsewhere, as other pages refer to it."""
        node = self.original(article)
        return {key: node[key] for key in ("@type", "@id", "url", "headline") if key in node}

    def unit(self, unit_id: str) -> Node:
        """A province as other things refer to it."""
        unit = self.library.registries.units[unit_id]
        page = addresses.province(unit.name_slug)
        return {"@type": "AdministrativeArea", "@id": self.id(page, unit.id), "name": upper_first(full_name(unit))}

    def province(self, name: ProvinceName, unit: Unit) -> Node:
        """A province with its names; one that is no more says until when it was and what it is part of."""
        after = self.library.succession.successor(unit)
        ended = f"Đến {day_vi(unit.until)}; nay thuộc {full_name(after)}." if unit.until and after else None
        return _without_gaps(
            {
                **self.unit(unit.id),
                "alternateName": list(dict.fromkeys([name.name, name.english, *name.variants])),
                "description": ended,
                "containedInPlace": COUNTRY,
                "url": self.url(addresses.province(name.slug)),
            }
        )

    def event(self, event: Event) -> Node:
        """An event; what its claims tell differently is left out."""
        page = addresses.event(event.id)
        above = [self._event_ref(event.part_of)] if event.part_of else []
        above += [self._series_ref(event.series)] if event.series else []
        contested = {c.field for c in self.library.contradictions_of("event", event.id)}
        when = {} if "date" in contested else _days(event.date, event.claims)
        took_place = bool(when) and event.status is Status.REPORTED
        return _without_gaps(
            {
                "@type": "Event",
                "@id": self.id(page),
                "name": event.name,
                "url": self.url(page),
                **when,
                "eventStatus": "https://schema.org/EventScheduled" if took_place else None,
                "location": self._location(event),
                "about": [self.unit(unit) for unit in event.provinces],
                "superEvent": above,
            }
        )

    def series(self, series: Series) -> Node:
        """A yearly day and its years."""
        years = [self._event_ref(event.id) for event in self.library.series_events(series)]
        page = addresses.event(series.id)
        return _without_gaps({**self._series_ref(series.id), "url": self.url(page), "subEvent": years})

    def document(self, document: Document) -> Node:
        """A legal document; what is not law by its kind is a work like any other."""
        page = addresses.document(document.id)
        contested = {c.field for c in self.library.contradictions_of("document", document.id)}
        days = {} if "date" in contested else _days(document.date, document.claims)
        day = days["startDate"] if days and days["startDate"] == days["endDate"] else None
        number = None if "number" in contested else document.number
        node: Node = {"@id": self.id(page), "name": document.title, "url": self.url(page)}
        node["description"] = document.subject
        issuer = _organization(document.issuer)
        where = self.unit(document.province) if document.province else None
        if document.kind in _LAWS:
            node |= {
                "@type": "Legislation",
                "legislationIdentifier": number,
                "legislationType": document.kind,
                "legislationDate": day,
                "legislationPassedBy": issuer,
                "legislationJurisdiction": where,
            }
        else:
            node |= {"@type": "CreativeWork", "identifier": number, "dateCreated": day, "creator": issuer}
        return _without_gaps(node)

    def platform(self, platform: Platform) -> Node | None:
        """A platform, where its kind has a word in schema.org."""
        kind = _PLATFORM_TYPES.get(platform.kind)
        if kind is None:
            return None
        return {"@type": kind, "@id": self.id(addresses.platform(platform.id)), "name": platform.name}

    def topic(self, topic: Topic) -> Node:
        """A topic and what is meant by it."""
        page = addresses.topic(topic.id)
        return {"@type": "DefinedTerm", "@id": self.id(page), "name": topic.name, "description": topic.about}

    def _location(self, event: Event) -> Node | None:
        """The one place that is told, else the one province of what takes place somewhere."""
        places = {claim.place for claim in event.claims if claim.place}
        if len(places) == 1:
            place = places.pop()
            online = fold(place) in ("truc tuyen", "online")
            return {"@type": "VirtualLocation" if online else "Place", "name": upper_first(place)}
        if not places and len(event.provinces) == 1 and event.kind in _HELD:
            return self.unit(event.provinces[0])
        return None

    def _event_ref(self, event_id: str) -> Node:
        name = self.library.events[event_id].name
        return {"@type": "Event", "@id": self.id(addresses.event(event_id)), "name": name}

    def _series_ref(self, series_id: str) -> Node:
        name = self.library.registries.series[series_id].name
        return {"@type": "EventSeries", "@id": self.id(addresses.event(series_id)), "name": name}


def _published(article: Article) -> str | None:
    """The day of publication (with the hour in Vietnam, if known), or the month or year alone (ISO 8601)."""
    when = article.published
    if when is None or when.precision not in _ISO_POINTS or article.published_basis is not Basis.STATED:
        return None
    exact = when.precision is Precision.DAY and article.published_time
    return f"{when.text}T{article.published_time}:00+07:00" if exact else when.text


def _days(when: Edtf | None, claims: Iterable[EventClaim | DocumentClaim]) -> Node:
    """First and last day, if an article plainly tells both to the day."""
    if when is None or not any(claim.date == when and claim.basis is Basis.STATED for claim in claims):
        return {}
    first, last = endpoints(when)
    exact = when.precision in (Precision.DAY, Precision.DURATION) and len(first) == len(last) == len("YYYY-MM-DD")
    return {"startDate": first, "endDate": last} if exact else {}


def _organization(name: str | None) -> Node | None:
    return {"@type": "Organization", "name": name} if name else None


def _without_gaps(node: Node) -> Node:
    """Without what is not known, and a list of one as that one."""
    told = {key: value for key, value in node.items() if value}
    return {key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in told.items()}
