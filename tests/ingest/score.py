"""`make score`: what ingest finds against gold, fact by fact.

Our own samples always; the seeds too where the setting PORTAL_SEEDS names the folder that holds seeds/ and gold/.
The exit status is 1 when a field is below the floor that the tests ask for.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
import yaml

from generator.ingest.lexicon import Lexicon
from generator.sources.registries import load_registries
from tests.ingest.scoring.answers import answered
from tests.ingest.scoring.fields import NAMES
from tests.ingest.scoring.gold import GoldArticle, samples, seeds
from tests.ingest.scoring.match import Row, Verdict, rows
from tests.ingest.scoring.report import Total, file_table, gold_words, made_up_lines, told_words, totals, totals_table
from tests.project import ROOT

HERE = Path(__file__).parent
SAMPLES = HERE / "samples"
FLOORS: dict[str, dict[str, float]] = yaml.safe_load((HERE / "floors.yml").read_text(encoding="utf-8"))

Scored = dict[str, list[Row]]


def seeds_folder() -> Path | None:
    """The folder that PORTAL_SEEDS names."""
    setting = os.environ.get("PORTAL_SEEDS")
    return Path(setting) if setting else None


def score(articles: Sequence[GoldArticle]) -> Scored:
    """The rows of each article."""
    registries, problems = load_registries(ROOT)
    assert registries, problems
    lexicon = Lexicon(registries)
    return {article.name: rows(article, *answered(article.path, lexicon)) for article in articles}


def below_floor(found: Sequence[Total], floor: Mapping[str, float]) -> list[str]:
    """What is worse than asked for: the F1 of a field, or values made up where gold says null."""
    short = [f"{t.field}: F1 {t.f1:.3f} < {floor[t.field]:.3f}" for t in found if t.f1 < floor.get(t.field, 0)]
    made_up = sum(t.made_up for t in found)
    if made_up > floor.get("made_up", made_up):
        short.append(f"told where gold says null: {made_up} > {floor['made_up']:g}")
    return short


@click.command()
@click.option("--fields", help=f"Only these, with commas: {', '.join(NAMES)}.")
@click.option("--file", "wanted", help="Only files whose name holds this.")
@click.option("--only-wrong", is_flag=True, help="Leave out what is right.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables.")
def main(fields: str | None, wanted: str | None, only_wrong: bool, as_json: bool) -> None:
    """Score ingest against gold."""
    names = fields.split(",") if fields else list(NAMES)
    if unknown := set(names) - set(NAMES):
        raise click.BadParameter(f"{', '.join(sorted(unknown))}; there are {', '.join(NAMES)}", param_hint="--fields")
    folder = seeds_folder()
    groups = {"samples": samples(SAMPLES), "seeds": seeds(folder) if folder else []}
    report: dict[str, Any] = {}
    short: list[str] = []
    for group, articles in groups.items():
        scored = score([a for a in articles if wanted is None or wanted in a.name])
        scored = {name: [row for row in found if row.field in names] for name, found in scored.items()}
        if not scored:
            continue
        found = [t for t in totals(scored) if t.field in names]
        report[group] = as_data(scored, found)
        if wanted is None:
            short += [f"{group}: {line}" for line in below_floor(found, FLOORS[group])]
        if not as_json:
            show(group, scored, found, only_wrong=only_wrong)
    if not report:
        raise click.BadParameter(f"no file is called like {wanted}", param_hint="--file")
    if as_json:
        click.echo(json.dumps(report, ensure_ascii=False, indent=2))
    elif short:
        click.echo("\nBelow the floor:\n" + "\n".join(short))
    raise SystemExit(1 if short else 0)


def show(group: str, scored: Scored, found: Sequence[Total], *, only_wrong: bool) -> None:
    """Print the tables of a group."""
    for name, all_rows in scored.items():
        shown = [r for r in all_rows if not only_wrong or r.verdict not in (Verdict.OK, Verdict.FREE)]
        if shown:
            click.echo(file_table(name, shown) + "\n")
    click.echo(f"{group}: {len(scored)} files\n{totals_table(found)}\n")
    lines = made_up_lines(scored)
    click.echo(f"Told where gold says null: {len(lines)}" + "".join(f"\n  {line}" for line in lines) + "\n")


def as_data(scored: Scored, found: Sequence[Total]) -> dict[str, Any]:
    """The same as JSON."""
    return {
        "files": {name: [_row_data(row) for row in found_rows] for name, found_rows in scored.items()},
        "totals": [asdict(t) | {"precision": t.precision, "recall": t.recall, "f1": t.f1} for t in found],
        "told_where_gold_says_null": made_up_lines(scored),
    }


def _row_data(row: Row) -> dict[str, Any]:
    return {
        "field": row.field,
        "gold": gold_words(row.gold) if row.gold else None,
        "found": [told_words(told) for told in row.told],
        "verdict": row.verdict.value,
        "differ": row.differ,
    }


if __name__ == "__main__":
    main()
