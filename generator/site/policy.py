"""The content security policy of every page: the site's own files, and the inline scripts of the theme by their hash.

Static hosts send no headers of ours, so it stands in the pages: https://www.w3.org/TR/CSP3/#meta-element
"""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    "img-src 'self' data:",  # Material's stylesheets hold their icons
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)


def page_policy(config: MkDocsConfig, templates: Path) -> str:
    """The policy for pages that settings and theme make; into the folder `templates` go compiled templates."""
    hashes = "".join(f" {script_hash(script)}" for script in inline_scripts(_bare_page(config, templates)))
    return "; ".join(_DIRECTIVES).format(hashes=hashes)


def script_hash(script: str) -> str:
    """How a policy names an inline script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def inline_scripts(page: str) -> list[str]:
    """The inline scripts that a browser would run, in their order; blocks of JSON it does not."""
    parser = _Scripts()
    parser.feed(page)
    parser.close()
    return parser.found


def _bare_page(config: MkDocsConfig, templates: Path) -> str:
    """The page of the theme that shows nothing of the content, and so has no other inline scripts than all pages."""
    from jinja2 import FileSystemBytecodeCache
    from mkdocs.commands.build import get_context
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    templates.mkdir(parents=True, exist_ok=True)
    env = config.theme.get_env()
    env.bytecode_cache = FileSystemBytecodeCache(str(templates))
    return env.get_template("404.html").render(get_context(Navigation([], []), Files([]), config, base_url="/"))


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._inside = tag == "script" and "src" not in given and not (given.get("type") or "").endswith("json")
        if self._inside:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._inside = False
