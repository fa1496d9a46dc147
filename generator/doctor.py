"""What is wrong with an installation, and how to mend it: looked at, nothing changed.

Only the standard library is imported before it is known that packages are there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import generator
from generator.incremental.run import cache_of
from generator.output.write import APART, OWNER_FILE

CODE = Path(generator.__file__).parent.parent
"""Where the package lies: in a clone, beside pyproject.toml and requirements.lock."""

_ENOUGH_MB = 1_000
_LITTLE_MB = 100
"""A build of 10,000 articles takes about 1 GB; with less than this, not even a small one ends."""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_ERROR, _WARNING = "error", "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: what stops a build is an error, what spoils tests or wastes room a warning."""

    about: str
    severity: str
    message: str
    hint: str


def examine(project: Path) -> list[Finding]:
    """Everything that is wrong with the installation that a project is built with."""
    of_machine = (*_python(), *_packages(), *_fonts(), *_browser(), *_encoding())
    of_project = (*_code(project), *_git(project), *_folders(project), *_room(project), *_left_over(project))
    return [*of_machine, *of_project]


def _python() -> Iterator[Finding]:
    wanted = (3, 11)
    if sys.version_info < wanted:
        has = ".".join(map(str, sys.version_info[:3]))
        hint = "Cài Python 3.11 trở lên rồi chạy lại: make PYTHON=python3.12 site."
        yield Finding("python", _ERROR, f"Python {has} quá cũ, cần 3.11 trở lên.", hint)
    if sys.prefix == sys.base_prefix:
        hint = "Dùng lệnh của dự án: .venv/bin/portal (make site tạo ra .venv)."
        yield Finding("python", _WARNING, "Đang chạy ngoài môi trường ảo, gói có thể khác bản đã khóa.", hint)


def _packages() -> Iterator[Finding]:
    hint = "Chạy make site để cài lại đúng các gói của requirements.lock (cần mạng)."
    try:
        from packaging.requirements import Requirement
        from packaging.utils import canonicalize_name
    except ImportError as error:
        yield Finding("packages", _ERROR, f"Thiếu gói packaging: {error}.", hint)
        return
    lock, settings = CODE / "requirements.lock", CODE / "pyproject.toml"
    if not (lock.is_file() and settings.is_file()):
        return
    needed = [Requirement(text) for text in tomllib.loads(settings.read_text("utf-8"))["project"]["dependencies"]]
    needs = {canonicalize_name(need.name): need for need in needed}
    lines = (line.rstrip(" \\") for line in lock.read_text("utf-8").splitlines())
    for locked in (Requirement(line) for line in lines if line[:1].isalnum()):
        if locked.marker and not locked.marker.evaluate():
            continue
        need = needs.get(canonicalize_name(locked.name))
        try:
            has = version(locked.name)
        except PackageNotFoundError:
            severity = _ERROR if need else _WARNING
            yield Finding("packages", severity, f"Thiếu gói {locked.name} ({locked.specifier}).", hint)
            continue
        if has not in locked.specifier:
            severity = _ERROR if need and has not in need.specifier else _WARNING
            message = f"Gói {locked.name} là bản {has}, bản đã khóa và thử là {locked.specifier}."
            yield Finding("packages", severity, message, hint)


def _code(project: Path) -> Iterator[Finding]:
    own = project / "generator"
    if own.is_dir() and own.resolve() != Path(generator.__file__).parent.resolve():
        message = f"Lệnh portal này lấy mã ở {CODE}, không phải ở dự án {project}."
        yield Finding("code", _WARNING, message, f"Chạy {project / '.venv/bin/portal'} hoặc make site ở dự án ấy.")


