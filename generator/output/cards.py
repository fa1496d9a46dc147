"""Card images that stand beside a shared link."""

from __future__ import annotations

from collections.abc import Callable

from generator.library.library import Library


def card_files(library: Library) -> dict[str, Callable[[], bytes]]:
    """Every card by path; the name holds what is drawn, so that a card is drawn once."""
    return {}
