"""`portal schema` and `portal codes`: what editors' tools and the manual take from the code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel

from generator.cli.options import log_option, project_option, quiet_option
from generator.cli.terminal import echo
from generator.diagnostics import Severity, catalogue
from generator.files import write_over
from generator.sources import registry_schema as registries
from generator.sources.front_matter_schema import ArticleFields

SCHEMAS: dict[str, type[BaseModel]] = {
    "article": ArticleFields,
    "event_series": registries.SeriesFile,
    "events": registries.EventsFile,
    "indices": registries.IndicesFile,
    "platforms": registries.PlatformsFile,
    "provinces": registries.ProvincesFile,
    "publishers": registries.PublishersFile,
    "site": registries.SiteFile,
    "tiles": registries.TilesFile,
    "topics": registries.TopicsFile,
}

INGEST_ANSWER = "ingest-answer"
NAMES = (*SCHEMAS, INGEST_ANSWER)

_SEVERITIES_VI = {Severity.ERROR: "lỗi: cổng không được dựng", Severity.WARNING: "cảnh báo: cổng vẫn được dựng"}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of the front matter ("article"), of a registry, or of what `portal ingest --json` answers."""
    if name == INGEST_ANSWER:
        from generator.ingest.answer_schema import answer_schema

        return answer_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **SCHEMAS[name].model_json_schema()}


def schema_files() -> dict[str, str]:
    """Every schema by the path of its file within the project."""
    return {f"site_config/schemas/{name}.schema.json": _json(schema(name)) for name in NAMES}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


@click.command("schema")
@click.argument("name", type=click.Choice(NAMES), metavar="[NAME]", required=False)
@click.option("--write", is_flag=True, help="Write every schema into site_config/schemas/.")
@project_option
@log_option
@quiet_option
def schema_command(name: str | None, write: bool, project: Path, quiet: bool) -> None:
    """Print the JSON Schema of the front matter (article), a registry or ingest's answer; without NAME, all by name."""
    if name and write:
        raise click.UsageError("--write writes every schema: leave NAME out")
    if not write:
        echo(_json(schema(name) if name else {key: schema(key) for key in NAMES}), nl=False)
        return
    for path, text in schema_files().items():
        target = project / path
        target.parent.mkdir(parents=True, exist_ok=True)
        write_over(target, text)
        if not quiet:
            echo(path)


def manual() -> str:
    """docs/ma-loi.md: what every diagnostic means and how to mend it, in Vietnamese."""
    parts = [
        "# Mã lỗi",
        "Lệnh `portal check` báo mỗi chỗ sai bằng một mã dưới đây, kèm tệp, dòng và khóa. Chữ trong ngoặc nhọn, "
        "như `{value}`, được thay bằng giá trị của từng trường hợp. Trang này do `portal codes --markdown` in ra.",
    ]
    for code, text in catalogue().items():
        parts += [
            f"## {code}",
            f"{text.about}",
            f"- Mức: {_SEVERITIES_VI[text.severity]}.\n- Lời báo: {_code(text.message)}\n"
            f"- Cách sửa: {_code(text.hint)}",
        ]
    return "\n\n".join(parts) + "\n"


def _code(text: str) -> str:
    """The text as a code span, whatever it holds."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


@click.command("codes")
@click.option("--markdown", is_flag=True, help="Print the manual of codes (docs/ma-loi.md).")
def codes_command(markdown: bool) -> None:
    """List the codes of all diagnostics."""
    if markdown:
        echo(manual(), nl=False)
        return
    for code, text in catalogue().items():
        echo(f"{code:28} {text.severity}  {text.about}")
