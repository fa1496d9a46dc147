"""A small site with a theme of its own that asks of pages and navigation what themes ask."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.accelerator.build import build
from generator.accelerator.published import Published
from generator.accelerator.unchanged import Vouched, look

SETTINGS = """
site_name: {name}
site_url: https://site.test/below/
repo_url: https://code.test/site
edit_uri: edit/main/
docs_dir: docs
site_dir: site
theme:
  name: null
  custom_dir: theme
plugins: []
hooks: [hook.py]
markdown_extensions: [attr_list, md_in_html, def_list]
not_in_nav: |
  /a*.md
  /part/*
  !/part/index.md
  /*/README.md
validation:
  links: {{not_found: warn, anchors: warn, absolute_links: info, unrecognized_links: warn}}
nav:
{nav}
"""
NAV = ("  - index.md", "  - Named: part/index.md\n", "  - Missing: nowhere.md", "  - Deeper:\n    - a1.md\n    - a2.md")
MAIN = """<html><head><title>{{ page.title }} | {{ config.site_name }}</title>
{% if page.canonical_url %}<link rel="canonical" href="{{ page.canonical_url }}">{% endif %}
{% if page.previous_page %}<link rel="prev" href="{{ page.previous_page.url | url }}">{% endif %}
</head><body>{% include "parts/nav.html" %}{% include "parts/extra.html" ignore missing %}
<a href="{{ page.edit_url }}">edit</a>
{% for item in page.toc %}<a href="{{ item.url }}">{{ item.title }}</a>{% endfor %}
{{ page.content }}{{ page.meta.words or "" }}<i>{{ page.update_date }}</i></body></html>
"""
PARTS_NAV = """{% for item in nav recursive %}<li>{{ item.title }} {{ (item.url or "") | url }}
{%- if item.meta and item.meta.icon %} {{ item.meta.icon }}{% endif %}{{ " here" if item.active }}
{%- if item.children %}{{ loop(item.children) }}{% endif %}</li>{% endfor %}"""
HOOK = """def on_page_markdown(markdown, page, config, files):
    if "lastmod" in page.meta:
        page.update_date = page.meta["lastmod"]
    return markdown.replace("HOOKED", "1")
"""
PAGES = {
    "index.md": "# Home\n\n[one](a1.md) [two](a2.md#second) [later](a9.md) ![](image.svg)\n",
    "part/index.md": "---\ntitle: Part\nicon: star\nlastmod: '2024-05-06'\n---\n#\n\n[up](../a1.md#first) HOOKED\n",
    "a1.md": "# One\n\n## First {#first}\n\n[two](a2.md#none) <a id='raw'></a>\n",
    "a2.md": "---\nlastmod: '2023-01-02'\n---\n## Second\n\nText [gone](part/a3.md).\n",
    "part/a3.md": "---\nwords: many\n---\n<div markdown>\n\n[home](../index.md#home)\n\n</div>\n",
    "image.svg": "<svg/>",
    "data/table.csv": "a,b\n",
}


def small_site(folder: Path) -> Path:
    """Write the site into a folder."""
    files = {
        "mkdocs.yml": SETTINGS.format(name="Small", nav="\n".join(NAV[:2])),
        "hook.py": HOOK,
        "theme/main.html": MAIN,
        "theme/404.html": "{% for item in nav %}{{ item.title }}{% endfor %}",
        "theme/mkdocs_theme.yml": "static_templates: [404.html]\n",
        "theme/parts/nav.html": PARTS_NAV,
        "theme/style.css": "body {}",
        "theme/image.svg": "<svg>of the theme</svg>",
        **{f"docs/{path}": text for path, text in PAGES.items()},
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def settings(site: Path, site_dir: str = "site") -> MkDocsConfig:
    """The settings of a site as MkDocs loads them."""
    return load_config(str(site / "mkdocs.yml"), site_dir=str(site / site_dir))


def accelerated(site: Path, *, processes: int = 1, vouched: Vouched | None = None) -> tuple[Published, list[str]]:
    """Build the site, and what was said of it."""
    with _said() as messages:
        seen = look(site / "site", vouched) if vouched else None
        state = vouched.now if vouched else b""
        return build(settings(site), processes=processes, seen=seen, sources_state=state), messages


def plain(site: Path) -> tuple[dict[str, bytes], list[str]]:
    """What MkDocs itself makes of the site, and says of it."""
    with _said() as messages:
        build(settings(site, "plain/site"), plain=True)
    found = tree(site / "plain/site")
    shutil.rmtree(site / "plain")
    return found, messages


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, and every empty folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"folder"
        for path in folder.rglob("*")
        if path.is_file() or not any(path.iterdir())
    }


@contextmanager
def _said() -> Iterator[list[str]]:
    logger, messages = logging.getLogger("mkdocs"), list[str]()
    handler = logging.Handler(logging.INFO)
    handler.emit = lambda record: messages.append(record.getMessage())  # type: ignore[method-assign]
    level, handlers, propagate = logger.level, logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.INFO)
    try:
        yield messages
    finally:
        logger.handlers, logger.propagate = handlers, propagate
        logger.setLevel(level)
        messages[:] = sorted(m for m in messages if not m.startswith(("Cleaning", "Building", "Documentation built")))
