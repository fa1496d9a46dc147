"""The two segments of the index: what stands there for long, and what changes with almost every new article."""

from __future__ import annotations

from generator.output.search.documents import Document
from generator.output.search.kinds import PROVINCE, SECTION

STEP = 320
_WHOLE = 8
"""An index of fewer steps is one segment."""
_COUNTING = (SECTION, PROVINCE)
"""Pages that tell how much there is of what: they change with almost every article."""


def border_of(extent: int, step: int) -> int:
    """From which number on documents are new: those of the last whole step and of the one that has begun.

    `extent`: above every number. In a small index all are new.
    """
    steps = extent // step
    return (steps - 1) * step if steps >= _WHOLE else 0


def is_new(document: Document, number: int, border: int) -> bool:
    """Whether a document stands in the new segment."""
    return number >= border or document.facets.split(" ", 1)[0] in _COUNTING
