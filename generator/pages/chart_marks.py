"""The styles that tell the lines of a chart apart without colour: a dash and a form for each."""

from __future__ import annotations

from collections.abc import Sequence

_DASHES = ("", "7 3", "2 3", "9 3 2 3", "4 4", "1 4")
MARKS = len(_DASHES)

_FORMS: Sequence[str] = (
    "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z",
    "M-4 -4h8v8h-8z",
    "M0 -5.2l5.2 9.2h-10.4z",
    "M0 -5.8l5.8 5.8l-5.8 5.8l-5.8 -5.8z",
    "M0 5.2l5.2 -9.2h-10.4z",
    "M-5 -2h3v-3h4v3h3v4h-3v3h-4v-3h-3z",
)


def dash(style: int) -> str:
    """The attribute for the dash of a style, counted from 1, with a blank before it; nothing for a whole line."""
    return f' stroke-dasharray="{_DASHES[style - 1]}"' if _DASHES[style - 1] else ""


def marker(x: float, y: float, style: int, told: bool = True) -> str:
    """The form of a style at a point; hollow when the rank is not plainly told."""
    look = f'class="diem kieu-{style}" fill="currentColor"' if told else f'class="diem kieu-{style} rong"'
    return f'<path {look} stroke="currentColor" transform="translate({x:g} {y:g})" d="{_FORMS[style - 1]}"/>'


def key(style: int) -> str:
    """A piece of the line with its form, for a legend."""
    return (
        '<svg class="khoa" viewBox="0 0 30 14" width="30" height="14" aria-hidden="true">'
        f'<line class="duong kieu-{style}" stroke="currentColor" x1="1" y1="7" x2="29" y2="7"{dash(style)}/>'
        f"{marker(15, 7, style)}</svg>"
    )
