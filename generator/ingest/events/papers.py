"""Papers: a plan or decision that somebody issues or approves.

Sources: Nghị định 30/2020/NĐ-CP (who issues what); corpus seen: provincial portals and papers 2020–2026. A document
that is only cited („thực hiện Nghị quyết 111") is no event: a verb must say that somebody issues or approves it.
"""

from __future__ import annotations

import re

from generator.edtf import parse_recurring
from generator.ingest.events.actors import Actor, actor_after, actor_before, holder_of
from generator.ingest.events.acts import day_before, day_of, issuer_of
from generator.ingest.events.naming import province_name, tidy
from generator.ingest.events.scenes import Scene, When
from generator.ingest.found import DocumentFound, EventFound, Span
from generator.text import fold_case, slug

_ISSUES = re.compile(r"(?<!\w)(?:(?:ký\s+)?(?:ban\s+hành|phê\s+duyệt|thông\s+qua)|ký)(?!\w)")
_APPROVED = re.compile(
    r"(?<!\w)(?P<verb>phê\s+duyệt|ban\s+hành|thông\s+qua)\s+[“\"]?"
    r"(?P<noun>chương\s+trình|chiến\s+lược|đề\s+án|kế\s+hoạch|nghị\s+quyết|quyết\s+định|chỉ\s+thị|bộ\s+chỉ\s+số|bộ\s+tiêu\s+chí"
    r"|luật|nghị\s+định)(?!\w)"
)
_PASSIVE = re.compile(
    r"(?<!\w)(?P<noun>chương\s+trình|chiến\s+lược|đề\s+án|kế\s+hoạch|nghị\s+quyết|luật|nghị\s+định)\s[^.;“”\"]{5,160}?\sđược\s+[^.;,]{4,60}?"
    r"\s(?P<verb>phê\s+duyệt|ban\s+hành|thông\s+qua)(?=\s+(?:vào\s+)?(?:ngày|tháng)\s)"
)
_CITED = re.compile(r"(?<!\w)(?:quyết\s+định|nghị\s+quyết|kế\s+hoạch|tờ\s+trình)\s+(?:số\s+)?\d")
_NOT_YET = re.compile(
    r"(?<!\w)(?:sẽ|tham mưu|trình|dự thảo|chuẩn bị|sớm|sắp|khẩn trương|tiếp tục|kịp thời|để|việc|được|cần|yêu cầu"
    r"|đề nghị|thẩm quyền)\s+(?:\w+\s+){0,4}\Z"
)
_CLAIMS = re.compile(r"[^.;]{0,70}?(?<!\w)(phê\s+duyệt|về\s+(?=ngày\s+chuyển\s+đổi\s+số|ngày\s+cđs))\s*(?:việc\s+)?")
_MADE = re.compile(
    r"(?:\s*,?\s*ngày\s+[\d/.-]{1,10}(?:\s+tháng\s+\d{1,2}\s+năm\s+\d{4})?)?"
    r"\s*,?\s*(?:được\s+[^.;,]{4,60}?\s)?(?:ký\s+)?(?:ban\s+hành|phê\s+duyệt|thông\s+qua)(?=\s+(?:bởi|(?:vào\s+)?ngày)\s)"
)
_BY_WHICH = re.compile(r"(?<!\w)theo\s+\Z")
_SUBJECT_START = re.compile(r"\s*(?:riêng\s+)?(?:(?:về|v/v)\s+(?:việc\s+)?)?[“\"]?")
_SUBJECT_END = re.compile(
    r"[.;(,”]|\s(?:ngày\s+\d+|số\s+\d+|được|của|đến\s+năm|giai\s+đoạn|định\s+hướng|trên\s+địa\s+bàn|với|nhằm|để|đã|sẽ|năm\s+20\d\d)"
    r"(?!\w)"
)
_PLACE_END = re.compile(r"\s+(?:của\s+)?(?:tỉnh|thành\s+phố)\s+\S+(?:\s+\S+){0,3}\Z", re.IGNORECASE)
_DAY_OF_A_YEAR = re.compile(r"(Ngày Chuyển đổi số quốc gia) 20\d\d\Z")
_CITES = re.compile(r"(?<!\w)(?:căn\s+cứ|như\s*:)")
_NAMED = 3
"""How many words name a paper; „Nghị định số 47/2024" is called by its number."""
_LIST = 400
_CLOSE = 90
"""How far, in characters, „như:" may stand before a paper of its list, a body before the verb of what it approves."""
_KINDS = {
    "Kế hoạch": "plan",
    "Quyết định": "decision",
    "Nghị quyết": "decision",
    "Chỉ thị": "decision",
    "Đề án": "decision",
    "Luật": "decision",
    "Nghị định": "decision",
}
_PARTY_AND_COUNCIL = ("Tỉnh ủy", "Thành ủy", "HĐND tỉnh")


