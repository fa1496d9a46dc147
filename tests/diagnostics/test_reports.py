"""The forms of a report, its order, its size, and the exit statuses of the commands."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build import generate
from generator.check import check
from generator.cli import main
from generator.cli.report import as_json, github
from generator.diagnostics import Diagnostic, Severity, Spot, catalogue, diagnose, field_name, human, suggestion
from tests.diagnostics.test_catalogue import CASES
from tests.project import ADDRESS, TODAY, assemble

TWO = [
    diagnose("unknown-topic", Spot("content/a,b:c.md", 11, "topics[1].topic"), key="x", suggestion=""),
    Diagnostic(Spot("content/d.md"), "dead-link", Severity.WARNING, "100 %\nhai dòng", "mend"),
]


def test_human_report() -> None:
    assert human(TWO) == (
        "content/a,b:c.md:11  topics[1].topic\n"
        "  lỗi unknown-topic: Không có chủ đề “x”.\n"
        "  → Thêm chủ đề vào site_config/topics.yml, hoặc sửa khóa.\n\n"
        "content/d.md:1\n"
        "  cảnh báo dead-link: 100 %\\nhai dòng\n"
        "  → mend\n\n"
        "1 lỗi, 1 cảnh báo."
    )


def test_json_report() -> None:
    assert as_json([]) == "[]"
    assert as_json(TWO[1:]) == (
        "[\n"
        "  {\n"
        '    "path": "content/d.md",\n'
        '    "line": 1,\n'
        '    "field": "",\n'
        '    "code": "dead-link",\n'
        '    "severity": "warning",\n'
        '    "message": "100 %\\nhai dòng",\n'
        '    "hint": "mend"\n'
        "  }\n"
        "]"
    )
    assert [row["field"] for row in json.loads(as_json(TWO))] == ["topics[1].topic", ""]


def test_github_report_escapes_what_would_end_a_command() -> None:
    assert github(TWO) == (
        "::error file=content/a%2Cb%3Ac.md,line=11,title=unknown-topic::"
        "Không có chủ đề “x”. → Thêm chủ đề vào site_config/topics.yml, hoặc sửa khóa.\n"
        "::warning file=content/d.md,line=1,title=dead-link::100 %25%0Ahai dòng → mend"
    )


def test_fields_are_counted_from_one() -> None:
    assert field_name(("events", 2, "provinces", 0)) == "events[3].provinces[1]"
    assert field_name(()) == ""


@pytest.mark.parametrize(
    ("word", "found"), [("hai-phog", " Có phải là “hai-phong”?"), ("xyz", ""), ("", "")], ids=["near", "far", "empty"]
)
def test_suggestion(word: str, found: str) -> None:
    assert suggestion(word, ["hai-duong", "hai-phong"]) == found


def test_an_unknown_code_is_a_bug() -> None:
    with pytest.raises(KeyError):
        diagnose("no-such-code", Spot("x"))


def test_one_sorted_report_of_many_different_problems(tmp_path: Path) -> None:
    """All cases whose files do not stand in each other's way, at once: every problem is there, in order."""
    overlays = [path for path in CASES.iterdir() if (path / "content/articles/2022/bai-thu.md").is_file()]
    project = assemble(tmp_path)
    for overlay in overlays:
        source = overlay / "content/articles/2022/bai-thu.md"
        shutil.copy(source, project / "content/articles/2022" / f"{overlay.name}.md")
    found = check(project, today=TODAY, drafts=True).diagnostics
    keys = [(d.spot.path, d.spot.line, d.spot.field, d.code) for d in found]
    assert keys == sorted(keys)
    assert len(set(found)) == len(found)
    later = {"dead-link", "unknown-event"}  # told once every article can be read
    first_errors = {path.name for path in overlays} - later
    assert first_errors <= {d.code for d in found}


BROKEN = (
    "bad-key bad-value body-markup duplicate-key empty-body event-without-id heading-missing impossible-date "
    "missing-key no-front-matter not-edtf unclosed-front-matter unknown-key unknown-province unknown-topic wrong-type"
)


def test_a_thousand_broken_files_make_one_complete_report(project: Path) -> None:
    codes = BROKEN.split()
    folder = project / "content/articles/2023"
    folder.mkdir()
    for number in range(1000):
        code = codes[number % len(codes)]
        shutil.copy(CASES / code / "content/articles/2022/bai-thu.md", folder / f"{code}-{number}.md")
    result = CliRunner().invoke(main, ["check", "--project", str(project), "--format", "json"])
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 1
    rows = [row for row in json.loads(result.output) if row["path"].startswith("content/articles/2023/")]
    assert len({row["path"] for row in rows}) == 1000
    assert all(any(Path(row["path"]).name.startswith(code) for row in rows if row["code"] == code) for code in codes)


DAMAGE = [b"", b"\n", b"\xff", b"[", b"{", b'"', b": ", b"\t", b"*"]


def test_random_bytes_never_break_a_check(project: Path) -> None:
    rng = random.Random(2026)
    source = (project / "content/articles/2022/bac-kan-hop-ban-chi-dao.md").read_bytes()
    for number in range(200):
        damaged = bytearray(source)
        for _ in range(rng.randint(1, 12)):
            at = rng.randrange(len(damaged))
            damaged[at : at + rng.randint(0, 4)] = rng.choice(DAMAGE)
        (project / f"content/articles/2022/hong-{number:03}.md").write_bytes(bytes(damaged))
    checked = check(project, today=TODAY, drafts=True)
    assert checked.library is None
    assert {d.code for d in checked.diagnostics} <= set(catalogue())


