"""The titles of pages by path: each asking is noted, since a page that names another hangs on its title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.incremental import reading
from generator.incremental.products import Products
from generator.incremental.reading import Note
from generator.pages.page import Plan


class _Titles(Mapping[str, str]):
    def __init__(self, note: Note) -> None:
        self._note = note

    def __getitem__(self, path: str) -> str:
        self._note(reading.title(path))
        return self._title(path)

    def _title(self, path: str) -> str:
        raise NotImplementedError

    def __iter__(self) -> Iterator[str]:
        raise TypeError("titles are asked for one by one")

    def __len__(self) -> int:
        raise TypeError("titles are asked for one by one")


class PlannedTitles(_Titles):
    """Titles of pages that are planned; the plans must not note what they read."""

    def __init__(self, plans: Mapping[str, Plan], note: Note = lambda _: None) -> None:
        super().__init__(note)
        self._plans = plans
        self._known: dict[str, str] = {}

    def noting(self, note: Note) -> PlannedTitles:
        """The same titles, asked for by somebody else."""
        return PlannedTitles(self._plans, note)

    def _title(self, path: str) -> str:
        if path not in self._known:
            self._known[path] = self._plans[path].make().title
        return self._known[path]

    def __contains__(self, path: object) -> bool:
        self._note(reading.title(str(path)))
        return path in self._plans


class KeptTitles(_Titles):
    """Titles of the pages that a store keeps."""

    def __init__(self, products: Products, note: Note) -> None:
        super().__init__(note)
        self._products = products

    def _title(self, path: str) -> str:
        title = self._products.title(path)
        if title is None:
            raise KeyError(path)
        return title
