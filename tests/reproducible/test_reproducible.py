"""The same content makes the same bytes wherever it is built; `make reproducible` tries it with another Python too."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.reproducible.builds import build, differences, surroundings
from tests.site.project import tree

COUNT = 12


def test_two_places_make_the_same_bytes(tmp_path: Path) -> None:
    one, other = (build(COUNT, tmp_path, of) for of in surroundings(Path(sys.executable), Path(sys.executable)))
    assert tree(one / "build/site")
    assert differences(one, other) == []
    reports = [json.loads((project / "build/report.json").read_text(encoding="utf-8")) for project in (one, other)]
    assert all(report.pop("seconds") for report in reports)
    assert reports[0] == reports[1]
    (other / "build/site/index.html").write_bytes(b"")
    assert differences(one, other) == ["build/site/index.html"]
