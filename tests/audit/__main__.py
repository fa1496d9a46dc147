"""`make audit`: known holes in what is locked (needs the network), and the licences of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from tests.audit.licences import locked, problems, rules
from tests.project import ROOT

_LOCK = ROOT / "requirements.lock"
_NOT_AUDITED = 3


def main() -> int:
    """0: nothing was found; 1: holes or licences; 3: the list of known holes could not be reached."""
    names = locked(_LOCK)
    found = list(problems(names, rules()))
    print("\n".join(found) or f"Licences: all {len(names)} locked packages may be used.")
    status, told = holes(*_pip_audit())
    print(told)
    return 1 if found else status


def _pip_audit() -> tuple[str, str]:
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "-r", str(_LOCK)]
    command += ["--format", "json", "--progress-spinner", "off", "--timeout", "15"]
    beside = {**os.environ, "PYTHONPATH": str(ROOT / ".venv/audit")}
    done = subprocess.run(command, env=beside, capture_output=True, encoding="utf-8", check=False)
    return done.stdout, done.stderr


def holes(answer: str, errors: str) -> tuple[int, str]:
    """The exit status and what to say, from what pip-audit printed; a package it could not look up counts as a miss."""
    try:
        packages: list[dict[str, Any]] = json.loads(answer)["dependencies"]
    except (ValueError, KeyError):
        last = errors.strip().rpartition("\n")[2][:300]
        return _NOT_AUDITED, f"Known holes: NOT looked up, their list could not be reached. Try again online. ({last})"
    missed = [package["name"] for package in packages if "skip_reason" in package]
    found = [
        f"  {package['name']} {package['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'none'}"
        for package in packages
        for hole in package.get("vulns", ())
    ]
    if found:
        return 1, "\n".join(["Known holes, to be mended with make lock:", *found])
    if missed:
        return _NOT_AUDITED, (
            f"Known holes: {len(missed)} of {len(packages)} packages were NOT looked up, the service knows nothing of"
            f" them ({', '.join(missed[:3])} …). Try again where it can be reached."
        )
    return 0, f"Known holes: none in {len(packages)} locked packages."


if __name__ == "__main__":
    sys.exit(main())
