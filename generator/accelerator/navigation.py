"""The navigation, part of every page: the pages it names are known without being read again."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.accelerator.files import AskedMeta, plain, seen


class NamedPages:
    """What other pages may know of the pages in the navigation, now and in the last build."""

    def __init__(self, nav: Navigation, config: MkDocsConfig, before: bytes | None) -> None:
        self._nav = nav
        self._config = config
        self.asked: set[str] = set()
        self._shown_before: list[Any] = []
        self._known: dict[str, tuple[str | None, dict[str, Any]]] = {}
        if before:
            self.asked, self._shown_before, self._known = pickle.loads(before)
        self._asked_before = frozenset(self.asked)

    def recall(self, page: Page) -> bool:
        """Give a page the title and front matter it had; whether they are known."""
        known = self._known.get(page.file.src_uri)
        if known is None:
            return False
        page.title, page.meta = known
        return True

    def watch(self) -> None:
        """From now on take down what pages ask of each other; all pages of the navigation are read or recalled."""
        for page in self._nav.pages:
            page.title = page.title  # no longer worked out from the text, which others may not see
            seen(page, self._config)
            page.meta = AskedMeta(plain(page.meta), self.asked, self._foreign(page))

    def changed(self) -> bool:
        """Whether other pages would show the navigation in another way than in the last build."""
        return bool(self._shown(self._asked_before) != self._shown_before)

    def kept(self) -> bytes:
        """What the next build needs."""
        known = {page.file.src_uri: (page.title, plain(page.meta)) for page in self._nav.pages}
        return pickle.dumps((self.asked, self._shown(self.asked), known))

    def _foreign(self, page: Page) -> Any:
        return lambda: self._config._current_page is not page

    def _shown(self, asked: frozenset[str] | set[str]) -> list[Any]:
        def shown(item: Any) -> Iterator[Any]:
            yield type(item).__name__, item.title, getattr(item, "url", None)
            if isinstance(item, Page):
                meta = plain(item.meta)
                yield bool(meta), {key: meta[key] for key in sorted(asked) if key in meta}
            for child in item.children or ():
                yield from shown(child)

        return [part for item in self._nav.items for part in shown(item)]
