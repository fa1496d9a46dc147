"""Abbreviations are spelled out where they stand first, and only there."""

from __future__ import annotations

import pytest

from generator.output.markdown import body_markdown
from generator.pages.abbreviations import first_uses

KNOWN = {"UBND": "Ủy ban nhân dân", "TT&TT": "Thông tin và Truyền thông"}


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["UBND tỉnh họp.", "UBND xã họp."], [["UBND"], []]),
        (["Một hội nghị.", "Sở TT&TT và UBND tỉnh họp."], [[], ["UBND", "TT&TT"]]),
        (["Ủy ban nhân dân (UBND) tỉnh họp.", "UBND xã họp."], [[], []]),
        (["Ủy ban nhân dân tỉnh họp.", "UBND xã họp."], [[], []]),
        (["Mã UBNDX và /KH-UBNDX."], [[]]),
    ],
)
def test_first_uses(paragraphs: list[str], expected: list[list[str]]) -> None:
    assert [list(found) for found in first_uses(paragraphs, KNOWN)] == expected


def test_the_first_one_outside_links_is_marked() -> None:
    text = "[UBND tỉnh](https://a.vn/) và Sở TT&TT, UBND huyện, UBND xã"
    assert body_markdown("bai-viet/a.md", text, {}, KNOWN) == (
        "[UBND tỉnh](https://a.vn/) và Sở "
        '<abbr title="Thông tin và Truyền thông">TT&amp;TT</abbr>, '
        '<abbr title="Ủy ban nhân dân">UBND</abbr> huyện, UBND xã'
    )
