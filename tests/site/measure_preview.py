"""Measures how long the preview takes to show an edit: `python -m tests.site.measure_preview [ARTICLES…]`.

Run it on a machine that does nothing else. Each edit is timed from the save to the answer with what it says; the
bars are 0.7 s with 1,000 synthetic articles and 1.5 s with 10,000. What every page is made with is edited at last,
one edit after the other, while all pages are still being made anew.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.corpus.project import write_project
from tests.project import change
from tests.site.live import Live, serving

BARS = {1_000: 0.7, 10_000: 1.5}  # seconds
NOTICE = 'class="portal-preview"'
BOUND = 600  # seconds, to end a server that hangs
LOOKING = 3.0  # seconds in which an editor looks at the page before the next save


@dataclass(frozen=True, slots=True)
class Edit:
    """A save, and what a page says (and no longer says) once the preview shows it."""

    label: str
    save: Callable[[], object]
    page: str
    shown: str
    gone: str = NOTICE


def edits(project: Path) -> Iterator[Edit]:
    """An edit of each kind, and what breaks it and mends it."""
    path = min((project / "content" / "articles").rglob("*.md"))
    article, page = path.relative_to(project).as_posix(), f"bai-viet/{path.stem}/"
    put, end = partial(change, project), path.read_text(encoding="utf-8")[-40:]
    texts = (
        path.read_text(encoding="utf-8").replace("title: ", "title: Bài vừa thêm #", 1).replace(".html", "-2.html", 1)
    )
    new = path.with_name("bai-vua-them.md")
    yield Edit("new article", partial(new.write_text, texts, "utf-8"), "bai-viet/bai-vua-them/", 'id="doan-1"')
    yield Edit("article removed", new.unlink, "bai-viet/bai-vua-them/", "Không tìm thấy trang")
    yield Edit("article edited", partial(put, article, end, f"{end} Câu thêm vào."), page, "Câu thêm vào.")
    yield Edit("article edited again", partial(put, article, "Câu thêm vào", "Câu thay vào"), page, "Câu thay vào.")
    settings, site, templates = "site_config/site.yml", "mkdocs.yml", "generator/templates"
    main = "theme_overrides/main.html"
    for copied in ("stylesheets/page.css", "javascripts/source-notes.js"):
        at = project / "theme_overrides" / copied
        text = f"{at.read_text(encoding='utf-8')}/* Thử. */\n"
        yield Edit(at.name, partial(at.write_text, text, "utf-8"), copied, "/* Thử. */")
    for label, file, good, bad in (
        ("article", article, "review: approved", "review: aproved"),
        ("setting", settings, "tagline:", "taglin:"),
        ("mkdocs.yml", site, "\ntheme:\n", "\ntheme: [\n"),
        ("template", main, "Chép liên kết", "{{ Chép liên kết }}"),
    ):
        yield Edit(f"{label} broken", partial(put, file, good, bad), page, NOTICE, gone="Không tìm thấy trang")
        yield Edit(f"{label} mended", partial(put, file, bad, good), page, "Câu thay vào.")
    yield Edit("setting changed", partial(put, settings, "Cổng này gom", "Cổng gom góp"), "gioi-thieu/", "gom góp")
    about = partial(put, f"{templates}/about.md.jinja", "## Cổng này là gì", "## Cổng này ra sao")
    yield Edit("template of one page", about, "gioi-thieu/", "Cổng này ra sao")
    facts = partial(put, f"{templates}/article.md.jinja", "## Dữ kiện", "## Mọi dữ kiện")
    yield Edit("template of all articles", facts, page, "Mọi dữ kiện")
    yield Edit("template of every page", partial(put, main, "Chép liên kết", "Lấy liên kết"), page, "Lấy liên kết")
    renamed = partial(put, site, "site_name: Cổng", "site_name: Cái cổng")
    yield Edit("mkdocs.yml changed", renamed, page, "Cái cổng")
    yield Edit("article edited meanwhile", partial(put, article, "Câu thay vào", "Câu sau"), page, "Câu sau.")


def seconds(preview: Live, edit: Edit) -> float:
    """Save the edit and return how long it takes until the page shows it."""
    start = time.monotonic()
    edit.save()

    def shown() -> bool:
        page = preview.page(edit.page)
        return edit.shown in page and edit.gone not in page

    preview.wait(shown, BOUND)
    return time.monotonic() - start


def measure(articles: int) -> bool:
    """Print the delay of each edit, and tell whether all were below the bar."""
    bar, slow = BARS.get(articles), []
    print(f"{articles:,} articles; bar: {f'{bar} s' if bar else 'none'}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        write_project(articles, project, 1)
        start = time.monotonic()
        with serving(project, Path(folder) / "log", "portal", "preview", "--address", start=BOUND) as preview:
            print(f"  {'start until the first page':28} {time.monotonic() - start:6.2f} s", flush=True)
            for edit in edits(project):
                delay = seconds(preview, edit)
                print(f"  {edit.label:28} {delay:6.2f} s", flush=True)
                time.sleep(LOOKING)
                slow += [edit.label] if bar and delay > bar else []
    return not slow


if __name__ == "__main__":
    sys.exit(0 if all(map(measure, map(int, sys.argv[1:] or ["1000"]))) else 1)
