"""`portal review`: drafts one by one; accepted ones are approved, and nothing that breaks the site is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.check import check
from generator.cli import main
from generator.locks import held_in
from tests.ingest.test_ingestion import MEETING, run
from tests.project import TODAY

OTHER = MEETING.replace("Cao Bằng", "Bắc Kạn").replace("nghe báo cáo", "lắng nghe").replace("bà con", "người dân")


def review(project: Path, typed: str, *args: str | Path) -> Result:
    command = ["review", *map(str, args), "--project", str(project), "--today", TODAY.isoformat()]
    return CliRunner().invoke(main, command, input=typed)


def drafted(project: Path, *texts: str) -> list[Path]:
    return [project / (outcome.path or "") for outcome in run(project, *texts)]


def is_approved(path: Path) -> bool:
    return "review: approved" in path.read_text(encoding="utf-8")


def test_accepted_drafts_are_published_and_skipped_ones_are_not(project: Path) -> None:
    first, second = drafted(project, MEETING, OTHER)
    result = review(project, "b\nd\n")
    assert result.exit_code == 0
    assert "Đã duyệt 1 trên 2 bản nháp." in result.stdout
    assert {is_approved(first), is_approved(second)} == {True, False}
    checked = check(project, today=TODAY)
    assert checked.library is not None
    assert len({first.stem, second.stem} & set(checked.library.articles)) == 1


def test_each_fact_is_shown_beside_the_words_of_its_source(project: Path) -> None:
    drafted(project, MEETING)
    shown = review(project, "b\n").stdout
    assert "rank 40" in shown
    assert "← “" in shown
    assert "xếp thứ 40" in shown


def test_a_draft_with_an_error_is_not_accepted(project: Path) -> None:
    [draft] = drafted(project, MEETING)
    draft.write_text(draft.read_text(encoding="utf-8").replace("index: dti", "index: khong-co"), encoding="utf-8")
    result = review(project, "d\nb\n")
    assert not is_approved(draft)
    assert "khong-co" in result.stdout
    assert "Chưa duyệt được" in result.stdout


def test_leaving_early_keeps_what_was_accepted(project: Path) -> None:
    first, second = drafted(project, MEETING, OTHER)
    result = review(project, "d\nt\n")
    assert result.exit_code == 0
    assert is_approved(first) + is_approved(second) == 1


def test_a_named_draft_is_reviewed_alone(project: Path) -> None:
    first, second = drafted(project, MEETING, OTHER)
    review(project, "d\n", second)
    assert (is_approved(first), is_approved(second)) == (False, True)


def test_without_drafts_there_is_nothing_to_do(project: Path) -> None:
    assert "Đã duyệt 0 trên 0 bản nháp." in review(project, "").stdout


def test_nothing_is_approved_while_another_command_writes_articles(project: Path) -> None:
    [draft] = drafted(project, MEETING)
    with held_in(project, "content"):
        told = review(project, "d\nb\n").stdout
    assert f"một lệnh portal khác (tiến trình {os.getpid()}) đang ghi bài" in told
    assert not is_approved(draft)


def test_a_draft_that_was_saved_during_the_check_is_not_written_over(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [draft] = drafted(project, MEETING)

    def saved_meanwhile(*_: object, **__: object) -> list[object]:
        draft.write_text(draft.read_text(encoding="utf-8") + "\nThêm.\n", encoding="utf-8")
        return []

    monkeypatch.setattr("generator.cli.review.problems_of", saved_meanwhile)
    told = review(project, "d\nb\n").stdout
    assert "tệp vừa đổi" in told
    assert draft.read_text(encoding="utf-8").endswith("\nThêm.\n")


def test_an_accepted_draft_keeps_its_rights_and_leaves_nothing_beside_it(project: Path) -> None:
    [draft] = drafted(project, MEETING)
    draft.chmod(0o640)
    review(project, "d\n")
    assert is_approved(draft)
    assert draft.stat().st_mode & 0o777 == 0o640
    assert not list(draft.parent.glob(".*"))
