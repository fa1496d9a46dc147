"""Names of events by our own short patterns."""

from __future__ import annotations

import re
from datetime import date

from generator.ingest.events.scenes import Scene
from generator.ingest.events.words import DAY, OF_THE_NATION
from generator.ingest.story import Story
from generator.text import fold_case, upper_first

_DAY_NATIONAL = re.compile(
    rf"{DAY}({OF_THE_NATION})(?:\s*\(?\s*(?:ngày\s+)?\d{{1,2}}\s?[-/.]\s?\d{{1,2}}(?:[-/.]20\d\d)?\)?)?(?:\s*[,-]?\s*(?:năm\s+)?(20\d\d))?"
)
_DAY_PROVINCE = re.compile(rf"{DAY}(?:\s+của)?\s+(tỉnh|thành\s+phố|tp\.?)(?=\s|\Z|[.,;])")
_DAY_BARE = re.compile(rf"{DAY}(?!\s+quốc|qg)")
_NAMED_AFTER_A_PERSON = "ho-chi-minh"
_NO_QUOTES = str.maketrans("", "", '“”"')
_EDGES = " \t\u00a0\n,;:.-–—“”\"'()"


def province_name(story: Story, key: str) -> str:
    """The name of a province as the registry writes it."""
    known = story.lexicon.registries.provinces.get(key)
    if known is None:
        return key
    return f"TP. {known.name}" if key == _NAMED_AFTER_A_PERSON else known.name


def province_kind(story: Story, key: str, day: date | None) -> str:
    """„tỉnh" or „thành phố", as the province was on a day (None: as it is last known)."""
    known = story.lexicon.registries.provinces.get(key)
    if not known:
        return "tỉnh"
    unit = next((u for u in known.units if day and u.valid_on(day)), known.units[0])
    return "thành phố" if (unit.kind_on(day) if day else unit.kind) == "thanh-pho" else "tỉnh"


def tidy(text: str) -> str:
    """One line without quotation marks, the yearly days written in one way."""
    line = " ".join(text.translate(_NO_QUOTES).split()).strip(_EDGES)
    if "ngày" not in line.lower():
        return line
    line = _replace(_DAY_NATIONAL, line, lambda m: "Ngày Chuyển đổi số quốc gia" + (f" {m[2]}" if m[2] else ""))
    line = _replace(_DAY_PROVINCE, line, lambda m: f"Ngày Chuyển đổi số {'tỉnh' if m[1] == 'tỉnh' else 'thành phố'}")
    return _replace(_DAY_BARE, line, lambda m: "Ngày Chuyển đổi số" + m[0][len(m[0].rstrip()) :])


def _replace(pattern: re.Pattern[str], line: str, by: object) -> str:
    parts, position = [], 0
    for m in pattern.finditer(fold_case(line)):
        parts += [line[position : m.start()], by(m)]  # type: ignore[operator]
        position = m.end()
    return "".join(parts) + line[position:]


def without_province(text: str, name: str) -> str:
    """The text without a province's name at its end: „Ngày Chuyển đổi số tỉnh Sóc Trăng" → „… tỉnh"."""
    cut = re.sub(rf"\s+{re.escape(name)}\s*\Z", "", text)
    return cut.strip()


def at_place(scene: Scene, name: str, province: str | None) -> str:
    """The name with „tại …" where it does not name the province yet."""
    if province is None:
        return upper_first(name)
    place = province_name(scene.story, province)
    return upper_first(name) if fold_case(place) in fold_case(name) else f"{upper_first(name)} tại {place}"
