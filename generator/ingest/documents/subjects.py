"""What a document is about: the short noun phrase after „về (việc)", „phê duyệt", „ban hành" … that follows it."""

from __future__ import annotations

import re

from generator.ingest.passage import Passage

_OPENS = re.compile(
    r"[\s,)]{0,3}(?:đã\s+|vừa\s+)?(?:(?:về|v/v)(?:\s+việc)?\s+(?=\w|[“\"])|(?=(?:phê\s+duyệt|sửa\s+đổi|thành\s+lập|kiện\s+toàn|"
    r"công\s+bố|lấy\s+ngày|ban\s+hành|quy\s+định\s+(?:về|chi\s+tiết|một\s+số|việc|chức\s+năng|mức|xử\s+phạt|tiêu\s+chuẩn)|"
    r"hướng\s+dẫn\s+(?:về|thực\s+hiện|thi\s+hành|một\s+số|triển\s+khai|việc))\s))"
)
_ENDS = re.compile(
    r"[.;:()\n|!?]|,\s+(?=(?:trong|theo|qua|góp|đây|ngày|xác|nêu|có|là|giao|yêu|công\s+ty|từ|đến\s+nay|hiện|nhưng|lại|nhất\s+là|"
    r"được|do|tạo|với|để|đồng\s+thời|nhằm|ubnd|ủy\s+ban|bộ|sở|thủ\s+tướng|tỉnh|thành\s+phố|ông|bà|đã|chủ\s+tịch|căn\s+cứ|thì|"
    r"như|khi|sau|trước|vào|kế\s+hoạch|quyết\s+định|nghị\s+quyết|chỉ\s+thị|công\s+văn|thông\s+tư|nghị\s+định|luật)\s)|"
    r"\s(?:nhằm|trong\s+đó|theo\s+đó|với\s+mục\s+tiêu|của\s+(?:thủ\s+tướng|chính\s+phủ|bộ|ubnd|tỉnh\s+ủy)|do|(?:mặc\s+)?dù|"
    r"được|đã|sẽ|vẫn|cần|đang|có\s+hiệu\s+lực|để|thì|nêu|và\s+(?:nghị|quyết|kế|chỉ|thông)\s+\w+\s+(?:số\s)?\d)(?:\s|\Z)"
)
_QUOTED = re.compile(r"[^\n“”\"]{0,60}[“\"]([^\n“”\"]{4,120})[”\"]")
_LONGEST = 120


def subject_after(passage: Passage, position: int) -> str | None:
    """The subject told after a document's number, date and issuer, in lower case first; None where none fits."""
    opens = _OPENS.match(passage.folded, position)
    if opens is None:
        return None
    start = opens.end()
    ends = _ENDS.search(passage.folded, start, start + _LONGEST + 1)
    end = ends.start() if ends else min(start + _LONGEST + 1, len(passage.text))
    quoted = _QUOTED.match(passage.text, start)
    if quoted and quoted.start(1) <= end:
        end = quoted.end()
    phrase = " ".join(passage.text[start:end].strip(' ,“”"').replace("“", "").replace("”", "").split())
    if not 8 <= len(phrase) <= _LONGEST or " " not in phrase:
        return None
    return phrase[0].lower() + phrase[1:] if phrase[1:2].islower() else phrase
