"""`portal retract`: an article is taken back; its page becomes a notice, and nothing else tells of it any more."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path

import click

from generator.check import problems_of
from generator.cli.log import Log, log
from generator.cli.options import WORDS, common, today_option
from generator.diagnostics import has_errors, suggestion
from generator.files import write_over
from generator.model import Review
from generator.sources.articles import SourceArticle, load_articles, writing_articles

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*(\r?\n)(?:.*\n)*?(?=---[ \t]*\r?$)", re.MULTILINE)
_BLOCK = re.compile(r"^retracted:.*\n(?:[ \t]+.*\n)*", re.MULTILINE)


@click.command("retract")
@click.argument("article", type=WORDS)
@click.option("--reason", type=WORDS, default="", help="Why, in Vietnamese: readers see it.")
@click.option("--undo", is_flag=True, help="Publish the article again.")
@common
@today_option
def retract_command(article: str, reason: str, undo: bool, project: Path, quiet: bool, today: date) -> None:
    """Take back ARTICLE (its file, slug or address): its page becomes a notice, its facts leave the site."""
    reason = " ".join(reason.split())
    if bool(reason) == undo:
        raise click.UsageError("Không ghi --reason khi dùng --undo." if undo else 'Cần lý do: --reason "…".')
    told = log(quiet=quiet)
    with writing_articles(project):
        path = _rewritten(project, article, reason, today, told)
    done = "Đã bỏ việc rút" if undo else "Đã rút"
    told.progress(
        f"{done} {path}. Dựng và đăng lại cổng để người đọc thấy.", "restored" if undo else "retracted", path=path
    )


def _rewritten(project: Path, article: str, reason: str, today: date, told: Log) -> str:
    """Write the article as taken back, or without a reason as published again; gives the path of its file."""
    source = _found(project, article)
    file = project / source.path
    text = file.read_bytes().decode()
    new = _with_block(source, text, today, reason) if reason else _without_block(source, text)
    found = problems_of(project, source.path, new.encode(), today=today)
    if found:
        told.problems(found)
    if has_errors(found):
        told.error("Không ghi gì: hãy sửa những lỗi trên trước.", "nothing-written")
        sys.exit(1)
    write_over(file, new)
    return source.path


def _found(project: Path, article: str) -> SourceArticle:
    slug = Path(article.partition("#")[0].rstrip("/")).name.removesuffix(".md")
    sources, _ = load_articles(project)
    for source in sources:
        if slug in (source.article.slug, *source.article.former_slugs):
            return source
    slugs = [source.article.slug for source in sources]
    within = next((f" Có phải là “{known}”?" for known in slugs if slug and slug in known), "")
    near = suggestion(slug, slugs) or within
    raise click.UsageError(f"Không có bài nào tên “{slug}”, hoặc tệp của bài không đọc được.{near}")


def _with_block(source: SourceArticle, text: str, today: date, reason: str) -> str:
    """The text with the block at the end of its front matter, and every other character as it was."""
    if retracted := source.article.retracted:
        raise click.UsageError(f"{source.path} đã rút ngày {retracted.on.isoformat()}.")
    if source.article.review is Review.DRAFT:
        raise click.UsageError(f"{source.path} là bản nháp, chưa đăng: xóa tệp là đủ.")
    front = _FRONT_MATTER.match(text)
    assert front  # the article was loaded
    quoted = json.dumps(reason, ensure_ascii=False)
    lines = ("retracted:", f'  on: "{today.isoformat()}"', f"  reason: {quoted}")
    return front[0] + "".join(f"{line}{front[1]}" for line in lines) + text[front.end() :]


def _without_block(source: SourceArticle, text: str) -> str:
    if source.article.retracted is None:
        raise click.UsageError(f"{source.path} chưa rút.")
    front = _FRONT_MATTER.match(text)
    assert front
    return _BLOCK.sub("", front[0], count=1) + text[front.end() :]
