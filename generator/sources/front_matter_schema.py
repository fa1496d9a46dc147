"""The one schema of an article's front matter; JSON Schema for editors' tools is exported from it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.sources.field_types import (
    BasisText,
    DayText,
    EdtfText,
    Key,
    Offset,
    Paragraph,
    RecurringText,
    SourceKey,
    Strict,
    Text,
    TimeText,
    Url,
    Year,
)
from generator.vocabulary import DOCUMENT_KINDS, EVENT_KINDS, PLATFORM_KINDS, QUALIFIERS

ProvinceKey = Annotated[
    str,
    Field(
        description="Khóa của tỉnh, thành theo tên ở thời điểm của dữ kiện, ví dụ bac-kan. Khi cùng tên có hai đơn vị "
        "mà ngày tháng chưa đủ phân biệt, viết rõ bac-ninh-truoc-2025 hoặc bac-ninh-tu-2025."
    ),
]


class FactFields(Strict):
    """What every fact carries."""

    at: Paragraph
    basis: BasisText = Field(
        "stated", description="stated: bài nêu rõ; inferred: suy ra từ văn cảnh; derived: tính ra."
    )
    reason: Text | None = Field(None, description="Vì sao suy ra hoặc tính ra như vậy.")
    note: Text | None = Field(None, description="Ghi chú cho người đọc về riêng dữ kiện này.")
    evidence: Annotated[list[Offset], Field(min_length=2, max_length=2)] | None = Field(
        None, description="Chỗ nói điều này trong văn bản nguồn: từ ký tự thứ mấy đến trước ký tự thứ mấy. Không đăng."
    )


class EventFields(FactFields):
    """An event; or, with `series` and without `id`, a yearly day as such."""

    id: Key | None = Field(None, description="Khóa của sự kiện; các bài nói về cùng một sự kiện dùng cùng khóa.")
    name: Text
    kind: Literal[tuple(EVENT_KINDS)]  # type: ignore[valid-type]
    date: EdtfText | None = None
    provinces: list[ProvinceKey] = Field([], description="Để trống: cấp quốc gia.")
    series: Key | None = Field(None, description="Chuỗi sự kiện hằng năm (site_config/event_series.yml).")
    recurs: RecurringText | None = None
    theme: Text | None = Field(None, description="Chủ đề, đúng nguyên văn.")
    place: Text | None = None
    status: Literal["announced", "reported"] | None = Field(
        None, description="Bỏ trống: suy từ ngày của sự kiện và ngày đăng bài."
    )
    part_of: Key | None = Field(None, description="Khóa của sự kiện lớn hơn mà sự kiện này là một phần.")

    @model_validator(mode="after")
    def _needs_id_or_series(self) -> EventFields:
        if self.id is None and self.series is None:
            raise PydanticCustomError("event-without-id", "{name}", {"name": self.name})
        return self


class DocumentFields(FactFields):
    """A legal document (văn bản)."""

    id: Key
    kind: Literal[DOCUMENT_KINDS] | None = None  # type: ignore[valid-type]
    number: Text | None = Field(None, description="Số, ký hiệu như bài viết: 505/QĐ-TTg.")
    date: EdtfText | None = None
    issuer: Text | None = None
    subject: Text | None = Field(None, description="Về việc gì, lời của ta, ngắn.")
    province: ProvinceKey | None = Field(None, description="Tỉnh, thành ban hành; bỏ trống: trung ương hoặc chưa rõ.")


class IndicatorFields(FactFields):
    """A rank or score in an index."""

    province: ProvinceKey | None
    index: Key
    year: Year | None
    measure: Key
    rank: Annotated[int, Field(ge=1)] | None = None
    of: Annotated[int, Field(ge=1)] | None = Field(None, description="Trong bao nhiêu, nếu bài nêu.")
    top: Annotated[int, Field(ge=1)] | None = Field(None, description="Bài chỉ nói „trong tốp N”.")
    score: float | None = None
    scale: Literal[1, 100, 1000] = Field(1, description="Thang điểm của số bài nêu.")
    rank_change: int | None = Field(None, description="Tăng (dương) hay giảm (âm) bao nhiêu bậc.")
    table: Key | None = Field(None, description="Bảng xếp hạng (63 hay 34) khi năm đó có hơn một bảng.")
    table_inferred: bool = Field(False, description="true: bảng do ta suy ra, bài không nói.")


class GoalFields(Strict):
    """A target that is a rank: at least this high in this measure."""

    index: Key
    measure: Key
    rank: Annotated[int, Field(ge=1)]


class TargetFields(FactFields):
    """What is to be reached."""

    province: ProvinceKey | None
    by: EdtfText | None = None
    text: Text
    goal: GoalFields | None = None


class PlatformFields(FactFields):
    """A platform (nền tảng)."""

    id: Key
    name: Text
    kind: Literal[tuple(PLATFORM_KINDS)]  # type: ignore[valid-type]
    provinces: list[ProvinceKey] = []


class FigureFields(FactFields):
    """A number with unit and period."""

    province: ProvinceKey | None
    label: Text
    value: float
    unit: Text | None = None
    period: EdtfText | None = None
    qualifier: Literal[QUALIFIERS] | None = None  # type: ignore[valid-type]


class PlaceFields(FactFields):
    """A place below the province, as told."""

    name: Text
    within: Text | None = None
    province: ProvinceKey | None = None


class TopicFields(FactFields):
    """A topic of site_config/topics.yml."""

    topic: Key


class ProvinceLists(Strict):
    """Provinces the article is about, and provinces it only names."""

    subject: list[ProvinceKey] = []
    mention: list[ProvinceKey] = []


class ChangeFields(Strict):
    """A later change of this record."""

    date: DayText
    text: Text


class RetractedFields(Strict):
    """That the article was taken back: its page becomes a notice, and nothing of it stands anywhere else."""

    on: DayText
    reason: Text = Field(description="Vì sao rút, cho người đọc; hiện trên trang của bài.")


class ArticleFields(Strict):
    """Front matter of content/articles/<year>/<slug>.md."""

    title: Text | None = Field(description="Tiêu đề đúng như đã đăng, hoặc null.")
    heading: Text | None = Field(None, description="Tiêu đề do ta đặt, chỉ khi title là null.")
    published: EdtfText | None = Field(description="Ngày đăng, hoặc null khi không rõ.")
    published_time: TimeText | None = Field(None, description="Giờ đăng, trong ngoặc kép: 14:57.")
    published_basis: BasisText = "stated"
    published_reason: Text | None = None
    publisher: Key | None = Field(description="Khóa trong site_config/publishers.yml, hoặc null.")
    url: Url | None
    authors: list[Text] = []
    review: Literal["draft", "approved"]
    added: DayText
    changes: list[ChangeFields] = []
    former_slugs: list[Key] = []
    retracted: RetractedFields | None = Field(
        None, description="Bài đã rút: trang của bài thành lời báo. Lệnh portal retract ghi khóa này."
    )
    source: SourceKey | None = Field(
        None, description="Mã của văn bản nguồn (SHA-256) do portal ingest ghi; văn bản nằm ngoài content/. Không đăng."
    )
    provinces: ProvinceLists
    topics: list[TopicFields] = []
    events: list[EventFields] = []
    documents: list[DocumentFields] = []
    indicators: list[IndicatorFields] = []
    targets: list[TargetFields] = []
    platforms: list[PlatformFields] = []
    figures: list[FigureFields] = []
    places: list[PlaceFields] = []
    note: Text | None = Field(None, description="Ghi chú cho người đọc, hiện trên trang của bài.")
    editor_note: Text | None = Field(None, description="Ghi chú cho người biên tập, chỉ hiện ở bản xem trước.")

    @model_validator(mode="after")
    def _one_title(self) -> ArticleFields:
        if (self.title is None) == (self.heading is None):
            code, field = ("heading-missing", "title") if self.title is None else ("heading-beside-title", "heading")
            raise PydanticCustomError(code, "one of title and heading", {"field": (field,)})
        return self
