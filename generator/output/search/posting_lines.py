"""What stands under a word or pair without diacritics, as the line that is published; javascripts/search reads it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.output.search.number_lists import (
    TITLE_BITS,
    NumberList,
    changed,
    number_list,
    number_text,
    steps_text,
    with_last,
)
from generator.output.search.postings import ENDS, ENTITY, LEAD, STARTS, TITLE
from generator.output.search.words import bare

BITS = (TITLE_BITS, 0, 0)
_EDGES = STARTS | ENDS | ENTITY
_LONG = 250
_FEW = 64

Lists = tuple[NumberList, NumberList, NumberList]
"""Of one accented form: the documents with it in a title, else in the lead, else among the facts."""

_NONE: Lists = (NumberList("", 0, 0), NumberList("", 0, 0), NumberList("", 0, 0))


class Line(NamedTuple):
    """A key and its line as published, and as it is kept when it is long: whole, with counts and last numbers."""

    key: str
    text: str
    whole: str | None = None


class Edit(NamedTuple):
    """A document that came to stand at a place, or stood there and does so no more."""

    number: int
    place: int
    come: bool


def may_be_kept(line: str) -> bool:
    """Whether a published line may be kept whole, too."""
    return len(line) > _LONG or "+" in line


def bare_key(form: str) -> str:
    """A word or pair without diacritics."""
    return " ".join(map(bare, form.split(" ")))


def posting_lines(postings: Mapping[str, array[int]], numbers: Sequence[int], most: int) -> Iterator[Line]:
    """The lines of all words or pairs, by key; `numbers`: of each document as the postings count them."""
    shifted = [number << 4 for number in numbers]
    forms: dict[str, list[str]] = {}
    for form in postings:
        forms.setdefault(bare_key(form), []).append(form)
    for key in sorted(forms):
        of_key = forms[key]
        if len(of_key) == 1 and len(postings[of_key[0]]) <= min(_FEW, most):
            text = _short_text(key, of_key[0], postings[of_key[0]], shifted)
            if len(text) <= _LONG:
                yield Line(key, text)
                continue
        yield line_of(key, {form: _lists(postings[form], shifted) for form in of_key}, most)


def _short_text(key: str, form: str, postings: array[int], shifted: Sequence[int]) -> str:
    """The line of a key that has one form and stands in few documents."""
    titles = leads = facts = ""
    last_title = last_lead = last_fact = 0
    places = [shifted[posting >> 4] | posting & 15 for posting in postings]
    places.sort()
    for place in places:
        number = place >> 4
        if place & TITLE:
            titles += number_text((number - last_title) << TITLE_BITS | place & _EDGES)
            last_title = number
        elif place & 15 == LEAD:
            leads += number_text(number - last_lead)
            last_lead = number
        else:
            facts += number_text(number - last_fact)
            last_fact = number
    return f"{key}\t{len(places)}\t{'' if form == key else form}\t{titles}\t{leads}\t{facts}"


def line_of(key: str, forms: Mapping[str, Lists], most: int) -> Line:
    """A key's line; lists of facts, then of leads, are left out above `most` documents.

    A line: key, number of documents of each accented form (a „+" behind them for facts and one for leads that were left
    out), and for each form, the most frequent first: the form („" when it is the key), and its documents by title, lead
    and facts.
    """
    counts = {form: titles.many + leads.many + facts.many for form, (titles, leads, facts) in forms.items()}
    listed = _listed(sum(counts.values()), most, forms)
    of_key = sorted(forms, key=lambda form: (-counts[form], form)) if len(forms) > 1 else list(forms)
    parts = [key, ",".join([str(counts[form]) for form in of_key]) + "+" * (3 - listed)]
    for form in of_key:
        titles, leads, facts = forms[form]
        parts += (
            "" if form == key else form,
            titles.text,
            leads.text if listed > 1 else "",
            facts.text if listed > 2 else "",
        )
    text = "\t".join(parts)
    is_long = listed < 3 or len(text) > _LONG
    return Line(key, text, _whole({form: forms[form] for form in of_key}) if is_long else None)


def _listed(count: int, most: int, forms: Mapping[str, Lists]) -> int:
    """How many lists of each form are published: all of them, no facts, or titles only."""
    if count <= most:
        return 3
    return 2 if sum(lists[0].many + lists[1].many for lists in forms.values()) <= most else 1


def _lists(postings: array[int], shifted: Sequence[int]) -> Lists:
    ordered = sorted([shifted[posting >> 4] | posting & 15 for posting in postings])
    titles = [place for place in ordered if place & TITLE]
    if len(titles) == len(ordered):
        return (_title_list(titles), _NONE[1], _NONE[2])
    leads = [place >> 4 for place in ordered if place & 15 == LEAD]
    facts = [place >> 4 for place in ordered if not place & 15]
    return (_title_list(titles), _list(leads), _list(facts))


def _list(numbers: list[int]) -> NumberList:
    return NumberList(steps_text(numbers), len(numbers), numbers[-1]) if numbers else _NONE[0]


def _title_list(places: list[int]) -> NumberList:
    if not places:
        return _NONE[0]
    numbers = [place >> 4 for place in places]
    return NumberList(steps_text(numbers, [place & _EDGES for place in places]), len(places), numbers[-1])


def changed_line(key: str, old: Line | None, edits: Mapping[str, Sequence[Edit]], most: int) -> Line | None:
    """The line after edits of its forms; None where no document holds the key any more."""
    forms = {} if old is None else _read_whole(old.whole) if old.whole is not None else _read(key, old.text)
    for form, of_form in edits.items():
        lists = _edited(forms.get(form, _NONE), of_form)
        if any(of.many for of in lists):
            forms[form] = lists
        else:
            del forms[form]
    return line_of(key, forms, most) if forms else None


def _edited(lists: Lists, edits: Sequence[Edit]) -> Lists:
    gone: tuple[list[int], list[int], list[int]] = ([], [], [])
    come: tuple[dict[int, int], dict[int, int], dict[int, int]] = ({}, {}, {})
    for number, place, comes in edits:
        which = 0 if place & TITLE else 1 if place == LEAD else 2
        if comes:
            come[which][number] = place & _EDGES if which == 0 else 0
        else:
            gone[which].append(number)
    titles, leads, facts = (
        changed(of, bits, gone[at], come[at]) if gone[at] or come[at] else of
        for at, (of, bits) in enumerate(zip(lists, BITS, strict=True))
    )
    return titles, leads, facts


def _read(key: str, line: str) -> dict[str, Lists]:
    parts = line.split("\t")
    return {
        parts[at] or key: (number_list(parts[at + 1]), number_list(parts[at + 2]), number_list(parts[at + 3]))
        for at in range(2, len(parts), 4)
    }


def _whole(forms: Mapping[str, Lists]) -> str:
    parts: list[str] = []
    for form, lists in forms.items():
        parts.append(form)
        for of, bits in zip(lists, BITS, strict=True):
            known = with_last(of, bits)
            parts += (str(known.many), str(known.last), known.text)
    return "\t".join(parts)


def _read_whole(whole: str) -> dict[str, Lists]:
    parts = whole.split("\t")
    return {
        parts[at]: (_number_list(parts, at + 1), _number_list(parts, at + 4), _number_list(parts, at + 7))
        for at in range(0, len(parts), 10)
    }


def _number_list(parts: Sequence[str], at: int) -> NumberList:
    return NumberList(parts[at + 2], int(parts[at]), int(parts[at + 1]))
