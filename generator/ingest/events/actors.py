"""Who holds, issues or launches something: a body of the state, of a province, or the province itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.events.naming import province_name
from generator.ingest.events.scenes import Scene
from generator.ingest.found import ProvinceFound, Sense, Span
from generator.text import UPPER

_NATIONAL = {
    "thủ tướng": "Thủ tướng",
    "phó thủ tướng": "Phó Thủ tướng",
    "chính phủ": "Chính phủ",
    "quốc hội": "Quốc hội",
    "bộ chính trị": "Bộ Chính trị",
    "ban bí thư": "Ban Bí thư",
    "ban chấp hành trung ương": "Ban Chấp hành Trung ương",
    "trung ương đoàn": "Trung ương Đoàn",
    "trung ương hội": "Trung ương Hội",
    "ủy ban trung ương": "Ủy ban Trung ương",
    "tổng bí thư": "Tổng Bí thư",
    "ban chỉ đạo trung ương": "Ban Chỉ đạo Trung ương",
    "ban chỉ đạo quốc gia": "Ban Chỉ đạo quốc gia",
    "ban chỉ đạo của chính phủ": "Ban Chỉ đạo của Chính phủ",
    "văn phòng chính phủ": "Văn phòng Chính phủ",
    "cục chuyển đổi số quốc gia": "Cục Chuyển đổi số quốc gia",
    "ủy ban quốc gia về chuyển đổi số": "Ủy ban Quốc gia về chuyển đổi số",
    "ủy ban quốc gia": "Ủy ban Quốc gia về chuyển đổi số",
}
_MINISTRIES = {
    "thông tin và truyền thông": "Bộ TT&TT",
    "tt&tt": "Bộ TT&TT",
    "tt-tt": "Bộ TT&TT",
    "tttt": "Bộ TT&TT",
    "khoa học và công nghệ": "Bộ Khoa học và Công nghệ",
    "kh&cn": "Bộ Khoa học và Công nghệ",
    "kh-cn": "Bộ Khoa học và Công nghệ",
    "khcn": "Bộ Khoa học và Công nghệ",
    "công an": "Bộ Công an",
    "nội vụ": "Bộ Nội vụ",
    "tài chính": "Bộ Tài chính",
    "công thương": "Bộ Công Thương",
    "y tế": "Bộ Y tế",
    "giáo dục và đào tạo": "Bộ Giáo dục và Đào tạo",
    "nông nghiệp và phát triển nông thôn": "Bộ Nông nghiệp và Phát triển nông thôn",
    "nông nghiệp và môi trường": "Bộ Nông nghiệp và Môi trường",
    "xây dựng": "Bộ Xây dựng",
    "tư pháp": "Bộ Tư pháp",
    "quốc phòng": "Bộ Quốc phòng",
    "văn hóa, thể thao và du lịch": "Bộ Văn hóa, Thể thao và Du lịch",
    "văn hóa - thể thao và du lịch": "Bộ Văn hóa, Thể thao và Du lịch",
    "vhttdl": "Bộ Văn hóa, Thể thao và Du lịch",
    "kế hoạch và đầu tư": "Bộ Kế hoạch và Đầu tư",
    "tài nguyên và môi trường": "Bộ Tài nguyên và Môi trường",
    "giao thông vận tải": "Bộ Giao thông vận tải",
    "lao động - thương binh và xã hội": "Bộ Lao động - Thương binh và Xã hội",
    "dân tộc và tôn giáo": "Bộ Dân tộc và Tôn giáo",
    "ngoại giao": "Bộ Ngoại giao",
}
_LOCAL = (
    r"(?:(?:ubnd|ủy\s+ban\s+nhân\s+dân|hđnd|hội\s+đồng\s+nhân\s+dân)(?:\s+(?:tỉnh|thành\s+phố|huyện|xã|phường))?|tỉnh\s+ủy|thành\s+ủy|huyện\s+ủy|thị\s+ủy|đảng\s+ủy"
    r"|ban\s+chỉ\s+đạo|sở|công\s+an|tỉnh\s+đoàn|thành\s+đoàn|văn\s+phòng|liên\s+đoàn|hội|bảo\s+hiểm|cục\s+thuế|cục\s+thống\s+kê"
    r"|trường|ban\s+tổ\s+chức|ban\s+tuyên\s+giáo|viễn\s+thông|vnpt|viettel|bưu\s+điện|trung\s+tâm|xã|phường|huyện|quận"
    r"|thị\s+xã|tỉnh|thành\s+phố|tp\.?)"
)


def _phrases(words: dict[str, str]) -> str:
    return "|".join(r"\s+".join(map(re.escape, w.split())) for w in sorted(words, key=len, reverse=True))


_ACTOR = re.compile(
    rf"(?<!\w)(?:(?P<national>{_phrases(_NATIONAL)})(?:\s+chính\s+phủ)?|bộ\s+(?P<ministry>{_phrases(_MINISTRIES)})"
    rf"|(?P<local>{_LOCAL}))(?!\w)"
)
_PARTNER = re.compile(
    r"(?<!\w)(?:các\s+(?:xã|phường|sở|huyện|tỉnh|ban)\s*,(?:\s*(?:xã|phường|thị trấn|ngành|ban|huyện"
    r"|thành phố|thị xã)\s*,)*|trở thành|là|của|theo|đại diện|lãnh đạo các|các|phối hợp (?:với|cùng)(?: \w+){0,12}"
    r"|cùng với|chỉ đạo của|trình)\s+\Z"
)
_VENUES = ("ha-noi", "ho-chi-minh")
_AT = re.compile(r"(?<!\w)(?:tại|ở)\s+(?:thủ đô\s+|thành phố\s+|tp\.?\s*)?\Z")
_NEAR_AFTER = 90
_BODY = re.compile(
    rf"(?:\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|TP\.?))?(?:\s+[{UPPER}]\w{{0,12}}(?!\w)){{0,5}}"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A body by the short name of our sentences; `national`: of no province. `start` is where it is named."""

    name: str | None
    national: bool
    start: int
    province: str | None = None


