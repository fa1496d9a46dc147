"""`portal ingest` as its users run it: exit statuses, the JSON contract, one line for each bad file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from generator.cli import main
from generator.ingest.answer_schema import answer_schema

SENTENCES = ("Ngày 10/10/2022, tỉnh Bắc Kạn ban hành Kế hoạch số 12/KH-UBND.", "", "Không có gì ở đây.")
ARTICLE = (
    "Bắc Kạn họp về chuyển đổi số\n\nNgày đăng: 11/10/2022\n\nNgày 10/10/2022, tỉnh Bắc Kạn tổ chức hội nghị về số.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bai.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def portal(project: Path, *args: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["ingest", *map(str, args), "--project", str(project)], input=stdin)


def answers(result: Result) -> list[dict[str, Any]]:
    """The JSON objects printed, each checked against the schema."""
    made = [json.loads(line) for line in result.stdout.splitlines()]
    for one in made:
        Draft202012Validator(answer_schema()).validate(one)
    return made


def test_json_answers_follow_the_schema_and_nothing_is_written(project: Path, article: Path) -> None:
    before = sorted(project.rglob("*"))
    result = portal(project, "--dry-run", "--json", article)
    [answer] = answers(result)
    assert result.exit_code == 0
    assert answer["file"] == str(article)
    assert answer["title"] == "Bắc Kạn họp về chuyển đổi số"
    assert answer["published"]["edtf"] == "2022-10-11"
    assert answer["provinces"] == {"subject": ["Bắc Kạn"], "mention": []}
    [date] = [d for d in answer["dates"] if d["edtf"] == "2022-10-10"]
    assert ARTICLE[date["start"] : date["end"]] == date["text"]
    assert sorted(project.rglob("*")) == before


def test_each_line_of_text_is_answered_in_its_place(project: Path) -> None:
    made = answers(portal(project, "--text", stdin="\n".join(SENTENCES) + "\n"))
    assert [one["file"] for one in made] == ["-:1", "-:2", "-:3"]
    assert made[0]["provinces"]["subject"] == ["Bắc Kạn"]
    assert [d["number"] for d in made[0]["documents"]] == ["12/KH-UBND"]
    assert [d["edtf"] for d in made[0]["dates"]] == ["2022-10-10"]
    assert all(not one["dates"] and not one["documents"] for one in made[1:])


def test_nfc_and_nfd_are_answered_alike(project: Path) -> None:
    import unicodedata

    nfd = unicodedata.normalize("NFD", SENTENCES[0])
    assert answers(portal(project, "--text", stdin=nfd)) == answers(portal(project, "--text", stdin=SENTENCES[0]))


def test_standard_input_is_an_article(project: Path) -> None:
    for args in ((), ("-",)):
        [answer] = answers(portal(project, "--dry-run", "--json", *args, stdin=ARTICLE))
        assert answer["title"] == "Bắc Kạn họp về chuyển đổi số"


def test_a_draft_is_written_and_shown_with_the_words_that_say_it(project: Path, article: Path) -> None:
    result = portal(project, article)
    assert result.exit_code == 0
    assert "(đã ghi bản nháp)" in result.stdout
    assert "← “" in result.stdout
    assert "Không thấy tên nơi đăng." in result.stdout
    assert (project / "content/articles/2022/bac-kan-hop-ve-chuyen-doi-so.md").is_file()
    again = portal(project, article)
    assert again.exit_code == 0
    assert "Không có gì khác với bài đã có." in again.stdout


def test_quiet_says_nothing_when_all_is_well(project: Path, article: Path) -> None:
    assert portal(project, "--quiet", article).output == ""


def test_bad_files_get_one_line_each_and_the_others_go_on(project: Path, article: Path, tmp_path: Path) -> None:
    empty = tmp_path / "rong.txt"
    empty.touch()
    binary = tmp_path / "anh.txt"
    binary.write_bytes(bytes(range(256)) * 40)
    link = tmp_path / "lien-ket.txt"
    link.symlink_to(article)
    gone = tmp_path / "khong-co.txt"
    result = portal(project, "--quiet", empty, binary, link, gone, article)
    lines = result.stderr.splitlines()
    assert result.exit_code == 1
    assert [line.partition(": ")[0] for line in lines] == [str(p) for p in (empty, binary, link, gone)]
    assert (project / "content/articles/2022/bac-kan-hop-ve-chuyen-doi-so.md").is_file()


def test_a_bad_file_has_an_answer_too(project: Path, tmp_path: Path) -> None:
    empty = tmp_path / "rong.txt"
    empty.touch()
    result = portal(project, "--dry-run", "--json", empty)
    [answer] = answers(result)
    assert result.exit_code == 1
    assert [d["severity"] for d in answer["diagnostics"]] == ["error"]


def test_wrong_use_is_status_2(project: Path, article: Path) -> None:
    assert portal(project, "--text", article).exit_code == 2
    assert portal(project, "--nonsense").exit_code == 2
