"""The folded text with one kind of space, so that the patterns of this package need only one."""

from __future__ import annotations

from generator.ingest.passage import Passage

_SPACES = ("\u00a0", "\t", "\u202f", "\u2009", "\u3000")


def level(passage: Passage) -> str:
    """The passage's folded text, of equal length: every space plain, and line ends within a paragraph too."""
    text = passage.folded
    for space in _SPACES:
        if space in text:
            text = text.replace(space, " ")
    kept, position = [], 0
    for paragraph in passage.paragraphs:
        if text.find("\n", paragraph.start, paragraph.end) >= 0:
            kept += [text[position : paragraph.start], text[paragraph.start : paragraph.end].replace("\n", " ")]
            position = paragraph.end
    return "".join(kept) + text[position:] if kept else text
