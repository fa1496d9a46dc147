"""Where a text names provinces, and in which sense.

A city's name that was the end of a province's name before (Huế, Thừa Thiên Huế) is read by the year the text speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.found import ProvinceFound, Sense
from generator.ingest.geography.beside import name_at
from generator.ingest.geography.former import is_former
from generator.ingest.geography.names import NameAt, ProvinceNames
from generator.ingest.geography.rows import ROW_GAP
from generator.ingest.geography.senses import sense_of
from generator.ingest.lexicon import Lexicon
from generator.ingest.once import once
from generator.ingest.passage import Passage

_ROAD_GAP = re.compile(r"\s?[-–—]\s?(?:tp\.?\s?)?")
_DATED = re.compile(r"\d{1,2}[/.-](20\d\d)(?!\d)|(?<!\d)(20\d\d)-\d\d-\d\d")
_TOLD_YEAR = re.compile(
    r"năm (?<!đến năm )(?<!tới năm )(?<!trước năm )(?<!hết năm )(?<!vào năm )(?<!cuối năm )(20\d\d)(?![\d/]|\s?[-–])"
)


def find_provinces(passage: Passage, lexicon: Lexicon) -> tuple[ProvinceFound, ...]:
    """Every province's name in the passage with its sense, in order."""
    return _Reading(passage, lexicon.provinces).provinces()


class _Reading:
    """One passage read for provinces."""

    def __init__(self, passage: Passage, names: ProvinceNames) -> None:
        self.text = passage.text
        self.folded = passage.folded
        self.names = names
        self.found = tuple(at for at in names.find(self.text, self.folded) if at.key)
        self._cities: dict[str, bool] = {}

    def provinces(self) -> tuple[ProvinceFound, ...]:
        """The names with their senses."""
        provinces: list[ProvinceFound] = []
        for i, at in enumerate(self.found):
            key, sense = self._read(i, at)
            if provinces and provinces[-1].sense is Sense.OTHER and sense is Sense.PROVINCE:
                gap = self.folded[provinces[-1].end : at.start]
                sense = Sense.OTHER if _ROAD_GAP.fullmatch(gap) else sense
            former = sense is Sense.PROVINCE and self._is_former(at, key, provinces[-1:])
            provinces.append(ProvinceFound(start=at.start, end=at.end, key=key, sense=sense, former=former))
        return tuple(provinces)

    def _is_former(self, at: NameAt, key: str, before: Sequence[ProvinceFound]) -> bool:
        """Whether it is named as what it was, by itself or in a row with one that is."""
        ended = key in self.names.ended
        if is_former(self.folded, at.start, at.end, ended=ended):
            return True
        return ended and any(p.former and ROW_GAP.fullmatch(self.folded, p.end, at.start) for p in before)

    def _read(self, i: int, at: NameAt) -> tuple[str, Sense]:
        key = at.key or ""
        since = self.names.city_since.get(key)
        name = name_at(self.text, self.folded, at.start, at.end)
        city = since is not None and (since == 0 or self._is_city(key, since))
        if since and not city and key in self.names.earlier_name:
            sense = sense_of(name, city=False, in_row=False)
            return (self.names.earlier_name[key] if sense is Sense.PROVINCE else key), sense
        return key, sense_of(name, city=city, in_row=since == 0 and self._in_row(i))

    def _is_city(self, key: str, since: int) -> bool:
        if key not in self._cities:
            self._cities[key] = self._is_since(key, since)
        return self._cities[key]

    def _is_since(self, key: str, since: int) -> bool:
        """Whether the text speaks of a time when the name was a city's, by its years or by the name of before."""
        if any(year >= since for year in self._years):
            return True
        if key not in self.names.earlier_name or _DATED.search(self.folded):
            return False
        return all(at.key != self.names.earlier_name[key] for at in self.found)

    @once
    def _years(self) -> tuple[int, ...]:
        dated = (int(full or iso) for full, iso in _DATED.findall(self.folded))
        return (*dated, *map(int, _TOLD_YEAR.findall(self.folded)))

    def _in_row(self, i: int) -> bool:
        return self._row(self.found[max(0, i - 1) : i + 1]) or self._row(self.found[i : i + 2])

    def _row(self, pair: Sequence[NameAt]) -> bool:
        return len(pair) == 2 and ROW_GAP.fullmatch(self.folded, pair[0].end, pair[1].start) is not None
