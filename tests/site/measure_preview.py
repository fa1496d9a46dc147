"""Measures how long the preview takes to show an edit: `python -m tests.site.measure_preview [EDITS]`.

Run it on a machine that does nothing else. The bar at the size of this repository's content is 4 seconds an edit.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.site.live import serving
from tests.site.project import copy_project
from tests.site.test_site_preview import ARTICLE, PAGE

BAR = 4.0


def main(edits: int) -> bool:
    """Edit an article several times, print each delay, and tell whether all were below the bar."""
    delays = []
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(folder) / "project")
        article = project / "content" / "articles" / "2022" / f"{ARTICLE}.md"
        good = article.read_text(encoding="utf-8").rstrip()
        with serving(project, Path(folder) / "log", "portal", "preview", "--address") as preview:
            for number in range(1, edits + 1):
                words = f"Lần sửa thứ {number}."
                article.write_text(f"{good} {words}\n", encoding="utf-8")
                delays.append(preview.wait(lambda words=words: words in preview.page(PAGE), 60))  # type: ignore[misc]
                print(f"edit {number}: {delays[-1]:.2f} s", flush=True)
    print(f"slowest of {edits}: {max(delays):.2f} s (bar: {BAR:.0f} s)")
    return max(delays) <= BAR


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if len(sys.argv) > 1 else 5) else 1)
