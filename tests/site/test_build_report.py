"""The report of a build, the guard against sites that shrink, and what the commands tell machines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.build_report import BuildReport, NoReport, changes_between, read_report, shrunk, write_report
from generator.cli import main
from generator.files import BEGUN
from tests.corpus.project import write_project

TODAY = ["--today", "2026-11-21"]
COUNT = 40


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project whose site MkDocs builds without the portal's theme: what counts is what is counted."""
    folder = tmp_path_factory.mktemp("report") / "p"
    write_project(COUNT, folder, 7)
    (folder / "mkdocs.yml").write_text(
        "site_name: x\nsite_url: https://portal.test/\ndocs_dir: build/docs\nsite_dir: build/site\n"
        "theme: {name: mkdocs, custom_dir: theme}\nvalidation: {nav: {omitted_files: ignore}}\n"
        "hooks: [generator/site/hooks.py, generator/accelerator/hook.py]\n",
        encoding="utf-8",
    )
    (folder / "theme").mkdir()
    (folder / "theme/main.html").write_text("{{ page.content }}", encoding="utf-8")
    return folder


def run(project: Path, command: str, *arguments: str) -> tuple[int, str, list[dict[str, Any]]]:
    """The exit status, what stood on standard output, and the objects on standard error."""
    given = [command, "--project", str(project), "--log-format", "json", *arguments]
    result = CliRunner().invoke(main, given)
    return result.exit_code, result.stdout, [json.loads(line) for line in result.stderr.splitlines()]


def counted(project: Path) -> dict[str, Any]:
    report: dict[str, Any] = json.loads((project / "build/report.json").read_text(encoding="utf-8"))
    return {name: value for name, value in report.items() if name != "seconds"}


def site_of(project: Path) -> dict[str, bytes]:
    site = project / "build/site"
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def test_a_report_that_a_killed_build_began_goes_with_the_next_one(tmp_path: Path) -> None:
    report = BuildReport("2026-11-21", 1, {"/": 1}, {}, {})
    (tmp_path / f"{BEGUN}617").write_bytes(b"<half")
    write_report(report, tmp_path / "report.json")
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]
    assert read_report(tmp_path / "report.json") == report


