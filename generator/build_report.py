"""What a build made, as numbers that can be laid beside those of another build (build/report.json)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.files import BEGUN, make_over
from generator.incremental.run import Run

_VERSION = 1
_FEW = 20
"""Of fewer things no share is told: one article less would be a large one."""
_TOO_MANY = 2**53


class NoReport(Exception):
    """The file is not there, or holds no build report of this version."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """Pages by folder, articles, facts by kind, warnings by code; files of the site by type: how many, their bytes.

    All but the seconds that each stage took is the same for the same content, day and code.
    """

    today: str
    articles: int
    pages: Mapping[str, int]
    facts: Mapping[str, int]
    warnings: Mapping[str, int]
    files: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)

    def totals(self) -> dict[str, int]:
        """What must not shrink unseen."""
        return {"articles": self.articles, "pages": sum(self.pages.values()), "facts": sum(self.facts.values())}


@dataclass(frozen=True, slots=True)
class Change:
    """A number of two reports, by its name („pages tinh/")."""

    name: str
    old: int
    new: int

    @property
    def share(self) -> float:
        """The change in percent of the old number; of nothing, any is 100."""
        return 100 * (self.new - self.old) / self.old if self.old else 100.0


def report_path(project: Path) -> Path:
    """Where the report of the published site stands."""
    return project / "build" / "report.json"


def report_of(run: Run, today: date) -> BuildReport:
    """The report of a run without errors, before its site is built."""
    assert run.tally is not None
    pages = {folder or "/": count for folder, count in run.tally.pages.items()}
    warnings = dict(Counter(sorted(d.code for d in run.diagnostics)))
    return BuildReport(today.isoformat(), run.tally.articles, pages, run.tally.facts, warnings)


def shrunk(old: BuildReport, new: BuildReport, may_shrink: int) -> list[Change]:
    """The totals that lost a larger share than may be lost, in percent."""
    before, now = old.totals(), new.totals()
    changes = (Change(name, before[name], now[name]) for name in before)
    return [change for change in changes if change.old >= _FEW and -change.share > may_shrink]


def changes_between(old: BuildReport, new: BuildReport) -> list[Change]:
    """Every number that differs, but for seconds."""
    before, now = dict(_numbers(old)), dict(_numbers(new))
    changes = [Change(name, before.get(name, 0), now.get(name, 0)) for name in dict.fromkeys([*before, *now])]
    return [change for change in changes if change.old != change.new]


def _numbers(report: BuildReport) -> Iterator[tuple[str, int]]:
    yield from report.totals().items()
    yield from ((f"pages {folder}", count) for folder, count in report.pages.items())
    yield from ((f"facts {kind}", count) for kind, count in report.facts.items())
    yield from ((f"warnings {code}", count) for code, count in report.warnings.items())
    for suffix, of_type in report.files.items():
        yield from ((f"{name} {suffix}", number) for name, number in of_type.items())


def write_report(report: BuildReport, path: Path) -> None:
    """Put a report in the place of the last one, whole or not at all, and remove what killed builds began beside it."""
    for begun in path.parent.glob(f"{BEGUN}*"):
        begun.unlink(missing_ok=True)
    make_over(path, _json({"version": _VERSION, **asdict(report)}).encode())


def read_report(path: Path) -> BuildReport:
    """The report in a file; raises NoReport."""
    try:
        values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if values.pop("version") != _VERSION:
            raise NoReport(f"{path} is a report of another version")
        report = BuildReport(**values)
        if not all(type(number) is int and 0 <= number < _TOO_MANY for _, number in _numbers(report)):
            raise ValueError("it holds numbers that count nothing")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NoReport(f"{path} holds no build report: {error}") from error
    return report


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
