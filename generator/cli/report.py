"""How diagnostics are shown to machines, and as annotations of a pull request."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.diagnostics import Diagnostic


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A JSON list with one object for each problem."""
    rows = [
        {
            "path": d.spot.path,
            "line": d.spot.line,
            "field": d.spot.field,
            "code": d.code,
            "severity": d.severity.value,
            "message": d.message,
            "hint": d.hint,
        }
        for d in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def github(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands that GitHub shows at the lines of a pull request."""
    return "\n".join(
        f"::{d.severity.value} file={_property(d.spot.path)},line={d.spot.line},title={_property(d.code)}::"
        + _data(f"{d.message} → {d.hint}")
        for d in diagnostics
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
