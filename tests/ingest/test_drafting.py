"""Drafting: what was found becomes an article that passes its checks; the rest is kept in a note."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import load
from generator.ingest.drafting.against_library import AgainstLibrary
from generator.ingest.drafting.draft import Draft
from generator.ingest.drafting.drafted import make_draft, resolved
from generator.ingest.drafting.known import Known
from generator.ingest.extract import Extraction
from generator.ingest.found import (
    DateFound,
    DocumentFound,
    EventFound,
    FigureFound,
    Header,
    IndicatorFound,
    Part,
    PlaceFound,
    PlatformFound,
    Published,
    Raw,
    TargetFound,
    TopicFound,
)
from generator.ingest.lexicon import Lexicon
from generator.ingest.passage import Passage
from generator.ingest.story import Story
from generator.library.library import Library
from generator.library.link import link
from generator.model import Basis, Status
from generator.sources.articles import read_article
from tests.project import TODAY

TEXT = "Bắc Kạn họp Ban Chỉ đạo. Văn bản nguồn của bài."
DAY = Published(edtf="2022-10-26")
MEETING = EventFound(
    start=0,
    end=24,
    name="Ban Chỉ đạo chuyển đổi số tỉnh Bắc Kạn họp phiên 3",
    kind="meeting",
    date="2022-10-26",
    provinces=("bac-kan",),
    status=Status.REPORTED,
)


@pytest.fixture
def library(project: Path) -> Library:
    loaded = load(project)
    assert loaded.registries is not None
    made, found = link(loaded.sources, loaded.registries, today=TODAY, drafts=True)
    assert found == []
    return made


def extraction(library: Library, published: Published | None = DAY, **facts: tuple[object, ...]) -> Extraction:
    """An extraction of hand-made facts."""
    dates = facts.pop("dates", ())
    subjects = facts.pop("subjects", ("bac-kan",))
    story = Story(
        passage=Passage(TEXT),
        header=Header(title="Một cuộc họp", published=published),
        dates=dates,  # type: ignore[arg-type]
        provinces=(),
        parts=(Part(start=0, end=len(TEXT) + 1, province="bac-kan"),),
        subjects=subjects,  # type: ignore[arg-type]
        mentions=(),
        lexicon=Lexicon(library.registries),
    )
    lists = ("documents", "indicators", "targets", "platforms", "figures", "places", "topics", "events")
    return Extraction(
        raw=Raw(text=TEXT, kind="txt"),
        story=story,
        **{name: facts.get(name, ()) for name in lists},  # type: ignore[arg-type]
    )


def draft_of(library: Library, published: Published | None = DAY, **facts: tuple[object, ...]) -> Draft:
    return make_draft(extraction(library, published, **facts), Known(library), today=TODAY, file="bai.txt")


def test_every_sort_of_fact_is_recorded_with_its_sentence_and_evidence(library: Library) -> None:
    draft = draft_of(
        library,
        events=(MEETING,),
        documents=(
            DocumentFound(start=1, end=9, kind="Kế hoạch", number="148", date="2022-09-15", issuer="UBND tỉnh"),
        ),
        indicators=(
            IndicatorFound(start=2, end=9, province="bac-kan", index="dti", year=2021, measure="tong-the", rank=51),
        ),
        targets=(TargetFound(start=3, end=9, province="bac-kan", by="2025", text="vào nhóm 45 tỉnh dẫn đầu"),),
        platforms=(PlatformFound(start=4, end=9, name="Cổng dịch vụ công", kind="website"),),
        figures=(FigureFound(start=5, end=9, province="bac-kan", label="tổ công nghệ số", value=1131, unit="tổ"),),
        places=(PlaceFound(start=6, end=9, name="xã Vi Hương", within="huyện Bạch Thông", province="bac-kan"),),
        topics=(TopicFound(start=7, end=9, topic="ky-nang-so"),),
    )
    source, problems = read_article(draft.text.encode(), "content/articles/2022/mot-cuoc-hop.md")
    assert problems == []
    assert source is not None
    article = source.article
    assert article.review == "draft"
    assert article.source == extraction(library).source
    assert article.paragraphs[:3] == (
        "Ngày 26/10/2022: Ban Chỉ đạo chuyển đổi số tỉnh Bắc Kạn họp phiên 3.",
        "Kế hoạch 148 ngày 15/9/2022 của UBND tỉnh.",
        "Bắc Kạn, DTI năm 2021, tổng thể: hạng 51. Bắc Kạn đặt mục tiêu đến năm 2025: vào nhóm 45 tỉnh dẫn đầu.",
    )
    facts = [
        f for n in ("events", "documents", "indicators", "targets", "platforms", "figures") for f in getattr(article, n)
    ]
    assert [(f.at, f.evidence) for f in facts] == [
        (1, (0, 24)),
        (2, (1, 9)),
        (3, (2, 9)),
        (3, (3, 9)),
        (4, (4, 9)),
        (4, (5, 9)),
    ]
    assert [(f.at, f.evidence) for f in (*article.places, *article.topics)] == [(4, (6, 9)), (5, (7, 9))]
    assert article.platforms[0].id == "cong-dich-vu-cong"


def test_what_the_checks_refuse_goes_to_the_note_and_nothing_is_lost(library: Library) -> None:
    late = DocumentFound(start=0, end=9, kind="Quyết định", number="12/QĐ-UBND", date="2031-01-01", province="bac-kan")
    draft = draft_of(library, events=(MEETING,), documents=(late,))
    assert "documents:" not in draft.text
    assert "12/QĐ-UBND ngày 1/1/2031" in " ".join(draft.notes)
    assert [d.code for d in draft.diagnostics] == ["ingest-not-recorded"]


def test_of_the_provinces_only_the_refused_one_is_left_out(library: Library) -> None:
    of_the_future = DocumentFound(start=0, end=9, kind="Quyết định", number="12", date="2031-01-01")
    draft = draft_of(library, published=None, subjects=("cao-bang", "bac-ninh"), documents=(of_the_future,))
    assert draft.head["provinces"]["subject"] == ["cao-bang"]
    assert "tỉnh, thành bac-ninh" in draft.notes[-1]


def test_a_source_full_of_markup_makes_a_draft_that_can_be_read(library: Library) -> None:
    wild = TargetFound(start=0, end=3, province="bac-kan", by=None, text="[nhấn](javascript:x): # - {{ }} '\"\\ ---")
    draft = draft_of(library, targets=(wild,))
    source, problems = read_article(draft.text.encode(), "content/articles/2022/mot-cuoc-hop.md")
    assert problems == []
    assert source is not None
    assert source.article.targets[0].text == wild.text


def test_an_article_that_tells_nothing_says_so(library: Library) -> None:
    draft = draft_of(library, published=None)
    source, problems = read_article(draft.text.encode(), "content/articles/2026/mot-cuoc-hop.md")
    assert problems == []
    assert source is not None
    assert source.article.published is None
    assert draft.year == TODAY.year
    assert source.article.paragraphs == ("Chưa tìm thấy dữ kiện nào trong bài; cần người biên tập đọc và tóm tắt.",)


@pytest.mark.parametrize(
    ("published", "told", "keys"),
    [
        ("2022-10-10", None, ["bac-ninh"]),
        ("2025-10-10", None, ["bac-ninh"]),
        ("[2022-10-10..]", "2022-10-10", ["bac-ninh-truoc-2025"]),
        (None, "2025-09-01", ["bac-ninh-tu-2025"]),
        (None, None, []),
    ],
)
def test_a_name_borne_by_two_units_gets_the_key_of_its_time(
    library: Library, published: str | None, told: str | None, keys: list[str]
) -> None:
    dates = (DateFound(start=0, end=2, edtf=told),) if told else ()
    draft = draft_of(
        library, Published(edtf=published, inferred=True) if published else None, dates=dates, subjects=("bac-ninh",)
    )
    assert draft.head["provinces"]["subject"] == keys


def test_a_fact_of_a_unit_that_cannot_be_told_is_noted(library: Library) -> None:
    figure = FigureFound(start=0, end=2, province="bac-ninh", label="hồ sơ", value=3)
    draft = draft_of(library, published=None, subjects=("bac-ninh",), figures=(figure,))
    assert "figures:" not in draft.text
    assert "hồ sơ: 3" in " ".join(draft.notes).lower()


def test_known_things_keep_their_ids(library: Library) -> None:
    known = Known(library)
    day = EventFound(
        start=0,
        end=1,
        name="Ngày CĐS quốc gia",
        kind="observance",
        date="2022-10-10",
        series="ngay-chuyen-doi-so-quoc-gia",
    )
    assert known.event(day) == (
        "ngay-chuyen-doi-so-quoc-gia-2022",
        library.events["ngay-chuyen-doi-so-quoc-gia-2022"].name,
    )
    assert known.event(MEETING)[0] == "bac-kan-hop-ban-chi-dao-2022"
    decision = DocumentFound(start=0, end=1, kind="Quyết định", number="505")
    assert known.document(decision) == "quyet-dinh-505-qd-ttg"
    assert (
        known.platform(PlatformFound(start=0, end=1, name="Cổng Dịch vụ công", kind="website")) == "cong-dich-vu-cong"
    )


def test_other_things_get_ids_of_their_own(library: Library) -> None:
    known = Known(library)
    other_day = EventFound(start=0, end=1, name=MEETING.name, kind="meeting", date="2022-11-01", provinces=("bac-kan",))
    assert known.event(other_day)[0] == "ban-chi-dao-chuyen-doi-so-tinh-bac-kan-hop-phien-3-2022"
    of_another_year = DocumentFound(start=0, end=1, kind="Quyết định", number="505/QĐ-TTg", date="2019-05-06")
    assert known.document(of_another_year) == "quyet-dinh-505-qd-ttg-2"
    plan = DocumentFound(start=0, end=1, kind="Kế hoạch", number="148/KH-UBND", date="2022-09-15", province="bac-kan")
    assert known.document(plan) == "ke-hoach-148-kh-ubnd-bac-kan-2022"
    assert known.document(plan) == "ke-hoach-148-kh-ubnd-bac-kan-2022"


def test_what_the_library_tells_otherwise_is_found(library: Library) -> None:
    rank = IndicatorFound(start=0, end=2, province="bac-kan", index="dti", year=2021, measure="tong-the", rank=52)
    same = IndicatorFound(start=0, end=2, province="bac-kan", index="dti", year=2021, measure="tong-the", rank=51)
    for indicator, fields in ((rank, ["rank"]), (same, [])):
        article = resolved(draft_of(library, indicators=(indicator,)), "content/articles/2022/x.md", library.registries)
        assert article is not None
        assert [c.field for c in AgainstLibrary(library).contradictions(article)] == fields


def test_an_announced_event_is_told_as_planned(library: Library) -> None:
    planned = EventFound(
        start=0,
        end=1,
        name="Hội thảo",
        kind="conference",
        date="2022-11-05",
        provinces=("bac-kan",),
        status=Status.ANNOUNCED,
    )
    inferred = FigureFound(
        start=0,
        end=1,
        province="bac-kan",
        label="tỉ lệ hồ sơ trực tuyến",
        value=93.6,
        unit="%",
        period="2022-01/2022-09",
        basis=Basis.INFERRED,
        reason="năm theo ngày đăng",
    )
    text = draft_of(library, events=(planned,), figures=(inferred,)).text
    assert "Ngày 5/11/2022, theo kế hoạch: Hội thảo." in text
    assert "Tỉ lệ hồ sơ trực tuyến: 93,6% (tháng 1–9/2022)." in text
    assert "reason: năm theo ngày đăng" in text
