"""Inline Markdown without the searches that cannot find anything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markdown import inlinepatterns as patterns  # type: ignore[import-untyped]
from markdown.treeprocessors import InlineProcessor  # type: ignore[import-untyped]
from markdown.util import AtomicString  # type: ignore[import-untyped]

_NEEDED: Mapping[str, str] = {
    patterns.BACKTICK_RE: "`",
    patterns.ESCAPE_RE: "\\",
    patterns.LINK_RE: "[",
    patterns.IMAGE_LINK_RE: "![",
    patterns.AUTOLINK_RE: "<",
    patterns.AUTOMAIL_RE: "<",
    patterns.LINE_BREAK_RE: "  \n",
    patterns.HTML_RE: "<",
    patterns.ENTITY_RE: "&",
}
"""What a text must hold for a pattern to be found in it."""


class SparingInlineProcessor(InlineProcessor):  # type: ignore[misc]
    """As Python-Markdown's own, but a pattern is searched for only where it can be found."""

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        if isinstance(data, AtomicString):
            return data  # type: ignore[no-any-return]
        gated, start = vars(self).get("gated") or self._gate(), 0
        while patternIndex < len(gated):
            pattern, needed = gated[patternIndex]
            matched = needed in data
            if matched:
                data, matched, start = self._InlineProcessor__applyPattern(pattern, data, patternIndex, start)
            if not matched:
                patternIndex, start = patternIndex + 1, 0
        return data

    def _gate(self) -> list[tuple[Any, str]]:
        self.gated = [(pattern, _NEEDED.get(getattr(pattern, "pattern", ""), "")) for pattern in self.inlinePatterns]
        return self.gated
