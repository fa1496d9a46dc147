"""Markdown to HTML as `Page.render` of MkDocs does it, with one Markdown instance for all pages."""

from __future__ import annotations

from collections.abc import Callable

from markdown import Markdown  # type: ignore[import-untyped]
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

_RESET = {"abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "meta", "nl2br"}
_RESET |= {"sane_lists", "smarty", "tables", "toc", "wikilinks"}
"""Extensions of Python-Markdown that remember nothing of the last page after `reset`."""


class Converter:
    """Converts page after page; each gets what a Markdown instance of its own would give it."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self._config = config
        self._files = files
        self._reusable = all(name.rpartition(".")[2] in _RESET for name in config.markdown_extensions)
        self._parts: _Parts | None = None

    def convert(self, page: Page) -> None:
        """Set all that `Page.render` sets."""
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
