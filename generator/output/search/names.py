"""The names that lead to a page as its title does: those of provinces, events and legal documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from generator.library.things import Document
from generator.output.search.words import words
from generator.registry import ProvinceName
from generator.text import slug, without_diacritics
from generator.vocabulary import DOCUMENT_ABBREVIATIONS, PROVINCE_KINDS

_SHORT_KINDS = {"thanh-pho": "TP"}
_CITY = re.compile(r"(?:[Tt]hành phố|TP)(?![a-z])")
_NUMBER = re.compile(r"(0*)(\d+)(/\d{4})?(?=\D|$)")
_YEAR_AT_END = re.compile(r"(?<!năm) (\d{4})$")


def distinct(names: Iterable[str], title: str = "") -> tuple[str, ...]:
    """The names without those whose words another one (or the title) has too; search sees no difference."""
    found: dict[tuple[str, ...], str] = {tuple(words(title)): title}
    for name in names:
        found.setdefault(tuple(words(name)), name)
    return tuple(found.values())[1:]


def province_names(name: ProvinceName) -> tuple[str, ...]:
    """The name and its other writings, without the kind: Bắc Kạn, Bắc Cạn."""
    return (name.name, *name.variants, *name.abbreviations, *name.search_names)


def province_aliases(name: ProvinceName) -> list[str]:
    """Every writing of a province: with each kind its units had, in English, and in one word as addresses have it."""
    kinds = dict.fromkeys(span.kind for unit in reversed(name.units) for span in reversed(unit.kinds))
    words_of_kinds = [w for kind in kinds for w in (PROVINCE_KINDS[kind], _SHORT_KINDS.get(kind)) if w]
    spelled = [n for n in (name.name, *name.variants) if not _CITY.match(n)]
    named = [n for n in (*spelled, *name.abbreviations) if not _CITY.match(n)]
    return [
        *province_names(name),
        *(f"{word} {form}" for form in named for word in words_of_kinds),
        *([name.english] if name.english != without_diacritics(name.name) else []),
        *(slug(form).replace("-", "") for form in spelled),
    ]


def document_aliases(document: Document, province: str | None) -> list[str]:
    """Every usual writing of kind and number (Quyết định số 749/QĐ-TTg, QĐ 749), and the kind with the subject."""
    kind, number = document.kind or "Văn bản", document.number
    about = [f"{kind} {document.subject}"] if document.subject else []
    if number is None:
        return about
    calls = [kind, f"{kind} số", *([short] if (short := DOCUMENT_ABBREVIATIONS.get(kind)) else [])]
    shorts = [f"{call} {short_number}" for call in calls for short_number in _short_numbers(number)]
    alone = [] if number.isdecimal() else [number]
    local = [f"{short} {province}" for short in shorts[:1] if province]
    return [*shorts, f"{kind} số {number}", *alone, *local, *about]


def _short_numbers(number: str) -> list[str]:
    """What stands before the symbol, without and with a leading zero and the year: 20 and 20/2023 of 20/2023/QH15."""
    m = _NUMBER.match(number)
    if m is None:
        return []
    zeros, bare, year = m[1], m[2], m[3] or ""
    return list(dict.fromkeys([bare, zeros + bare, bare + year]))


def with_year_word(name: str) -> list[str]:
    """„… năm 2022" for a name that ends in „… 2022"."""
    return [_YEAR_AT_END.sub(r" năm \1", name)] if _YEAR_AT_END.search(name) else []


def most_told(names: Iterable[str], most: int) -> list[str]:
    """The names that stand most often, of those that stand equally often the first."""
    return [name for name, _ in Counter(names).most_common(most)]
