"""Characters as the rules expect them: NFC, one kind of line end, plain spaces, nothing invisible.

Invisible and look-alike characters follow the Unicode standard (general categories Cf, Zs, Zl, Zp); C1 controls stand
for the Windows-1252 characters they came from (WHATWG Encoding); Ð and ð (eth) are what old fonts wrote for Đ and đ.
"""

from __future__ import annotations

import re

from generator.text import nfc

_LINE_ENDS = {0x0B: "\n", 0x0C: "\n", 0x0D: "\n", 0x2028: "\n", 0x2029: "\n"}
_SPACES = dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_INVISIBLE = dict.fromkeys(
    [
        *range(0x09),
        *range(0x0E, 0x20),
        0x7F,
        0xAD,  # soft hyphen
        0x034F,
        0x061C,
        0x180E,
        *range(0x200B, 0x2010),  # zero width, direction marks
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        0xFEFF,
        *range(0xFFF9, 0xFFFC),
        *range(0xD800, 0xE000),
        *range(0xFDD0, 0xFDF0),  # no characters
        *(0xFFFE, 0xFFFF),
    ],
    "",
)
_C1 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_ETH = {0xD0: "Đ", 0x189: "Đ", 0xF0: "đ"}
_PLAIN: dict[int, str] = {**_INVISIBLE, **_SPACES, **_LINE_ENDS, **_C1, **_ETH}
_ODD = re.compile("[" + "".join(re.escape(chr(code)) for code in _PLAIN) + "]")
_EDGES = re.compile(r"[ \t]+")


def plain(text: str) -> str:
    """The text in NFC with \\n as its only line end and space, \\t as its only spaces, without invisible characters."""
    text = text.replace("\r\n", "\n")
    if _ODD.search(text):
        text = _ODD.sub(lambda m: _PLAIN[ord(m[0])], text)
    return nfc(text)


def one_line(text: str) -> str:
    """Plain text on one line with single spaces."""
    return " ".join(plain(text).split())
