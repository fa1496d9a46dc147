"""The built site under load: `python -m tests.publish.load [SECONDS]`.

nginx with the recipe of docs/publishing, wrk on the same machine, 50 connections that ask for every page and every file
the pages load; exit status 1 if one answer is wrong or p99 reaches 50 ms.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.publish.servers import nginx
from tests.site.project import copy_project, run

CONNECTIONS, SECONDS = 50, 30
MOST = 50.0  # milliseconds, at the 99th percentile
_SCRIPT = Path(__file__).with_suffix(".lua")


def main(arguments: list[str]) -> int:
    """Print what was measured as one line."""
    if not shutil.which("wrk"):
        print("wrk is not installed (Debian: apt install wrk)", file=sys.stderr)
        return 1
    seconds = int(arguments[0]) if arguments else SECONDS
    with tempfile.TemporaryDirectory() as folder:
        project, web = copy_project(Path(folder) / "project"), Path(folder) / "web"
        run(project, "portal", "build", PORTAL_SITE_URL="https://portal.test/").assert_clean()
        run(project, "portal", "publish", str(web)).assert_clean()
        paths = Path(folder) / "paths"
        paths.write_text("\n".join(_addresses(web / "current")), encoding="utf-8")
        with nginx(web, Path(folder) / "nginx", workers=os.cpu_count() or 1) as address:
            told = _measured(address, paths, seconds)
    print(
        f"{told['requests']} answers in {told['seconds']:.0f} s ({told['requests'] / told['seconds']:.0f} a second),"
        f" {CONNECTIONS} connections, {told['errors']} errors; p50 {told['p50']} ms, p99 {told['p99']} ms,"
        f" longest {told['most']} ms; {os.cpu_count()} cores shared with wrk; load average {os.getloadavg()[0]:.1f}"
    )
    return 1 if told["errors"] or told["p99"] >= MOST else 0


def _addresses(site: Path) -> list[str]:
    """Every page and file, in an order that is the same each time and follows no folder."""
    files = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    kept = sorted(path for path in files if not path.startswith(".") and Path(path).suffix not in (".gz", ".br"))
    found = [f"/{path.removesuffix('index.html')}" for path in kept if path != "404.html"]
    random.Random(7).shuffle(found)
    return found


def _measured(address: str, paths: Path, seconds: int) -> dict[str, float]:
    command = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(_SCRIPT), address, "--", str(paths)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