def issued(scene: Scene, d: DocumentFound) -> EventFound | None:
    """A document that somebody issues or approves in its sentence; None where it is only cited."""
    if d.kind not in _KINDS or scene.folded.startswith("căn cứ", scene.span.start):
        return None
    if choice := _choice_of_the_day(scene, d):
        return choice
    verb = _verb_before(scene, d)
    if verb and ((d.number and d.date) or not _is_yet_to_come(scene, verb.start())):
        when = day_of(d) or scene.when(verb.start(), verb.end())
        actor = actor_before(scene, verb.start()) or actor_after(scene, d.end, scene.span.end)
        return _issue(scene, d, Span(verb.start(), d.end), actor, when, _what(scene, d, verb.end()))
    made = _MADE.match(scene.folded, d.end, scene.span.end) if d.date else None
    if made:
        actor = actor_after(scene, made.end(), scene.span.end) or actor_before(scene, made.end())
        return _issue(scene, d, Span(d.start, made.end()), actor, day_of(d), _what(scene, d, made.end()))
    if _CITES.search(scene.folded, max(scene.span.start, d.start - _LIST), d.start):
        return None
    claims = _CLAIMS.match(scene.folded, d.end, scene.span.end)
    if not claims or not d.date or d.kind == "Kế hoạch":
        return None
    if not issuer_of(d).national and _BY_WHICH.search(scene.folded, max(scene.span.start, d.start - 8), d.start):
        return None
    actor = actor_after(scene, d.end, claims.start(1)) or actor_before(scene, d.start)
    act = "phê duyệt" if claims[1].startswith("phê") else f"ban hành {fold_case(d.kind)} về"
    subject = _subject(scene, claims.end())
    return _issue(scene, d, Span(d.start, claims.end()), actor, day_of(d), f"{act} {subject}") if subject else None


def _choice_of_the_day(scene: Scene, d: DocumentFound) -> EventFound | None:
    """The choice of the national day, where the registry says that this document made it."""
    if not d.number or not d.date:
        return None
    key = slug(f"{d.kind} {d.number}")
    for series in scene.story.lexicon.registries.series.values():
        if series.document == key and series.province is None and series.rule:
            month, day = parse_recurring(series.rule)
            name = f"Thủ tướng quyết định chọn {day}/{month} là {series.name}"
            return scene.event(Span(d.start, d.end), name, "decision", None, day_of(d))
    return None


def approved(scene: Scene) -> EventFound | None:
    """„Ngày 3/6/2020, Chính phủ đã phê duyệt Chương trình …": approved on a day, its paper named later or never."""
    if passive := _PASSIVE.search(scene.folded, scene.span.start, scene.span.end):
        return _approved_by(scene, passive)
    m = _APPROVED.search(scene.folded, scene.span.start, scene.span.end)
    if not m or _is_yet_to_come(scene, m.start()):
        return None
    if _CITED.search(scene.folded, max(scene.span.start, m.start() - 140), m.start()):
        return None
    if any(abs(d.start - m.start("noun")) < 3 for d in scene.documents):
        return None
    when, actor = day_before(scene, m.start()), actor_before(scene, m.start())
    if when is None or actor is None or m.start() - actor.start > _CLOSE:
        return None
    if _ISSUES.search(scene.folded, when.start, m.start()):
        return None
    return _approval(scene, m, actor, when)


