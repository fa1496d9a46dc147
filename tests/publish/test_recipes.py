"""The recipes of docs/publishing behind the real servers: what they say with each kind of file, and what they keep."""

from __future__ import annotations

import gzip
import http.client
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import Browser

from generator.site.headers import headers
from tests.browser.visits import visitor
from tests.publish.servers import BROTLI, RECIPES, Secure, caddy, caddy_tls, nginx, nginx_tls
from tests.site.preview_project import small_project
from tests.site.project import Finished, run, shared

YEAR, ASK = "public, max-age=31536000, immutable", "no-cache"
KINDS = {  # by how the name ends: content type, whether it is compressed
    "index.html": ("text/html", True),
    "tin.xml": ("application/atom+xml", True),
    "sitemap.xml": ("xml", True),
    ".ics": ("text/calendar", True),
    ".csv": ("text/csv", True),
    ".json": ("application/json", True),
    ".css": ("text/css", True),
    ".js": ("javascript", True),
    ".svg": ("image/svg+xml", False),
    ".png": ("image/png", False),
    ".woff2": ("font/woff2", False),
    "robots.txt": ("text/plain", False),
}


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: its status, its headers by their names in small letters, its body."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(address: str, path: str, **wanted: str) -> Given:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in wanted.items()})
    answer = connection.getresponse()
    given = Given(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    connection.close()
    return given


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, built and published by the commands."""

    def make(folder: Path) -> Finished:
        project = small_project(folder / "project")
        run(project, "portal", "build", PORTAL_SITE_URL="https://cong.test/").assert_clean()
        return run(project, "portal", "publish", str(folder / "web"))

    folder, finished = shared(tmp_path_factory, "published", make)
    assert finished.returncode == 0, finished.output
    return folder / "web"


Server = Callable[[Path, Path], AbstractContextManager[str]]


@pytest.fixture(scope="module", params=[nginx, caddy], ids=["nginx", "caddy"])
def address(request: pytest.FixtureRequest, published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    server: Server = request.param
    with server(published, tmp_path_factory.mktemp("server") / "server") as url:
        yield url


def one_of(published: Path, ending: str) -> str:
    """The largest file of the site whose name ends so."""
    found = [path for path in (published / "current").rglob(f"*{ending}") if ".portal" not in path.parts]
    return max(found, key=lambda path: path.stat().st_size).relative_to(published / "current").as_posix()


@pytest.mark.parametrize("ending", KINDS)
def test_each_kind_of_file_has_its_type_and_headers_and_comes_compressed(
    address: str, published: Path, ending: str
) -> None:
    path, (kind, compressed) = one_of(published, ending), KINDS[ending]
    held = (published / "current" / path).read_bytes()
    url = "/" + path.removesuffix("index.html")
    plain, packed = ask(address, url), ask(address, url, Accept_Encoding="gzip")
    assert (plain.status, packed.status, plain.body) == (200, 200, held)
    assert kind in plain.headers["content-type"]
    assert packed.headers["content-type"] == plain.headers["content-type"]
    if kind.startswith("text/"):
        assert "charset=utf-8" in plain.headers["content-type"]
    assert (packed.headers.get("content-encoding") == "gzip") == compressed
    if compressed:
        assert gzip.decompress(packed.body) == held
        assert "accept-encoding" in packed.headers["vary"].lower()
    for name, value in headers((published / "current" / "index.html").read_text(encoding="utf-8")).items():
        assert plain.headers[name.lower()] == packed.headers[name.lower()] == value
    assert "frame-ancestors 'none'" in plain.headers["content-security-policy"]


def test_what_is_named_after_its_content_stays_with_readers_and_the_rest_is_asked_for(
    address: str, published: Path
) -> None:
    named = [one_of(published, ending) for ending in (".min.js", "main.*.min.css", ".png")]
    block = max((published / "current" / "tim-kiem" / "chi-muc").glob("*/*.txt"))
    for path in (*named, block.relative_to(published / "current").as_posix()):
        wanted = ASK if "/lunr/" in path else YEAR
        assert ask(address, f"/{path}").headers["cache-control"] == wanted, path
    for path in ("/", "/tim-kiem/chi-muc/muc.json", "/javascripts/display.js", "/tin.xml", "/assets/x.0123abcd.min.js"):
        assert ask(address, path).headers["cache-control"] == ASK, path
    first = ask(address, "/")
    assert ask(address, "/", If_None_Match=first.headers["etag"]).status == 304


def test_an_address_without_a_page_gets_the_page_that_says_so(address: str, published: Path) -> None:
    missing = (published / "current" / "404.html").read_bytes()
    for path in ("/khong-co/", "/khong-co", "/javascripts/", "/.portal/nginx.conf", "/tinh/.an", "/../mkdocs.yml"):
        given = ask(address, path)
        assert (given.status, given.body) in ((404, missing), (400, given.body)), path
        assert b"add_header" not in given.body
    assert ask(address, "/khong-co/").headers["content-security-policy"]
    assert ask(address, "/khong-co/").status == 404


def test_a_folder_without_its_slash_leads_to_it(address: str) -> None:
    given = ask(address, "/tinh")
    assert given.status in (301, 308)
    assert given.headers["location"] == "/tinh/"


def test_a_part_can_be_asked_for(address: str, published: Path) -> None:
    path = one_of(published, ".txt")
    given = ask(address, f"/{path}", Range="bytes=3-9")
    assert (given.status, given.body) == (206, (published / "current" / path).read_bytes()[3:10])


def test_caddy_gives_brotli_to_those_who_take_it(published: Path, tmp_path: Path) -> None:
    with caddy(published, tmp_path / "caddy") as url:
        given = ask(url, "/", Accept_Encoding="gzip, br")
    assert brotli.decompress(given.body) == (published / "current" / "index.html").read_bytes()


def test_nginx_does_so_with_its_module(published: Path, tmp_path: Path) -> None:
    if not BROTLI.exists():
        pytest.skip("no brotli module (Debian: apt install libnginx-mod-http-brotli-static)")
    with nginx(published, tmp_path / "nginx", brotli=True) as url:
        given = ask(url, "/", Accept_Encoding="gzip, br")
    assert given.headers["content-encoding"] == "br"
    assert brotli.decompress(given.body) == (published / "current" / "index.html").read_bytes()


@pytest.mark.parametrize("server", [nginx_tls, caddy_tls], ids=["nginx", "caddy"])
def test_tls_with_its_headers_http_2_and_the_way_there(
    server: Callable[[Path, Path], AbstractContextManager[Secure]], published: Path, tmp_path: Path
) -> None:
    with server(published, tmp_path / "server") as secure:
        trusted = ssl.create_default_context(cafile=str(secure.authority))
        connection = http.client.HTTPSConnection("localhost", secure.port, timeout=20, context=trusted)
        connection.request("GET", "/tinh/bac-kan/")
        answer = connection.getresponse()
        assert answer.status == 200
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
        assert answer.headers["Cache-Control"] == ASK
        page = answer.read().decode()
        for name, value in headers(page).items():
            assert answer.headers[name] == value
        connection.request("GET", "/tinh")
        assert connection.getresponse().headers["Location"] == "/tinh/"
        connection.close()
        trusted.set_alpn_protocols(["h2", "http/1.1"])
        with (
            socket.create_connection(("127.0.0.1", secure.port), timeout=20) as plain,
            trusted.wrap_socket(plain, server_hostname="localhost") as agreed,
        ):
            assert (agreed.selected_alpn_protocol(), agreed.version()) == ("h2", "TLSv1.3")
        sent_on = ask(f"http://localhost:{secure.plain}", "/tinh/bac-kan/?q=1")
        assert sent_on.status in (301, 308)
        assert sent_on.headers["location"] == "https://localhost/tinh/bac-kan/?q=1"


@pytest.mark.browser
def test_pages_work_under_the_headers(browser: Browser, address: str) -> None:
    with visitor(browser, address) as context:
        page = context.new_page()
        for path in ("/", "/tim-kiem/?q=bac+kan", "/dong-thoi-gian/", "/tinh/bac-kan/"):
            page.goto(address + path, wait_until="networkidle")


def test_every_action_of_a_workflow_is_pinned() -> None:
    used = [
        line.partition("uses:")[2].split()[0]
        for line in (RECIPES / "github-pages.yml").read_text(encoding="utf-8").splitlines()
        if "uses:" in line
    ]
    assert used
    assert [action for action in used if len(action.partition("@")[2]) != 40] == []
