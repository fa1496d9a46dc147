"""One run of ingest over a project: drafts are written once, never over anything, and proposed the second time."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check_all
from generator.diagnostics import has_errors
from generator.ingest.found import Raw
from generator.ingest.ingestion import ContentUnreadable, Ingestion, Outcome
from generator.ingest.reading.read import read_bytes
from tests.project import TODAY

MEETING = """Cao Bằng họp bàn về chuyển đổi số

Ngày đăng: 05/11/2022

Ngày 4/11/2022, UBND tỉnh Cao Bằng tổ chức hội nghị về chuyển đổi số. Năm 2021, tỉnh Cao Bằng xếp thứ 40 về DTI.

Các sở, ngành nghe báo cáo về việc triển khai các nhiệm vụ được giao và bàn cách làm trong thời gian tới,
đưa các tổ công nghệ số cộng đồng về từng xóm, hướng dẫn bà con dùng dịch vụ công trực tuyến và trả tiền qua điện thoại.

Nguyễn Văn Mẫu
"""


def raw(text: str) -> Raw:
    made, found = read_bytes(text.encode(), "bai.txt")
    assert made is not None, found
    return made


def run(project: Path, *texts: str, dry_run: bool = False) -> list[Outcome]:
    ingestion = Ingestion(project, today=TODAY, dry_run=dry_run)
    return [ingestion.ingest(raw(text), f"bai-{n}.txt") for n, text in enumerate(texts)]


def codes(outcome: Outcome) -> list[str]:
    return [d.code for d in outcome.diagnostics]


def test_a_draft_is_written_and_the_content_stays_sound(project: Path) -> None:
    [outcome] = run(project, MEETING)
    assert outcome.written
    assert outcome.path == "content/articles/2022/cao-bang-hop-ban-ve-chuyen-doi-so.md"
    text = (project / outcome.path).read_text(encoding="utf-8")
    assert "review: draft" in text
    assert "Nguyễn Văn Mẫu" in text
    assert "Các sở, ngành nghe báo cáo" not in text
    assert not has_errors(check_all(project, today=TODAY))
    assert outcome.extraction is not None
    kept = project / ".sources" / outcome.extraction.source[:2] / f"{outcome.extraction.source}.txt"
    assert kept.read_text(encoding="utf-8") == raw(MEETING).text


def test_a_dry_run_writes_nothing(project: Path) -> None:
    before = sorted(project.rglob("*"))
    [outcome] = run(project, MEETING, dry_run=True)
    assert not outcome.written
    assert outcome.draft is not None
    assert sorted(project.rglob("*")) == before


def test_a_second_ingest_proposes_and_leaves_the_editors_work(project: Path) -> None:
    [first] = run(project, MEETING)
    assert first.path is not None
    file = project / first.path
    edited = (
        file.read_text(encoding="utf-8")
        .replace("xếp", "đứng")
        .replace("authors: [Nguyễn Văn Mẫu]", "authors: [N.V.M.]")
    )
    file.write_text(edited, encoding="utf-8")
    [second] = run(project, MEETING)
    assert (second.path, second.written) == (first.path, False)
    assert file.read_text(encoding="utf-8") == edited
    assert second.diff is not None
    assert "+authors: [Nguyễn Văn Mẫu]" in second.diff.splitlines()
    assert "ingest-same-source" in codes(second)


def test_an_unchanged_draft_has_nothing_to_propose(project: Path) -> None:
    run(project, MEETING)
    [second] = run(project, MEETING)
    assert second.diff == ""


def test_the_same_title_and_day_in_other_words_is_the_same_article(project: Path) -> None:
    first, second = run(project, MEETING, MEETING.replace("nghe báo cáo", "cùng nghe các báo cáo"))
    assert second.path == first.path
    assert not second.written


def test_a_reprint_is_reported(project: Path) -> None:
    reprint = MEETING.replace("Cao Bằng họp bàn về chuyển đổi số", "Hội nghị chuyển đổi số ở Cao Bằng")
    first, second = run(project, MEETING, reprint)
    assert second.written
    assert [d.message for d in second.diagnostics if d.code == "ingest-near-duplicate"] != []
    assert first.path is not None
    assert first.path in second.diagnostics[-1].message


def test_what_the_library_tells_otherwise_is_reported(project: Path) -> None:
    run(project, MEETING)
    [outcome] = run(project, MEETING.replace("05/11/2022", "08/11/2022").replace("xếp thứ 40", "xếp thứ 41"))
    told = [d.message for d in outcome.diagnostics if d.code == "ingest-contradiction"]
    assert len(told) == 1
    assert "hạng 40" in told[0]
    assert "hạng 41" in told[0]


def test_another_file_of_that_name_stays(project: Path) -> None:
    other = MEETING.replace("05/11/2022", "06/11/2022").replace("Ngày 4/11/2022", "Ngày 6/11/2022")
    first, second = run(project, MEETING, other + "\nThêm một đoạn khác hẳn ở cuối bài.\n")
    assert second.path == "content/articles/2022/cao-bang-hop-ban-ve-chuyen-doi-so-2.md"
    assert first.written
    assert second.written


def test_what_cannot_be_written_is_an_error_and_nothing_is_left(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.ingest.ingestion.write_new", full)
    [outcome] = run(project, MEETING)
    assert outcome.failed
    assert codes(outcome)[-1] == "ingest-unwritable"
    assert list(project.rglob("cao-bang*")) == []


def test_broken_registries_stop_the_run(project: Path) -> None:
    (project / "site_config" / "provinces.yml").write_text("provinces: 3\n", encoding="utf-8")
    with pytest.raises(ContentUnreadable) as raised:
        run(project, MEETING)
    assert has_errors(raised.value.diagnostics)


def test_a_broken_article_elsewhere_does_not_stop_the_run(project: Path) -> None:
    (project / "content" / "articles" / "2022" / "hong.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    [outcome] = run(project, MEETING)
    assert outcome.written
