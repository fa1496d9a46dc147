"""Where a line goes on on the next one: text broken by hand or at a page's width.

Source: corpus seen (e-mails, PDF and Word text pasted into portals).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

CLOSING = frozenset('.!?…:;”"')
"""What a line ends with that goes on nowhere."""

_OPEN_END = re.compile(
    r"\s(?:và|hoặc|của|với|cho|tại|các|những|là|do|từ|để|về|trong|ở|bằng|giữa|nhằm|như|được|đã|sẽ|đang)$", re.IGNORECASE
)
_ITEM = re.compile(r"[-+*•●▪–—✓#|]|(?:\d{1,2}|[ivxIVX]{1,4}|[a-zđA-ZĐ])[.)]\s")
_LEAST_BROKEN = 3
_NARROW, _WIDE = 40, 120
_FULL, _OVER = 0.85, 1.1
_SHORTEST_OPEN = 20


def joints(text: str) -> list[int]:
    """The line ends after which the line above goes on: before a small letter, after „và" or „của", at the margin."""
    pairs = list(_open_pairs(text))
    small = [at for at, _, below in pairs if below[0].islower()]
    if len(small) == len(pairs):
        return small
    margin = max((len(above) for _, above, below in pairs if below[0].islower()), default=0)
    broken = sum(below[0].islower() or _is_open(above) or above[-1] == "," for _, above, below in pairs)
    wrapped = broken >= _LEAST_BROKEN and _NARROW <= margin <= _WIDE
    return [
        at
        for at, above, below in pairs
        if below[0].islower() or (not _ITEM.match(below) and _goes_on(above, below, margin if wrapped else 0))
    ]


def _open_pairs(text: str) -> Iterator[tuple[int, str, str]]:
    """Each line end between two lines with text, the upper of which is not closed, and these lines."""
    end = 0
    above = ""
    for written in text.split("\n"):
        below = written.strip() if written else ""
        if above and below and above[-1] not in CLOSING:
            yield end - 1, above, below
        above, end = below, end + len(written) + 1


def _is_open(above: str) -> bool:
    return len(above) >= _SHORTEST_OPEN and _OPEN_END.search(above, max(0, len(above) - 10)) is not None


def _goes_on(above: str, below: str, margin: int) -> bool:
    """Whether a line goes on before a capital or a digit; `margin` is the width the text is broken at, 0 for none."""
    if _is_open(above):
        return True
    if not margin or max(len(above), len(below)) > _OVER * margin:
        return False
    return above.endswith(",") or len(above) + 1 + len(below.split(None, 1)[0]) > max(_NARROW, _FULL * margin)
