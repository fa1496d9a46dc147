"""`portal new`: a draft article with the keys filled in as far as known."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from generator import edtf
from generator.check import problems_of
from generator.cli.log import Log, log
from generator.cli.options import WORDS, common, today_option
from generator.cli.terminal import echo
from generator.diagnostics import Severity
from generator.files import write_new
from generator.sources.articles import article_paths, writing_articles
from generator.text import nfc, short_slug, slug

_KEY = re.compile(r"[a-z][a-z0-9-]*\Z")

_TEMPLATE = """\
---
# Điều chưa biết thì để null; dòng bắt đầu bằng # là lời nhắc, xóa được. Mọi khóa: xem HUONG-DAN.md.
{title}
# Ngày đăng: "2022-10-10", chỉ biết tháng thì "2022-10", chỉ biết năm thì "2022".
published: {published}
# Khóa của nơi đăng trong site_config/publishers.yml.
publisher: {publisher}
url: {url}
authors: []
# draft: chỉ hiện ở bản xem trước. Người biên tập đọc lại xong mới đổi thành approved.
review: draft
added: "{added}"
# subject: bài nói về; mention: bài chỉ nhắc tới. Khóa là tên không dấu, ví dụ bac-kan.
provinces:
  subject: [{provinces}]
  mention: []
# Dữ kiện: bỏ dấu # của phần cần dùng. at là đoạn tóm tắt nói ra điều đó, đếm từ 1.
# topics:
#   - {{topic: ky-nang-so, at: 1}}
# events:
#   - id: ten-su-kien-nam
#     name: Tên sự kiện
#     kind: conference
#     date: "2022-10-10"
#     provinces: [bac-kan]
#     at: 1
# documents:
#   - {{id: quyet-dinh-505-qd-ttg, kind: Quyết định, number: 505/QĐ-TTg, date: "2022-04-22", at: 1}}
# indicators:
#   - {{province: bac-kan, index: dti, year: 2022, measure: tong-the, rank: 40, at: 1}}
# targets:
#   - {{province: bac-kan, by: "2025", text: Điều muốn đạt tới, at: 1}}
# platforms:
#   - {{id: vneid, name: VNeID, kind: app, provinces: [], at: 1}}
# figures:
#   - {{province: bac-kan, label: Con số này đếm gì, value: 100, unit: "%", period: "2022", at: 1}}
# places:
#   - {{name: xã Vi Hương, within: huyện Bạch Thông, province: bac-kan, at: 1}}
# note: Ghi chú cho người đọc.
# editor_note: Ghi chú cho người biên tập, không được đăng.
---

{body}
"""

_BODY = "Bài này chưa có tóm tắt: thay đoạn này bằng 2 đến 5 đoạn tóm tắt bằng lời của ta, cách nhau một dòng trống."


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is known of an article when its draft is made."""

    title: str
    own_heading: bool
    published: str | None
    publisher: str | None
    url: str | None
    provinces: Sequence[str]
    added: date

    @property
    def path(self) -> str:
        """Where it goes, by the year of publication, or by that of `added` where no date is known."""
        return f"content/articles/{self._year}/{short_slug(self.title)}.md"

    @property
    def _year(self) -> int:
        try:
            return edtf.parse(self.published).year if self.published else self.added.year
        except (edtf.NotEdtf, edtf.ImpossibleDate):
            return self.added.year

    @property
    def text(self) -> str:
        """The file, its strings quoted for YAML."""
        title = _quoted(self.title)
        return _TEMPLATE.format(
            title=f"title: null\nheading: {title}" if self.own_heading else f"title: {title}",
            published=_quoted(self.published),
            publisher=_key(self.publisher) if self.publisher else "null",
            url=_quoted(self.url),
            provinces=", ".join(_key(key) for key in self.provinces),
            added=self.added.isoformat(),
            body=_BODY,
        )


def _quoted(value: str | None) -> str:
    return json.dumps(value, ensure_ascii=False)


def _key(value: str) -> str:
    return value if _KEY.match(value) else _quoted(value)


@click.command("new")
@click.argument("title", type=WORDS)
@click.option("--heading", is_flag=True, help="TITLE is our own heading: the published title is not known.")
@click.option("--url", type=WORDS, help="The address of the original.")
@click.option("--published", type=WORDS, help="EDTF: 2022-10-10, 2022-10, 2022 …")
@click.option("--publisher", type=WORDS, help="A key of site_config/publishers.yml.")
@click.option(
    "--province",
    "provinces",
    type=WORDS,
    multiple=True,
    help="A province it is about (bac-kan or Bắc Kạn); may be repeated.",
)
@common
@today_option
def new_command(
    title: str,
    heading: bool,
    url: str | None,
    published: str | None,
    publisher: str | None,
    provinces: tuple[str, ...],
    project: Path,
    quiet: bool,
    today: date,
) -> None:
    """Write a draft article named TITLE, with the keys filled in as far as known; never over another file."""
    draft = Draft(
        title=" ".join(nfc(title).split()),
        own_heading=heading,
        published=published,
        publisher=publisher,
        url=url,
        provinces=[slug(name) for name in provinces],
        added=today,
    )
    if not short_slug(draft.title):
        raise click.UsageError("TITLE has no letter or digit to make an address from")
    told = log(quiet=quiet)
    with writing_articles(project):
        _write(draft, project, told)
    if not quiet:
        echo(draft.path)
    told.noted(f"{draft.path} was written.", "drafted", path=draft.path)


def _write(draft: Draft, project: Path, told: Log) -> None:
    target = project / draft.path
    same = [path for path in article_paths(project) if path.stem == target.stem]
    if same:
        raise click.UsageError(f"{same[0].relative_to(project).as_posix()} exists already")
    found = problems_of(project, draft.path, draft.text.encode(), today=draft.added)
    if found:
        told.problems(found)
    if any(d.severity is Severity.ERROR for d in found):
        told.error("Nothing was written.", "nothing-written")
        sys.exit(1)
    write_new(target, draft.text)
