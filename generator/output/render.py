"""The render stage: pages → Markdown texts, through one Jinja template a kind of page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context
from markupsafe import Markup

from generator.edtf import day_vi
from generator.library import addresses
from generator.output.front_matter import front_matter
from generator.output.markdown import (
    attribute,
    block_attribute,
    body_markdown,
    escape,
    external,
    inline_attribute,
    link,
    relative,
)
from generator.pages.page import Mark, Page, Ref


def render(pages: Iterable[Page]) -> dict[str, str]:
    """The Markdown text of every page by its path; two pages with one path are a bug and raise ValueError."""
    pages = list(pages)
    page_of = {addresses.site_path(page.path): page.path for page in pages}
    texts: dict[str, str] = {}
    for page in pages:
        if page.path in texts:
            raise ValueError(f"two pages at {page.path}")
        texts[page.path] = render_page(page, page_of)
    return texts


def render_page(page: Page, page_of: Mapping[str, str], compiled: Path | None = None) -> str:
    """The Markdown text of one page, its front matter first; `compiled` is a folder that keeps templates compiled."""
    template = _environment(compiled).get_template(page.template)
    body = template.render(page=page, page_of=page_of, **page.view)
    return f"---\n{_front_matter(page)}---\n\n{_tidy(body)}"


def _front_matter(page: Page) -> str:
    """Title and description escaped for HTML: the engines' templates place them as they are."""
    values: dict[str, Any] = {
        "title": str(attribute(page.title)),
        "description": str(attribute(page.description)),
    }
    if page.changed:
        values["lastmod"] = page.changed.isoformat()
    values |= page.front_matter
    return front_matter(values)


def _tidy(text: str) -> str:
    """No trailing blanks, no two empty lines in a row, one newline at the end."""
    lines: list[str] = []
    for line in text.split("\n"):
        line = line.rstrip()
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"


class _Escaped(CodeGenerator):
    """Compiles templates so that what `finalize` yields is placed as it is: it is escaped then."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if finalize.src is None or frame.eval_ctx.volatile:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"({finalize.src}")


@cache
def _environment(compiled: Path | None) -> Environment:
    env = Environment(
        bytecode_cache=FileSystemBytecodeCache(str(compiled)) if compiled else None,
        loader=PackageLoader("generator", "templates"),
        autoescape=True,
        finalize=escape,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    env.code_generator_class = _Escaped
    env.globals.update(
        ref=_ref,
        mark=_mark,
        refs=_refs,
        paragraph=_paragraph,
        day=day_vi,
        href=_href,
        external=external,
        attr=inline_attribute,
        block_attr=block_attribute,
    )
    return env


@pass_context
def _href(context: Context, target: str, anchor: str = "") -> Markup:
    """The relative path of a page, for links written out in a template."""
    return Markup(relative(context["page"].path, target, anchor))


@pass_context
def _ref(context: Context, ref: Ref) -> Markup:
    """A Ref as a Markdown link, or as text when it leads nowhere."""
    if ref.page is None:
        return escape(ref.text)
    return link(ref.text, relative(context["page"].path, ref.page, ref.anchor))


@pass_context
def _refs(context: Context, refs: Iterable[Ref], separator: str = ", ") -> Markup:
    """Several Refs in a row."""
    return Markup(separator).join(_ref(context, ref) for ref in refs)


@pass_context
def _mark(context: Context, mark: Mark, brief: bool = False) -> Markup:
    """A source mark: the link to the paragraph, and in words how (brief: not why) a fact not plainly told is known."""
    target = addresses.article(mark.article)
    here = context["page"].path
    text = f"đoạn {mark.paragraph}" if here == target else f"{mark.publisher}, đoạn {mark.paragraph}"
    anchor = addresses.paragraph_anchor(mark.paragraph)
    source = link(text, relative(here, target, anchor)) + Markup("{ .nguon }")
    if not mark.basis:
        return source
    reason = f": {mark.reason}" if mark.reason and not brief else ""
    return Markup("*({})*{{ .can-cu }} ").format(escape(mark.basis + reason)) + source


@pass_context
def _paragraph(context: Context, text: str, abbreviations: Mapping[str, str] | None = None) -> Markup:
    """A paragraph of an article's summary, with the abbreviations that are to be spelled out in it."""
    return body_markdown(context["page"].path, text, context["page_of"], abbreviations)
