"""Types of front-matter values, each refusing bad input with the code of its diagnostic."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from generator import edtf
from generator.text import nfc
from generator.web_address import ascii_host, is_web_address


def _edtf(text: str) -> str:
    try:
        edtf.parse(text)
    except edtf.ImpossibleDate as error:
        raise PydanticCustomError("impossible-date", "{value}", {"value": text}) from error
    except edtf.NotEdtf as error:
        raise PydanticCustomError("not-edtf", "{value}", {"value": text}) from error
    return text


def _day(text: str) -> str:
    try:
        day = date.fromisoformat(text)
        if day.isoformat() != text:
            raise ValueError
    except ValueError as error:
        raise PydanticCustomError("not-a-day", "{value}", {"value": text}) from error
    if day.year not in edtf.YEARS:
        raise PydanticCustomError("impossible-date", "{value}", {"value": text})
    return text


def _recurring(text: str) -> str:
    try:
        edtf.parse_recurring(text)
    except ValueError as error:
        raise PydanticCustomError("not-recurring", "{value}", {"value": text}) from error
    return text


def _url(text: str) -> str:
    if not is_web_address(text):
        raise _bad_url(text, "http(s)://…")
    if (better := ascii_host(text)) is not None:
        raise PydanticCustomError("foreign-host", "{value}", {"value": text, "better": better})
    return text


def _contact(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise _bad_url(text, "mailto:… hoặc https://…") from error
    if parts.scheme == "https":
        return _url(text)
    if parts.scheme != "mailto" or "@" not in parts.path.strip("@") or any(c.isspace() for c in text):
        raise _bad_url(text, "mailto:… hoặc https://…")
    return text


def _authority(text: str) -> str:
    """The taggingEntity of RFC 4151, with a domain name; its date is a day, or the first of a month or year."""
    m = _TAGGING_ENTITY.match(text)
    try:
        date.fromisoformat(f"{m[1]}-01-01"[:10] if m else "")
    except ValueError as error:
        raise PydanticCustomError("bad-authority", "{value}", {"value": text}) from error
    return text


def _bad_url(text: str, wanted: str) -> PydanticCustomError:
    return PydanticCustomError("bad-url", "{value}", {"value": text, "wanted": wanted})


_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_TAGGING_ENTITY = re.compile(rf"(?:{_LABEL}\.)+{_LABEL},([0-9]{{4}}(?:-[0-9]{{2}}){{0,2}})\Z")

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(nfc)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
EdtfText = Annotated[
    str,
    AfterValidator(_edtf),
    Field(
        description="Ngày theo EDTF (ISO 8601-2), trong ngoặc kép: 2022-10-10, 2022-09, 2022, 2022-35 (quý III), "
        "2022-10-01/2022-10-10 (kéo dài), [2022-04-11..2022-04-20] (một ngày chưa rõ trong khoảng)."
    ),
]
DayText = Annotated[str, AfterValidator(_day), Field(description="Một ngày, trong ngoặc kép: 2026-11-21.")]
RecurringText = Annotated[str, AfterValidator(_recurring), Field(description="Ngày lặp lại hằng năm: --10-10.")]
Year = Annotated[int, Field(ge=edtf.YEARS.start, lt=edtf.YEARS.stop)]
TimeText = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Url = Annotated[str, AfterValidator(_url)]
Contact = Annotated[str, AfterValidator(_contact)]
Authority = Annotated[
    str,
    AfterValidator(_authority),
    Field(
        description="Tên trong mã bền (tag:, RFC 4151) của nguồn tin và lịch: tên miền của người đăng trang, dấu phẩy, "
        "năm (hay ngày) mà tên miền đã là của họ: ten-mien.vn,2026. Đặt trước khi đăng trang, rồi không đổi nữa."
    ),
]
Paragraph = Annotated[int, Field(ge=1, description="Số thứ tự đoạn tóm tắt nói điều này, tính từ 1.")]
Offset = Annotated[int, Field(ge=0)]
SourceKey = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
BasisText = Literal["stated", "inferred", "derived"]


class Strict(BaseModel):
    """A mapping in which every key must be known and no value is coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
