"""`portal review`: the drafts one by one, each fact beside the words of its source; accept, edit or skip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from generator.check import problems_of
from generator.cli.log import log
from generator.cli.options import common, today_option
from generator.cli.terminal import echo
from generator.diagnostics import has_errors, human
from generator.edtf import date_vi
from generator.files import write_over
from generator.locks import Held
from generator.model import Fact, Review
from generator.sources.articles import FACT_LISTS, SourceArticle, load_articles, writing_articles
from generator.text import nfc

_DRAFT_LINE = re.compile(r"^review:[ \t]*[\"']?draft[\"']?[ \t]*$", re.MULTILINE)
_QUOTE = 160
_LISTS_VI = {
    "topics": "Chủ đề",
    "events": "Sự kiện",
    "documents": "Văn bản",
    "indicators": "Chỉ số",
    "targets": "Mục tiêu",
    "platforms": "Nền tảng",
    "figures": "Con số",
    "places": "Địa điểm",
}
_PROMPT = "[d]uyệt, [s]ửa, [b]ỏ qua, [t]hoát"


@click.command("review")
@click.argument("drafts", metavar="[DRAFT]...", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@common
@today_option
def review_command(drafts: tuple[Path, ...], project: Path, quiet: bool, today: date) -> None:
    """Go through the drafts (default: all of content/) one by one: accept, edit in $EDITOR, or skip."""
    paths = [_within(project, path) for path in drafts] or _drafts(project)
    accepted, told = 0, log(quiet=quiet)
    for number, path in enumerate(paths, start=1):
        echo(f"\n── {number}/{len(paths)}  {path}")
        try:
            if _reviewed(project, path, today):
                accepted += 1
                told.noted(f"{path} was approved.", "approved", path=path)
        except click.Abort:
            break
    if not quiet:
        echo(f"\nĐã duyệt {accepted} trên {len(paths)} bản nháp.")


def _within(project: Path, draft: Path) -> str:
    articles = project / "content" / "articles"
    if not (path := draft.resolve()).is_relative_to(articles):
        raise click.BadParameter(f"{draft} không nằm trong {articles}: nêu tệp của bản nháp ở đó.")
    return path.relative_to(project).as_posix()


def _drafts(project: Path) -> list[str]:
    sources, _ = load_articles(project)
    return [s.path for s in sources if s.article.review is Review.DRAFT]


def _reviewed(project: Path, path: str, today: date) -> bool:
    """Whether the editor accepted the draft; raises click.Abort when the editor has had enough."""
    file = project / path
    while True:
        sources, problems = load_articles(project, [file])
        if sources:
            echo("\n".join(_shown(project, sources[0])))
        if problems:
            echo(human(problems))
        match click.prompt(_PROMPT, type=click.Choice(list("dsbt")), show_choices=False):
            case "d" if _accept(project, path, today):
                return True
            case "s":
                click.edit(filename=str(file))
            case "b":
                return False
            case "t":
                raise click.Abort


def _accept(project: Path, path: str, today: date) -> bool:
    """Mark the draft approved unless the published site would then have an error, or others write articles now."""
    try:
        with writing_articles(project):
            return _approved(project, path, today)
    except Held as error:
        echo(f"Chưa duyệt được: một lệnh portal khác (tiến trình {error.pid}) đang ghi bài; chờ nó xong rồi duyệt.")
        return False


def _approved(project: Path, path: str, today: date) -> bool:
    file = project / path
    read = file.read_bytes()
    text, changed = _DRAFT_LINE.subn("review: approved", nfc(read.decode()), count=1)
    if not changed:
        echo("Không thấy dòng review: draft trong tệp; hãy sửa tệp.")
        return False
    found = problems_of(project, path, text.encode(), today=today)
    if found:
        echo(human(found))
    if has_errors(found):
        echo("Chưa duyệt được: hãy sửa những lỗi trên trước.")
        return False
    if file.read_bytes() != read:
        echo("Chưa duyệt được: tệp vừa đổi trong lúc kiểm tra; hãy đọc lại.")
        return False
    write_over(file, text)
    return True


def _shown(project: Path, source: SourceArticle) -> Iterator[str]:
    from generator.ingest.store import SourceStore

    article = source.article
    text = SourceStore(project).text(article.source) if article.source else None
    yield f"{article.display_title}" + ("" if article.title else "  (tiêu đề do ta đặt)")
    yield f"Đăng: {date_vi(article.published) if article.published else 'chưa rõ ngày'}"
    yield f"Nói về: {', '.join(article.subjects) or 'chưa rõ tỉnh, thành'}"
    for name in FACT_LISTS:
        facts: tuple[Fact, ...] = getattr(article, name)
        if facts:
            yield f"{_LISTS_VI[name]} ({len(facts)})"
        for fact in facts:
            yield f"  • {_told(fact)}"
            yield from _evidence(fact, text)
    if article.editor_note:
        yield f"Ghi chú cho người biên tập: {article.editor_note}"
    yield from ("", *article.paragraphs, "")


def _told(fact: Fact) -> str:
    """What an entry of the front matter says, its known values one after the other."""
    hidden = {"article", "index", "at", "basis", "reason", "note", "evidence", "id", "table_inferred"}
    values = {name: getattr(fact, name) for name in fact.__dataclass_fields__ if name not in hidden}
    return ", ".join(f"{name} {_value(value)}" for name, value in values.items() if value not in (None, (), ""))


def _value(value: object) -> str:
    text = getattr(value, "text", None)
    return str(text) if text else ", ".join(value) if isinstance(value, tuple) else str(value)


def _evidence(fact: Fact, text: str | None) -> Iterator[str]:
    if fact.reason:
        yield f"      suy ra: {fact.reason}"
    if text and fact.evidence:
        words = " ".join(text[slice(*fact.evidence)].split())
        yield f"      ← “{words if len(words) <= _QUOTE else words[:_QUOTE].rstrip() + ' …'}”"
