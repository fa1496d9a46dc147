"""The page that an address of the site leads to, asked of the pages there are."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from generator.library.addresses import HOME


class PagePaths(Mapping[str, str]):
    """The path of a page by its address from the root of the site: /tinh/bac-kan/."""

    def __init__(self, pages: Container[str]) -> None:
        self._pages = pages

    def __getitem__(self, address: str) -> str:
        stem = address.strip("/")
        for path in (f"{stem}.md", f"{stem}/index.md") if stem else (HOME,):
            if address in (f"/{stem}/", "/") and path in self._pages:
                return path
        raise KeyError(address)

    def __iter__(self) -> Iterator[str]:
        raise NotImplementedError("pages are asked for one by one")

    def __len__(self) -> int:
        raise NotImplementedError("pages are asked for one by one")
