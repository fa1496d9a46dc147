"""Files and pages that did not change, as far as others may ask about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, overload

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import is_markdown_file

from generator.accelerator.unaccelerated import Unaccelerated

_MOST = 10_000
"""Files that are remembered: a page looks up a few dozen, and ten times as many pages are built of a large site."""
_OWN = frozenset({"content", "markdown", "toc"})
_HIDEABLE = _OWN | {"title", "meta"}


class RecordingFiles(Files):
    """All files of a site, made when they are looked up; tells what a page looked up, present or missing."""

    def __init__(self, config: MkDocsConfig, inclusions: Mapping[str, int], theme_files: Mapping[str, str]) -> None:
        super().__init__([])
        self.looked_up: set[str] | None = None
        self._config = config
        self._inclusions = inclusions
        self._theme_files = theme_files
        self._made: dict[str, File] = {}
        self._uris: dict[str, str] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """As MkDocs has it, and taken down."""
        uri = path if path in self._inclusions else self._uris.get(path)
        if uri is None:
            uri = self._uris[path] = PurePath(path).as_posix()
        if self.looked_up is not None:
            self.looked_up.add(uri)
        return self._made.get(uri) or self.file(uri)

    def file(self, uri: str) -> File | None:
        """The file, without taking it down."""
        if uri in self._made:
            return self._made[uri]
        config = self._config
        if (level := self._inclusions.get(uri)) is not None:
            inclusion = InclusionLevel(level)
            file = File(uri, config.docs_dir, config.site_dir, config.use_directory_urls, inclusion=inclusion)
        elif (folder := self._theme_files.get(uri)) is not None:
            file = File(uri, folder, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED)
        else:
            return None
        self._made[uri] = file
        return file

    def page(self, uri: str) -> Page:
        """The page of a Markdown file."""
        file = self.file(uri)
        assert file is not None
        return file.page or Page(None, file, self._config)

    def forget(self, uri: str) -> None:
        """Let a file and its page go, until they are looked up again."""
        if file := self._made.pop(uri, None):
            file.page = None  # they name each other: only a rare garbage collection would let them go
        if len(self._made) > _MOST:
            self._made = {uri: file for uri, file in self._made.items() if file.page}
            self._uris.clear()

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> Sequence[File]:
        """Those that the navigation has to name: no other question can be answered without a look at every file."""
        self._no_page_asks("documentation_pages")
        named = InclusionLevel.INCLUDED.value
        uris = (uri for uri, level in self._inclusions.items() if level == named and is_markdown_file(uri))
        return [file for uri in uris if (file := self.file(uri))]

    def __iter__(self) -> Iterator[File]:
        self._no_page_asks("files")
        return (file for uri in [*self._inclusions, *self._theme_files] if (file := self.file(uri)))

    def __len__(self) -> int:
        self._no_page_asks("files")
        return len({*self._inclusions, *self._theme_files})

    def __contains__(self, path: str) -> bool:
        return self.get_file_from_path(path) is not None

    @property
    def src_uris(self) -> Mapping[str, File]:
        """Every file by its path."""
        return {file.src_uri: file for file in self}

    def append(self, file: File) -> None:
        """No file can be added while pages are built."""
        raise Unaccelerated("a hook adds files")

    def remove(self, file: File) -> None:
        """No file can be taken away while pages are built."""
        raise Unaccelerated("a hook removes files")

    def _no_page_asks(self, what: str) -> None:
        if self.looked_up is not None:
            raise Unaccelerated(f"a page depends on all {what}")


def _hideable(name: str) -> Any:
    """An attribute that raises Unaccelerated where a page hides it from the one that is built now."""

    def read(page: Page) -> Any:
        hidden, current = vars(page)["hidden"]
        if name in hidden and current() is not page:
            raise Unaccelerated(f"a template reads the {name} of another page")
        return vars(page)[name]

    return property(read, lambda page, value: vars(page).update({name: value}))


class SeenPage(Page):
    """A page as other pages may see it: never its text, and of its front matter what is taken down in `asked`."""

    content = _hideable("content")
    markdown = _hideable("markdown")
    toc = _hideable("toc")
    title = _hideable("title")
    meta = _hideable("meta")


def seen(page: Page, config: MkDocsConfig, *, unknown: frozenset[str] = _OWN) -> Page:
    """Make other pages unable to read what is unknown of this one."""
    vars(page)["hidden"] = unknown, lambda: config._current_page
    vars(page).setdefault("title", None)
    page.__class__ = SeenPage
    return page


class AskedMeta(dict[str, Any]):
    """Front matter that takes down which keys other pages read."""

    def __init__(self, meta: Mapping[str, Any], asked: set[str], foreign: Callable[[], bool]) -> None:
        super().__init__(meta)
        self.plain = dict(meta)
        self._asked = asked
        self._foreign = foreign

    def _ask(self, key: Any) -> None:
        if self._foreign():
            self._asked.add(str(key))

    def __getitem__(self, key: str) -> Any:
        self._ask(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self._ask(key)
        return super().__contains__(key)

    def get(self, key: str, default: Any = None, /) -> Any:
        """As dict has it, and taken down."""
        self._ask(key)
        return super().get(key, default)

    def __iter__(self) -> Iterator[str]:
        if self._foreign():
            raise Unaccelerated("a template reads all front matter of another page")
        return super().__iter__()


def plain(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Front matter, without taking down that it was read."""
    return meta.plain if isinstance(meta, AskedMeta) else dict(meta)


class AllPages(Sequence[File]):
    """`pages` of a template: made only for a static template that asks for them, refused to a page."""

    def __init__(self, files: RecordingFiles, config: MkDocsConfig, dates: Mapping[str, str]) -> None:
        self.asked = False
        self._files = files
        self._config = config
        self._dates = dates

    def documentation_pages(self) -> AllPages:
        """What MkDocs asks of Files where it takes the date of a sitemap."""
        return self

    def _all(self) -> list[File]:
        if self._files.looked_up is not None:
            raise Unaccelerated("a template of pages lists all pages")
        self.asked = True
        found = []
        for uri, date in self._dates.items():
            file = self._files.file(uri)
            assert file is not None
            if file.page is None:
                seen(Page(None, file, self._config), self._config, unknown=_HIDEABLE)
            assert file.page is not None
            file.page.update_date = date
            found.append(file)
        return found

    def __iter__(self) -> Iterator[File]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, index: int) -> File: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[File]: ...
    def __getitem__(self, index: int | slice) -> File | Sequence[File]:
        return self._all()[index]
