"""Fuzzes what reads content, led by the lines of code that each input reaches (atheris, libFuzzer): `make fuzz`."""

from __future__ import annotations

import argparse
import importlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ATHERIS = ROOT / ".venv" / "atheris"
FOLDER = ROOT / "build" / "fuzz"
_LONGEST = 8192
"""Bytes of an input."""


def main() -> int:
    """Fuzz each target in a process of its own; status 1 if one of them raised, with the input in build/fuzz."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="default: all")
    parser.add_argument("--seconds", type=int, default=120, help="for each target (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=0, help="so many inputs instead")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="for what is found (default: build/fuzz)")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    bound = f"-runs={given.runs}" if given.runs else f"-max_total_time={given.seconds}"
    if given.here:
        _fuzz(given.targets[0], bound, given.folder)
    targets = given.targets or _all_targets()
    options = [f"--seconds={given.seconds}", f"--runs={given.runs}", f"--folder={given.folder.absolute()}"]
    failed = [name for name in targets if _in_a_process(name, options)]
    print(f"{len(targets) - len(failed)} of {len(targets)} targets without an exception", *failed)
    return 1 if failed else 0


def _all_targets() -> list[str]:
    from tests.fuzz.targets import TARGETS

    return list(TARGETS)


def _in_a_process(target: str, options: list[str]) -> int:
    """libFuzzer ends its process itself."""
    print(f"== {target}", flush=True)
    return subprocess.call([sys.executable, "-m", "tests.fuzz", *options, "--here", target], cwd=ROOT)


def _fuzz(target: str, bound: str, folder: Path) -> None:
    sys.path.insert(0, str(ATHERIS))
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["generator"]):
        targets = importlib.import_module("tests.fuzz.targets")
    corpus = folder / target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(targets.seeds(target)):
        (corpus / f"seed-{number}").write_bytes(seed)
    options = [bound, "-seed=1", f"-max_len={_LONGEST}", "-timeout=20", "-print_final_stats=1"]
    atheris.Setup([target, *options, f"-artifact_prefix={folder}/{target}-", str(corpus)], targets.named(target))
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
