"""Acts: what a body makes known or decides on a day: an index, a yearly day.

Corpus seen: provincial portals and papers 2020–2026.
"""

from __future__ import annotations

import re

from generator.ingest.events.actors import Actor, actor_after, actor_before, holder_of
from generator.ingest.events.naming import tidy
from generator.ingest.events.scenes import YEAR_FROM_CONTEXT, Scene, When
from generator.ingest.events.words import DAY, INDEX, MONTH_DAY, OF_THE_NATION
from generator.ingest.found import DocumentFound, EventFound, Span
from generator.model import Basis

_PUBLISH = re.compile(r"công\s+bố(?!\w)")
_RESULT = re.compile(r"kết\s+quả(?!\w)")
_HAS = re.compile(r"(?<!\w)(?:đã|vừa|cũng|đồng thời\s*,?|chính thức)\s+\Z")
_INDEX_YEAR = re.compile(r"[^.;]{0,60}?(?<!\d)(20\d\d)(?!\d)")
_CHOOSE = re.compile(
    rf"(?<!\w)(?:quyết\s+định\s+)?(?:chọn|lấy)\s+(?:ngày\s+)?{MONTH_DAY}[^.;]{{0,60}}?\s(?:là|làm)\s+(?={DAY})"
)
_IS = re.compile(rf"(?<![\d/.-]){MONTH_DAY}\s+(?:hằng|hàng)\s+năm\s+(?:được\s+chọn\s+)?(?:là|làm)\s+(?={DAY})")
_NATIONAL = re.compile(OF_THE_NATION)
_THE_DAY = re.compile(rf"{DAY}(?:{OF_THE_NATION}|(?:\s+của)?\s+(?:tỉnh|thành\s+phố))?")


def announcement(scene: Scene) -> EventFound | None:
    """„DTI năm 2021 được Bộ TT&TT công bố ngày 8/8": an index is made known on a day."""
    verb = _PUBLISH.search(scene.folded, scene.span.start, scene.span.end)
    index = verb and _index(scene)
    if not index or not verb:
        return None
    when = scene.when(verb.start(), verb.end())
    actor = actor_before(scene, verb.start()) or actor_after(scene, verb.end(), scene.span.end)
    year = _INDEX_YEAR.match(scene.folded, index.end())
    if actor is None or not actor.national or scene.is_future(verb.start()):
        return None
    if when is None and not scene.is_news(verb.start()) and not (year and _is_done(scene, verb)):
        return None
    word = " ".join(index[0].split())
    name = "DTI" if word.startswith("dti") or "chuyển đổi số" in word else scene.text[index.start() : index.end()]
    span = Span(min(index.start(), verb.start()), max(index.end(), verb.end()))
    about = f"{actor.name} công bố {name}" + (f" năm {year[1]}" if year else "")
    return scene.event(span, about, "announcement", None, when)


def _is_done(scene: Scene, verb: re.Match[str]) -> bool:
    """Whether the words around say that it has been made known: „đã công bố", „đồng thời, công bố kết quả"."""
    return _HAS.search(scene.folded, max(scene.span.start, verb.start() - 24), verb.start()) is not None


def _index(scene: Scene) -> re.Match[str] | None:
    """The index of the sentence; where it only has „kết quả", that of the rest of its paragraph."""
    index = INDEX.search(scene.folded, scene.span.start, scene.span.end)
    if index or not _RESULT.search(scene.folded, scene.span.start, scene.span.end):
        return index
    paragraph = scene.story.passage.paragraph_at(scene.span.start)
    return INDEX.search(scene.folded, paragraph.start, min(paragraph.end, scene.span.end + 200))


def day_chosen(scene: Scene) -> EventFound | None:
    """„Thủ tướng quyết định chọn ngày 10/10 là Ngày Chuyển đổi số quốc gia", where the day of the decision is told."""
    m = _CHOOSE.search(scene.folded, scene.span.start, scene.span.end)
    paper = next((d for d in scene.documents if d.date and d.kind == "Quyết định"), None)
    if m is None and paper:
        m = _IS.search(scene.folded, paper.end, scene.span.end)
    the_day = m and _THE_DAY.match(scene.folded, m.end())
    if not m or not the_day:
        return None
    when = day_of(paper) if paper else day_before(scene, m.start())
    actor = issuer_of(paper) if paper else actor_before(scene, m.start())
    holder, province = holder_of(scene, actor)
    if (
        when is None
        or actor is None
        or holder is None
        or (_NATIONAL.search(the_day[0]) is not None) is not actor.national
    ):
        return None
    month_day = f"{int(m['d'] or m['d2'])}/{int(m['m'] or m['m2'])}"
    name = f"{holder} quyết định chọn {month_day} là {tidy(scene.text[the_day.start() : the_day.end()])}"
    return scene.event(Span(m.start(), the_day.end()), name, "decision", province, when)


def day_before(scene: Scene, position: int) -> When | None:
    """The date of the sentence that stands before a position and governs it."""
    when = scene.when(position)
    return when if when and when.start < position else None


def day_of(document: DocumentFound) -> When | None:
    """The day of a document as that of its coming to be."""
    if document.date is None:
        return None
    if document.date_inferred:
        return When(document.date, Basis.INFERRED, document.reason or YEAR_FROM_CONTEXT, document.start)
    return When(document.date, start=document.start)


def issuer_of(document: DocumentFound) -> Actor:
    """Who issued a document: the Prime Minister, or a body of its province."""
    if "Thủ tướng" in (document.issuer or ""):
        return Actor("Thủ tướng", True, document.start)
    return Actor(None, False, document.start, document.province)
