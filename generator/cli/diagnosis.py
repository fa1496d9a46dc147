"""`portal doctor`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from generator.cli.options import log_option, project_option, quiet_option
from generator.cli.terminal import echo
from generator.doctor import Finding, examine


@click.command("doctor")
@project_option
@log_option
@quiet_option
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def doctor_command(project: Path, quiet: bool, as_json: bool) -> None:
    """Tell what is wrong with the installation, and how to mend it; exit status 1 if it stops a build."""
    found = examine(project)
    if as_json:
        echo(json.dumps([asdict(finding) for finding in found], ensure_ascii=False, indent=2))
    elif found or not quiet:
        echo(as_text(found))
    sys.exit(1 if any(finding.severity == "error" for finding in found) else 0)


def as_text(found: list[Finding]) -> str:
    """Every finding in Vietnamese with its mend, then the count."""
    words = {"error": "lỗi", "warning": "cảnh báo"}
    blocks = [f"{words[f.severity]} {f.about}: {f.message}\n  → {f.hint}" for f in found]
    errors = sum(f.severity == "error" for f in found)
    blocks.append(f"{errors} lỗi, {len(found) - errors} cảnh báo." if found else "Mọi thứ đều ổn.")
    return "\n\n".join(blocks)
