"""The words of the registry's topics, ready to be found in a text.

A topic is a thing one can point at („Tổ công nghệ số cộng đồng", „Wifi công cộng"), or a field of work, which is called
„… số" („Kinh tế số"). To name a thing once treats it, also by a synonym with a word of its name („wifi miễn phí") or an
acronym („DTI"). The words of fields stand in every article on the subject: they must return, or stand in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ingest.events.any_of import any_at_start
from generator.ingest.passage import Passage
from generator.registry import Registries, Topic
from generator.text import fold_case, nfc

_ACRONYM = re.compile(r"\b[A-ZĐ]{3,}\b")


class TopicWords:
    """An index of the registry's topics by name, synonym, and the acronyms in them."""

    def __init__(self, registries: Registries) -> None:
        self._words: dict[str, tuple[str, bool]] = {}
        for topic in registries.topics.values():
            for word, telling in _words(topic):
                self._words.setdefault(fold_case(nfc(word)), (topic.id, telling))
        self._pattern = re.compile(any_at_start(self._words, r"\w/.-", r"(?![\w-])"))

    def found(self, passage: Passage) -> Iterator[tuple[int, int, str, bool]]:
        """Where a word of a topic stands: start, end, the topic, and whether naming it once treats it."""
        for m in self._pattern.finditer(passage.folded):
            topic, telling = self._words[" ".join(m[0].split())]
            yield m.start(), m.end(), topic, telling


def _words(topic: Topic) -> Iterator[tuple[str, bool]]:
    is_thing = not topic.name.endswith(" số")
    own = {word for word in fold_case(topic.name).split() if len(word) > 2}
    for name in (topic.name, *topic.synonyms):
        if not name[:1].isdigit():
            yield name, is_thing and not own.isdisjoint(fold_case(name).split())
        yield from ((acronym, True) for acronym in _ACRONYM.findall(name))
