"""A site of a few files, as `portal build` would leave it, without building one, and releases of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from generator.site.folder import Folder
from generator.site.publication import publish
from generator.site.remote import Remote
from tests.site.project import tree

NOW = datetime(2026, 11, 22, 21, tzinfo=UTC)
FIRST, SECOND, THIRD = "20261122T210000Z", "20261122T210001Z", "20261122T210002Z"
POLICY = "default-src 'none'; script-src 'self' 'sha256-abc='"


def small_site(folder: Path, text: str = "một", address: str = "https://cong.test/", policy: str = POLICY) -> Path:
    """Home, an error page, a long text, a short one, and an image."""
    (folder / "tinh").mkdir(parents=True, exist_ok=True)
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}"><link rel="canonical" href="{address}">'
    files = {"index.html": f"<head>{head}</head>{text}", "404.html": f"<head>{head}</head>", "tin.txt": "ngắn"}
    for name, content in {**files, "tinh/index.html": "Bắc Kạn " * 500}.items():
        (folder / name).unlink(missing_ok=True)  # as a build does: no file is changed in place
        (folder / name).write_text(content, encoding="utf-8")
    if not (folder / "anh.png").exists():
        (folder / "anh.png").write_bytes(bytes(2000))
    return folder


def release(site: Path, place: Folder | Remote, keep: int = 5) -> str:
    with place.alone():
        return publish(site, place, now=NOW, keep=keep).name


def served(tmp_path: Path) -> dict[str, bytes]:
    return tree(tmp_path / "web" / "current")


def names(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "web" / "releases").iterdir())
