"""The page that an address of the site leads to, asked of the pages there are; else the notice in its place."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping

from generator.library.addresses import HOME


class PagePaths(Mapping[str, str]):
    """The path of a page by its address from the root of the site: /tinh/bac-kan/."""

    def __init__(self, pages: Container[str], instead: Callable[[str], str | None] = lambda _: None) -> None:
        self._pages, self._instead = pages, instead

    def __getitem__(self, address: str) -> str:
        stem = address.strip("/")
        for path in (f"{stem}.md", f"{stem}/index.md") if stem else (HOME,):
            if address in (f"/{stem}/", "/") and path in self._pages:
                return path
        if address == f"/{stem}/" and (notice := self._instead(f"{stem}.md")):
            return notice
        raise KeyError(address)

    def __iter__(self) -> Iterator[str]:
        raise NotImplementedError("pages are asked for one by one")

    def __len__(self) -> int:
        raise NotImplementedError("pages are asked for one by one")
