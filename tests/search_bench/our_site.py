"""Our own search over a corpus: the real site, with the corpus' index in the place of its own."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from generator.library.addresses import SEARCH
from generator.output.search.index import FOLDER as INDEX
from tests.browser.chromium import served
from tests.corpus.stories import ROOT
from tests.search_bench.cache import cached, sources
from tests.site.project import SOURCES, command, copy_project, environment

Ask = Callable[[str], list[str]]
SEARCH_PAGE = SEARCH.removesuffix("index.md")
_SCRIPTS = "theme_overrides/javascripts"

# The page has answered when its status says something else than before and than that it is searching.
_ASK = """async query => {
  const status = document.getElementById("tim-dem")
  const field = document.getElementById("tim-gi")
  status.textContent = "…"
  field.value = query
  field.dispatchEvent(new Event("input", { bubbles: true }))
  field.form.requestSubmit()
  const busy = () => /^(…|Đang .*|)$/.test(status.textContent.trim())
  const asked = () => (new URLSearchParams(location.search).get("q") || "").trim() === query.trim()
  const until = performance.now() + 30000
  while ((busy() || !asked()) && performance.now() < until) await new Promise(requestAnimationFrame)
  if (busy()) throw new Error("no answer to " + query + ": " + status.textContent)
  return [...document.querySelectorAll("ol#tim-ket-qua > li")].map(row => row.querySelector("a").href)
}"""


def real_site() -> Path:
    """The real site, built once; its scripts are laid over it as they are now."""
    code = sources(*SOURCES, "mkdocs.yml", without=[_SCRIPTS, "generator/ingest"])
    site = cached("site", code, _build)
    shutil.copytree(ROOT / _SCRIPTS, site / "javascripts", dirs_exist_ok=True)
    return site


def _build(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        project = copy_project(Path(temporary) / "project")
        subprocess.run(command("portal", "build"), cwd=project, env=environment(), check=True, capture_output=True)
        shutil.copytree(project / "build" / "site", folder, dirs_exist_ok=True)


@contextmanager
def site_with(index: Path, sent: list[tuple[str, int]] | None = None) -> Iterator[str]:
    """Serve the real site with the search files of an index folder; gives its address."""
    site = real_site()
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        for entry in site.iterdir():
            if entry.name != Path(INDEX).parent.name:
                (root / entry.name).symlink_to(entry)
        (root / SEARCH_PAGE).mkdir()
        (root / SEARCH_PAGE / "index.html").symlink_to(site / SEARCH_PAGE / "index.html")
        (root / INDEX).symlink_to(index / INDEX)
        with served(root, sent) as address:
            yield address


@contextmanager
def our_search(browser: Browser, index: Path) -> Iterator[Ask]:
    """Asks through the page that searches: sets its field, submits, reads its list."""
    with site_with(index) as address:
        page = browser.new_page()
        page.goto(address + SEARCH_PAGE)
        page.wait_for_selector("#tim-gi")
        try:
            yield lambda query: [link.removeprefix(address) for link in page.evaluate(_ASK, query)]
        finally:
            page.close()


_ASK_ENGINE = """async ([address, query, typing]) => {
  window.bench ??= (await import(`${address}javascripts/search/engine.js`)).open(address)
  const answer = await (await window.bench).search(query, { limit: 10, offset: 0, typing, facets: false })
  return answer.items.map(item => new URL(item.address, address).href)
}"""


@contextmanager
def our_engine(browser: Browser, index: Path) -> Iterator[Ask]:
    """Asks the engine without its page, for a quick look while the engine changes."""
    with site_with(index) as address:
        page = browser.new_page()
        page.goto(address)
        try:
            yield lambda query: [
                link.removeprefix(address) for link in page.evaluate(_ASK_ENGINE, [address, query, False])
            ]
        finally:
            page.close()
