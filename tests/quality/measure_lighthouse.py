"""Lighthouse on the kinds of page that readers open first: `python -m tests.quality.measure_lighthouse [PAGE ...]`.

Builds the site for the address it is then served at, and prints a table of scores; exit status 1 if one is too low.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.browser.chromium import ARGUMENTS, executable, served
from tests.quality.tools import lighthouse
from tests.site.project import copy_project, environment, run

PAGES = {
    "home": "",
    "province": "tinh/bac-ninh/",
    "event": "su-kien/ngay-chuyen-doi-so-quoc-gia-2022/",
    "timeline": "dong-thoi-gian/",
    "dti": "chi-so/dti/",
    "article": "bai-viet/bac-kan-day-manh-tuyen-truyen-chuyen-doi-so/",
    "search": "tim-kiem/?q=bac+kan",
}
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}


def main(names: list[str]) -> int:
    """Print a line a page, and below it the audits that cost points."""
    low = 0
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(folder) / "project")
        site = project / "build" / "site"
        site.mkdir()
        with served(site) as address:
            run(project, "portal", "build", PORTAL_SITE_URL=address).assert_clean()
            print(f"{'page':10}", *(f"{category:>14}" for category in LEAST))
            for name in names or PAGES:
                result = measure(address + PAGES[name], Path(folder))
                points = {key: round(100 * (result["categories"][key]["score"] or 0)) for key in LEAST}
                print(f"{name:10}", *(f"{points[key]:14}" for key in LEAST), flush=True)
                low += sum(points[key] < least for key, least in LEAST.items())
                for line in costly(result):
                    print("   ", line, flush=True)
    return 1 if low else 0


def measure(url: str, folder: Path) -> dict[str, Any]:
    """Lighthouse's answer about one address, in its mobile profile (a slow phone on a slow network, simulated)."""
    out = folder / "lighthouse.json"
    flags = " ".join(["--headless=new", *ARGUMENTS])
    subprocess.run(
        [
            *(*lighthouse(), url, "--quiet", "--no-enable-error-reporting", f"--only-categories={','.join(LEAST)}"),
            *("--output=json", f"--output-path={out}", f"--chrome-flags={flags}"),
        ],
        env=environment(CHROME_PATH=executable()),
        timeout=180,
        check=True,
    )
    return json.loads(out.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def costly(result: dict[str, Any]) -> list[str]:
    """The audits that count in a score and are not passed in full; the times of a page that is fast are left out."""
    lines = []
    for category, least in LEAST.items():
        if round(100 * (result["categories"][category]["score"] or 0)) >= least:
            continue
        for reference in result["categories"][category]["auditRefs"]:
            audit = result["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                items = (audit.get("details") or {}).get("items") or []
                shown = json.dumps(items[:3], ensure_ascii=False)[:300]
                lines.append(f"{category}: {audit['title']} {audit.get('displayValue', '')} {shown}")
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
