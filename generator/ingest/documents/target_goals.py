"""The goal of a target: a place in the ranking of DTI, as a whole or of the one measure named."""

from __future__ import annotations

import re

from generator.ingest.story import Story
from generator.model import Goal

_GROUP = re.compile(
    r"(?:(?:nhóm|tốp|top|thứ|hạng)\s+(?:(?!\d)\w+\s+)?|(?:một|1)\s+trong\s+(?:số\s+|những\s+)?)(?P<rank>\d{1,2})(?!\d)"
)


def goal_of(story: Story, words: str) -> Goal | None:
    """The place that a folded clause names, where it says in what."""
    group = _GROUP.search(words)
    if group is None or int(group["rank"]) == 0:
        return None
    dti = story.lexicon.registries.indices.get("dti")
    measures = [m.id for m in dti.measures.values() if m.id != "tong-the" and m.name.lower() in words] if dti else []
    if len(measures) == 1:
        return Goal(index_id="dti", measure=measures[0], rank=int(group["rank"]))
    if "chuyển đổi số" in words or "dti" in words:
        return Goal(index_id="dti", measure="tong-the", rank=int(group["rank"]))
    return None
