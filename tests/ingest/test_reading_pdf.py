"""PDF files: paragraphs joined again, running heads put aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.reading import pdf
from generator.ingest.reading.pdf_paragraphs import PrintedLine, PrintedPage, paragraphs, running_heads
from generator.ingest.reading.read import read_path

SAMPLE = Path(__file__).parent / "reading_samples" / "hai-trang.pdf"


def test_two_pages_printed_by_a_browser() -> None:
    raw, problems = read_path(SAMPLE)
    assert raw is not None
    assert problems == []
    told = raw.text.split("\n")
    assert told[0] == "Bắc Giang sơ kết chương trình chuyển đổi số sáu tháng đầu năm 2023"
    assert told[1].startswith("Sáng ngày 12/9/2023, Ủy ban nhân dân tỉnh Bắc Giang")
    assert told[1].endswith("bàn nhiệm vụ những tháng cuối năm.")
    assert told[5:11] == [
        "Kết quả xếp hạng",
        "Hạng Đơn vị Điểm",
        "1 Huyện Lạng Giang 0,7124",
        "2 Huyện Yên Thế 0,6871",
        "nâng cao nhận thức của người đứng đầu;",
        "phát triển nhân lực số.",
    ]
    assert told[11:15] == told[1:5]  # told again over the end of the page
    assert told[15:] == ["Hội nghị kết thúc vào cuối buổi sáng."]
    assert raw.left_out == ("Cổng thông tin mẫu", "Trang 1/2", "Cổng thông tin mẫu", "Trang 2/2")


@pytest.mark.parametrize("program", ["import os; os.abort()", "import time; time.sleep(60)"])
def test_a_file_that_crashes_or_stalls_its_reader_is_one_damaged_file(
    program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "MAX_PDF_SECONDS", 0.5)
    monkeypatch.setattr(pdf, "_COMMAND", ("-c", program))
    raw, [problem] = read_path(SAMPLE)
    assert (raw, problem.code) == (None, "ingest-damaged")


def test_a_reader_that_cannot_start_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_COMMAND", ("-c", "import no_such_module"))
    with pytest.raises(RuntimeError, match="no_such_module"):
        read_path(SAMPLE)


def printed(*rows: tuple[str, float, float, float], page: int = 0) -> PrintedPage:
    """Lines of (text, left, right, bottom) in letters of 12 points, each letter as wide as the next."""
    lines = [
        PrintedLine(page, text, left, y, right, y + 12, left + (right - left) * len(text.split()[0]) / len(text))
        for text, left, right, y in rows
    ]
    return PrintedPage(800, lines)


FULL = "Tỉnh tổ chức hội nghị sơ kết chương trình"


@pytest.mark.parametrize(
    ("after", "joined"),
    [
        (("chuyển đổi số trong năm", 70, 250, 482), True),
        (("Chuyển đổi số trong năm", 70, 250, 482), True),
        (("Chuyển đổi số trong năm", 95, 250, 482), False),
        (("- chuyển đổi số trong năm", 70, 250, 482), False),
        (("2. Chuyển đổi số trong năm", 70, 250, 482), False),
        (("chuyển đổi số trong năm", 70, 250, 440), False),
    ],
)
def test_a_full_line_goes_on_unless_the_next_opens_a_paragraph(
    after: tuple[str, float, float, float], joined: bool
) -> None:
    before = [("Một dòng dài của đoạn văn phía trên đây", 70, 500, 518), (FULL, 70, 495, 500)]
    told = list(paragraphs([printed(*before, after)], set()))
    assert (told[-1] == after[0]) == (not joined)


def test_a_line_with_room_for_the_next_word_ends_its_paragraph() -> None:
    page = printed((FULL, 70, 500, 500), ("của tỉnh.", 70, 140, 482), ("rồi bế mạc", 70, 160, 464))
    assert list(paragraphs([page], set())) == [f"{FULL} của tỉnh.", "rồi bế mạc"]


def test_a_hyphen_at_the_end_of_a_line_keeps_its_words_together() -> None:
    page = printed(("Thực hiện giai đoạn phát triển kinh tế số 2021-", 70, 500, 500), ("2025 của tỉnh", 70, 160, 482))
    assert list(paragraphs([page], set())) == ["Thực hiện giai đoạn phát triển kinh tế số 2021-2025 của tỉnh"]


def test_running_heads_are_told_from_text() -> None:
    pages = [
        printed(("Báo cáo quý", 70, 150, 780), ("Hạng 12", 70, 120, 400), (f"- {n + 1} -", 290, 310, 20), page=n)
        for n in range(2)
    ]
    assert {line.text for line in running_heads(pages)} == {"Báo cáo quý", "- 1 -", "- 2 -"}
