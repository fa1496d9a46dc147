"""A draft stands in build/preview, marked, and nowhere in what is published."""

from __future__ import annotations

from pathlib import Path

from tests.site.project import copy_project, run

SLUG = "ban-thu-cao-bang-lop-ky-nang-so"
EVENT = "cao-bang-mo-lop-thu-nghiem-2022"
WORDS = (SLUG, EVENT, "Bản thử của Cao Bằng", "lớp thử nghiệm", "1234/QĐ-THU")
DRAFT = f"""\
---
title: "Bản thử của Cao Bằng"
published: "2022-10-11"
publisher: null
url: null
review: draft
added: "2026-11-20"
provinces:
  subject: [cao-bang]
events:
  - id: {EVENT}
    name: Cao Bằng mở lớp thử nghiệm
    kind: training
    date: "2022-10-10"
    provinces: [cao-bang]
    at: 1
documents:
  - id: quyet-dinh-1234-qd-thu
    kind: Quyết định
    number: 1234/QĐ-THU
    date: "2022-10-09"
    issuer: UBND tỉnh Cao Bằng
    subject: mở lớp thử nghiệm
    province: cao-bang
    at: 1
---

Cao Bằng mở lớp thử nghiệm ngày 10/10/2022.
"""


def test_a_draft_is_in_the_preview_alone(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    (project / "content" / "articles" / "2022" / f"{SLUG}.md").write_text(DRAFT, encoding="utf-8")

    run(project, "portal", "build").assert_clean()
    assert not (project / "build" / "preview").exists()
    assert traces(project / "build") == []

    run(project, "portal", "generate", "--drafts").assert_clean()
    assert {path.split("/")[0] for path in traces(project / "build")} == {"preview"}
    docs = project / "build" / "preview" / "docs"
    assert "Bản nháp" in (docs / "bai-viet" / f"{SLUG}.md").read_text(encoding="utf-8")
    assert (docs / "su-kien" / f"{EVENT}.md").is_file()
    listed = (docs / "bai-viet" / "index.md").read_text(encoding="utf-8")
    assert [line for line in listed.splitlines() if SLUG in line and "(bản nháp)" in line]


def traces(folder: Path) -> list[str]:
    """The files that name the draft or what only it tells, in their path or their text; caches are not published."""
    wanted = [word.encode() for word in WORDS]
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
        and ".cache" not in path.relative_to(folder).parts
        and (SLUG in str(path) or EVENT in str(path) or any(w in path.read_bytes() for w in wanted))
    )
