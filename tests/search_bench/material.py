"""Material's default search over the same records: a site of plain pages, asked through Material's own dialog."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.chromium import served
from tests.search_bench.cache import cached
from tests.search_bench.corpora import records_of
from tests.search_bench.our_site import Ask
from tests.search_bench.plain_pages import write_markdown
from tests.site.project import command, environment

_CONFIG = """site_name: Plain pages
docs_dir: docs
site_dir: site
theme: {name: material, language: vi, font: false}
plugins: [search]
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""

# Keeps what Material's worker answers: its dialog shows the same, later and in pieces.
_LISTEN = """
window.answers = []
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given)
    this.addEventListener("message", ({ data }) => {
      if (data.type === 1) window.ready = true
      if (data.type === 3) window.answers.push(data.data.items.map(group => group[0].location))
    })
  }
}
"""
_ASK = """async query => {
  const field = document.querySelector("[data-md-component=search-query]")
  const type = text => {
    field.value = text
    field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
  }
  const before = window.answers.length
  type(query)
  const until = performance.now() + 300000
  while (window.answers.length === before && performance.now() < until) await new Promise(done => setTimeout(done, 4))
  if (window.answers.length === before) throw new Error("no answer to " + query)
  return window.answers[window.answers.length - 1]
}"""


@contextmanager
def material_search(browser: Browser, corpus_file: Path) -> Iterator[Ask]:
    """Asks by typing into the field of the dialog; gives the pages of the worker's answer."""
    name = corpus_file.parent.name
    made_of = [name, version("mkdocs-material"), version("mkdocs"), _CONFIG]
    site = cached(f"material-{name.rsplit('-', 1)[0]}", made_of, lambda folder: _build(corpus_file, folder))
    with served(site) as address:
        page = browser.new_page()
        page.add_init_script(_LISTEN)
        page.goto(address)
        page.evaluate("document.querySelector('#__search').click()")
        page.wait_for_function("window.ready", timeout=600_000)
        last = ""

        def ask(query: str) -> list[str]:
            nonlocal last
            if query == last:
                page.evaluate(_ASK, f"{query} ")
            last = query
            return [found.split("#")[0] for found in page.evaluate(_ASK, query)]

        try:
            yield ask
        finally:
            page.close()


def _build(corpus_file: Path, folder: Path) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        project = Path(temporary)
        write_markdown(records_of(corpus_file), project / "docs")
        (project / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
        quiet = environment(DISABLE_MKDOCS_2_WARNING="true")
        subprocess.run(command("mkdocs", "build", "-q"), cwd=project, env=quiet, check=True, capture_output=True)
        for entry in ("index.html", "assets", "search"):
            shutil.move(project / "site" / entry, folder / entry)
