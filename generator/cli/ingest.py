"""`portal ingest`: raw articles → drafts, with what was found, what is missing and what is doubtful."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.characters import visible_line
from generator.cli.log import Log, log
from generator.cli.options import common, today_option
from generator.cli.report import row
from generator.cli.terminal import echo
from generator.diagnostics import Severity
from generator.sources.articles import writing_articles
from generator.stages import Stages

if TYPE_CHECKING:
    from generator.ingest.ingestion import Ingestion, Outcome
    from generator.ingest.lexicon import Lexicon


@click.command("ingest")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--dry-run", is_flag=True, help="Write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a file, one a line.")
@click.option(
    "--text", "lines", is_flag=True, help="Take each line of standard input as one text; print one JSON object a line."
)
@common
@today_option
def ingest_command(
    files: tuple[Path, ...], dry_run: bool, as_json: bool, lines: bool, project: Path, quiet: bool, today: date
) -> None:
    """Make drafts of parsed articles from raw ones: .txt, .html, .docx, .pdf; „-" or no FILE: standard input."""
    told, stages = log(quiet=quiet), Stages()
    if lines:
        if files:
            raise click.UsageError("--text reads standard input: leave FILE out")
        _answer_lines(project, told)
        return
    if not files and sys.stdin.isatty():
        raise click.UsageError("name the files to ingest, or give a text on standard input")
    failed = False
    with nullcontext() if dry_run else writing_articles(project):
        with stages.of("load"):
            ingestion = _ingestion(project, today, dry_run, told)
        hidden = quiet or told.is_for_machines
        with stages.of("ingest"):
            for outcome in _outcomes(ingestion, files or (Path("-"),), quiet=hidden):
                failed |= outcome.failed
                _show(outcome, as_json=as_json, quiet=quiet, told=told)
    told.noted_stages(stages.seconds)
    sys.exit(1 if failed else 0)


def _ingestion(project: Path, today: date, dry_run: bool, told: Log) -> Ingestion:
    from generator.ingest.ingestion import ContentUnreadable, Ingestion

    try:
        return Ingestion(project, today=today, dry_run=dry_run)
    except ContentUnreadable as error:
        told.problems(error.diagnostics)
        sys.exit(1)


def _outcomes(ingestion: Ingestion, files: tuple[Path, ...], *, quiet: bool) -> Iterator[Outcome]:
    """Ingest the files one after the other; several show their progress on a terminal's standard error."""
    show = not quiet and len(files) > 1 and sys.stderr.isatty() and not sys.stdout.isatty()
    with click.progressbar(files, label="portal ingest", file=sys.stderr, hidden=not show) as counted:
        for path in counted:
            yield _outcome(ingestion, path)


def _outcome(ingestion: Ingestion, path: Path) -> Outcome:
    from generator.ingest.ingestion import Outcome
    from generator.ingest.reading.read import read_path, read_stream

    file = str(path)
    raw, found = read_stream(sys.stdin.buffer, "-") if file == "-" else read_path(path)
    if raw is None:
        return Outcome(file=file, diagnostics=tuple(found))
    return ingestion.ingest(raw, file, found)


def _show(outcome: Outcome, *, as_json: bool, quiet: bool, told: Log) -> None:
    from generator.cli.ingest_summary import summary
    from generator.ingest.answer import answer, empty_answer

    if as_json:
        made = (
            answer(outcome.extraction, outcome.file, outcome.diagnostics)
            if outcome.extraction
            else empty_answer(outcome.file, outcome.diagnostics)
        )
        echo(_json(made))
    if outcome.failed:
        for d in outcome.diagnostics:
            tell = told.error if d.severity is Severity.ERROR else told.warning
            tell(visible_line(f"{d.spot.path}: {d.message} → {d.hint}"), "diagnostic", **row(d))
        return
    if not as_json and not quiet:
        echo(summary(outcome))
    told.noted(
        f"{outcome.file} → {outcome.path}", "ingested", file=outcome.file, path=outcome.path, written=outcome.written
    )


def _answer_lines(project: Path, told: Log) -> None:
    from generator.ingest.answer import answer
    from generator.ingest.extract import extract_line

    lexicon = _lexicon(project, told)
    for number, line in enumerate(_lines(sys.stdin.buffer), start=1):
        echo(_json(answer(extract_line(line, lexicon), f"-:{number}", whole=False)))


def _lines(stream: Iterable[bytes]) -> Iterator[str]:
    for line in stream:
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")


def _lexicon(project: Path, told: Log) -> Lexicon:
    from generator.ingest.lexicon import Lexicon
    from generator.sources.registries import load_registries

    registries, found = load_registries(project)
    if registries is None:
        told.problems(found)
        sys.exit(1)
    return Lexicon(registries)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
