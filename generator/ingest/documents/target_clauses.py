"""The stretches of a text that may each tell one target: parts of a sentence with one measure each.

Source: corpus seen, portals and papers 2020–2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from generator.ingest.documents.target_measures import Measures
from generator.ingest.found import Span
from generator.ingest.passage import Passage

_AT_LEAST = r"(?:trên|hơn|khoảng|gần|ít\s+nhất|tối\s+thiểu|thấp\s+nhất|từ)"
_YEAR_AHEAD = r"(?:đến|tới|vào|trong|sang|bước\s+sang)\s+(?:hết\s+|cuối\s+|đầu\s+)?(?:năm\s+|giai\s+đoạn\s+)?20\d\d"
_NEXT_CLAUSE = re.compile(
    rf";\s*(?:và\s+)?|(?P<paren>\s\((?=[^()]{{0,160}}?%))|(?:,|,?\s+và|\.)\s+(?={_YEAR_AHEAD})|\.{{3}}\s*|…\s*|"
    rf",?\s+và\s+(?=cấp\s|(?:có\s+|{_AT_LEAST}\s+){{0,2}}\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\s?%|(?:tỷ|tỉ)\s+(?:lệ|trọng)\s|kinh\s+tế\s+số\s)|"
    r"(?P<thing>,\s+(?=(?:tỷ|tỉ)\s+(?:lệ|trọng)\s|tốc\s+độ\s|số\s+lượng\s|năng\s+suất\s))|(?P<comma>,\s+)"
)
BULLET = re.compile(r"\s*(?:[-–—+•*●▪]|\d{1,2}[.)]|[a-zđ]\)|\(?\d{1,2}\))\s*")
"""What opens a line of a list."""


def clauses(passage: Passage, measures: Measures, span: Span) -> Iterator[Span]:
    """The stretches of a span that tell one measure each; a comma parts them only where both sides have one."""
    folded = passage.folded
    start = span.start
    joints = list(_NEXT_CLAUSE.finditer(folded, span.start, span.end))
    for m, following in zip_longest(joints, joints[1:]):
        rest = following.start() if following and not m["thing"] else span.end
        if (m["comma"] or m["thing"]) and not (measures.within(start, m.start()) and measures.within(m.end(), rest)):
            continue
        if m.start() > start:
            yield Span(start, m.start())
        start = m.end()
    if start < span.end:
        yield Span(start, span.end)
