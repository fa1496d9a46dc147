"""`make reproducible`: a larger project, built by two Pythons in two surroundings, must be the same bytes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.project import ROOT
from tests.reproducible.builds import build, differences, surroundings
from tests.site.project import tree

COUNT = 300
_SHOWN = 20


def main(wanted: str = "python3.13") -> int:
    """0: the same bytes; 1: files that differ; 2: the other Python cannot be had."""
    found = shutil.which(wanted)
    if found is None or subprocess.run([found, "--version"], capture_output=True, check=False).returncode:
        print(f"There is no {wanted} here: name another Python, as make reproducible OTHER=/path/to/python3.13")
        return 2
    with TemporaryDirectory() as name:
        folder = Path(name)
        one, other = (
            build(COUNT, folder, of)
            for of in surroundings(Path(sys.executable), _with_packages(found, folder / "venv"))
        )
        differing = differences(one, other)
        print("\n".join(differing[:_SHOWN]))
        files = len(tree(one / "build/docs")) + len(tree(one / "build/site"))
        print(f"{COUNT} articles, this Python and {wanted}: {len(differing)} of {files} files differ.")
        return 1 if differing else 0


def _with_packages(python: str, folder: Path) -> Path:
    """Another Python with the locked packages, installed into a folder (needs the network)."""
    subprocess.run([python, "-m", "venv", folder], check=True)
    pip = [str(folder / "bin/pip"), "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", ROOT / "requirements.lock"], check=True)
    return folder / "bin/python"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
