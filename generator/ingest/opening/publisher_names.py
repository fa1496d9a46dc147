"""The registry's publishers, ready to be found by the name or the address that a page or a line gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from generator.registry import Publisher, Registries
from generator.text import fold_case, slug

_PARENTHESES = re.compile(r"\s*\(([^()]{2,30})\)")
_UNIT = re.compile(r"(?:^|-)(?:tinh|thanh-pho|tp)(?=-)")
_SECOND_LEVEL = frozenset({"com", "org", "net", "edu", "gov", "info"})
_SITE = re.compile(r"(?:[\w-]{1,63}\.){1,4}(?:vn|com|net|org|info)", re.ASCII | re.IGNORECASE)


class PublisherNames:
    """An index of the registry's publishers by name and by address; `provinces` are the proper names by folded ones."""

    def __init__(self, registries: Registries) -> None:
        self.provinces = {
            fold_case(word): province.name
            for province in registries.provinces.values()
            for word in (*province.variants, province.name)
        }
        self.province_names = frozenset(self.provinces)
        self._by_slug: dict[str, Publisher] = {}
        self._by_domain: dict[str, Publisher] = {}
        self._by_government: dict[str, Publisher] = {}
        for publisher in registries.publishers.values():
            for variant in _variants(publisher):
                self._by_slug.setdefault(variant, publisher)
                self._by_domain.setdefault(variant.replace("-", ""), publisher)
            self._by_slug[publisher.id] = publisher
            for name in _government_names(publisher):
                self._by_government.setdefault(name, publisher)

    def named(self, text: str) -> Publisher | None:
        """The publisher a text names and nothing else: its name, a variant of it, or its site."""
        if not 2 <= len(text) <= 120:
            return None
        text = text.strip(" .:;,()|\u00a0")
        site = _SITE.fullmatch(text.removeprefix("https://").removeprefix("http://").split("/")[0])
        return self.at(text) if site else self._by_slug.get(slug(text))

    def at(self, url: str) -> Publisher | None:
        """The publisher that an address belongs to, by its domain."""
        try:
            host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
        except ValueError:
            return None
        host = host.removeprefix("www.").removeprefix("m.")
        if found := self._by_slug.get(host.replace(".", "-")):
            return found
        labels = host.split(".")
        if labels[-1:] == ["vn"] and labels[-2:-1] and labels[-2] in _SECOND_LEVEL:
            level, labels = labels[-2], labels[:-2]
        else:
            level, labels = "", labels[:-1]
        if level == "gov":
            return self._by_government.get("".join(labels))
        return self._by_domain.get(labels[-1].replace("-", "")) if labels else None


def _variants(publisher: Publisher) -> Iterable[str]:
    plain = slug(_PARENTHESES.sub("", publisher.name))
    names = {slug(publisher.name), plain, *(slug(short) for short in _PARENTHESES.findall(publisher.name))}
    if publisher.kind == "press":
        stem = re.sub(r"^(?:bao|tap-chi)-", "", plain)
        names |= {
            f"{before}{stem}{after}" for before in ("bao-", "bao-dien-tu-") for after in ("", "-dien-tu", "-online")
        }
        names |= {f"tap-chi-{stem}"} if plain.startswith("tap-chi-") else {f"{plain}-online", f"{plain}-dien-tu"}
        initials = "".join(word[0] for word in stem.split("-"))
        names |= {initials} if len(initials) >= 4 else set()
    for name in list(names):
        if name.startswith("cong-thong-tin-dien-tu-"):
            place = name.removeprefix("cong-thong-tin-dien-tu-")
            bare = _UNIT.sub("", place).lstrip("-")
            names |= {
                f"cong-ttdt-{place}",
                f"cong-ttdt-{bare}",
                f"cong-thong-tin-dien-tu-{bare}",
                f"cong-thong-tin-{place}",
            }
        elif publisher.kind == "state-portal" and (bare := _UNIT.sub("", name)) != name:
            names |= {bare, f"trang-thong-tin-dien-tu-{name}", f"cong-thong-tin-dien-tu-{name}"}
    return names


def _government_names(publisher: Publisher) -> Iterable[str]:
    """What stands before .gov.vn, joined: gialai; sonoivu + quangngai, snv + quangngai."""
    if publisher.kind != "state-portal":
        return
    organ, _, place = re.sub(r"-(?:tinh|thanh-pho|tp)-", " ", slug(publisher.name)).partition(" ")
    place = place.replace("-", "")
    if organ == "cong-thong-tin-dien-tu":
        yield place
    elif place:
        yield organ.replace("-", "") + place
        yield "".join(word[0] for word in organ.split("-")) + place
