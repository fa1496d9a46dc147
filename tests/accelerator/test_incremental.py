"""What an accelerated build leaves undone, and when it gives way to MkDocs' own."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File

from generator.accelerator import publishing, touches
from generator.accelerator.build import build
from generator.accelerator.unchanged import Vouched
from tests.accelerator.small_site import accelerated, plain, settings, small_site, tree

ROOT = Path(__file__).parents[2]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small site after a build."""
    accelerated(small_site(tmp_path))
    return tmp_path


@pytest.fixture
def vouched(site: Path) -> Vouched:
    """The word of a caller for sources that nobody changed since a build that knew their state by name."""
    _settle()
    accelerated(site, vouched=Vouched(str(site / "docs"), b"", b"first", ()))
    return Vouched(str(site / "docs"), b"first", b"second", ())


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are read from now on."""
    found: list[str] = []
    whole = vars(File)["content_string"].fget

    def reading(file: File) -> str:
        found.append(file.src_uri)
        return str(whole(file))

    monkeypatch.setattr(File, "content_string", property(reading))
    return found


def _edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def _settle() -> None:
    time.sleep(0.05)  # what was written just now is looked at again, whatever is vouched for


def _mend(site: Path) -> None:
    """Leave nothing to warn of."""
    _edit(site / "docs/index.md", "](a9.md)", "](a2.md)")
    _edit(site / "docs/a1.md", "#none", "#second")


def test_only_what_changed_is_read_and_written(site: Path, read: list[str]) -> None:
    times = {path: (site / "site" / path).stat().st_mtime_ns for path in tree(site / "site")}
    _edit(site / "docs/part/a3.md", "home", "house")
    published, _ = accelerated(site)
    assert read == ["part/a3.md"]
    assert (published.added, published.changed, published.removed) == ((), ("part/a3/index.html",), ())
    assert [p for p in times if (site / "site" / p).stat().st_mtime_ns != times[p]] == ["part/a3/index.html"]


def test_pages_that_looked_for_a_page_are_built_when_it_comes(site: Path, read: list[str]) -> None:
    (site / "docs/a9.md").write_text("# Nine\n", encoding="utf-8")
    published, _ = accelerated(site)
    assert sorted(read) == ["a9.md", "index.md"]
    assert published.added == ("a9/index.html",)


def test_front_matter_that_the_navigation_shows_changes_every_page(site: Path, read: list[str]) -> None:
    _edit(site / "docs/part/index.md", "lastmod: '2024-05-06'", "lastmod: '2024-05-07'")
    accelerated(site)
    assert set(read) == {"part/index.md"}
    _edit(site / "docs/part/index.md", "icon: star", "icon: moon")
    published, _ = accelerated(site)
    assert len(published.changed) == 5


def test_touched_files_are_not_built(site: Path, read: list[str]) -> None:
    for path in (site / "docs").rglob("*.*"):
        path.write_bytes(path.read_bytes())
    published, _ = accelerated(site)
    assert (read, published.changed) == ([], ())


def test_a_changed_style_of_the_theme_is_copied_and_no_page_built(site: Path, read: list[str]) -> None:
    _edit(site / "theme/style.css", "{}", "{ color: red }")
    published, _ = accelerated(site)
    assert (read, published.changed) == ([], ("style.css",))
    assert tree(site / "site") == plain(site)[0]


def test_a_theme_that_takes_in_a_file_that_is_copied_too_is_left_to_mkdocs(
    site: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (site / "theme/parts/extra.html").write_text("{% include './style.css' %}", encoding="utf-8")
    accelerated(site)
    assert "without the accelerator: a template takes in ./style.css" in caplog.text
    _edit(site / "theme/style.css", "{}", "{ color: red }")
    accelerated(site)
    assert "color: red" in (site / "site/index.html").read_text(encoding="utf-8")


def test_nothing_changed_is_told_without_mkdocs(site: Path) -> None:
    _mend(site)
    _settle()
    accelerated(site)
    tell = (
        "import sys; from pathlib import Path; from generator.accelerator.unchanged import look;"
        "seen = look(Path(sys.argv[1])); print(seen.nothing_changed('') is not None, 'mkdocs' in sys.modules)"
    )

    def told() -> str:
        run = [sys.executable, "-c", tell, str(site / "site")]
        return subprocess.run(run, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout

    assert told() == "True False\n"
    _edit(site / "theme/style.css", "{}", "{ }")
    assert told() == "False False\n"


def test_only_what_is_told_of_is_looked_at_where_the_rest_is_vouched_for(site: Path, vouched: Vouched) -> None:
    _edit(site / "docs/a1.md", "One", "Uno")
    _edit(site / "docs/a2.md", "Second", "Third")
    published, _ = accelerated(site, vouched=replace(vouched, changed=("a1.md", "no-such-file.md")))
    assert published.changed == ("a1/index.html",)


@pytest.mark.parametrize("path", ["a1.md", "index.md", "new.md", "data/table.csv"])
@pytest.mark.parametrize("doubt", ["another state", "no name", "another folder", "by hand", "interrupted"])
def test_all_is_looked_at_where_nobody_vouches_for_what_the_last_build_saw(
    site: Path, vouched: Vouched, path: str, doubt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    match doubt:
        case "another state":
            vouched = replace(vouched, before=b"another")
        case "no name":
            accelerated(site, vouched=replace(vouched, now=b""))
            vouched = replace(vouched, before=b"")
        case "another folder":
            vouched = replace(vouched, folder=str(site / "elsewhere"))
        case "by hand":
            accelerated(site)
        case "interrupted":
            with monkeypatch.context() as patch:
                patch.setattr(publishing, "publish", _interrupt)
                with pytest.raises(KeyboardInterrupt):
                    accelerated(site, vouched=vouched)
    if (site / "docs" / path).exists():
        (site / "docs" / path).unlink()
    else:
        (site / "docs" / path).write_text("# New\n", encoding="utf-8")
    expected, _ = plain(site)
    accelerated(site, vouched=vouched)
    assert tree(site / "site") == expected


def test_what_was_written_just_now_is_looked_at_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Vouched(str(site / "docs"), b"", b"first", ())
    with monkeypatch.context() as patch:
        patch.setattr("generator.accelerator.tree._UNSETTLED_NS", 10**15)
        accelerated(site, vouched=first)
    _edit(site / "docs/a1.md", "One", "Uno")
    published, _ = accelerated(site, vouched=replace(first, before=b"first", now=b"second"))
    assert published.changed == ("a1/index.html",)


def _interrupt(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_a_strict_build_that_warns_changes_nothing(site: Path) -> None:
    _mend(site)
    accelerated(site)
    before = tree(site / "site")
    _edit(site / "docs/a2.md", "Second", "Third")  # the anchor that others link to
    config = settings(site)
    config.strict = True
    with pytest.raises(Abort, match="2 warnings"):
        build(config)
    assert tree(site / "site") == before
    expected, warnings = plain(site)
    assert accelerated(site)[1] == warnings
    assert tree(site / "site") == expected


def test_nothing_that_is_touched_inside_has_changed() -> None:
    assert touches.changed_touches() == []


def test_another_mkdocs_is_left_to_itself(
    site: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(touches, "TOUCHES", {"mkdocs.structure.nav:get_navigation": "another"})
    (site / "docs/a9.md").write_text("# Nine\n", encoding="utf-8")
    expected, _ = plain(site)
    accelerated(site)
    assert tree(site / "site") == expected
    assert "get_navigation changed" in caplog.text


@pytest.mark.parametrize(
    "template",
    ["{{ pages | length }}", "{{ nav.pages[1].content }}", "{{ nav.pages[1].meta | length and pages[0].url }}"],
)
def test_a_theme_that_reads_other_pages_is_left_to_mkdocs(
    site: Path, template: str, caplog: pytest.LogCaptureFixture
) -> None:
    (site / "theme/parts/extra.html").write_text(template, encoding="utf-8")
    expected, _ = plain(site)
    accelerated(site)
    assert tree(site / "site") == expected
    assert "without the accelerator" in caplog.text
