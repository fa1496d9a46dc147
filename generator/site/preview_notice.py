"""What the preview adds to a page it serves: the notice of errors above it, and the script that reloads it.

Style and script are files of the preview's own, so that its pages keep the policy of the published ones.
"""

from __future__ import annotations

import re
from html import escape

from generator.diagnostics import Diagnostic, Severity
from generator.site.preview_round import Outcome

WAITING = "/.preview/after/"
"""Where a page asks for the version of the preview that comes after the one it shows."""

_STYLESHEET, _RELOADER = "/.preview/notice.css", "/.preview/reload.js"
_SHOWN = 30
_LAST_GOOD = "Bên dưới là bản gần nhất dựng được."
_BODY = re.compile(rb"<body[^>]*>")

_STYLE = """
.portal-preview { position: sticky; top: 0; z-index: 9; box-sizing: border-box; max-height: 55vh; overflow: auto;
  padding: 12px 16px; border-bottom: 4px solid var(--caution, #8f5800);
  background: var(--caution-paper, #fdf6e4); color: var(--ink, #14202b);
  font: 16px/1.5 "Be Vietnam Pro", system-ui, sans-serif; }
.portal-preview * { font: inherit; color: inherit; }
.portal-preview summary { cursor: pointer; }
.portal-preview strong, .portal-preview b { font-weight: 600; }
.portal-preview ol { margin: 8px 0 0; padding: 0; list-style: none; }
.portal-preview li { margin: 0; padding: 8px 0; border-top: 1px solid var(--line, #d3dbe1); }
.portal-preview p { margin: 0; overflow-wrap: anywhere; }
.portal-preview .portal-preview-where { color: var(--ink-soft, #495965); font-size: 14px; }
.portal-preview .portal-preview-more { margin-top: 8px; }
html { overflow-anchor: none; }
@media print { .portal-preview { display: none; } }
"""

_SCRIPT = """
(() => {
  const shown = document.currentScript.dataset.version;
  let waiting = null;
  async function follow() {
    if (waiting || document.hidden) return;
    waiting = new AbortController();
    try {
      const answer = await fetch("WAITING" + shown, { cache: "no-store", signal: waiting.signal });
      if (answer.ok && (await answer.text()) !== shown) return location.reload();
      waiting = null;
      follow();
    } catch {
      setTimeout(() => { waiting = null; follow(); }, 1000);
    }
  }
  document.addEventListener("visibilitychange", () => document.hidden ? waiting?.abort() : follow());
  addEventListener("pageshow", follow);
})();
"""


FILES = {
    _STYLESHEET: ("text/css; charset=utf-8", _STYLE.encode()),
    _RELOADER: ("text/javascript; charset=utf-8", _SCRIPT.replace("WAITING", WAITING).encode()),
}
"""What these pages load besides the site: content type and text, by path."""


def with_notice(page: bytes, outcome: Outcome, version: str, below: str = _LAST_GOOD) -> bytes:
    """The page with the notice at the top of its body and the script at its end."""
    script = f'<script src="{_RELOADER}" data-version="{version}"></script>'.encode()
    top = _BODY.search(page)
    start = top.end() if top else 0
    end = page.rfind(b"</body>")
    end = end if end >= start else len(page)
    return page[:start] + notice(outcome, below).encode() + page[start:end] + script + page[end:]


def bare_page(title: str, text: str = "") -> bytes:
    """A page for when the site has none."""
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title></head>"
        f'<body style="margin: 0"><p style="margin: 16px; font: 16px/1.5 system-ui, sans-serif">{escape(text)}</p>'
        "</body></html>"
    ).encode()


def notice(outcome: Outcome, below: str) -> str:
    """The errors of a round as HTML, and what stands below it; nothing if it succeeded."""
    if outcome.succeeded:
        return ""
    errors = [d for d in outcome.diagnostics if d.severity is Severity.ERROR]
    items = [_diagnostic(d) for d in errors] or [f"<p>{escape(text)}</p>" for text in outcome.failure]
    more = len(items) - _SHOWN
    rest = f"Còn {more} lỗi nữa, xem ở cửa sổ dòng lệnh. " if more > 0 else ""
    if outcome.trace:
        rest += "Đây là lỗi của chương trình, không phải của nội dung; chi tiết ở cửa sổ dòng lệnh. "
    return (
        f'<link rel="stylesheet" href="{_STYLESHEET}">'
        '<section class="portal-preview" lang="vi" aria-label="Lỗi của bản xem trước">'
        f"<details open><summary><strong>{_headline(outcome, len(errors))}</strong> {escape(below)}</summary>"
        f"<ol>{''.join(f'<li>{item}</li>' for item in items[:_SHOWN])}</ol>"
        f'<p class="portal-preview-more">{rest}Sửa xong và lưu tệp, trang sẽ tự đổi.'
        "<noscript> Trình duyệt này không chạy JavaScript: hãy tự tải lại trang.</noscript></p></details></section>"
    )


def _headline(outcome: Outcome, errors: int) -> str:
    if errors:
        return f"Có {errors} lỗi cần sửa."
    return "Chương trình gặp lỗi." if outcome.trace else "Chưa dựng được trang."


def _diagnostic(d: Diagnostic) -> str:
    field = f", mục <b>{escape(d.spot.field)}</b>" if d.spot.field else ""
    return (
        f'<p class="portal-preview-where"><b>{escape(d.spot.path)}</b>, dòng {d.spot.line}{field}</p>'
        f"<p>{escape(d.message)}</p><p>→ {escape(d.hint)}</p>"
    )
