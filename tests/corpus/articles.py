"""A synthetic article as the file that content/articles holds: front matter with facts of every sort, and a summary."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from random import Random

from generator.text import without_diacritics
from tests.corpus.phrases import one_of, phrases
from tests.corpus.stories import Event, Story, another_unit, story, teller, title, units

PUBLISHER = "bao-thu"
_DOCUMENTS = [("Kế hoạch", "KH-UBND"), ("Quyết định", "QĐ-UBND"), ("Chỉ thị", "CT-UBND"), ("Công văn", "UBND-KGVX")]
_MEASURES = ["tong-the", "chinh-quyen-so", "kinh-te-so", "xa-hoi-so"]
_PLATFORM_KINDS = ["app", "website", "system", "marketplace"]
_NOT_KEY = re.compile(r"[^a-z0-9]+")
_ORDINAL = {unit.id: place for place, unit in enumerate(u for u in units() if u.last.year < 9999)}


@dataclass(frozen=True, slots=True)
class Article:
    """Where the file stands below content/articles, its title and lead, and its text."""

    path: str
    title: str
    lead: str
    text: str


@dataclass(slots=True)
class _Draft:
    """The paragraphs and the facts so far; a fact names the paragraph it was told in."""

    random: Random
    scene: Story
    words: dict[str, str]
    paragraphs: list[str]
    facts: dict[str, list[str]] = field(default_factory=dict)

    def tell(self, sentence: str, section: str, fact: str, **words: str) -> None:
        self.paragraphs.append(phrases().say(self.random, sentence, self.words | words))
        self.add(section, f"{fact}, at: {len(self.paragraphs)}")

    def add(self, section: str, fact: str) -> None:
        self.facts.setdefault(section, []).append(f"  - {{{fact}}}\n")


def article(seed: int, number: int) -> Article:
    """The article of this number; the same for the same seed, whatever else is made."""
    random, scene, told = story(seed, number)
    headline = title(random, scene, teller(number))
    lead = phrases().say(random, "mo_bai", scene.words)
    draft = _Draft(random, scene, scene.words, [lead])
    draft.add("topics", f"topic: {scene.topic}, at: 1")
    draft.add("places", f'name: "{scene.words["noi"]}", province: {scene.unit.id}, at: 1')
    if told:
        _event(draft, told)
    if number % 3 == 0:
        _document(draft, number)
    for chance, tell in _SORTS:
        if random.random() < chance:
            tell(draft)
    body = _filled(draft)
    name = f"{key(headline)[:64].rstrip('-')}-{number}"
    return Article(f"{scene.day.year}/{name}.md", headline, lead, _front_matter(headline, name, draft) + body)


def key(text: str) -> str:
    """The text as the keys of front matter are written."""
    return _NOT_KEY.sub("-", without_diacritics(text).lower()).strip("-")


def _event(draft: _Draft, told: Event) -> None:
    day = told.scene.day
    draft.tell(
        "cau_su_kien",
        "events",
        f'id: {key(told.name)[:80].rstrip("-")}-{told.id}, name: "{told.name}", kind: {told.kind}, date: "{day}", '
        f"provinces: [{told.scene.unit.id}]",
        su_kien=told.name,
        su_kien_thuong=told.name[0].lower() + told.name[1:],
        ngay_su_kien=f"{day.day}/{day.month}/{day.year}",
    )


def _document(draft: _Draft, number: int) -> None:
    kind, sign = one_of(draft.random, _DOCUMENTS)
    unit, day = draft.scene.unit, draft.scene.day - timedelta(days=int(draft.random.random() * 40))
    if day < unit.first:
        day = draft.scene.day
    numeral = 1 + int(draft.random.random() * 4999)
    draft.tell(
        "cau_van_ban",
        "documents",
        f"id: {key(kind)}-{numeral}-{key(sign)}-{unit.id}-{day.year}-{number}, kind: {kind}, "
        f'number: {numeral}/{sign}, date: "{day}", issuer: UBND {unit.name}, '
        f'subject: "{draft.words["de_tai"]}", province: {unit.id}',
        van_ban_thuong=f"{kind} {numeral}/{sign}",
        ngay_van_ban=f"{day.day}/{day.month}/{day.year}",
    )


def _indicator(draft: _Draft) -> None:
    """A rank of 2020 to 2022, each of the 63 provinces its own, so that no two articles contradict each other."""
    place, last = _ORDINAL.get(draft.scene.unit.id), min(2022, draft.scene.day.year - 1)
    if place is None or last < 2020:
        return
    year, measure = draft.random.randint(2020, last), int(draft.random.random() * len(_MEASURES))
    rank = (place * 5 + year * 7 + measure * 11) % 63 + 1
    draft.tell(
        "cau_chi_so",
        "indicators",
        f"province: {draft.scene.unit.id}, index: dti, year: {year}, measure: {_MEASURES[measure]}, rank: {rank}",
        nam_chi_so=str(year),
        hang_dti=str(rank),
    )


def _target(draft: _Draft) -> None:
    year = draft.scene.day.year + draft.random.randint(0, 4)
    words = draft.words | {"phan_tram": str(draft.random.randint(5, 20) * 5)}
    text = phrases().say(draft.random, "muc_tieu", words)
    fact = f'province: {draft.scene.unit.id}, by: "{year}", text: "{text}"'
    draft.tell("cau_muc_tieu", "targets", fact, nam_muc_tieu=str(year), muc_tieu=text)


def _platform(draft: _Draft) -> None:
    name = draft.words["san_pham"]
    kind = _PLATFORM_KINDS[len(name) % len(_PLATFORM_KINDS)]
    fact = f"id: {key(name)}, name: {name}, kind: {kind}, provinces: [{draft.scene.unit.id}]"
    draft.tell("cau_nen_tang", "platforms", fact)


def _figure(draft: _Draft) -> None:
    label = f"{phrases().say(draft.random, 'nhan_so_lieu', draft.words)} {draft.words['de_tai']}"
    value, day = draft.random.randint(3, 90_000), draft.scene.day
    unit = "%" if label.startswith("Tỷ lệ") else label.split()[1] if label.startswith("Số") else "lượt"
    if unit == "%":
        value = 1 + value % 100
    fact = f'province: {draft.scene.unit.id}, label: "{label}", value: {value}, unit: "{unit}", period: "{day:%Y-%m}"'
    draft.tell("cau_so_lieu", "figures", fact, so_lieu=f"{label[0].lower()}{label[1:]}: {value:,}".replace(",", "."))


_SORTS = ((0.3, _indicator), (0.3, _target), (0.4, _platform), (0.4, _figure))


def _filled(draft: _Draft) -> str:
    """Three to six paragraphs of two to four sentences; what was told keeps its paragraph."""
    random, say_each = draft.random, phrases().say_each
    told = draft.paragraphs
    count = max(len(told), 3 + int(random.random() * 4))
    lengths = [2 + int(random.random() * 2) for _ in range(count)]
    sentences = say_each(random, "cau", sum(lengths), draft.words)
    paragraphs = [
        " ".join([*told[place : place + 1], *islice(sentences, length)]) for place, length in enumerate(lengths)
    ]
    return "\n" + "\n\n".join(paragraphs) + "\n"


def _front_matter(headline: str, name: str, draft: _Draft) -> str:
    random, scene = draft.random, draft.scene
    published = f"{scene.day:%Y-%m}" if random.random() < 0.04 else scene.day.isoformat()
    mentions = {another_unit(random, scene).id for _ in range(int(random.random() * 3))} - {scene.unit.id}
    facts = "".join(f"{section}:\n{''.join(lines)}" for section, lines in draft.facts.items())
    return (
        f'---\ntitle: "{headline}"\npublished: "{published}"\npublisher: {PUBLISHER}\n'
        f'url: https://bao-thu.test/{name}.html\nreview: approved\nadded: "{scene.day}"\n'
        f"provinces:\n  subject: [{scene.unit.id}]\n  mention: [{', '.join(sorted(mentions))}]\n{facts}---\n"
    )
