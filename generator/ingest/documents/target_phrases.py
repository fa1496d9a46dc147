"""A clause that tells a target → our own short phrase: no subject, no filler, no time; numbers exactly as told.

Source: corpus seen, portals and papers 2020–2026.
"""

from __future__ import annotations

import re

DATE = "¤"
"""What stands in a clause for a date."""

_FILLERS = (
    *("và", "với", "thì", "là", "rằng", "sẽ", "phải", "cần", "cụ thể", "như", "như sau", "trong đó", "theo đó"),
    *("đồng thời", "ngoài ra", "bên cạnh đó", "cùng với đó", "đáng chú ý", "trước mắt", "phấn đấu", "nỗ lực"),
    *("khi đó", "lúc đó", "đến lúc đó", "đến thời điểm đó"),
    *("quyết tâm", "đặt ra", "đặt", "đề ra", "rõ", "hướng đến", "hướng tới", "được xác định", "xác định", "được", "để"),
    *("các", "những", "một số", "mục tiêu", "chỉ tiêu", "tầm nhìn", "toàn tỉnh", "toàn thành phố", "tỉnh", "thành phố"),
    *("địa phương", "cả nước", "nước ta", "việt nam", "tổng quát", "chung", "chủ yếu", "trong năm", "cơ bản", "ở mức"),
    *("cụ thể hóa", "trên địa bàn", "của", "tạo tiền đề", "dự kiến", "đã", "riêng"),
)  # fmt: skip
_BEFORE_DATE = (
    r"(?:(?:cho|vào|đến|tới|trước|hết|cuối|đầu|giữa|trong|định hướng|giai đoạn|thời gian|là|năm|quý|tháng|ngày"
    r"|nhiệm kỳ) ){0,4}"
)
_OPENING = re.compile(
    rf"[\s,:;–•*+●▪-]+|(?:\d{{1,2}}[.)]|[a-zđ]\)|\(?\d{{1,2}}\))(?= )|{_BEFORE_DATE}{DATE}(?!\w)\s*|"
    rf"(?:{'|'.join(sorted(_FILLERS, key=len, reverse=True))}|nằm(?= trong)|đưa(?= việt nam)|có(?= mục tiêu| chỉ tiêu)|"
    rf"(?:chuyển đổi số|kế hoạch|đề án|chương trình|nghị quyết)(?= (?:này )?{_BEFORE_DATE}{DATE})|"
    rf"(?:về|trong lĩnh vực|đối với) [^,:\d{DATE}]{{1,60}},|"
    rf"theo (?:kế hoạch|đề án|nghị quyết|chương trình|quyết định|mục tiêu)[^,]{{0,80}},)(?!\w)\s*"
)
_INDEX_IN_GROUP = re.compile(
    r"(?:có |đưa |nâng )?(?:thứ hạng )?(?P<index>(?:chỉ số|xếp hạng|bộ chỉ số)[^,;\d]{0,60}?)"
    r"(?: của tỉnh| tỉnh| thành phố)? "
    r"(?:luôn |đứng |xếp |nằm |ở )*(?:thuộc|trong|vào) "
    r"(?P<group>(?:nhóm|tốp|top) \d+(?:(?:,|\s)[^,;]{0,40}){0,2}?dẫn đầu)"
    r"(?: (?:của )?(?:cả nước|toàn quốc))?\Z"
)
_CLOSING_DATE = re.compile(rf"[\s,]+{_BEFORE_DATE}{DATE}\Z")
_QUANTITY = (
    r"(?:tỷ|tỉ)\s(?:lệ|trọng)|kinh\stế\ssố|(?:tổng\s)?(?:doanh\sthu|số\s|giá\strị|mức)|năng\ssuất|tốc\sđộ|thương\smại\sđiện\stử|"
    r"hạ\stầng|mạng\s|dịch\svụ|hồ\ssơ|chỉ\ssố|thu\snhập|đóng\sgóp|xã\shội\ssố|chính\squyền\ssố|mức\sđộ|dân\ssố"
)
_SHORTER = (
    (re.compile(r"\bđánh giá về (?=chuyển đổi số)"), ""),
    (re.compile(r"(dẫn đầu|tốt nhất|cao nhất|hàng đầu)(?: của| trên| trong)? (?:cả nước|toàn quốc)"), r"\1"),
    (re.compile(r"\s+và (?:nằm )?(?:trong|thuộc) (?=nhóm|tốp|top)"), ", "),
    (re.compile(r"(?<=dẫn đầu) khu vực "), " "),
    (re.compile(r"\s+(?:của|trên địa bàn(?: toàn)?) tỉnh(?=\s|\Z)"), ""),
    (re.compile(r",\s+riêng\s.*\Z"), ""),
    (re.compile(r"\s+(?:phải|sẽ) (?=đạt|chiếm|có)"), " "),
    (re.compile(r"\s+(?:trên địa bàn|của thành phố|của cả nước|trên phạm vi toàn (?:tỉnh|quốc))\Z"), ""),
    (re.compile(rf",\s(?:{_QUANTITY})[^\d%]*\Z", re.IGNORECASE), ""),
    (re.compile(r"\s+(?:và|với|hoặc|cùng|trong đó|đồng thời)\Z"), ""),
)  # fmt: skip
_ENDS_EARLY = re.compile(
    r"[,.]\s+(?:trong đó|theo đó|đòi hỏi|là|góp phần|nhằm|"
    r"qua đó|từ đó|tạo|đồng thời|bảo đảm|đảm bảo|để|hướng tới|đưa)\s|(?<!\d)\s[–-]\s|\s\(|"
    r"[.,]\s*$|(?<!tp)\.\s|\slà\s(?:một|1)(?:\Z|\s(?!trong\s))|"
    r",\s(?:tỉnh|thành phố|tp\.?|địa phương|ubnd|các)(?:\s[^\s,%]+){0,4}\s(?:đang|đã|sẽ|cần)\s",
    re.IGNORECASE,
)
_BY_DOCUMENT = re.compile(
    r"[\s,]+(?:theo|tại|như)\s(?:công văn|kế hoạch|quyết định|nghị quyết|văn bản|chỉ thị)\s(?:số\s)?\S*\d.*\Z",
    re.IGNORECASE,
)
_LEAD = re.compile(rf"[^,\d%]{{0,60}}(?:mục tiêu|chỉ tiêu|{DATE}),\s|[^:\d%]{{0,60}}\s(?:là|như|gồm):\s")
_BARE = re.compile(
    r"(?:(?:đạt|chiếm|là|lên|tăng lên|đóng góp|ở mức|trên|hơn|khoảng|tối thiểu|ít nhất|từ|có|được|mức)\s)*"
    r"[\d.,]+(?:\s?[-–]\s?[\d.,]+)?\s?%(?:\s(?:GRDP|GDP|trở lên))*\Z"
)
_SUBJECT = re.compile(
    rf"(?<!\w)(?P<subject>(?:{_QUANTITY})[^,;.:%]{{0,90}}?)\s*,?\s"
    rf"(?:(?:sẽ|phải|phấn\sđấu|cần|được|ước|hiện|đã|mới)\s){{0,2}}(?:(?:năm\s|đến\s|vào\s){{0,2}}{DATE}\s)?"
    r"(?:đạt|chiếm|là|lên|tăng(?!\strưởng)|ở\smức|khoảng|trên|đóng\sgóp|phấn\sđấu)(?!\w)",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?P<subject>\D[^%]{5,140}?)\s(?:đạt|chiếm|là|lên|tăng|ở mức|trên|hơn)\s(?:[^\d%]{0,25}\s)?\d")
