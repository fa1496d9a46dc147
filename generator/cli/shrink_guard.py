"""Keeps a site from being built that lost too much since the last build."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.build_report import BuildReport, Change, NoReport, read_report, shrunk
from generator.cli.log import Log


def refuse_shrunk(report: BuildReport, baseline: Path, may_shrink: int, told: Log) -> None:
    """End the command if a build that is not published yet lost a larger share than may be lost, in percent.

    It is compared with the report at `baseline`; where none is, nothing was built before.
    """
    if not baseline.is_file():
        return
    try:
        lost = shrunk(read_report(baseline), report, may_shrink)
    except NoReport as error:
        told.warning(f"Nothing tells whether the site shrinks: {error}.", "no-baseline")
        return
    if lost:
        text = [
            f"The site was not built, it would lose more than {may_shrink} % (may_shrink in site_config/site.yml):",
            *(f"  {line_of(change)}" for change in lost),
            "It is still the one of the last build. If articles are missing, bring them back (git status content).",
            "If this is meant, build with --accept-shrink.",
        ]
        told.error("\n".join(text), "shrunk", lost={change.name: [change.old, change.new] for change in lost})
        sys.exit(1)


def line_of(change: Change) -> str:
    """One number of two reports in a line."""
    return f"{change.name}: {change.old} → {change.new} ({change.share:+.1f} %)"
