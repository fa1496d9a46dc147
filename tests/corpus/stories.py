"""What a synthetic article tells, made from the seed and its number alone, so that any N takes no memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from random import Random

import yaml

from generator.text import upper_first
from tests.corpus.phrases import one_of, phrases, themes

ROOT = Path(__file__).parents[2]
FIRST, LAST = date(2019, 1, 2), date(2026, 10, 30)
EVENT_EVERY = 10
TELLING = 4
"""Of each ten articles the first four tell one event."""

_STABLE = ("ai", "vat", "kieu", "hang", "don_vi", "qua")
_EVENT_KINDS = ["meeting", "conference", "contest", "launch", "campaign", "training", "ceremony"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A province as it was between two days."""

    id: str
    slug: str
    name: str
    first: date
    last: date


@dataclass(slots=True)
class Story:
    """The scene of an article or event: where, when, about what, and the words for it."""

    day: date
    unit: Unit
    topic: str
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """An event that several articles tell."""

    id: int
    name: str
    kind: str
    scene: Story


@cache
def units() -> list[Unit]:
    """The provinces of the registry; TP.HCM by the name that papers print."""
    registry = yaml.safe_load((ROOT / "site_config" / "provinces.yml").read_text(encoding="utf-8"))
    found = []
    for name in registry["provinces"]:
        shown = "TP.HCM" if name["slug"] == "ho-chi-minh" else name["name"]
        for unit in name["units"]:
            first = date.fromisoformat(unit.get("since") or FIRST.isoformat())
            last = date.fromisoformat(unit.get("until") or "9999-12-31")
            found.append(Unit(unit["id"], name["slug"], shown, first, last))
    return found


@cache
def _units_on(day: date) -> list[Unit]:
    return [unit for unit in units() if unit.first <= day <= unit.last]


def another_unit(random: Random, story: Story) -> Unit:
    """A province of the story's day."""
    return one_of(random, _units_on(story.day))


@lru_cache(maxsize=64)
def event(seed: int, number: int) -> Event:
    """The event of this number."""
    random = Random(f"{seed}:su-kien:{number}")
    scene = _scene(random, None)
    kind = one_of(random, _EVENT_KINDS)
    return Event(number, phrases().say(random, f"su_kien_{kind}", scene.words), kind, scene)


def teller(number: int) -> int | None:
    """Which of the tellers of its event an article is; None when it tells of none."""
    place = number % EVENT_EVERY
    return place if place < TELLING else None


def story(seed: int, number: int) -> tuple[Random, Story, Event | None]:
    """The scene of an article, the event it tells, and the source of its further choices."""
    random = Random(f"{seed}:bai:{number}")
    told = None if teller(number) is None else event(seed, number // EVENT_EVERY)
    return random, _scene(random, told), told


def title(random: Random, scene: Story, teller: int | None) -> str:
    """A headline of 10 to 18 syllables; the tellers of one event, numbered, each use other templates."""
    say = phrases().say
    chosen = "tieu_de" if teller is None else f"tieu_de_{teller}"
    made = say(random, chosen, scene.words)
    for _ in range(8):
        if made.count(" ") <= 11 and random.random() < 0.4:
            made += say(random, "duoi", scene.words)
        if 10 <= made.count(" ") + 1 <= 18:
            break
        made = say(random, chosen, scene.words)
    return upper_first(made)


def _scene(random: Random, told: Event | None) -> Story:
    """Where and when; an article about an event is published there, up to twenty days after."""
    if told:
        day = min(told.scene.day + timedelta(days=int(random.random() * 21)), LAST, told.scene.unit.last)
        unit, (topic, theme) = told.scene.unit, (told.scene.topic, told.scene.words["de_tai"])
        place = told.scene.words["noi_thuong"]
    else:
        day = FIRST + timedelta(days=int(random.random() * ((LAST - FIRST).days + 1)))
        unit, (topic, theme) = one_of(random, _units_on(day)), one_of(random, themes())
        if random.random() < 0.4:
            theme = f"{theme} {phrases().say(random, 'kieu_de_tai', {})}"
        place = _place(random)
    say = phrases().say
    words = {name: say(random, name, {}) for name in _STABLE}
    words |= {
        "tinh": unit.name,
        "noi_thuong": place,
        "noi": upper_first(place),
        "de_tai": theme,
        "ai_khac": say(random, "ai", {}),
        "san_pham": _product(random),
        "so": f"{random.randint(2, 2400):,}".replace(",", "."),
        "nam": str(day.year),
        "ngay": f"{day.day}/{day.month}/{day.year}",
        "ngay_hoa": f"Ngày {day.day}/{day.month}",
    }
    return Story(day, unit, topic, words)


def _place(random: Random) -> str:
    lists = phrases().plain
    return " ".join(one_of(random, lists[name]) for name in ("loai_noi", "noi_dau", "noi_sau"))


def _product(random: Random) -> str:
    lists = phrases().plain
    first, last = one_of(random, lists["hieu_dau"]), one_of(random, lists["hieu_sau"])
    return first + last if first != last else first
