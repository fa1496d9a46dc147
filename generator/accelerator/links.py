"""Links of narrow Markdown as MkDocs makes them; one that it would warn of or has to look for raises Unsure."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_relative_url

from generator.accelerator.narrow_inline import Unsure

_INTERNAL = re.compile(r"([A-Za-z0-9._-][A-Za-z0-9._/-]*)?(?:#([\w-]+))?")
_EXTERNAL = re.compile(r"(?:https?://[a-z0-9]|mailto:)[!-~]+")
_FOLDER = re.compile(r"(?:[^/]+/)+")


class Links:
    """The links of one page after the other."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def begin(self, file: File) -> None:
        """Go on with this page."""
        self.to_anchors: dict[File, dict[str, str]] = {}
        self._file = file
        self._folder = posixpath.dirname(file.src_uri)

    def url(self, link: str) -> str:
        """The address that stands in the page for a link of its source."""
        m = _INTERNAL.fullmatch(link)
        if not m:
            if _EXTERNAL.fullmatch(link):
                return link
            raise Unsure
        path, anchor = m.groups()
        if path is None:
            if anchor:
                self.to_anchors.setdefault(self._file, {}).setdefault(anchor, link)
            return link
        target = self._files.get_file_from_path(_target(self._folder, path))
        if target is None or target.inclusion.value <= InclusionLevel.DRAFT.value:
            raise Unsure
        if anchor:
            self.to_anchors.setdefault(target, {}).setdefault(anchor, link)
        address = relative_address(target.url, self._file.url)
        return f"{address}#{anchor}" if anchor else address


def relative_address(target: str, page: str) -> str:
    """As `get_relative_url` has it; pages of one folder share the answers about what is not below one of them."""
    if _FOLDER.fullmatch(page) and not target.startswith(page[:-1]):
        return _from_folder(target, page[:-1].rpartition("/")[0])
    return get_relative_url(target, page)


@lru_cache(maxsize=16_384)
def _from_folder(target: str, folder: str) -> str:
    return get_relative_url(target, f"{folder}/\0/")


@lru_cache(maxsize=16_384)
def _target(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path).lstrip("/"))
