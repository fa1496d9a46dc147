"""The data files as the built site serves them, the English page, and what is told to machines that visit."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.check import check
from generator.output.robots import robots_files
from tests.project import TODAY
from tests.site.link_graph import HERE, Site
from tests.site.project import Finished, run
from tests.site.test_site_links import SUB_PATH


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_every_address_of_the_data_leads_to_a_page_and_a_paragraph(site: Site) -> None:
    dead: set[str] = set()
    seen = 0
    for path in sorted((site.folder / "du-lieu").glob("*.csv")):
        for row in _rows(path.read_bytes().decode("utf-8")):
            told = [row["url"]] if row.get("url") else []
            told += [url for url in row.get("sources", "").split("; ") if url]
            for url in told:
                parts = urlsplit(url)
                page, anchor = site.target(f"{HERE}{parts.path}#{parts.fragment}")
                seen += 1
                if page is None or (anchor and anchor not in site.pages[page].ids):
                    dead.add(url)
    assert dead == set()
    assert seen > 500


def test_every_article_page_is_in_the_data(site: Site) -> None:
    told = {row["id"] for row in _rows((site.folder / "du-lieu/articles.csv").read_bytes().decode("utf-8"))}
    pages = {
        file.split("/")[1]
        for file, page in site.pages.items()
        if re.fullmatch(r"bai-viet/[^/]+/index\.html", file) and not page.redirect
    }
    assert {slug for slug in pages if not slug.isdigit()} >= told
    assert told


def test_the_page_of_the_data_links_every_file(site: Site) -> None:
    linked = {
        site.target(site.resolve("du-lieu/index.html", reference.address))[0]
        for reference in site.pages["du-lieu/index.html"].references
    }
    files = {file for file in site.files if file.startswith("du-lieu/") and not file.endswith(".html")}
    assert files - linked == set()
    assert len(files) > 70


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_the_english_page_says_that_it_is_english(engine: str, site: Site, request: pytest.FixtureRequest) -> None:
    folder = site.folder if engine == "mkdocs" else request.getfixturevalue("zensical")
    text = (folder / "en/index.html").read_text(encoding="utf-8")
    article = text[text.index("<article") : text.index("</article>")]
    start = article.index('<div lang="en"')
    assert article.count("<h1") == 1
    assert start < article.index("<h1")
    words = re.sub(r"<[^>]*(?: lang=\"?vi\"?)[^>]*>.*?</\w+>|<[^>]+>", " ", article[start:])
    assert re.findall(r"\w*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽềềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]\w*", words) == []


@pytest.fixture(scope="module")
def zensical(built: tuple[Path, Finished], tmp_path_factory: pytest.TempPathFactory) -> Path:
    project, target = built[0], tmp_path_factory.mktemp("zensical-english")
    shutil.copy(project / "mkdocs.yml", target)
    for name in ("theme_overrides", "build/docs"):
        shutil.copytree(project / name, target / name)
    assert run(target, "zensical", "build").returncode == 0
    return target / "build" / "site"


def test_robots_and_llms_name_what_is_there(site: Site) -> None:
    robots = (site.folder / "robots.txt").read_text(encoding="utf-8")
    sitemap = re.search(r"^Sitemap: (\S+)$", robots, re.MULTILINE)
    assert sitemap
    assert urlsplit(sitemap[1]).path.lstrip("/") in site.files
    assert "Disallow" not in robots

    llms = (site.folder / "llms.txt").read_text(encoding="utf-8")
    assert llms.startswith("# ")
    assert llms.split("\n")[2].startswith("> ")
    links = re.findall(r"^- \[[^\]]+\]\((\S+)\): \S", llms, re.MULTILINE)
    assert len(links) > 30
    assert [url for url in links if site.target(HERE + urlsplit(url).path)[0] is None] == []


def test_below_a_path_robots_says_that_it_is_not_read_there(built: tuple[Path, Finished]) -> None:
    library = check(built[0], today=TODAY).library
    assert library
    below, root, nowhere = (robots_files(library, a)["robots.txt"] for a in (SUB_PATH, "https://portal.test/", ""))
    assert "root of the host" in below
    assert "root of the host" not in root + nowhere
    assert f"Sitemap: {SUB_PATH}sitemap.xml" in below
    assert "Sitemap" not in nowhere


def test_the_package_stands_beside_its_files(site: Site) -> None:
    package = json.loads((site.folder / "du-lieu/datapackage.json").read_text(encoding="utf-8"))
    assert [r["path"] for r in package["resources"] if f"du-lieu/{r['path']}" not in site.files] == []
