"""An article is retracted after it was published: the site says so, holds nothing else of it, and is as built anew."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import WIDTHS, served
from tests.browser.test_accessibility import SCHEMES, violations
from tests.browser.visits import drawn, nothing, visitor
from tests.site.project import built_project, differing, run, tree

pytestmark = pytest.mark.browser

SLUG = "thai-nguyen-dia-phuong-dau-tien-co-ngay-chuyen-doi-so"
ARTICLE = f"content/articles/2021/{SLUG}.md"
ONLY_TOLD_BY_IT = (
    "su-kien/thai-nguyen-quyet-dinh-ngay-chuyen-doi-so-2021/",
    "van-ban/quyet-dinh-425-thai-nguyen-2021/",
)


@dataclass(frozen=True, slots=True)
class Retracted:
    """The project after it was built, one article retracted, and built again; the article as it was."""

    project: Path
    article: str


@pytest.fixture(scope="module")
def retracted(tmp_path_factory: pytest.TempPathFactory) -> Retracted:
    built, _ = built_project(tmp_path_factory)
    project = tmp_path_factory.mktemp("retracted") / "project"
    shutil.copytree(built, project)
    run(project, "portal", "build").assert_clean()
    article = (project / ARTICLE).read_text(encoding="utf-8")
    run(project, "portal", "retract", SLUG, "--reason", "Nơi đăng đã gỡ bài gốc.").assert_clean()
    run(project, "portal", "build").assert_clean()
    return Retracted(project, article)


@pytest.fixture(scope="module")
def address(retracted: Retracted) -> Iterator[str]:
    with served(retracted.project / "build/site") as url:
        yield url


def test_the_site_is_as_built_anew(retracted: Retracted) -> None:
    anew = retracted.project.parent / "anew"
    shutil.copytree(retracted.project, anew, ignore=shutil.ignore_patterns("build"))
    run(anew, "portal", "build", PORTAL_PLAIN="1").assert_clean()
    assert differing(tree(retracted.project / "build/site"), tree(anew / "build/site")) == []


def test_no_sentence_of_the_article_is_left(retracted: Retracted, tmp_path_factory: pytest.TempPathFactory) -> None:
    _, front, body = retracted.article.split("---\n", 2)
    told = [
        *re.findall(r"[^.\n]{40,}", body),
        *re.findall(r"^ +(?:- )?(?:name|reason|note|subject): (.{25,})$", front, re.M),
    ]
    told.append(re.findall(r"^title: (.*)$", front, re.M)[0])
    files = [*(retracted.project / "content").rglob("*.*"), *(retracted.project / "site_config").glob("*.yml")]
    others = [path.read_text(encoding="utf-8") for path in files if path.is_file() and path.stem != SLUG]
    its_own = [words for words in told if not any(words in other for other in others)]
    assert len(told_in(built_project(tmp_path_factory)[0], its_own)) > 6
    assert told_in(retracted.project, its_own) == set()


def told_in(project: Path, sentences: list[str]) -> set[str]:
    """Those of the sentences that a file of the project's built site holds."""
    published = tree(project / "build/site").values()
    return {words for words in sentences if any(words.encode() in text for text in published)}


def test_old_addresses_lead_to_the_notice(browser: Browser, address: str) -> None:
    with browser.new_context() as context:  # no visitor: for a page without an icon, Chromium asks the host for one
        page = context.new_page()
        for old in (f"bai-viet/{SLUG}/#doan-2", *ONLY_TOLD_BY_IT):
            page.goto(address + old)
            page.wait_for_url(f"**/bai-viet/{SLUG}/**")
            assert page.locator("h1").inner_text() == "Bài đã rút"
            assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_notice_breaks_no_rule(browser: Browser, address: str, width: int, scheme: str) -> None:
    with visitor(browser, address, width, color_scheme=scheme) as context:
        nothing(violations(drawn(context.new_page(), f"{address}bai-viet/{SLUG}/")))
