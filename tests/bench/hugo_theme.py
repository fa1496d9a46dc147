"""A theme for Hugo with Material's real chrome: a page that MkDocs built, and template actions for what varies in it.

MkDocs builds a tree with one page whose title, description, address and headings are marks; wherever a mark stands in
the HTML, the theme has Hugo's own expression. So the chrome is today's, and nothing of it is kept in this repository.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import yaml
from mkdocs.utils.meta import get_data

from tests.bench.measuring import SITE_URL

SECTION = "bai-viet"
_TITLE, _DESCRIPTION, _PAGE, _DATE = "xxtitlexx", "xxdescriptionxx", "xxpagexx", "2001-02-03"
_OUTER, _INNER, _CONTENT = "xxouterxx", "xxinnerxx", "xxcontentxx"
_MARKED_BODY = f"# {_TITLE}\n\n## {_OUTER}\n\n### {_INNER}\n\n{_CONTENT}\n"

_EXPRESSIONS = {
    f"{SITE_URL}{SECTION}/{_PAGE}/": "{{ .Permalink }}",
    f"#{_TITLE}": "#{{ anchorize .Title }}",
    _TITLE: "{{ .Title }}",
    _DESCRIPTION: "{{ .Description }}",
    _DATE: '{{ .Date.Format "2006-01-02" }}',
}
_ENTRY = '{{ range .Headings }}{{ partial "toc.html" . }}{{ end }}'
_TABLE_OF_CONTENTS = f"{{{{ range .Fragments.Headings }}}}{_ENTRY}{{{{ end }}}}"
_PARENT = '{{ with .Parent }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
_SEARCH_INDEX = """[{{ range $number, $page := site.Pages }}{{ if $number }},{{ end }}
{{ dict "location" $page.RelPermalink "title" $page.Title "text" $page.Plain | jsonify }}{{ end }}]
"""
_SETTINGS: dict[str, Any] = {
    "baseURL": SITE_URL,
    "title": "Hugo",
    "disableKinds": ["taxonomy", "term", "rss"],
    "buildFuture": True,
    "outputs": {"home": ["html", "json"], "section": ["html"]},
    "markup": {
        "goldmark": {
            "renderer": {"unsafe": True},
            "parser": {"attribute": {"block": True}},
            "extensions": {"linkify": False, "typographer": {"disable": True}},
        }
    },
}


def write_theme(project: Path, target: Path, build: Callable[[Path], Path]) -> None:
    """Make settings, layouts and their static files from a built project; `build` builds a tree with plain MkDocs."""
    sample = target / "sample"
    _write_sample(project, sample)
    site = build(sample)
    page = (site / SECTION / _PAGE / "index.html").read_text(encoding="utf-8")
    not_found = (site / "404.html").read_text(encoding="utf-8")
    for name, text in layouts(page, not_found).items():
        file = target / "layouts" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (target / "hugo.json").write_text(json.dumps(_SETTINGS), encoding="utf-8")
    shutil.copytree(site, target / "static", ignore=shutil.ignore_patterns("*.html", "sitemap.xml*"))
    shutil.rmtree(sample)


def layouts(page: str, not_found: str) -> dict[str, str]:
    """The templates by name, from the built page of marks; AssertionError if the chrome is not what it was."""
    assert "{{" not in page
    page = re.sub(r'"(\.\.(?:/[^"]*)?)"', lambda link: f'"{urljoin(f"/{SECTION}/{_PAGE}/", link[1])}"', page)
    outer = _found(rf"<li\b[^>]*>(?:(?!<li\b).)*?{_OUTER}.*?</li>.*?</li>", page)
    inner = _found(rf"<li\b[^>]*>(?:(?!<li\b).)*?{_INNER}.*?</li>", outer)
    body = _found(rf"<h1\b[^>]*>{_TITLE}</h1>.*?{_CONTENT}</p>", page)
    head, foot = page.replace(outer, _TABLE_OF_CONTENTS).split(body)
    chrome, article = head.rsplit("<article", 1)
    breadcrumb = re.sub(rf'<a href="/{SECTION}/">[^<]*</a>', lambda _: _PARENT, article)
    share, end = foot.split("</article>", 1)
    return {
        "all.html": _with_expressions(
            f"{_with_current(chrome)}<article{breadcrumb}{{{{ .Content }}}}"
            f"{{{{ if .Params.share }}}}{share}{{{{ end }}}}</article>{end}"
        ),
        "_partials/toc.html": _contents_entry(outer, inner),
        "404.html": not_found,
        "home.json": _SEARCH_INDEX,
    }


def _contents_entry(outer: str, inner: str) -> str:
    """An entry of the table of contents, with the entries below it."""
    below = _found(r"<nav\b.*</nav>", outer)
    entry = outer.replace(below, f"{{{{ with .Headings }}}}{below}{{{{ end }}}}")
    entry = entry.replace(inner, '{{ range . }}{{ partial "toc.html" . }}{{ end }}')
    entry = entry.replace(f"#{_OUTER}", "#{{ $.ID }}").replace(_OUTER, "{{ $.Title }}")
    return entry


def _with_current(chrome: str) -> str:
    """The section that a page stands in, marked in the navigation that marks it."""
    navigation = next(found for found in re.findall(r"<nav\b.*?</nav>", chrome, re.DOTALL) if "aria-current" in found)
    marked = re.sub(
        r'<a href="/([a-z-]+)/"(?: aria-current="true")?>',
        r'<a href="/\1/"{{ if eq .Section "\1" }} aria-current="true"{{ end }}>',
        navigation,
    )
    return chrome.replace(navigation, marked)


def _with_expressions(html: str) -> str:
    for mark, expression in _EXPRESSIONS.items():
        assert mark in html, f"no {mark} in the built page"
        html = html.replace(mark, expression)
    return html


def _found(pattern: str, html: str) -> str:
    found = re.search(pattern, html, re.DOTALL)
    assert found, f"no {pattern} in the built page"
    return found[0]


def _write_sample(project: Path, sample: Path) -> None:
    """The project's theme and navigation around a page of marks, with the front matter of one of its articles."""
    docs, real = sample / "build" / "docs", project / "build" / "docs"
    for path in [real / "index.md", *real.glob("*/index.md")]:
        file = docs / path.relative_to(real)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# {_meta(path).get('title', path.parent.name)}\n", encoding="utf-8")
    article = min((real / SECTION).glob("[!i]*.md"))
    front_matter = yaml.safe_dump(_marked(_meta(article), article), allow_unicode=True, width=10_000)
    text = f"---\n{front_matter}---\n\n{_MARKED_BODY}"
    (docs / SECTION / f"{_PAGE}.md").write_text(text, encoding="utf-8")
    shutil.copytree(project / "theme_overrides", sample / "theme_overrides")
    shutil.copy(project / "mkdocs.yml", sample)


def _marked(meta: dict[str, Any], article: Path) -> Any:
    """Front matter with marks instead of what each article has of its own, wherever it stands."""
    own = {meta["title"]: _TITLE, meta["description"]: _DESCRIPTION, article.stem: _PAGE, meta["lastmod"]: _DATE}

    def marked(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: marked(one) for key, one in value.items()}
        if isinstance(value, list):
            return [marked(one) for one in value]
        if isinstance(value, str):
            for old, mark in own.items():
                value = value.replace(old, mark)
        return value

    return marked(meta)


def _meta(path: Path) -> dict[str, Any]:
    return get_data(path.read_text(encoding="utf-8"))[1]