def test_a_broken_article_is_not_missed_elsewhere(project: Path) -> None:
    """Registries refer to what it tells; only its own mistake is told."""
    path = project / "content/articles/2022/bac-kan-hop-ban-chi-dao.md"
    path.write_text(path.read_text(encoding="utf-8").replace("kind: meeting", "kind: meetin"), encoding="utf-8")
    assert [d.code for d in check(project, today=TODAY).diagnostics] == ["unknown-kind"]


def test_one_run_tells_every_mistake_of_a_file(project: Path) -> None:
    """A value that cannot be read hides neither what it stands beside nor what the record as a whole lacks."""
    path = project / "content/articles/2022/hue-xep-hang-dti-2021.md"
    text = path.read_text(encoding="utf-8")
    text = text.replace("subject: [thua-thien-hue]", "subject: [thua-thien-huee]").replace(
        "indicators:\n",
        'indicators:\n  - {province: hue, index: dti, year: "2021", measure: tong-the, rank: 2, at: 1}\n',
    )
    path.write_text(text.replace("rank: 2, at: 1}\n---", "rank: 99, at: 1}\n---"), encoding="utf-8")
    found = [(d.code, d.spot.field, d.spot.line) for d in check(project, today=TODAY).diagnostics]
    assert found == [
        ("unknown-province", "provinces.subject[1]", 10),
        ("wrong-type", "indicators[1].year", 19),
        ("rank-out-of-range", "indicators[2].rank", 20),
    ]
    path.write_text(text.replace("heading: ", "publisherr: "), encoding="utf-8")
    codes = [d.code for d in check(project, today=TODAY).diagnostics]
    assert codes == ["heading-missing", "unknown-key", "wrong-type"]


def test_errors_leave_the_last_good_tree_as_it_was(project: Path) -> None:
    target = project / "build/docs"
    written = generate(project, target, address=ADDRESS, today=TODAY).written
    assert written is not None
    assert written.added
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in target.rglob("*") if p.is_file()}
    (project / "content/articles/2022/hong.md").write_text("không có phần đầu", encoding="utf-8")
    run = generate(project, target, address=ADDRESS, today=TODAY)
    assert run.written is None
    assert [d.code for d in run.diagnostics] == ["no-front-matter"]
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in target.rglob("*") if p.is_file()} == before


TODAY_OPTION = ["--today", "2026-11-21"]


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, [*arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_exit_status_0_for_clean_content_and_for_warnings(project: Path, tmp_path: Path) -> None:
    assert run("check", "--project", str(project), *TODAY_OPTION) == (0, "0 lỗi, 0 cảnh báo.\n")
    assert run("check", "--quiet", "--project", str(project), *TODAY_OPTION) == (0, "")
    assert run("check", "--format", "json", "--project", str(project), *TODAY_OPTION) == (0, "[]\n")
    assert run("check", "--format", "github", "--project", str(project), *TODAY_OPTION) == (0, "")
    warned = assemble(tmp_path / "warned", CASES / "event-names-differ")
    status, output = run("check", "--quiet", "--project", str(warned), *TODAY_OPTION)
    assert status == 0
    assert "cảnh báo event-names-differ" in output


def test_exit_status_1_for_content_errors(tmp_path: Path) -> None:
    project = assemble(tmp_path, CASES / "unknown-topic")
    status, output = run("check", "--project", str(project), *TODAY_OPTION)
    assert (status, output) == (1, (CASES / "unknown-topic/expected.txt").read_text(encoding="utf-8"))
    status, output = run("generate", "--project", str(project), *TODAY_OPTION)
    assert status == 1
    assert output.endswith("1 lỗi, 0 cảnh báo.\nNothing was written.\n")
    assert [path.name for path in (project / "build").iterdir()] == [".cache"]


def test_exit_status_2_for_usage(project: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign/mine.txt").write_text("mine", encoding="utf-8")
    for arguments in (
        ["check", "--project", str(empty)],
        ["check", "--project", str(tmp_path / "nowhere")],
        ["check", "--project", str(project), "--format", "xml"],
        ["check", "--project", str(project), "--today", "21/11/2026"],
        ["generate", "--project", str(project), "--output", str(tmp_path / "foreign")],
        ["no-such-command"],
    ):
        status, output = run(*arguments)
        assert (status, "Usage:" in output) == (2, True), arguments
    assert [path.name for path in (tmp_path / "foreign").iterdir()] == ["mine.txt"]


def test_drafts_are_checked_but_published_nowhere(project: Path) -> None:
    path = project / "content/articles/2025/bac-ninh-sau-sap-xep.md"
    path.write_text(path.read_text(encoding="utf-8").replace("review: approved", "review: draft"), encoding="utf-8")
    published, preview = project / "build/docs", project / "build/preview/docs"
    assert run("generate", "--project", str(project), *TODAY_OPTION)[0] == 0
    assert run("generate", "--drafts", "--project", str(project), *TODAY_OPTION)[0] == 0
    assert not any(b"bac-ninh-sau-sap-xep" in p.read_bytes() for p in published.rglob("*") if p.is_file())
    page = preview / "bai-viet/bac-ninh-sau-sap-xep.md"
    assert "Bản nháp" in page.read_text(encoding="utf-8")


def test_the_real_command(tmp_path: Path) -> None:
    project = assemble(tmp_path, CASES / "unknown-topic")
    portal = Path(sys.executable).parent / "portal"
    done = subprocess.run(
        [portal, "check", *TODAY_OPTION], cwd=project, capture_output=True, text=True, encoding="utf-8", check=False
    )
    expected = (CASES / "unknown-topic/expected.txt").read_text(encoding="utf-8")
    assert (done.returncode, done.stdout, done.stderr) == (1, expected, "")
