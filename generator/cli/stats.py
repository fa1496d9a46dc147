"""`portal stats`: what the library covers, and where nothing is told yet."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.check import check
from generator.cli.log import log
from generator.cli.options import log_option, project_option, today_option
from generator.cli.terminal import echo
from generator.library.coverage import Coverage, cover
from generator.library.library import Library
from generator.pages.refs import unit_label
from generator.registry import Unit
from generator.text import collation_key

_TOTALS_VI = {
    "articles": "bài",
    "drafts": "trong đó bản nháp",
    "events": "sự kiện",
    "documents": "văn bản",
    "platforms": "nền tảng",
    "indicators": "thứ hạng, điểm số",
    "targets": "mục tiêu",
    "figures": "số liệu",
    "places": "địa danh",
    "topics": "chủ đề có bài",
    "contradictions": "chỗ các bài nói khác nhau",
}


@click.command("stats")
@project_option
@log_option
@today_option
@click.option("--format", "style", type=click.Choice(["human", "json"]), default="human")
def stats_command(project: Path, today: date, style: str) -> None:
    """Count articles by province and year, and facts; name the gaps. Drafts count too."""
    checked = check(project, today=today, drafts=True)
    if checked.library is None:
        log(quiet=False).problems(checked.diagnostics)
        sys.exit(1)
    coverage = cover(checked.library)
    if style == "json":
        echo(json.dumps(as_json(coverage), ensure_ascii=False, indent=2))
    else:
        echo(as_text(checked.library, coverage))


def as_json(coverage: Coverage) -> dict[str, Any]:
    """The coverage with units by id and years as strings; "unknown": no date of publication."""
    return {
        "totals": dict(coverage.totals),
        "articles_by_year": _years(coverage.by_year),
        "articles_by_province": {key: _years(coverage.by_unit[key]) for key in sorted(coverage.by_unit)},
        "gaps": {
            "current_provinces": [unit.id for unit in coverage.gaps.current_without],
            "former_provinces": [unit.id for unit in coverage.gaps.former_without],
            "years": list(coverage.gaps.years_without),
        },
    }


def _years(counts: Mapping[int | None, int]) -> dict[str, int]:
    return {"unknown" if year is None else str(year): counts[year] for year in _in_order(counts)}


def _in_order(years: Iterable[int | None]) -> list[int | None]:
    return sorted(years, key=lambda year: (year is None, year or 0))


def as_text(library: Library, coverage: Coverage) -> str:
    """The coverage in Vietnamese, as tables and lists for a terminal."""
    lines = ["Thư viện"]
    lines += [f"  {count:>6}  {_TOTALS_VI[name]}" for name, count in coverage.totals.items()]
    lines += ["", "Bài theo tỉnh, thành và năm đăng", *_table(library, coverage), "", "Chỗ còn trống"]
    lines += [
        _gap("tỉnh, thành hiện nay, kể cả các tỉnh đã hợp thành", coverage.gaps.current_without),
        _gap("tỉnh, thành trước khi sắp xếp", coverage.gaps.former_without),
        f"  Năm: {', '.join(str(year) for year in coverage.gaps.years_without) or 'không có'}",
    ]
    return "\n".join(lines)


def _table(library: Library, coverage: Coverage) -> Iterable[str]:
    years = _in_order(coverage.by_year)
    units = [library.registries.units[key] for key in coverage.by_unit]
    rows = [
        (unit_label(library, unit), coverage.by_unit[unit.id])
        for unit in sorted(units, key=lambda unit: (collation_key(unit.name), unit.id))
    ]
    width = max((len(name) for name, _ in rows), default=0)
    heads = "".join(f"{'chưa rõ' if year is None else year:>9}" for year in years)
    yield f"  {'':{width}}{heads}"
    for name, counts in rows:
        yield f"  {name:{width}}" + "".join(f"{counts.get(year) or '·':>9}" for year in years)
    yield f"  {'Mọi bài':{width}}" + "".join(f"{coverage.by_year[year]:>9}" for year in years)


def _gap(what: str, units: tuple[Unit, ...]) -> str:
    names = ", ".join(sorted((unit.name for unit in units), key=collation_key))
    return f"  {len(units)} {what}: {names or 'không có'}"
