"""Parts of templates that are shared between pages: every page is what it is without sharing."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import jinja2.meta
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import script_tag_filter, url_filter

from generator.accelerator.parts import _Part, share_parts

SNIPPETS = (
    "{{ page.title }}",
    "{{ page.meta.a }}",
    "{{ page.meta.b or 'none' }}",
    "{{ page.meta['a'] is defined }}",
    "{{ page.meta.get('b', 'absent') }}",
    "{{ 'a' in page.meta }}",
    "{{ page.meta | length }}{{ 'some' if page.meta }}",
    "{{ page.meta | tojson }}",
    "{% for key in page.meta %}{{ key }}{% endfor %}",
    "{{ page.meta }}{{ page.meta.items() | list }}{{ page.meta == {} }}",
    "{{ page }}",
    "{{ page.url }}{{ ('^/' ~ 'x/') in ('^/' ~ page.url) }}",
    "{{ page.canonical_url }}{{ page.nothing }}{{ page.nothing is defined }}",
    "{{ page.toc | length }}{% for item in page.toc %}{{ item.title }}{% endfor %}",
    "{{ page in nav.pages }}{{ page == nav.homepage }}{{ nav.homepage == page }}{{ page == page }}",
    "{% for item in nav.items %}{{ item.title }}{{ item.url | url }}{{ item.active }}{% endfor %}",
    "{{ 'x/a/' | url }}{{ 'style.css' | url }}{{ '../up' | url }}{{ '#here' | url }}{{ '.' | url }}",
    "{{ 'x/a/b.css' | url }}{{ 'https://x.vn' | url }}{{ 'x' | url }}",
    "{{ 'app.js' | script_tag }}{% for s in config.extra_javascript %}{{ s | script_tag }}{% endfor %}",
    "{{ base_url }}{{ config.site_name }}",
    "{% set seen = page.meta.a %}{% include 'inner.html' %}",
    "{% set seen = page.meta.b %}{{ seen }}",
    "{% for seen in ['1', '2'] %}{% include 'inner.html' %}{{ loop.index }}{% endfor %}",
    "{% set ns = namespace(x=page.meta.a) %}{{ ns.x }}",
    "{{ word.said('x') }}",
    "{{ word.of_page() }}",
    "{% import 'words.html' as word with context %}{{ word.of_page() }}{{ word.said(page.meta.b) }}",
    "{{ outer }}{{ outer is defined }}",
    "{{ titled.known }}",
)
WORDS = "{% set known = page.meta.a %}{% macro said(x) %}{{ x }}!{{ base_url }}{% endmacro %}"
WORDS += "{% macro of_page() %}{{ page.title }}{% endmacro %}"
BASE = """{% import 'words.html' as word with context %}{% import 'titled.html' as titled with context %}
{% set outer = page.meta.b %}{% block one %}-{% endblock %}{% block two %}={{ self.one() }}{% endblock %}
{% include 'first.html' %}{% include 'second.html' %}{% include 'first.html' %}"""
URLS = ("index.md", "x/index.md", "x/a.md", "x/b.md", "x/a/deep.md", "y/a.md", "z.md")
METAS = st.dictionaries(
    st.sampled_from(["a", "b", "c"]), st.sampled_from(["v", "w", "", 1, True, None, ["v"], {"k": "v"}]), max_size=2
)
PARTS = st.lists(st.sampled_from(SNIPPETS), min_size=1, max_size=2).map("".join)


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> MkDocsConfig:
    folder = tmp_path_factory.mktemp("parts")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(
        "site_name: x\nsite_url: https://x.vn/\nextra_javascript: [a.js, {path: b.js, defer: true}]\n"
    )
    return load_config(str(folder / "mkdocs.yml"), theme="mkdocs", plugins=[])


def environment(templates: dict[str, str]) -> jinja2.Environment:
    env = jinja2.Environment(loader=jinja2.DictLoader(templates))
    env.filters |= {"url": url_filter, "script_tag": script_tag_filter}
    return env


def pages_of(config: MkDocsConfig, described: list[tuple[str, dict[str, Any]]]) -> list[Page]:
    pages = []
    for uri, meta in described:
        page = Page(None, File(uri, "docs", "site", True), config)
        page.meta, page.title = meta, f"T {uri} {meta.get('a')}"
        page.toc = [SimpleNamespace(title=uri)]  # type: ignore[assignment]
        pages.append(page)
    return pages


def rendered(env: jinja2.Environment, nav: Navigation, config: MkDocsConfig, pages: list[Page]) -> list[str]:
    texts = []
    for page in pages:
        page.active = True
        base = get_relative_url(".", page.url)
        try:
            texts.append(
                env.get_template("main.html").render({"page": page, "nav": nav, "config": config, "base_url": base})
            )
        except Exception as error:
            texts.append(f"{type(error).__name__}: {error}")
        page.active = False
    return texts


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.tuples(PARTS, PARTS, PARTS, PARTS, PARTS),
    st.lists(st.tuples(st.sampled_from(URLS), METAS), min_size=2, max_size=6),
)
def test_any_templates(
    config: MkDocsConfig, parts: tuple[str, ...], described: list[tuple[str, dict[str, Any]]]
) -> None:
    same_as_plain(config, parts, described * 2)


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_each_kind_of_read(config: MkDocsConfig, snippet: str) -> None:
    described: list[tuple[str, dict[str, Any]]] = [
        (uri, meta) for uri in URLS for meta in ({}, {"a": "v"}, {"a": 1}, {"a": True}, {"a": "v", "b": ["w"]})
    ]
    same_as_plain(config, (snippet, snippet, snippet, snippet, snippet), described)


def same_as_plain(config: MkDocsConfig, parts: tuple[str, ...], described: list[tuple[str, dict[str, Any]]]) -> None:
    one, two, first, second, inner = parts
    templates = {
        "main.html": f"{{% extends 'base.html' %}}{{% block one %}}{one}{{% endblock %}}"
        f"{{% block two %}}{{{{ super() }}}}{two}{{% endblock %}}",
        "base.html": BASE,
        "first.html": first,
        "second.html": second,
        "inner.html": inner.replace("inner.html", "last.html") + "{{ seen }}",
        "last.html": "{{ seen }}{{ page.meta.a }}",
        "words.html": WORDS,
        "titled.html": "{% set known = page.meta.a %}",
    }
    pages = pages_of(config, described)
    named = pages_of(config, [("index.md", {}), ("x/index.md", {})])
    nav = Navigation(named, named)
    shared = environment(templates)
    share_parts(shared, nav)
    assert rendered(shared, nav, config, [*pages, *named]) == rendered(
        environment(templates), nav, config, [*pages, *named]
    )


def test_a_part_is_shared(config: MkDocsConfig) -> None:
    env = environment({"main.html": "{% include 'rows.html' %}", "rows.html": "{{ 'x/' | url }}{{ page.meta.a }}"})
    nav = Navigation([], [])
    share_parts(env, nav)
    pages = pages_of(config, [(f"y/{number}.md", {"a": number % 2}) for number in range(10)])
    assert rendered(env, nav, config, pages) == ["../../x/0", "../../x/1"] * 5
    part = env.get_template("main.html").root_render_func
    assert isinstance(part, _Part)
    assert (part._kept, part._used) == (2, 8)


def test_unknown_filters_leave_all_alone(config: MkDocsConfig) -> None:
    env = environment({})
    env.filters["of_today"] = str
    share_parts(env, Navigation([], []))
    assert env.template_class is jinja2.Template


def test_main_template_of_the_portal() -> None:
    partials = Path(__file__).parents[2] / "theme_overrides" / "partials"
    for name in ("header-rows.html", "footer-rows.html"):
        assert "page" not in jinja2.meta.find_undeclared_variables(environment({}).parse((partials / name).read_text()))
