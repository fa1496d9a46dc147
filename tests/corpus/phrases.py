"""The wording of the synthetic corpus: phrases.yml and themes.yml, and how sentences are made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import TypeVar

import yaml

from generator.text import upper_first

HERE = Path(__file__).parent
T = TypeVar("T")
Template = tuple[str, ...]
_SLOT = re.compile(r"\{(\w+)\}")


def one_of(random: Random, choices: list[T]) -> T:
    """One of the choices; several times as fast as Random.choice."""
    return choices[int(random.random() * len(choices))]


class Phrases:
    """Lists of templates by name; „{x_hoa}" is „{x}" with a capital."""

    def __init__(self, lists: Mapping[str, list[str]]) -> None:
        self._lists = {name: [_compiled(text) for text in texts] for name, texts in lists.items()}
        self.plain = dict(lists)

    def say(self, random: Random, name: str, context: Mapping[str, str]) -> str:
        """A sentence of a list; its slots are filled from the context, else from the list of that name."""
        return self._fill(random, one_of(random, self._lists[name]), context)

    def say_each(self, random: Random, name: str, count: int, context: Mapping[str, str]) -> Iterator[str]:
        """So many sentences of a list, each template once."""
        templates = self._lists[name]
        return (self._fill(random, template, context) for template in random.sample(templates, count))

    def _fill(self, random: Random, template: Template, context: Mapping[str, str]) -> str:
        if len(template) == 1:
            return template[0]
        parts = list(template)
        for place in range(1, len(parts), 2):
            slot = parts[place]
            if slot in context:
                parts[place] = context[slot]
            elif slot.endswith("_hoa"):
                parts[place] = upper_first(self._slot(random, slot[:-4], context))
            else:
                parts[place] = self.say(random, slot, context)
        return "".join(parts)

    def _slot(self, random: Random, slot: str, context: Mapping[str, str]) -> str:
        return context[slot] if slot in context else self.say(random, slot, context)


def _compiled(text: str) -> Template:
    """Literal text at the even places, names of slots at the odd ones."""
    return tuple(_SLOT.split(text))


@cache
def phrases() -> Phrases:
    """The lists of phrases.yml; names of events by kind as „su_kien_…", the templates of titles also in four parts."""
    lists = yaml.safe_load((HERE / "phrases.yml").read_text(encoding="utf-8"))
    events = lists.pop("ten_su_kien")
    titles = {f"tieu_de_{teller}": lists["tieu_de"][teller::4] for teller in range(4)}
    return Phrases(lists | titles | {f"su_kien_{kind}": names for kind, names in events.items()})


@cache
def themes() -> list[tuple[str, str]]:
    """Every theme with the topic of site_config/topics.yml it belongs to."""
    by_topic = yaml.safe_load((HERE / "themes.yml").read_text(encoding="utf-8"))
    return [(topic, theme) for topic, found in by_topic.items() for theme in found]
