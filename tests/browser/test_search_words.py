"""JavaScript's normaliser of search does what Python's does."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.chromium import served
from tests.unit.test_search_words import ROWS

SCRIPTS = Path(__file__).parents[2] / "theme_overrides" / "javascripts"
READ = """async ([module, texts]) => {
    const { words, bare } = await import(module)
    return texts.map(text => [words(text).join(" "), words(text).map(bare).join(" ")])
}"""


def test_words_in_the_browser_are_those_of_the_index(browser: Browser) -> None:
    with served(SCRIPTS) as address:
        page = browser.new_page()
        page.goto(address)
        found = page.evaluate(READ, [address + "search/words.js", [row["text"] for row in ROWS]])
        page.close()
    assert found == [[row["words"], row["bare"]] for row in ROWS]
