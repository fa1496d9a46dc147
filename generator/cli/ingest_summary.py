"""What `portal ingest` shows of one article: what was found with the words that say it, what is missing or doubtful."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from generator import edtf
from generator.ingest import wording
from generator.ingest.answer import noise_lines
from generator.ingest.doubts import doubts
from generator.ingest.extract import Extraction
from generator.ingest.found import Found, Span
from generator.ingest.ingestion import Outcome
from generator.text import upper_first

_F = TypeVar("_F", bound=Found)
_UNKNOWN = "chưa rõ"
_LABEL = 13
_QUOTE = 90


def summary(outcome: Outcome) -> str:
    """The summary of an ingested article, in Vietnamese."""
    assert outcome.extraction is not None
    x = outcome.extraction
    lines = [_heading(outcome), *_header(x), *_facts(x), *_noise(x)]
    told = [*outcome.diagnostics, *doubts(x, outcome.file)]
    if told:
        lines += ["", "  Còn thiếu hoặc chưa chắc:", *(f"    • {d.message} {d.hint}" for d in told)]
    if outcome.diff is not None:
        lines += ["", "  Đề nghị sửa:" if outcome.diff else "  Không có gì khác với bài đã có.", outcome.diff]
    return "\n".join(lines).rstrip() + "\n"


def _heading(outcome: Outcome) -> str:
    done = "đã ghi bản nháp" if outcome.written else "đã có" if outcome.diff is not None else "chưa ghi (chạy thử)"
    return f"{outcome.file} → {outcome.path} ({done})"


def _header(x: Extraction) -> Iterator[str]:
    header, names = x.story.header, x.story.lexicon.registries.provinces
    yield _line("Tiêu đề", header.title)
    published = header.published
    shown = edtf.date_vi(edtf.parse(published.edtf)) if published else None
    if published and shown:
        shown += f" lúc {published.time}" if published.time else ""
        shown += " (suy ra)" if published.inferred else ""
    yield _line("Ngày đăng", shown, _quote(x, published.found if published else None))
    yield _line("Nơi đăng", header.publisher, _quote(x, header.publisher_span))
    if header.origin:
        yield _line("Lấy lại từ", header.origin, _quote(x, header.origin_span))
    yield _line("Tác giả", ", ".join(header.authors))
    yield _line("Địa chỉ", header.url)
    yield _line("Nói về", ", ".join(names[key].name for key in x.story.subjects))
    if x.story.mentions:
        yield _line("Nhắc tới", ", ".join(names[key].name for key in x.story.mentions))


def _line(label: str, value: str | None, quote: str = "") -> str:
    return f"  {label:{_LABEL}}{value or _UNKNOWN}{quote}"


def _facts(x: Extraction) -> Iterator[str]:
    registries = x.story.lexicon.registries
    yield from _list(x, "Sự kiện", x.events, wording.event_words)
    yield from _list(x, "Văn bản", x.documents, wording.document_words)
    yield from _list(x, "Chỉ số", x.indicators, lambda i: wording.indicator_words(i, registries))
    yield from _list(x, "Mục tiêu", x.targets, lambda t: wording.target_words(t, registries))
    yield from _list(x, "Nền tảng", x.platforms, wording.platform_words)
    yield from _list(x, "Con số", x.figures, lambda f: upper_first(wording.figure_words(f)))
    yield from _list(x, "Địa điểm", x.places, wording.place_words)
    yield from _list(x, "Chủ đề", x.topics, lambda t: registries.topics[t.topic].name)


def _list(x: Extraction, label: str, found: Iterable[_F], words: Callable[[_F], str]) -> Iterator[str]:
    facts = list(found)
    if facts:
        yield f"  {label} ({len(facts)})"
    for fact in facts:
        inferred = f" [suy ra: {fact.reason}]" if fact.reason else ""
        yield f"    • {words(fact)}{inferred}"
        yield f"     {_quote(x, Span(fact.start, fact.end))}"


def _quote(x: Extraction, span: Span | None) -> str:
    """The words of the source that say it, shortened in the middle."""
    if span is None:
        return ""
    words = " ".join(x.story.passage.read[span.start : span.end].split())
    if len(words) > _QUOTE:
        words = f"{words[: _QUOTE // 2].rstrip()} … {words[-_QUOTE // 2 :].lstrip()}"
    return f"  ← “{words}”" if words else ""


def _noise(x: Extraction) -> Iterator[str]:
    lines = noise_lines(x)
    if lines:
        yield f"  Đã bỏ, không thuộc bài ({len(lines)} dòng)"
    for line, why in lines:
        yield f"    – {line if len(line) <= _QUOTE else line[:_QUOTE].rstrip() + ' …'} ({why})"
