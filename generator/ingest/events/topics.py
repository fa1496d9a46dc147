"""Topics of the registry that an article treats.

Corpus seen: provincial portals and papers 2020–2026. A word in passing does not make a topic: it is told in the title
or the lead, returns in other paragraphs, or is the name of a thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.ingest.found import TopicFound
from generator.ingest.story import Story

_JOINT = re.compile(r"\s*(?:,|;|-|–|và|hoặc)\s*(?:và\s+)?")

_PARAGRAPHS = 2
"""In how many paragraphs a general word must stand when neither title nor lead has it."""


def find_topics(story: Story) -> tuple[TopicFound, ...]:
    """The topics an article treats, each once, where it first does."""
    passage = story.passage
    first: dict[str, TopicFound] = {}
    paragraphs: dict[str, set[int]] = {}
    treated: set[str] = set()
    front = _front_end(story)
    for start, end, topic, telling in _out_of_lists(story):
        first.setdefault(topic, TopicFound(start=start, end=end, topic=topic))
        told = paragraphs.setdefault(topic, set())
        told.add(passage.paragraph_at(start).start)
        if telling or start < front or len(told) >= _PARAGRAPHS:
            treated.add(topic)
    return tuple(found for topic, found in first.items() if topic in treated)


def _out_of_lists(story: Story) -> Iterator[tuple[int, int, str, bool]]:
    """The words of topics, without those that only stand beside others: „chính quyền số, kinh tế số và xã hội số"."""
    words = list(story.lexicon.topics.found(story.passage))
    joined = [_JOINT.fullmatch(story.passage.folded, a[1], b[0]) is not None for a, b in pairwise(words)]
    for word, before, after in zip(words, [False, *joined], [*joined, False], strict=False):
        if word[3] or not (before or after):
            yield word


def _front_end(story: Story) -> int:
    """Where title and lead end: the first paragraph, or the second below a title."""
    paragraphs = story.passage.paragraphs
    if not paragraphs:
        return 0
    title = story.header.title_span
    lead = next((p for p in paragraphs if title is None or p.start >= title.end), paragraphs[0])
    return lead.end
