"""Markdown to HTML as `Page.render` of MkDocs does it, with one Markdown instance for all pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from markdown import Markdown  # type: ignore[import-untyped]
from markdown.extensions.toc import slugify  # type: ignore[import-untyped]
from markdown.treeprocessors import InlineProcessor  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import (
    Page,
    _ExtractAnchorsTreeprocessor,
    _ExtractTitleTreeprocessor,
    _RawHTMLPreprocessor,
    _RelativePathTreeprocessor,
)
from mkdocs.structure.toc import get_toc

from generator.accelerator.inline import SparingInlineProcessor
from generator.accelerator.links import Links
from generator.accelerator.narrow import convert
from generator.accelerator.narrow_inline import Unsure

_RESET = {"abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "meta", "nl2br"}
_RESET |= {"sane_lists", "smarty", "tables", "toc", "wikilinks"}
"""Extensions of Python-Markdown that remember nothing of the last page after `reset`."""

_NARROW = frozenset({"attr_list", "def_list", "md_in_html", "tables", "toc"})
"""The extensions that narrow Markdown is written for; fenced code, which MkDocs adds, makes no difference to it."""


class Converter:
    """Converts page after page; each gets what a Markdown instance of its own would give it."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self._config = config
        self._files = files
        self._reusable = all(name.rpartition(".")[2] in _RESET for name in config.markdown_extensions)
        self._parts: _Parts | None = None
        self._links = Links(files)
        self._slugify = _narrow_slugify(config)

    def convert(self, page: Page) -> None:
        """Set all that `Page.render` sets."""
        if not self._convert_narrow(page):
            self._convert_wide(page)

    def _convert_narrow(self, page: Page) -> bool:
        assert page.markdown is not None
        if self._slugify is None:
            return False
        self._links.begin(page.file)
        try:
            converted = convert(page.markdown, self._links.url, self._slugify)
        except Unsure:
            return False
        page.content = converted.content
        page.toc = get_toc(converted.toc_tokens)  # type: ignore[arg-type]
        page._title_from_render = converted.title
        page.present_anchor_ids = converted.ids
        page.links_to_anchors = self._links.to_anchors
        return True

    def _convert_wide(self, page: Page) -> None:
        assert page.markdown is not None
        if self._parts is None or not self._reusable:
            self._parts = _Parts(page.file, self._files, self._config)
        parts = self._parts
        parts.reset(page.file)
        page.content = parts.markdown.convert(page.markdown)
        page.toc = get_toc(getattr(parts.markdown, "toc_tokens", []))
        page._title_from_render = parts.title.title
        page.present_anchor_ids = parts.anchors.present_anchor_ids | parts.raw_html.present_anchor_ids
        page.links_to_anchors = parts.links.links_to_anchors


def _narrow_slugify(config: MkDocsConfig) -> Callable[[str, str], str] | None:
    """How headings get their ids; None where the settings do not let Markdown be narrow."""
    names = {str(name).rpartition(".")[2] for name in config.markdown_extensions}
    settings = {name.rpartition(".")[2]: dict(of or {}) for name, of in (config.mdx_configs or {}).items()}
    toc = settings.pop("toc", {})
    chosen: Callable[[str, str], str] = toc.pop("slugify", slugify)
    plain = not any(settings.values()) and not any(toc.values())
    return lru_cache(maxsize=4_096)(chosen) if plain and names - {"fenced_code"} == _NARROW else None


class _Parts:
    """A Markdown instance with the processors that MkDocs adds."""

    def __init__(self, file: File, files: Files, config: MkDocsConfig) -> None:
        self.markdown = Markdown(
            extensions=config.markdown_extensions,
            extension_configs=config.mdx_configs or {},
        )
        self.raw_html = _RawHTMLPreprocessor()
        self.anchors = _ExtractAnchorsTreeprocessor(file, files, config)
        self.links = _RelativePathTreeprocessor(file, files, config)
        self.title = _ExtractTitleTreeprocessor()
        for part in (self.raw_html, self.anchors, self.links, self.title):
            register: Callable[[Markdown], None] = part._register
            register(self.markdown)
        inline = self.markdown.treeprocessors["inline"]
        if type(inline) is InlineProcessor:
            inline.__class__ = SparingInlineProcessor

    def reset(self, file: File) -> None:
        """Forget the last page."""
        self.markdown.reset()
        self.raw_html.present_anchor_ids = set()
        self.anchors.present_anchor_ids = set()
        self.links.file = file
        self.links.links_to_anchors = {}
        self.title.title = None