def _approved_by(scene: Scene, m: re.Match[str]) -> EventFound | None:
    """„Chương trình … được Thủ tướng Chính phủ phê duyệt ngày 3/6/2020"."""
    day = next((d for d in scene.dates if 0 <= d.start - m.end() < 12), None)
    actor = actor_before(scene, m.start("verb"))
    if day is None or actor is None:
        return None
    return _approval(scene, m, actor, scene.told(day, Span(m.start(), m.start())))


def _approval(scene: Scene, m: re.Match[str], actor: Actor, when: When) -> EventFound | None:
    holder, province = holder_of(scene, actor)
    subject = _subject(scene, m.start("noun"))
    if holder is None or subject is None:
        return None
    kind = "plan" if m["noun"].startswith("kế") else "decision"
    name = f"{holder} {' '.join(m['verb'].split())} {subject}"
    return scene.event(Span(m.start(), m.end()), name, kind, province, when)


def _is_yet_to_come(scene: Scene, position: int) -> bool:
    return _NOT_YET.search(scene.folded, max(scene.span.start, position - 40), position) is not None


def _verb_before(scene: Scene, d: DocumentFound) -> re.Match[str] | None:
    """The verb that governs a document: right before it, or before the same noun with the number in brackets."""
    near = list(_ISSUES.finditer(scene.folded, max(scene.span.start, d.start - 24), d.start))
    if near:
        return near[-1]
    if scene.folded[max(0, d.start - 2) : d.start].strip() != "(":
        return None
    noun = fold_case(d.kind)
    for verb in reversed(list(_ISSUES.finditer(scene.folded, max(scene.span.start, d.start - 260), d.start))):
        between = scene.folded[verb.end() : d.start]
        if between.lstrip().startswith(noun) and ";" not in between:
            return verb
    return None


def _what(scene: Scene, d: DocumentFound, verb_end: int) -> str:
    """„ban hành kế hoạch 148" where the number follows the verb, else the document's subject."""
    noun, between = fold_case(d.kind), scene.folded[verb_end : d.start].strip()
    if between in ("", "các", "về") and d.number:
        return f"ban hành {noun} {d.number}"
    subject = _subject(scene, verb_end + len(noun) + 1 if between else d.end)
    if subject is None:
        return f"ban hành {noun}" + (f" {d.number}" if d.number else "")
    return f"ban hành {noun} {subject}" if d.kind == "Kế hoạch" else f"ban hành {noun} về {subject}"


def _subject(scene: Scene, position: int) -> str | None:
    """What a paper is about, from a position on: a short phrase without place and period."""
    start = _SUBJECT_START.match(scene.folded, position)
    begin = start.end() if start else position
    limit = min(scene.span.end, begin + 120)
    stop = _SUBJECT_END.search(scene.folded, begin, limit)
    if stop and stop[0].startswith(" số") and len(scene.folded[begin : stop.start()].split()) < _NAMED:
        stop = _SUBJECT_END.search(scene.folded, stop.end(), limit)
    words = tidy(scene.text[begin : stop.start() if stop else limit])
    words = _PLACE_END.sub("", _DAY_OF_A_YEAR.sub(r"\1", words))
    return words if 2 <= len(words.split()) <= 24 else None


def _issue(
    scene: Scene, d: DocumentFound, span: Span, actor: Actor | None, when: When | None, what: str
) -> EventFound | None:
    if (when is None and not scene.is_news(span.start)) or (scene.is_future(span.start) and not d.date):
        return None
    issuer = issuer_of(d)
    if not issuer.national and d.province is None and actor:
        issuer = actor
    holder, province = holder_of(scene, issuer)
    if holder is None or (province is None and not issuer.national and when is None):
        return None
    body = next((b for b in _PARTY_AND_COUNCIL if (d.issuer or "").startswith(b)), None)
    if body and province:
        holder = f"{body} {province_name(scene.story, province)}"
    return scene.event(span, f"{holder} {what}", _KINDS[d.kind], province, when)
