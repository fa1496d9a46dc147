"""Parts of templates (blocks and what is included) are rendered once for all pages of which they read the same.

That holds for pages outside the navigation: whatever else a template can reach is the same for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import SimpleNamespace
from typing import Any, ClassVar

import jinja2
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url
from mkdocs.utils.templates import script_tag_filter

from generator.accelerator.reads import Read, Reads, Watch, WatchedPage, value_of

_Render = Callable[[Context], Iterator[str]]
_IN_VAIN = 8
"""So often a part may be rendered without having been of use to another page."""
_AT_MOST = 256
"""Texts that are kept of one part."""


def share_parts(env: jinja2.Environment, nav: Navigation) -> None:
    """Make the environment share parts between pages, unless it holds filters that are not known here."""
    if env.filters.keys() - jinja2.filters.FILTERS.keys() != {"url", "script_tag"}:
        return
    watch = Watch()
    env.context_class = type("PartContext", (_PartContext,), {"watch": watch})
    env.template_class = type("PartTemplate", (_PartTemplate,), {"watch": watch, "in_nav": {id(p) for p in nav.pages}})
    env.filters["url"] = _url(watch)
    env.filters["script_tag"] = _script_tag(watch)


class _PartContext(Context):
    watch: ClassVar[Watch]

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.made_for = self.watch.reads

    def resolve_or_missing(self, key: str) -> Any:
        value = super().resolve_or_missing(key)
        if self.watch.reads is not None:
            self.watch.reads.variable(self, key, value)
        return value


class _PartTemplate(jinja2.Template):
    watch: ClassVar[Watch]
    in_nav: ClassVar[set[int]]

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "blocks":
            value = {block: _Part(self.watch, render) for block, render in value.items()}
        elif name == "root_render_func":
            self.plain_root = value
            value = value if self.blocks else _Part(self.watch, value)
        super().__setattr__(name, value)

    def render(self, *args: Any, **named: Any) -> str:
        variables = dict(*args, **named)
        page = variables.get("page")
        if not isinstance(page, Page) or id(page) in self.in_nav or page.parent is not None:
            return super().render(variables)
        self.watch.page = page
        try:
            return super().render({**variables, "page": WatchedPage(self.watch)})
        finally:
            self.watch.page = None

    def make_module(
        self, vars: dict[str, Any] | None = None, shared: bool = False, locals: Mapping[str, Any] | None = None
    ) -> TemplateModule:
        watch, context = self.watch, self.new_context(vars, shared, locals)
        if watch.page is None or watch.reads is not None:
            return TemplateModule(self, context, list(self.plain_root(context)))
        watch.reads = reads = Reads(context)
        try:
            module = TemplateModule(self, context, list(self.plain_root(context)))
        finally:
            watch.reads = None
        if not reads.unclear:
            module.__dict__["read"] = self.name, tuple(reads.found.items())
        return module


class _Part:
    """A block or an included template, with what it wrote so far: a tree of reads, by their values."""

    def __init__(self, watch: Watch, render: _Render) -> None:
        self._watch = watch
        self._render = render
        self._known: dict[str | None, _Node] = {}
        self._kept = self._used = 0
        self._shared = True

    def __eq__(self, other: object) -> bool:
        return other is self or other is self._render  # `super` of Jinja looks for the block's own function

    __hash__ = object.__hash__

    def __call__(self, context: Context) -> Iterator[str]:
        watch = self._watch
        if not self._shared or watch.page is None or watch.reads is not None:
            return self._render(context)
        node = self._known.setdefault(context.name, _Node()).reached(watch.page, context)
        if node.text is not None:
            self._used += 1
            return _written(node.text)
        return self._taken_down(context)

    def _taken_down(self, context: Context) -> Iterator[str]:
        self._kept += 1
        reads = self._watch.reads = Reads(context)
        try:
            text = "".join(self._render(context))
        except Exception:
            reads.unclear = True
        finally:
            self._watch.reads = None
        if reads.unclear or self._kept > min(_AT_MOST, _IN_VAIN + 8 * self._used):
            self._shared = False
            self._known.clear()
        if reads.unclear:
            return self._render(context)
        if self._shared:
            self._known[context.name].keep(reads.found, text)
        return _written(text)


def _written(text: str) -> Iterator[str]:
    yield text


class _Node:
    __slots__ = ("after", "read", "text")

    def __init__(self) -> None:
        self.read: Read | None = None
        self.after: dict[object, _Node] = {}
        self.text: str | None = None

    def reached(self, page: Page, context: Context) -> _Node:
        """Where the reads lead as they would be answered now; a node without a text if that was not met yet."""
        node, variables = self, context.get_all()
        while node.read is not None:
            if node.read[0] == "address":
                value: object = address(node.read[1], page)
            else:
                value = value_of(node.read, page, variables)
            found = node.after.get(value)
            if found is None:
                return _Node()
            node = found
        return node

    def keep(self, found: Mapping[Read, object], text: str) -> None:
        """Take down a way of reads and the text at its end."""
        node = self
        for read, value in found.items():
            node.read = read
            node = node.after.setdefault(value, _Node())
        node.text = text


def address(path: str, page: Page) -> str:
    """`path | url` in a page; pages of one folder share the answers about what is not below one of them."""
    folder, _, name = page.url.rstrip("/").rpartition("/")
    if name and page.url.endswith("/") and name not in path and ".." not in path:
        return _from_folder(path, folder)
    return normalize_url(path, page)


@lru_cache(maxsize=4_096)
def _from_folder(path: str, folder: str) -> str:
    return normalize_url(path, SimpleNamespace(url=f"{folder}/\0/"))  # type: ignore[arg-type]


def _url(watch: Watch) -> Callable[[Context, str], str]:
    @jinja2.pass_context
    def url(context: Context, value: str) -> str:
        if watch.page is None:
            return normalize_url(str(value), page=context["page"], base=context["base_url"])
        found = address(str(value), watch.page)
        if watch.reads is not None:
            watch.reads.found.setdefault(("address", str(value)), found)
        return found

    return url


def _script_tag(watch: Watch) -> Callable[[Context, Any], str]:
    @jinja2.pass_context
    def script_tag(context: Context, script: Any) -> str:
        if watch.page is None:
            return script_tag_filter(context, script)  # type: ignore[arg-type]
        if watch.reads is not None:
            watch.reads.found.setdefault(("address", str(script)), address(str(script), watch.page))
            watch.reads.unclear |= type(script) is not str and not hasattr(script, "async_")
        return script_tag_filter({"page": watch.page, "base_url": ""}, script)  # type: ignore[typeddict-item]

    return script_tag
