"""The Nu HTML checker finds no error on any built page beyond those of Material's base.html."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.quality.tools import html_checker
from tests.site.project import built_site

OF_MATERIAL = {  # by message: the elements of base.html it is about
    "Attribute “autocomplete” is only allowed when the input type is “color”, “date”, “datetime-local”, “email”, "
    "“hidden”, “month”, “number”, “password”, “range”, “search”, “tel”, “text”, “time”, “url”, or “week”.": (
        'id="__drawer"',
        'id="__search"',
    ),
    "The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control.": (
        'for="__toc"',
    ),
}


def errors(*paths: Path) -> list[str]:
    """What the checker calls an error in files, and in all HTML files of folders, Material's own left out."""
    command = [*html_checker(), "--errors-only", "--exit-zero-always", "--format", "json", "--skip-non-html"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, encoding="utf-8", timeout=300, check=True)
    found = json.loads(done.stderr)["messages"]
    return [
        f"{message.get('url', '')}:{message.get('lastLine', '')}: {message['message']}"
        for message in found
        if not any(element in message.get("extract", "") for element in OF_MATERIAL.get(message["message"], ()))
    ]


def test_every_page_is_valid(tmp_path_factory: pytest.TempPathFactory) -> None:
    found = errors(built_site(tmp_path_factory))
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_an_error_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=vi><title>x</title><p id=a><p id=a>", encoding="utf-8")
    assert [error.rpartition(": ")[2] for error in errors(page)] == ["Duplicate ID “a”."]