_JOINING_END = re.compile(r"(?:[\s,]+(?:và|hoặc|hay|với|các))?[\s,]*\Z")
_BREAK = re.compile(r",?\s(?=(?:và|của|trên|tại|theo|trong|để|phục vụ|đối với|cho|thông qua|từ|ở|với|gồm)\s)|,\s")
_PREDICATE = re.compile(
    r"\s(?:được|có|sử dụng|triển khai|đạt|thực hiện|kết nối|tham gia|hoàn thành|áp dụng|xử lý|số hóa|ứng dụng|cung cấp|"
    r"dùng|biết)\s"
)
_SHARE_OF = re.compile(r"(?:[^\d,;%]{0,20}\s)?[\d.,]+\s?%\s[^%]+\Z")
_VALUE_AT_END = re.compile(
    r"\s(?:đạt|chiếm|là|lên|tăng|phủ|còn|dưới|trên)\s(?:(?:mức|tới|trên|hơn|từ|tối thiểu|ít nhất|khoảng)\s){0,3}"
    r"[\d.,]{1,12}[^,;]{0,30}\Z"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_SHORTEST_SENTENCE = 25
_LEAST, _SHORTEST, _LONGEST, _FAR = 6, 40, 110, 150


def is_bare(phrase: str) -> bool:
    """Whether a phrase is a share that does not say of what."""
    return _BARE.match(phrase) is not None


def with_predicate(phrase: str, following: str) -> str:
    """A share without a verb gets that of the phrase it is listed with: 90% cấp tỉnh, 80% cấp huyện xử lý …"""
    if not _SHARE_OF.match(phrase) or _PREDICATE.search(phrase) or not _SHARE_OF.match(following):
        return phrase
    said = _PREDICATE.search(following)
    return _shortened(phrase + following[said.start() :]) if said else phrase


def subject_of(phrase: str) -> str | None:
    """The measured thing at the start of a phrase that tells its value."""
    m = _HEAD.match(phrase)
    return _shortened(m["subject"]) if m else None


def subject_in(words: str) -> str | None:
    """The last measured thing that a stretch of text tells a value of: tỷ lệ hồ sơ trực tuyến."""
    found = [m["subject"] for m in _SUBJECT.finditer(words)]
    return _shortened(found[-1].replace(" của tỉnh", "").replace(DATE, "").strip()) if found else None


def phrase(clause: str, times: tuple[str, ...], names: tuple[str, ...]) -> str | None:
    """The clause in short, without the given names of the province at its start; None where nothing is left.

    In the clause each of the times stands as DATE.
    """
    short = _without_opening(" ".join(clause.split()), names)
    left = times[len(times) - short.count(DATE) :]
    short = _BRACKETS.sub("", _BY_DOCUMENT.sub("", short)).partition(")")[0].rstrip(" ,.;:…(")
    if early := _ENDS_EARLY.search(short, _SHORTEST_SENTENCE):
        short = short[: early.start()]
    for pattern, shorter in _SHORTER:
        short = pattern.sub(shorter, short)
    while closing := _CLOSING_DATE.search(short):
        short = short[: closing.start()]
    if group := _INDEX_IN_GROUP.match(short):
        short = f"thuộc {group['group']} về {group['index']}"
    for time in left[: short.count(DATE)]:
        short = short.replace(DATE, time, 1)
    short = _shortened(short.replace(DATE, "").strip(' ,.;:–-”“"/'))
    return lower_first(short) if len(short) >= _LEAST or is_bare(short) else None


def _without_opening(words: str, names: tuple[str, ...]) -> str:
    """What is left when filler, time and the province's own name are taken off the start."""
    while words:
        m = _OPENING.match(words.lower())
        name = next((n for n in names if words.startswith(n)), None)
        if not m and not name:
            break
        words = words[len(name) if name else m.end() if m else 0 :]
    lead = _LEAD.match(words)
    return words[lead.end() :] if lead else words


def lower_first(phrase: str) -> str:
    """A phrase with a small letter at its start, unless that begins an abbreviation."""
    return phrase[0].lower() + phrase[1:] if phrase[1:2].islower() else phrase


def _shortened(phrase: str) -> str:
    """At most 110 characters where that keeps a number of the phrase, ending before a comma or a joining word."""
    if len(phrase) <= _LONGEST:
        return phrase
    if tail := _VALUE_AT_END.search(phrase, _SHORTEST):
        room = max(_SHORTEST, _LONGEST - len(tail[0]))
        fitting = [m.start() for m in _BREAK.finditer(phrase, _SHORTEST, room)]
        head = phrase[: min(tail.start(), _FAR)].rpartition(" ")[0] if tail.start() > _FAR else phrase[: tail.start()]
        return (_JOINING_END.sub("", phrase[: fitting[-1]]) if fitting else head) + tail[0]
    measure = re.search(r"\d[\d.,]*\s?%?", phrase)
    low = max(_SHORTEST, measure.end() if measure and measure.end() < _FAR else 0)
    said = _PREDICATE.search(phrase, low if measure else 0)
    longest = min(_FAR, max(_LONGEST, low + 20, said.end() + 25 if said else 0))
    low = max(low, said.end() + 5 if said and said.end() + 5 < longest else 0)
    if fitting := [m.start() for m in _BREAK.finditer(phrase, low, longest)]:
        return _JOINING_END.sub("", phrase[: fitting[-1]])
    end = phrase.rfind(" ", low, longest)
    while end > low and (phrase[end + 1].isupper() or phrase[end + 1].isdecimal()):
        end = phrase.rfind(" ", low, end)
    return phrase[:end] if end > 0 else phrase[:_FAR]