def test_builds_are_counted_compared_and_kept_from_shrinking(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status, output, told = run(project, "build", *TODAY)
    assert (status, output) == (0, "")
    assert {"time", "level", "event", "message"} <= set.intersection(*(set(line) for line in told))
    assert [line["stage"] for line in told if line["event"] == "stage"] == [
        "look", "load", "link", "pages", "search", "site",
    ]  # fmt: skip

    first, site = counted(project), site_of(project)
    pages = list((project / "build/docs").rglob("*.md"))
    assert first["articles"] == COUNT
    assert sum(first["pages"].values()) == len(pages)
    assert first["warnings"] == {"address-not-set": 1, "authority-not-set": 1}
    html = [content for path, content in site.items() if path.endswith(".html")]
    assert first["files"][".html"] == {"files": len(html), "bytes": sum(map(len, html))}
    assert sum(of_type["files"] for of_type in first["files"].values()) == len(site)

    old = project / "old.json"
    (project / "build/report.json").rename(old)
    assert run(project, "build", *TODAY)[0] == 0
    assert counted(project) == first  # nothing was made, and all is known

    articles = sorted((project / "content/articles").rglob("*.md"))[:5]
    texts = {path: path.read_bytes() for path in articles}
    for path in articles:
        path.unlink()
    for _ in range(2):  # the second run finds nothing to generate, and refuses all the same
        status, output, told = run(project, "build", *TODAY)
        assert (status, output, told[-1]["event"]) == (1, "", "shrunk")
        assert told[-1]["lost"]["articles"] == [COUNT, COUNT - 5]
        assert "--accept-shrink" in told[-1]["message"]
        assert (site_of(project), counted(project)) == (site, first)

    assert run(project, "build", "--accept-shrink", *TODAY)[0] == 0
    assert counted(project)["articles"] == COUNT - 5
    differing = CliRunner().invoke(main, ["report", "--project", str(project), str(old)])
    assert (differing.exit_code, differing.output.splitlines()[0]) == (0, "  articles: 40 → 35 (-12.5 %)")
    assert run(project, "build", "--baseline", str(old), *TODAY)[0] == 1
    monkeypatch.setenv("PORTAL_ACCEPT_SHRINK", "")  # as a form leaves it that was not filled in
    assert run(project, "build", "--baseline", str(old), *TODAY)[0] == 1
    monkeypatch.setenv("PORTAL_ACCEPT_SHRINK", "1")
    assert run(project, "build", "--baseline", str(old), *TODAY)[0] == 0
    monkeypatch.delenv("PORTAL_ACCEPT_SHRINK")

    for path, text in texts.items():
        path.write_bytes(text)
    assert run(project, "build", *TODAY)[0] == 0
    assert counted(project) == first  # counted from what is kept as from all
    assert site_of(project).keys() == site.keys()


def test_errors_and_wrong_usage_are_told_as_json(project: Path, tmp_path: Path) -> None:
    broken = project / "content/articles/hong.md"
    broken.write_text("không có phần đầu", encoding="utf-8")
    status, output, told = run(project, "generate", "--output", str(tmp_path / "docs"), *TODAY)
    broken.unlink()
    assert (status, output) == (1, "")
    [problem] = [line for line in told if line["event"] == "diagnostic" and line["level"] == "error"]
    assert (problem["code"], problem["path"], problem["line"]) == ("no-front-matter", "content/articles/hong.md", 1)
    assert told[-1]["event"] == "nothing-written"
    status, _, told = run(project, "generate", "--today", "21/11/2026")
    assert (status, [line["event"] for line in told]) == (2, ["failed"])
    not_one = tmp_path / "x.json"
    not_one.write_text("[]", encoding="utf-8")
    assert CliRunner().invoke(main, ["report", "--project", str(project), str(not_one), str(not_one)]).exit_code == 2


def report(articles: int, page: int, fact: int) -> BuildReport:
    return BuildReport("2026-11-21", articles, {"tinh/": page}, {"events": fact}, {})


@pytest.mark.parametrize(
    ("new", "names"),
    [
        (report(90, 900, 90), []),
        (report(89, 900, 90), ["articles"]),
        (report(100, 899, 89), ["pages", "facts"]),
        (report(200, 2000, 0), ["facts"]),
    ],
)
def test_what_shrinks_by_more_than_its_share(new: BuildReport, names: list[str]) -> None:
    assert [change.name for change in shrunk(report(100, 1000, 100), new, 10)] == names


def test_few_things_may_go() -> None:
    assert shrunk(report(19, 19, 19), report(1, 1, 1), 10) == []
    changes = changes_between(report(1, 5, 0), report(1, 4, 2))
    told = [(change.name, change.old, change.new) for change in changes]
    assert told == [("pages", 5, 4), ("facts", 0, 2), ("pages tinh/", 5, 4), ("facts events", 0, 2)]


SPOILT: tuple[dict[str, Any], ...] = (
    {"articles": "34"}, {"articles": None}, {"articles": 1.5}, {"articles": True}, {"articles": -1},
    {"articles": 10**400}, {"pages": {"/": "1"}}, {"pages": [1]}, {"facts": {"events": float("nan")}},
    {"warnings": []}, {"files": 5}, {"files": {".html": 3}}, {"files": {".html": {"bytes": None}}},
    {"version": 0}, {"more": 1},
)  # fmt: skip


def test_a_spoilt_report_is_none(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    write_report(report(1, 2, 3), path)
    assert read_report(path) == report(1, 2, 3)
    sound = json.loads(path.read_text(encoding="utf-8"))
    for text in ("", "[]", "null", "[" * 100_000, *(json.dumps(sound | change) for change in SPOILT)):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(NoReport):
            read_report(path)
