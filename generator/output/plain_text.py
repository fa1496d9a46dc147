"""Text for files that are no pages: no markup, and no character that XML 1.0 or RFC 5545 refuses."""

from __future__ import annotations

import re

from generator.text import SUMMARY_LINK

_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def one_line(text: str) -> str:
    """The text in one line, without control characters."""
    return " ".join(_REFUSED.sub(" ", text).split())


def without_links(paragraph: str) -> str:
    """A paragraph of a summary with the words of its links alone."""
    return one_line(SUMMARY_LINK.sub(r"\1", paragraph))
