"""`portal build` and `mkdocs build` make the same site, from a fresh clone, without a warning, again and again."""

from __future__ import annotations

from pathlib import Path

from tests.site.project import Finished, copy_project, differing, run, tree


def test_portal_build_is_clean(built: tuple[Path, Finished]) -> None:
    project, finished = built
    finished.assert_clean()
    assert (project / "build" / "site" / "index.html").is_file()
    assert not (project / "build" / "preview").exists()


def test_plain_mkdocs_build_from_a_fresh_clone_makes_the_same_site_as_portal_build(
    built: tuple[Path, Finished], tmp_path: Path
) -> None:
    first, _ = built
    second = copy_project(tmp_path / "another name")
    run(second, "mkdocs", "build", "--strict", PORTAL_PLAIN="1").assert_clean()
    assert differing(tree(first / "build" / "docs"), tree(second / "build" / "docs")) == []
    site = tree(second / "build" / "site")
    assert differing(tree(first / "build" / "site"), site) == []

    docs = second / "build" / "docs"
    before = _states(docs)
    again = run(second, "portal", "build")
    again.assert_clean()
    assert "0 added, 0 changed, 0 removed" in again.output
    assert _states(docs) == before
    assert differing(tree(second / "build" / "site"), site) == []


def _states(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file was last written, and which file it is: a rewrite changes one of them."""
    return {str(path): (path.stat().st_mtime_ns, path.stat().st_ino) for path in folder.rglob("*")}
