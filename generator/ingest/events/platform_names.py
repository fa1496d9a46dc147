"""The registry's platforms, ready to be found in a text.

Names of three words or more with Vietnamese letters are read in any case („Cổng Dịch vụ công Quốc gia"); brands and
short names only as the registry writes them („vỏ sò" is a shell, „Vỏ Sò" the marketplace).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.ingest.events.any_of import any_of
from generator.ingest.passage import Passage
from generator.registry import Platform, Registries
from generator.text import fold_case, nfc

_NOT_IT = re.compile(r"(?:nhóm|group)\s+\Z|[\w.@-]\Z")


class PlatformNames:
    """An index of the registry's platforms by name and variant."""

    def __init__(self, registries: Registries) -> None:
        exact: dict[str, Platform] = {}
        folded: dict[str, Platform] = {}
        for platform in registries.platforms.values():
            for name in map(nfc, (platform.name, *platform.variants)):
                (folded if _in_any_case(name) else exact).setdefault(_key(name), platform)
        self._folded = {fold_case(name): platform for name, platform in folded.items()}
        self._exact = exact
        self._find_exact = _any_of(exact)
        self._find_folded = _any_of(self._folded)

    def found(self, passage: Passage) -> Iterator[tuple[int, int, Platform]]:
        """Where the text names a platform of the registry, and which; unordered."""
        for pattern, index, text in (
            (self._find_exact, self._exact, passage.text),
            (self._find_folded, self._folded, passage.folded),
        ):
            for m in pattern.finditer(text):
                if not _NOT_IT.search(passage.folded, max(0, m.start() - 8), m.start()):
                    yield m.start(), m.end(), index[_key(m[0])]


def _in_any_case(name: str) -> bool:
    return len(name.split()) >= 3 and not name.isascii()


def _key(name: str) -> str:
    return " ".join(name.split())


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"{any_of(names)}(?![\w-])")