def actor_before(scene: Scene, position: int) -> Actor | None:
    """The body named last before a position in its sentence, else the province named there; partners do not count."""
    start = max(scene.span.start, position - 200)
    for m in reversed(list(_ACTOR.finditer(scene.folded, start, position))):
        if not _PARTNER.search(scene.folded[max(start, m.start() - 90) : m.start()]):
            return _actor(scene, m)
    province = province_in(scene, Span(start, position))
    if (
        province is None
        or is_mere_venue(scene, province)
        or _PARTNER.search(scene.folded[max(start, province.start - 90) : province.start])
    ):
        return None
    return Actor(None, False, province.start, province.key)


def actor_after(scene: Scene, position: int, end: int) -> Actor | None:
    """The actor named right behind a position: „do Bộ TT&TT công bố", „của Thủ tướng Chính phủ"."""
    m = _ACTOR.search(scene.folded, position, min(end, position + _NEAR_AFTER))
    return _actor(scene, m) if m else None


def _actor(scene: Scene, m: re.Match[str]) -> Actor:
    if m["national"]:
        return Actor(_NATIONAL[" ".join(m["national"].split())], True, m.start())
    if m["ministry"]:
        return Actor(_MINISTRIES[" ".join(m["ministry"].split())], True, m.start())
    province = province_in(scene, Span(m.start(), m.end() + 60))
    body = _BODY.match(scene.text, m.end(), scene.span.end)
    name = " ".join(scene.text[m.start() : body.end() if body else m.end()].split())
    return Actor(name, False, m.start(), province.key if province else None)


def province_in(scene: Scene, span: Span) -> ProvinceFound | None:
    """The first province named within a span of the scene."""
    found = scene.story.provinces_in(Span(span.start, min(span.end, scene.span.end)))
    return next((p for p in found if p.sense is Sense.PROVINCE), None)


def is_mere_venue(scene: Scene, named: ProvinceFound) -> bool:
    """Whether a city is only where others meet: „tại Hà Nội" in an article that is not about it."""
    if named.key not in _VENUES or named.key in (scene.part.province, *scene.story.subjects):
        return False
    return _AT.search(scene.folded, max(scene.span.start, named.start - 24), named.start) is not None


def holder_of(scene: Scene, actor: Actor | None) -> tuple[str | None, str | None]:
    """The short name that an act is told with, and its province: („Bộ TT&TT", None), („Cà Mau", „ca-mau").

    Where no province is told it is the body's own: („UBND xã Tân Lập", None).
    """
    if actor and actor.national:
        return actor.name, None
    if province := own_province(scene, actor):
        return province_name(scene.story, province), province
    return (actor.name if actor else None), None


def own_province(scene: Scene, actor: Actor | None) -> str | None:
    """The province of what an actor does: its own, else that of the part."""
    if actor and actor.province:
        return actor.province
    subjects = scene.story.subjects
    return scene.part.province or (subjects[0] if len(subjects) == 1 else (_only_one(scene) if actor else None))


def _only_one(scene: Scene) -> str | None:
    """The one province that the part names, itself or by its town of the same name."""
    part = Span(scene.part.start, scene.part.end)
    keys = {p.key for p in scene.story.provinces_in(part) if p.sense is not Sense.OTHER}
    return keys.pop() if len(keys) == 1 else None
