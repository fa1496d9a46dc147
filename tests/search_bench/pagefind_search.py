"""Pagefind over the same records: its index of plain pages in Vietnamese, asked through its own module."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.chromium import served
from tests.search_bench.cache import cached
from tests.search_bench.corpora import records_of
from tests.search_bench.our_site import Ask
from tests.search_bench.plain_pages import write_html

_FOLDER = Path(__file__).parent / "pagefind"
_PROGRAM = _FOLDER / "node_modules" / ".bin" / "pagefind"
_PAGE = '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Pagefind</title></head><body></body></html>'
_ASK = """async query => {
  window.pagefind ??= await import("/pagefind/pagefind.js")
  const { results } = await window.pagefind.search(query)
  return Promise.all(results.slice(0, 10).map(async result => (await result.data()).url))
}"""


@contextmanager
def pagefind_search(browser: Browser, corpus_file: Path) -> Iterator[Ask]:
    """Asks through pagefind.js; gives the pages of the first ten results."""
    name = corpus_file.parent.name
    wanted = json.loads((_FOLDER / "package.json").read_text(encoding="utf-8"))["dependencies"]["pagefind"]
    site = cached(f"pagefind-{name.rsplit('-', 1)[0]}", [name, wanted], lambda folder: _build(corpus_file, folder))
    with served(site) as address:
        page = browser.new_page()
        page.goto(address)
        try:
            yield lambda query: [url.removeprefix("/") for url in page.evaluate(_ASK, query)]
        finally:
            page.close()


def _build(corpus_file: Path, folder: Path) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        write_html(records_of(corpus_file), Path(temporary))
        output = ("--site", temporary, "--output-path", str(folder / "pagefind"), "--force-language", "vi")
        subprocess.run([str(_PROGRAM), *output], check=True, capture_output=True)
    (folder / "index.html").write_text(_PAGE, encoding="utf-8")
