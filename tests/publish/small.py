"""A site of a few files, as `portal build` would leave it, without building one."""

from __future__ import annotations

from pathlib import Path

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
