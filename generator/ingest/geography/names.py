"""The names of provinces, their variants and abbreviations, ready to be found in a text.

Sources: the registry of provinces (names, variants, abbreviations); longer names that begin or end like a province's
(Thái Bình Dương, Điện Biên Phủ, Hà Nam Ninh) are in geography.yml.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.ingest.geography.words import WORDS
from generator.registry import ProvinceName, Registries
from generator.text import fold_case, slug

_SYLLABLE = re.compile(r"[^\s.\-–—]+")
_CITY_WORD = re.compile(r"^(?:thành phố|tp\.?)[\s.]+(?=\S)", re.IGNORECASE)
_GAP = r"(?:[^\S\n]{1,3}(?:\n[^\S\n]{0,3})?|\n[^\S\n]{0,3}|-)"
_HYPHEN_GAP = r"(?:\s?[-–—]\s?|[^\S\n]{1,3})"
_DOTTED_GAP = r"(?:\.?[^\S\n]{0,2}[-–—]?[^\S\n]{0,2})"
_HOST = re.compile(r"^(?:\w+://)?([^/?#]+)")


@dataclass(frozen=True, slots=True)
class NameAt:
    """A province's name at characters start..end; `key` is None for a longer name that only looks like one."""

    start: int
    end: int
    key: str | None


class ProvinceNames:
    """An index of the registry's names by their first syllable."""

    def __init__(self, registries: Registries) -> None:
        self._keys: dict[str, str | None] = {}
        self._lower_inside: set[str] = set()
        rests: dict[str, dict[str, str]] = defaultdict(dict)
        for phrase in WORDS.longer_names:
            self._add(phrase, None, _GAP, rests)
        for province in registries.provinces.values():
            for form in (province.name, *province.variants):
                self._add(form, province.slug, _HYPHEN_GAP if re.search("[-–]", province.name + form) else _GAP, rests)
            for form in province.abbreviations:
                self._add(form, province.slug, _DOTTED_GAP, rests)
        self._rests = {first: _rest_pattern(forms) for first, forms in rests.items()}
        initials = "".join(sorted({first[0].upper() for first in rests}))
        self._begin = re.compile(rf"[{initials}](?<![\w&].)\w*")
        self._hosts = sorted((p.slug.replace("-", "") for p in registries.provinces.values()), key=len, reverse=True)
        self._of_host = {p.slug.replace("-", ""): p.slug for p in registries.provinces.values()}
        self.earlier_name = _earlier_names(registries)
        self.ended = frozenset(p.slug for p in registries.provinces.values() if all(u.until for u in p.units))
        self.city_since = {p.slug: year for p in registries.provinces.values() if (year := _city_since(p)) is not None}

    def _add(self, form: str, key: str | None, gap: str, rests: dict[str, dict[str, str]]) -> None:
        syllables = _SYLLABLE.findall(_CITY_WORD.sub("", fold_case(form)))
        name = " ".join(syllables)
        self._keys.setdefault(name, key)
        if any(s[0].islower() for s in _SYLLABLE.findall(_CITY_WORD.sub("", form))):
            self._lower_inside.add(name)
        rest = "".join(gap + re.escape(syllable) for syllable in syllables[1:])
        rests[syllables[0]][rest] = name

    def find(self, text: str, folded: str) -> Iterator[NameAt]:
        """The names in a text, longest first where they overlap; `folded` is generator.text.fold_case of it."""
        position = 0
        for first in self._begin.finditer(text):
            start, end = first.span()
            rests = self._rests.get(folded[start:end])
            if rests is None or start < position:
                continue
            name = rests.match(folded, end)
            if name is None:
                continue
            words = _SYLLABLE.findall(text, start, name.end())
            known = " ".join(_SYLLABLE.findall(folded, start, name.end()))
            if known in self._keys and (known in self._lower_inside or all(w[0].isupper() for w in words)):
                position = name.end()
                yield NameAt(start, position, self._keys[known])

    def of_name(self, name: str) -> str | None:
        """The one province that a publisher's or an office's name names."""
        keys = {at.key for at in self.find(name, fold_case(name)) if at.key}
        return keys.pop() if len(keys) == 1 else None

    def of_url(self, url: str) -> str | None:
        """The province whose name is in the host of an address: haugiang.gov.vn, baohatinh.vn."""
        host = _HOST.match(url)
        bare = re.sub(r"[^a-z.]", "", _slug_host(host[1])) if host else ""
        return next((self._of_host[name] for name in self._hosts if len(name) > 4 and name in bare), None)


def _slug_host(host: str) -> str:
    """A host's name in lower-case ASCII, its dots kept."""
    return ".".join(slug(label) for label in host.split("."))


def _rest_pattern(rests: dict[str, str]) -> re.Pattern[str]:
    longest_first = sorted(rests, key=lambda rest: (-rests[rest].count(" "), -len(rest)))
    return re.compile(f"(?:{'|'.join(longest_first)})(?!\\w)")


def _city_since(province: ProvinceName) -> int | None:
    """The year since when the name is that of a city under the centre; 0 if ever since, None if never."""
    for unit in province.units:
        for span in unit.kinds:
            if span.kind == "thanh-pho":
                since: date | None = span.since or unit.since
                return since.year if since else 0
    return None


def _earlier_names(registries: Registries) -> dict[str, str]:
    """The province whose name a city's name is the end of, and which it took the place of: Huế → Thừa Thiên Huế."""
    return {
        registries.units[unit.successor].name_slug: province.slug
        for province in registries.provinces.values()
        for unit in province.units
        if unit.successor and province.slug.endswith(f"-{registries.units[unit.successor].name_slug}")
    }
