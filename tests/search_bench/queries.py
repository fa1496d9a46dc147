"""What the bench asks, and which page is right.

A known item is a page whose title (for entities also an alias) the query was made of. Where the title or an alias of
another page holds the same typed words when folded (diacritics, đ and case left out), the query is ambiguous, and
either page counts. „Holds" means side by side and in order for what is typed in order, in any order for scattered
words, with the last word as a beginning for what is unfinished. For typos the words as meant and as typed both count.
The bench prints how many queries of each form are ambiguous, and S@1 of those that are not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

from generator.library import addresses
from generator.output.search.kinds import ARTICLE, DOCUMENT, EVENT, PLATFORM, PROVINCE
from generator.output.search.record import SearchRecord
from tests.search_bench import spellings

PER_FORM = 50
HAND_WRITTEN = Path(__file__).parent / "queries.yml"
_LONG = 9
Make = Callable[[Random, str], str]


@dataclass(frozen=True, slots=True)
class Query:
    """A text to type, the form of typing it shows, and the addresses of the pages that are right."""

    form: str
    text: str
    wanted: tuple[str, ...]
    ambiguous: bool


def address(record: SearchRecord) -> str:
    """A record's page as links on /tim-kiem/ lead to it, from the site's root."""
    return addresses.site_path(record.page)[1:]


class Titles:
    """The folded words of every title and alias, to find all pages that a query may mean."""

    def __init__(self, records: Iterable[SearchRecord]) -> None:
        self._holding: dict[str, set[int]] = defaultdict(set)
        self._lines: list[str] = []
        self._pages: list[str] = []
        for record in records:
            for text in (record.title, *record.aliases):
                words = _folded(text)
                for word in words:
                    self._holding[word].add(len(self._lines))
                self._lines.append(f" {' '.join(words)} ")
                self._pages.append(address(record))

    def meant(self, text: str, *, scattered: bool = False, unfinished: bool = False) -> set[str]:
        """The pages with a title or alias that holds the words."""
        words = _folded(text)
        sets = [self._holding[word] for word in (words[:-1] if unfinished else words)]
        found: Iterable[int] = set.intersection(*sets) if sets else range(len(self._lines))
        if not scattered:
            phrase = f" {' '.join(words)}" + ("" if unfinished else " ")
            found = (line for line in found if phrase in self._lines[line])
        return {self._pages[line] for line in found}


def _folded(text: str) -> list[str]:
    return [spellings.bare(word) for word in spellings.syllables(text)]


def hand_written() -> Iterator[Query]:
    """The queries of queries.yml, over the real content; each names every page that is right."""
    for form, queries in yaml.safe_load(HAND_WRITTEN.read_text(encoding="utf-8")).items():
        for text, pages in queries.items():
            wanted = tuple(f"{page}/" for page in pages.split())
            yield Query(form, str(text), wanted, len(wanted) > 1)


def generated(records: Sequence[SearchRecord], seed: int, per_form: int = PER_FORM) -> Iterator[Query]:
    """So many queries of each form about a seeded sample of the records."""
    titles = Titles(records)
    named = [record for record in records if record.kind in (ARTICLE, EVENT, PLATFORM, PROVINCE)]
    for form, make in _IN_ORDER.items():
        yield from _in_order(titles, named, form, make, Random(f"{seed}:{form}"), per_form)
    for count, form in ((3, "3 scattered words"), (5, "5 scattered words")):
        for plain in (False, True):
            name = form + (", bare" if plain else "")
            yield from _scattered(titles, named, name, count, plain, Random(f"{seed}:{name}"), per_form)
    yield from _numbers(titles, records, Random(f"{seed}:numbers"), per_form)
    yield from _aliases(titles, records, Random(f"{seed}:aliases"), per_form)


def _bare(random: Random, text: str) -> str:
    return spellings.bare(text)


_IN_ORDER: dict[str, Make] = {
    "accented": lambda _, text: text,
    "bare": _bare,
    "partly accented": spellings.partly,
    "tone placement": lambda _, text: spellings.other_tone_placement(text),
    "d for đ": lambda _, text: spellings.plain_d(text),
    "NFD": lambda _, text: spellings.decomposed(text),
    "upper case": lambda _, text: text.upper(),
    "prefix": spellings.cut,
    "prefix, bare": lambda random, text: spellings.cut(random, spellings.bare(text)),
    "typo": spellings.mistyped,
    "typo, bare": lambda random, text: spellings.mistyped(random, spellings.bare(text)),
    "wrong tone": spellings.wrong_tone,
}
_UNCHANGED_ALLOWED = ("accented", "bare", "partly accented", "NFD", "upper case")


def _in_order(
    titles: Titles, records: Sequence[SearchRecord], form: str, make: Make, random: Random, count: int
) -> Iterator[Query]:
    """Titles, whole or a run of five to eight words, in one way of typing."""
    prefix, typo = form.startswith("prefix"), form.startswith("typo")
    for record in _drawn(random, records, count * 200):
        right = _part(random, record.title)
        typed = make(random, right)
        if len(right) < 4 or (typed == right and form not in _UNCHANGED_ALLOWED) or (typo and " " not in right):
            continue
        meant = titles.meant(typed if prefix else right, unfinished=prefix)
        if typo:
            meant |= titles.meant(typed)
        yield _query(form, typed, record, meant)
        count -= 1
        if not count:
            return


def _scattered(
    titles: Titles, records: Sequence[SearchRecord], form: str, words: int, plain: bool, random: Random, count: int
) -> Iterator[Query]:
    for record in _drawn(random, records, count * 20):
        chosen = list(dict.fromkeys(w.lower() for w in spellings.syllables(record.title) if len(w) > 1 and w.isalpha()))
        if len(chosen) <= words:
            continue
        random.shuffle(chosen)
        text = " ".join(chosen[:words])
        meant = titles.meant(text, scattered=True)
        yield _query(form, spellings.bare(text) if plain else text, record, meant)
        count -= 1
        if not count:
            return


def _numbers(titles: Titles, records: Sequence[SearchRecord], random: Random, count: int) -> Iterator[Query]:
    """A document by its number: with the sign, in pieces, or with its kind."""
    documents = [r for r in records if r.kind == DOCUMENT and any(c.isdigit() for c in r.title)]
    for record in _drawn(random, documents, count):
        kind, _, sign = record.title.rpartition(" ")
        number = "".join(c for c in sign.split("/")[0].split("-")[0] if c.isdigit())
        forms = [sign, sign.lower(), spellings.bare(sign).replace("/", " ").replace("-", " "), f"{kind} {number}"]
        text = random.choice([*forms, spellings.bare(f"{kind} so {number}"), spellings.bare(f"{kind} {sign}")])
        yield _query("document number", text, record, titles.meant(text))


def _aliases(titles: Titles, records: Sequence[SearchRecord], random: Random, count: int) -> Iterator[Query]:
    """An entity by another of its names, with or without diacritics."""
    named = [record for record in records if record.entity and record.aliases and record.kind != DOCUMENT]
    for record in _drawn(random, named, count):
        alias = random.choice(record.aliases)
        text = spellings.bare(alias) if random.random() < 0.5 else alias
        yield _query("alias", text, record, titles.meant(text))


def _query(form: str, text: str, record: SearchRecord, meant: set[str]) -> Query:
    own = address(record)
    return Query(form, text, (own, *sorted(meant - {own})), bool(meant - {own}))


def _drawn(random: Random, records: Sequence[SearchRecord], most: int) -> list[SearchRecord]:
    return random.sample(list(records), min(most, len(records)))


def _part(random: Random, title: str) -> str:
    """A title, or half of the time a run of five to eight words of a long one."""
    words = title.split(" ")
    if len(words) < _LONG or random.random() < 0.5:
        return title
    length = random.randint(5, 8)
    start = random.randrange(len(words) - length + 1)
    return " ".join(words[start : start + length]).strip(" -–,:;")
