"""What the parts that the reader left out of a page say of the article: its date of publication and its publisher.

They are evidence of the second rank: only what a label or an organ's name makes certain is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.ingest.opening.lines import Line
from generator.ingest.opening.publisher_lines import organ_named
from generator.ingest.opening.publisher_names import PublisherNames
from generator.ingest.opening.stamps import Stamp, read_page_line

_LINES_READ = 200
_NAME_LENGTH = 120


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A labelled date of publication and a publisher's name, where the left-out lines give them."""

    published: Stamp | None = None
    publisher: str | None = None


def read_left_out(lines: Sequence[str], publishers: PublisherNames) -> LeftOut:
    """Read the lines that a page's reader left out."""
    published, publisher = None, None
    for text in lines[:_LINES_READ]:
        line = Line(0, len(text), text)
        page = read_page_line(line) if published is None and len(text) <= _NAME_LENGTH else None
        if page:
            published = next((stamp for stamp in page.stamps if stamp.label == "published"), None)
        if publisher is None and len(text) <= _NAME_LENGTH:
            publisher = organ_named(text, publishers.provinces) or _in_imprint(line, publishers)
    return LeftOut(published, publisher)


def _in_imprint(line: Line, publishers: PublisherNames) -> str | None:
    """„Báo X - Giấy phép số …": Báo X."""
    name, _, rest = line.text.partition(" - ")
    return organ_named(name, publishers.provinces) if rest.lower().startswith(("giấy phép", "cơ quan")) else None
