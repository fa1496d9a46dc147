"""No link of the built site leads to nothing, no page calls another host, and search engines find every page."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
import yaml

from generator.output.search.index import FOLDER
from tests.site.link_graph import HERE, Reference, Site
from tests.site.project import ROOT, Finished, copy_project, run

UNLINKED = {"404.html"}  # the server shows it at any address
UNDATED = {"gioi-thieu/index.md"}  # says nothing that articles tell
SUB_PATH = "https://cong.test/chuyen-doi-so/"
ADDRESS = "http://localhost:8000/"
SERVICES = ("https://button-share.zalo.me/share_external?", "https://www.facebook.com/sharer/sharer.php?")


@pytest.fixture(scope="module")
def sub_path_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = copy_project(tmp_path_factory.mktemp("sub-path") / "project")
    run(project, "mkdocs", "build", "--strict", PORTAL_SITE_URL=SUB_PATH).assert_clean()
    return Site(project / "build" / "site", base=urlsplit(SUB_PATH).path)


def pages(site: Site) -> dict[str, str]:
    """The address of every page for readers by its file: neither the error page nor what redirects."""
    return {f: site.url(f) for f, page in site.pages.items() if f not in UNLINKED and not page.redirect}


def test_nothing_is_dead(site: Site) -> None:
    assert list(site.dead()) == []
    assert list(site.empty()) == []


def test_nothing_is_dead_below_a_sub_path_and_canonical_addresses_name_it(sub_path_site: Site) -> None:
    assert list(sub_path_site.dead()) == []
    told = {f: r.address for f, page in sub_path_site.pages.items() for r in page.references if r.rel == "canonical"}
    whole = {f: SUB_PATH + f.removesuffix("index.html") for f in pages(sub_path_site)}
    assert {f: told.get(f) for f in whole} == whole


def test_every_page_can_be_reached_from_home(site: Site) -> None:
    assert sorted(set(pages(site)) - site.reachable()) == []


def test_only_links_to_originals_and_to_services_for_sharing_leave_the_site(site: Site) -> None:
    originals = {
        article["url"]
        for path in (ROOT / "content" / "articles").rglob("*.md")
        if (article := front_matter(path))["url"]
    }
    leaving = [
        f"{file}: {reference}"
        for file, reference in site.foreign()
        if not (reference.is_link and reference.address in originals)
        and not is_own(reference)
        and not shares(reference)
    ]
    assert leaving == []


def is_own(reference: Reference) -> bool:
    """Whether the head tells the site's own whole address; nothing is loaded by it."""
    told = reference.rel == "canonical" or reference.element == "meta"
    return told and reference.address.startswith(ADDRESS)


def shares(reference: Reference) -> bool:
    """Whether it is one of the plain links by which readers pass a page on."""
    relations = {"external", "nofollow", "noopener"}
    return reference.is_link and set(reference.rel.split()) == relations and reference.address.startswith(SERVICES)


def test_our_scripts_and_styles_name_no_other_host() -> None:
    texts = [p for p in (ROOT / "theme_overrides").rglob("*") if p.suffix in {".css", ".js", ".html"}]
    assert texts
    assert [p.name for p in texts if re.search(r"(?:https?:)?//[\w-]+\.\w", p.read_text(encoding="utf-8"))] == []


def test_no_inline_style_or_handler(site: Site) -> None:
    assert {f: page.inline for f, page in site.pages.items() if page.inline} == {}


def test_inline_scripts_are_the_same_few_on_every_page(site: Site) -> None:
    told = Counter(script for f in pages(site) for script in site.pages[f].scripts if script.strip())
    varying = [s[:80] for s in told if "__md_" in s and told[s] != len(pages(site))]
    assert varying == []


def test_headings_start_with_one_h1_and_skip_no_level(site: Site) -> None:
    wrong = {}
    for file, page in site.pages.items():
        levels = page.headings
        jumps = any(after > before + 1 for before, after in pairwise(levels))
        if not page.redirect and (levels.count(1) != 1 or levels[0] != 1 or jumps):
            wrong[file] = levels
    assert wrong == {}


def test_ids_are_unique_in_a_page(site: Site) -> None:
    twice = {f: [i for i, n in Counter(page.ids).items() if n > 1] for f, page in site.pages.items()}
    assert {f: ids for f, ids in twice.items() if ids} == {}


def test_sitemap_lists_every_page_with_the_day_its_content_changed(site: Site, built: tuple[Path, Finished]) -> None:
    docs = built[0] / "build" / "docs"
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    entries = {
        urlsplit(entry.findtext(f"{space}loc", "")).path: entry.findtext(f"{space}lastmod")
        for entry in ElementTree.parse(site.folder / "sitemap.xml").getroot()
    }
    assert sorted(entries) == sorted(url.removeprefix(HERE) for url in pages(site).values())
    days = {str(day) for path in (ROOT / "content").rglob("*.md") for day in record_days(front_matter(path))}
    told = {file.relative_to(docs).as_posix(): front_matter(file).get("lastmod") for file in docs.rglob("*.md")}
    assert {md: day for md, day in told.items() if day not in days | {None}} == {}
    assert {md: entries[path_of(md)] for md in told} == told
    undated = {md for md, day in told.items() if day is None}
    assert {md for md in undated if "bai-viet/" in (docs / md).read_text(encoding="utf-8")} - UNDATED == set()


def path_of(markdown: str) -> str:
    """The path a Markdown file's page is served at."""
    return "/" + re.sub(r"(^|/)index$", "", markdown.removesuffix(".md")) + ("" if markdown == "index.md" else "/")


def test_search_finds_pages_that_exist(site: Site) -> None:
    chunks = (site.folder / FOLDER / "trang").iterdir()
    documents = [document for chunk in chunks for document in json.loads(chunk.read_text(encoding="utf-8"))]
    found = [document[0] for document in documents if document]
    assert [path for path in found if site.target(site.resolve("index.html", path))[0] is None] == []
    assert len(found) == len(set(found)) > 300


def front_matter(path: Path) -> dict[str, object]:
    """The front matter of a Markdown file."""
    return yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])  # type: ignore[no-any-return]


def record_days(article: dict[str, object]) -> set[object]:
    """The days an article's record was added or changed."""
    changes = article.get("changes") or []
    assert isinstance(changes, list)
    return {article["added"]} | {change["date"] for change in changes}