def _fonts() -> Iterator[Finding]:
    try:
        from PIL import ImageFont
    except ImportError as error:
        yield Finding("fonts", _ERROR, f"Không vẽ được ảnh chia sẻ: {error}.", "Chạy make site để cài lại các gói.")
        return
    folder = CODE / "theme_overrides" / "fonts"
    for weight in ("regular", "semibold"):
        path = folder / f"be-vietnam-pro-{weight}.woff2"
        try:
            ImageFont.truetype(path, 30, layout_engine=ImageFont.Layout.BASIC)
        except OSError as error:
            message = f"Không đọc được phông chữ {path}: {error}."
            yield Finding("fonts", _ERROR, message, "Lấy lại tệp: git checkout -- theme_overrides/fonts.")


def _browser() -> Iterator[Finding]:
    named = os.environ.get("PORTAL_CHROMIUM")
    if not any(shutil.which(name) for name in ([named] if named else _BROWSERS)):
        message = f"Không có trình duyệt {named or 'Chromium'}: các phép thử trang sẽ không chạy được."
        yield Finding("browser", _WARNING, message, "Chạy tests/browser/ensure-chromium.sh, hoặc đặt PORTAL_CHROMIUM.")


def _git(project: Path) -> Iterator[Finding]:
    if not shutil.which("git"):
        yield Finding("git", _WARNING, "Không có git: portal diff không chạy được.", "Cài git: apt install git.")
        return
    inside = subprocess.run(["git", "-C", str(project), "rev-parse", "HEAD"], capture_output=True, check=False)
    if inside.returncode:
        message = "Dự án không nằm trong kho git nào có lần ghi: portal diff không so được, lỡ tay không lấy lại được."
        yield Finding("git", _WARNING, message, "Tải về bằng git clone, hoặc git init && git add . && git commit.")


def _encoding() -> Iterator[Finding]:
    names = {"tên tệp": sys.getfilesystemencoding(), "cửa sổ dòng lệnh": sys.stdout.encoding or "ascii"}
    for what, encoding in names.items():
        if encoding.lower().replace("-", "") != "utf8":
            message = f"Bảng mã của {what} là {encoding}, không phải UTF-8: chữ Việt sẽ hỏng."
            yield Finding("encoding", _ERROR, message, "Đặt LANG=C.UTF-8 (và bỏ PYTHONIOENCODING) rồi chạy lại.")


def _folders(project: Path) -> Iterator[Finding]:
    build = project / "build"
    for folder in (project / "content", build, build / "docs", build / "site", build / ".cache"):
        if not os.path.lexists(folder):
            continue
        try:
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            message = f"Không ghi được vào {folder}: {error.strerror}."
            yield Finding("folders", _ERROR, message, f"Sửa quyền (chown, chmod u+w), hoặc bỏ tệp chiếm chỗ {folder}.")
    docs = build / "docs"
    if docs.is_dir() and not (docs / OWNER_FILE).is_file() and any(p.name not in APART for p in docs.iterdir()):
        message = f"{docs} có tệp không phải do portal tạo, nên portal không dám ghi vào."
        yield Finding("folders", _ERROR, message, f"Chuyển các tệp ấy đi chỗ khác, rồi làm trống {docs}.")


def _room(project: Path) -> Iterator[Finding]:
    free = shutil.disk_usage(project).free // 1_000_000
    if free < _ENOUGH_MB:
        severity = _ERROR if free < _LITTLE_MB else _WARNING
        hint = f"Dọn bớt đĩa; build/.cache và build/preview xóa lúc nào cũng được. Nên có {_ENOUGH_MB} MB."
        yield Finding("disk", severity, f"Đĩa chỉ còn {free} MB.", hint)


def _left_over(project: Path) -> Iterator[Finding]:
    cache = project / "build" / ".cache"
    known = {cache_of(project, project / "build" / where).name for where in ("docs", "preview/docs")}
    left = [path for path in cache.glob("generator/*") if path.name not in known]
    left += [*cache.glob("generator/*/*.new"), *cache.glob("*/stage-*")]
    for path in sorted(left):
        message = f"{path} là phần sót lại của lần chạy bị ngắt, hoặc của một thư mục đã đổi chỗ."
        yield Finding("state", _WARNING, message, f"Khi không có lệnh portal nào đang chạy: rm -r {path}")
