"""The steps of the recipes for GitHub and GitLab, run as a runner would, but for apt and what those services do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
import yaml
from playwright.sync_api import Browser

from generator.build_report import report_path
from generator.site.publication import require_publishable
from tests.publish.servers import RECIPES
from tests.site.preview_project import small_project
from tests.site.project import ROOT, SCRIPTS, Finished, finished, shared

ADDRESS = "https://owner.github.io/repo/"
NAMES = {"github.repository_owner": "owner", "github.event.repository.name": "repo", "vars.PORTAL_SITE_URL": ""}


def clone(folder: Path) -> Path:
    """A small project with its Makefile, whose packages are installed already."""
    project = small_project(folder)
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, project)
    (project / ".venv").mkdir()
    (project / ".venv" / "bin").symlink_to(SCRIPTS)
    for stamp in ("locked", "installed"):
        (project / ".venv" / stamp).touch()
    return project


def run_script(project: Path, script: str, **env: str) -> Finished:
    """Run the lines of a step as one script that stops at the first error."""
    return finished(project, ["bash", "-e", "-o", "pipefail", "-c", script], **env)


def evaluated(expression: str) -> str:
    """What GitHub makes of `${{ vars.A || format('…{0}…', b, c) }}`, all that the environment of the job asks."""
    first, _, call = expression.removeprefix("${{ ").removesuffix(" }}").partition(" || ")
    template, *names = call.removeprefix("format(").removesuffix(")").split(", ")
    return NAMES[first] or template.strip("'").format(*(NAMES[name] for name in names))


@pytest.fixture(scope="module")
def github(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the recipe for GitHub uploads."""
    job = yaml.safe_load((RECIPES / "github-pages.yml").read_text(encoding="utf-8"))["jobs"]["build"]
    env = {name: evaluated(value) for name, value in job["env"].items()}
    assert env == {"PORTAL_SITE_URL": ADDRESS}
    script = "\n".join(step["run"] for step in job["steps"] if "run" in step)
    nobody = "http://127.0.0.1:9"  # what stands at that address is not for a test to ask
    folder, done = shared(
        tmp_path_factory, "github", lambda folder: run_script(clone(folder / "repo"), script, **env, https_proxy=nobody)
    )
    done.assert_clean()
    assert "No report yet." in done.output
    return folder / "repo" / str(job["steps"][-1]["with"]["path"])


def test_github_serves_the_report_that_the_next_build_is_compared_with(github: Path) -> None:
    assert (github / "build-report.json").read_bytes() == (github.parent / "report.json").read_bytes()
    recipe = (RECIPES / "github-pages.yml").read_text(encoding="utf-8")
    assert f"-o {report_path(Path()).as_posix()} " in recipe
    assert report_path(Path()).as_posix() in (RECIPES / "gitlab-ci.yml").read_text(encoding="utf-8")


def test_gitlab_hands_out_a_published_site_without_what_is_for_other_servers(tmp_path: Path) -> None:
    job = yaml.safe_load((RECIPES / "gitlab-ci.yml").read_text(encoding="utf-8"))["pages"]
    script = [line for line in job["script"] if not line.startswith("apt-get")]
    project = clone(tmp_path / "repo")
    run_script(project, "\n".join(script), CI_PAGES_URL=ADDRESS.rstrip("/")).assert_clean()
    (public,) = (project / path for path in job["artifacts"]["paths"])
    require_publishable(public)
    assert f'<link rel="canonical" href="{ADDRESS}">' in (public / "index.html").read_text(encoding="utf-8")
    assert (public / "index.html.br").is_file()
    assert [path.name for path in public.iterdir() if path.name.startswith(".")] == []
    assert [path for path in public.rglob("*") if path.is_symlink()] == []


class _Pages(SimpleHTTPRequestHandler):
    """GitHub Pages: the site below /repo/, its error page for all else there."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            return super().send_error(code, message, explain)
        page = Path(self.directory, "repo", "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(github: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("pages")
    (root / "repo").symlink_to(github)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, directory=str(root))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/repo/"
        server.shutdown()


@pytest.mark.browser
def test_a_site_below_a_path_works_there(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page, wrong = context.new_page(), list[str]()
        page.on("console", lambda told: wrong.append(told.text) if told.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("response", lambda got: wrong.append(f"{got.status} {got.url}") if got.status >= 400 else None)
        page.on("request", lambda asked: None if asked.url.startswith(address) else wrong.append(asked.url))
        for path in ("", "tinh/bac-kan/", "dong-thoi-gian/", "du-lieu/", "da-luu/", "en/"):
            page.goto(address + path, wait_until="networkidle")
            assert page.evaluate("document.fonts.check('16px \"Be Vietnam Pro\"')")
        page.goto(f"{address}tim-kiem/?q=bac+kan", wait_until="networkidle")
        page.locator("main a[href*='/tinh/bac-kan/']").first.click()
        page.wait_for_url(f"{address}tinh/bac-kan/**")
        for link in page.locator("link[rel=alternate], link[rel=icon], link[rel=manifest]").all():
            url = link.evaluate("link => link.href").replace(ADDRESS, address)
            assert context.request.get(url).status == 200, url
        assert wrong == []
        page.goto(f"{address}khong-co/trang/nay/", wait_until="networkidle")
        assert page.locator("h1").count() == 1
        page.locator("a.dau__ten").click()
        page.wait_for_url(address)
        others = [told for told in wrong if "khong-co/trang/nay" not in told and "404 (Not Found)" not in told]
        assert others == []
