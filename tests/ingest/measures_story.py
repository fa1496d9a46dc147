"""Stories for tests of indicators and figures, with plain stand-ins for the rules of dates and provinces."""

from __future__ import annotations

import re
from functools import cache

from generator.ingest.found import DateFound, Header, IndicatorFound, Part, ProvinceFound, Sense
from generator.ingest.lexicon import Lexicon
from generator.ingest.passage import Passage
from generator.ingest.story import Story
from generator.sources.registries import load_registries
from generator.text import nfc
from tests.project import ROOT

_DATES = re.compile(r"(?P<months>\d{1,2}) tháng (?:đầu )?năm (?P<of>20\d\d)|(?<=[Nn]ăm )(?P<year>20\d\d)(?!\d)")
_TOWN = re.compile(r"(?:thị xã|huyện) \Z")


@cache
def lexicon() -> Lexicon:
    """The real registries' names."""
    registries, _ = load_registries(ROOT)
    assert registries is not None
    return Lexicon(registries)


def story(text: str, province: str | None = None) -> Story:
    """The story of a text about one province, or about none in particular."""
    passage = Passage(nfc(text))
    named = (at for at in lexicon().provinces.find(passage.text, passage.folded) if at.key)
    provinces = tuple(
        ProvinceFound(
            start=at.start,
            end=at.end,
            key=at.key or "",
            sense=Sense.TOWN if _TOWN.search(passage.text[: at.start]) else Sense.PROVINCE,
        )
        for at in named
    )
    return Story(
        passage=passage,
        header=Header(),
        dates=tuple(_date(m) for m in _DATES.finditer(passage.text)),
        provinces=provinces,
        parts=(Part(start=0, end=len(passage.text) + 1, province=province),),
        subjects=(province,) if province else (),
        mentions=(),
        lexicon=lexicon(),
    )


def _date(m: re.Match[str]) -> DateFound:
    edtf = m["year"] or f"{m['of']}-01/{m['of']}-{int(m['months']):02}"
    return DateFound(start=m.start(), end=m.end(), edtf=edtf)


def told(found: IndicatorFound) -> str:
    """An indicator in one line: who, year, measure, then what is told (hạng/trong, tốp, điểm~thang, ±bậc, bảng)."""
    values = [
        f"hạng {found.rank}" + (f"/{found.of}" if found.of else "") if found.rank else "",
        f"tốp {found.top}" if found.top else "",
        f"{found.score:g}~{found.scale}" if found.score is not None else "",
        f"{found.rank_change:+d}" if found.rank_change is not None else "",
        f"bảng {found.table}" if found.table else "",
    ]
    index = "" if found.index == "dti" else f"{found.index} "
    return f"{index}{found.province} {found.year} {found.measure}: {', '.join(v for v in values if v)}"
