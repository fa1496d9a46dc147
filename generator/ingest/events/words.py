"""The vocabulary of events (event_words.yml), made into patterns over folded text."""

from __future__ import annotations

import re
from importlib import resources
from typing import Any

import yaml

from generator.ingest.events.any_of import any_at_start, any_of
from generator.ingest.word_starts import word_starts

_WORDS: dict[str, Any] = yaml.safe_load(
    resources.files(__package__).joinpath("event_words.yml").read_text(encoding="utf-8")
)

OCCASIONS: dict[str, str] = {name: kind for kind, names in _WORDS["occasions"].items() for name in names}
HELD_BEFORE = re.compile(rf"(?<!\w){any_of(_WORDS['held_before'])}(?!\w)")
HELD_AFTER = re.compile(rf"(?<!\w){any_of(_WORDS['held_after'])}(?!\w)")
HEAD = re.compile(rf"{any_of(OCCASIONS)}(?!\w)")
NAME_END = re.compile(
    rf"[.;:!?()“”\"]|,(?!\s+{any_of(_WORDS['name_goes_on'])}(?!\w))|(?<!\d)\s[-–—]\s|\s[-–—]\s(?!\d)"
    rf"|\s(?={any_of(_WORDS['name_ends'])}(?!\w)|ngày\s+\d|tháng\s+\d+/|(?:và|,)\s+{any_of(_WORDS['launch_verbs'])})"
)
INDEX = re.compile(rf"(?<!\w){any_of(_WORDS['indices'])}(?!\w)")
_PUT = r"đưa(?=\s[^.;\n]{3,120}?\s(?:đi\s+)?vào\s+(?:vận hành|hoạt động|sử dụng|khai thác)(?!\w))"
LAUNCH_VERB = re.compile(any_at_start(_WORDS["launch_verbs"], r"\w", r"(?!\w)") + "|" + word_starts([_PUT]))
_ACT_VERBS = [*_WORDS["launch_verbs"], *_WORDS["issue_verbs"], *_WORDS["opening_verbs"], "chính thức"]
EVENT_WORD = re.compile(
    any_at_start([*OCCASIONS, *_ACT_VERBS], r"\w", r"(?!\w)")
    + "|"
    + word_starts([_PUT, *(rf"{verb}(?=\s+(?:ngày\s+)?\d)" for verb in ("chọn", "lấy"))])
)
"""An occasion, or a verb of an act."""

LAUNCHED_NOUN = any_of(_WORDS["launched"])
LAUNCHED_AT_START = any_at_start(_WORDS["launched"], r"\w")
LAUNCHED = re.compile(
    r"\s+(?:thử nghiệm\s+|chính thức\s+|các\s+|\d+\s+|và đưa vào (?:sử dụng|vận hành|hoạt động)\s+)?[“\"]?"
    rf"{LAUNCHED_NOUN}(?!\w)"
)
ORDINALS: dict[str, int] = _WORDS["ordinals"]
DAY = r"ngày\s+(?:chuyển\s+đổi\s+số|cđs(?=qg(?!\w)|(?!\w)))"
OF_THE_NATION = r"(?:\s+(?:quốc\s+gia|toàn\s+quốc)|qg(?!\w))"
MONTH_DAY = (
    r"(?:(?P<d>\d{1,2})\s?[-/.]\s?(?P<m>\d{1,2})(?![\d]|[-/.,]\d)|(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})(?!\d))"
)
