"""How long one change of a filter takes on a page of the timeline about as long as any:
`python -m tests.browser.measure_timeline`.

Milliseconds in Chromium: the script, then style and layout of the page; and the first look at another page's rows.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from generator.pages import list_pages
from tests.browser.chromium import HEIGHT, WIDTHS, running_browser, served
from tests.project import ROOT, TODAY, assemble
from tests.site.project import command, environment
from tests.unit.test_robustness import synthetic

ENTRIES = list_pages.LIMIT * 9 // 10  # with those of the base project no more than one page holds
REPEATS = 5
LIMIT = 50  # milliseconds for a change
CHANGES = [("tinh", "bac-kan"), ("loai", "cuoc-hop"), ("tinh", "cao-bang"), ("loai", ""), ("tinh", "")]
MEASURE = """async changes => {
    const taken = [];
    for (const [name, value] of changes) {
        const field = document.querySelector(`form.loc [name=${name}]`);
        field.value = value;
        const start = performance.now();
        field.dispatchEvent(new Event("change", {bubbles: true}));
        const scripted = performance.now();
        document.body.getBoundingClientRect();
        taken.push([scripted - start, performance.now() - scripted]);
        await new Promise(done => setTimeout(done, 100));
    }
    return taken;
}"""
FIRST = """async () => {
    const field = document.querySelector("form.loc [name=nam]");
    field.value = "2022";
    const start = performance.now();
    field.dispatchEvent(new Event("change", {bubbles: true}));
    while (document.getElementById("ket-qua").hidden) await new Promise(requestAnimationFrame);
    return performance.now() - start;
}"""


def build(project: Path) -> Path:
    """The built site of a project with so many events in one year."""
    assemble(project)
    for name in ("theme_overrides", "generator"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    folder = project / "content/articles/2023"
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(ENTRIES):
        article = synthetic(number)
        event = {
            **article["events"][0],
            "id": f"hop-{number}",
            "date": f"2022-{number % 12 + 1:02}-{number % 28 + 1:02}",
        }
        whole = {**article, "events": [event], "targets": [], "documents": []}
        text = f"---\n{json.dumps(whole)}\n---\n\nBài {number} kể mọi điều trong một đoạn ngắn.\n"
        (folder / f"bai-{number}.md").write_text(text, encoding="utf-8")
    build_command = command("portal", "build", "--quiet", "--today", TODAY.isoformat())
    subprocess.run(build_command, cwd=project, env=environment(), check=True, stdout=subprocess.DEVNULL)
    return project / "build" / "site"


def main() -> int:
    """Print the figures; 1 when a change takes longer than the limit."""
    with tempfile.TemporaryDirectory() as folder, running_browser() as browser:
        site = build(Path(folder) / "project")
        with served(site) as address:
            slowest = 0.0
            for width in WIDTHS:
                page = browser.new_page(viewport={"width": width, "height": HEIGHT})
                page.goto(address + "dong-thoi-gian/2022/", wait_until="networkidle")
                rows = page.locator(".thang li").count()
                taken = page.evaluate(MEASURE, CHANGES * REPEATS)
                for name, times in zip(("script", "layout"), zip(*taken, strict=True), strict=True):
                    print(f"{width} px, {rows} rows, {name}: median {median(times):.1f} ms, most {max(times):.1f} ms")
                whole = [script + layout for script, layout in taken]
                slowest = max(slowest, *(median(whole[step :: len(CHANGES)]) for step in range(len(CHANGES))))
                page.goto(address + "dong-thoi-gian/", wait_until="networkidle")
                print(f"{width} px, rows of another page, first time: {page.evaluate(FIRST):.0f} ms")
                page.close()
    print(f"slowest change, median of {REPEATS}: {slowest:.1f} ms (limit {LIMIT})")
    return 1 if slowest > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
