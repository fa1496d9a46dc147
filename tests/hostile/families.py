"""Attack texts as data: a few hundred, each of a family × its variants; none may do anything but be read."""

from __future__ import annotations

from itertools import product

HOST = "bay.example"
"""The host that the payloads try to reach; the sites under test stand on this machine."""

_CODE = ("alert(1)", "bay(1)", "document.title='bay'")
_SCHEMES = (
    "javascript:", "JaVaScRiPt:", "java&#115;cript:", "&#106;avascript:", "&#x6A;avascript:", "javascript&colon;",
    "java%0ascript:", "%6aavascript:", "\\u006aavascript:", "vbscript:", "data:text/html,", "data:text/html;base64,",
    "data:image/svg+xml,", "blob:", "filesystem:", "view-source:", "feed:javascript:", "jar:", "//", "\\\\", "/\\",
    "///", "https:", "http:/", "HTTPS://",
)  # fmt: skip
_HANDLERS = (
    "onerror", "onload", "onfocus", "onclick", "onmouseover", "ontoggle", "onanimationstart", "onpointerenter",
    "onbeforetoggle", "onscrollend", "oncontentvisibilityautostatechange", "ONERROR", "oNlOaD",
)  # fmt: skip
_QUOTES = ('"', "'", "`", "")


def _markup() -> list[str]:
    tags = ("script", "SCRIPT", "scr<script>ipt", "script/x", "script\tx", "svg><script", "noscript", "template")
    ends = ("</title>", "</textarea>", "</style>", "</script>", "</noscript>", "</svg>", "</td></table>", "-->", "]]>")
    loaders = ("iframe", "object", "embed", "base", "link rel=stylesheet", "meta http-equiv=refresh", "form", "frame")
    return [
        *(f"<{tag}>{code}</{tag.split('/')[0]}>" for tag, code in product(tags, _CODE[:2])),
        *(f"{end}<img src=x onerror={_CODE[1]}>" for end in ends),
        *(f'<{tag} src="//{HOST}/{n}" href="//{HOST}/{n}" data="//{HOST}/{n}">' for n, tag in enumerate(loaders)),
        *(f"<!--{inside}" for inside in ("", ">", "->", "[if IE]><b>", "<script>")),
        "<b", "<", "<>", "</", "<?php x ?>", "<![CDATA[<b>]]>", "<!DOCTYPE html [<!ENTITY x 'bay'>]>&x;",
        "<plaintext>", "<xmp>", "<math><mtext><table><mglyph><style><img src=x onerror=bay(1)>",
    ]  # fmt: skip


def _handlers() -> list[str]:
    values = [f"{quote} {name}={_CODE[1]} x={quote}" for quote, name in product(_QUOTES, _HANDLERS)]
    tags = ("img src=x", "svg", "body", "details open", "input autofocus", "video src=x", "marquee", "a tabindex=1")
    return [*values, *(f"<{tag} {name}={_CODE[0]}>" for tag, name in product(tags, _HANDLERS[:4]))]


def _links() -> list[str]:
    ways = ("[bấm]({})", "<{}>", "![ảnh]({})", '<a href="{}">x</a>')
    texts = [way.format(f"{scheme}{HOST}/alert`1`") for way, scheme in product(ways, _SCHEMES)]
    others = (
        "[x]: javascript:bay(1)", "[x][javascript:bay(1)]", "[x] [1]", "[x]: <javascript:bay(1)> 'y'", "[^1]: chú",
        "[x](<javascript:bay(1)>)", "[x](/a 'b\" onclick=bay(1) c')", "![x][bay]", "](javascript:bay(1))", "[[x]]",
        f"http://bao.vn@{HOST}", f"https://bаo.{HOST}", f"https://xn--bo-1ja.{HOST}", f"www.{HOST}", f"a@{HOST}",
    )  # fmt: skip
    return [*texts, *others]


def _markdown() -> list[str]:
    marks = (
        "#",
        "##",
        "-",
        "*",
        "+",
        "1.",
        "1)",
        ">",
        "    ",
        "```",
        "~~~",
        ":",
        "|",
        "===",
        "---",
        "***",
        "!!!",
        "???",
    )
    attributes = ("onclick=bay(1)", '.x onclick="bay(1)"', "#x", "style=color:red", "src=x", "href=javascript:bay(1)")
    inline = ("*a*", "**a**", "_a_", "__a__", "`a`", "~~a~~", "==a==", "^a^", "~a~", "$a$", "\\(a\\)", "*[A]: b", ":a:")
    html = ('<div markdown="1">', '<div markdown="block">*a*</div>', "<p markdown>", "</div>", "<hr>", "<details>")
    return [
        *(f"{mark} dòng" for mark in marks),
        *(way.format(a) for way, a in product(("{{: {} }}", "{{ {} }}", "x{{{}}}"), attributes)),
        *(f"m{n} {text}" for n, text in enumerate(inline)),
        *html, "[TOC]", "[toc]", "a\\", "\\*a\\*", "a  \nb", "a\n\n# b", "a\n===", "a | b\n--|--\n1 | 2", "&copy;",
        "\\<b\\>", "&lt;b&gt;", "&amp;lt;", "&#60;b&#62;", "&#x3c;b&#x3e;", "&lt", "&", "&;", "&#0;", "klzzwxh:0001",
        "wzxhzdk:0", "amp;#60;b", "q:1", "@@x", "%%x", "^^x^^", "++x++", "--8<-- \"mkdocs.yml\"", "::: bay", "%(x)s",
    ]  # fmt: skip


def _templates() -> list[str]:
    inner = ("7*7", "config", "page.title", "''.__class__.__mro__", "self", "cycler.__init__", "x|safe")
    ways = ("{{{{{}}}}}", "{{%print({})%}}", "${{{}}}", "#{{{}}}", "<%={}%>", "@{{{}}}", "{{{}}}")
    return [*(way.format(x) for way, x in product(ways, inner)), "{% raw %}", "{% include '/etc/passwd' %}", "{# x #}"]


def _data() -> list[str]:
    formulas = ("1+1", 'HYPERLINK("//bay.example")', "cmd|' /C calc'!A0", "SUM(A1)", "WEBSERVICE(A1)")
    starts = ("=", "+", "-", "@", "＝", "＋", "－", "＠", " =", "\t=", "a;=", "a\n=", '";=', "%0A=")
    ics = (
        "BEGIN:VEVENT",
        "END:VCALENDAR",
        "ATTACH:http://bay.example/",
        "X-BAY:1",
        "ATTENDEE;CN=x:mailto:a@bay.example",
    )
    return [
        *(f"{start}{formula}" for start, formula in product(starts, formulas[:3])),
        *(f"-{formula}" for formula in formulas[3:]),
        *(f"a{end}{line}" for end, line in product(("\r\n", "\n", "\\n", ";"), ics)),
        "a,b;c\\d", '"a","b"', 'a"b', "'a'", "a\tb", '"}</script><script>bay(1)</script>',
        "<!--<script>", '\\"', "\\u003c",
        '{"@type":"x"}', "</SCRIPT x><img src=x onerror=bay(1)>", "*/bay(1)/*", "//# sourceMappingURL=//bay.example",
        "]]>]]&gt;", "&bay;", "%bay;", "<?xml-stylesheet href='//bay.example'?>", "<entry/>", "xmlns:a='b'",
        "__proto__", "constructor", "toString", "null", "true", "2022", "1e3", "0x1F", "~", "- a: b", "a: b",
        "!!python/x", "&a *a", "? a", "%YAML 1.2", "@a", "`a`b", "yes", "'", '"', "--- # a", "...", "<<: *a", ">-",
        "|+",
    ]  # fmt: skip


def _names() -> list[str]:
    paths = (
        "../../x",
        "..\\..\\x",
        "/etc/passwd",
        "C:\\x",
        "file:///etc/passwd",
        "a/../../b",
        "%2e%2e%2f",
        "..;/x",
        "CON",
    )
    odd = (
        "a\u2028b",
        "a\u2029b",
        "a\u0085b",
        "a\u00a0b",
        "a\u3000b",
        "a\u2003b",
        "e\u0301\u0323",
        "ﬁ",
        "Å",
        "㎏",
        "🇻🇳",
        "👨‍👩‍👧",
    )
    empty = (
        "a\u200bb",
        "a\u200cb",
        "a\u2060b",
        "a\xadb",
        "\u200fa\u200e",
        "\u061ca",
        "a\u180eb",
        "\u3164a",
        "a\U000e0041b",
    )
    return [*paths, "index", "404.html", "robots.txt\n", "a?b#c", "?q=x", "#doan-1", "đ", *odd, *empty]


FAMILIES: dict[str, tuple[str, ...]] = {
    "markup": tuple(_markup()),
    "handlers": tuple(_handlers()),
    "links": tuple(_links()),
    "markdown": tuple(_markdown()),
    "templates": tuple(_templates()),
    "data": tuple(_data()),
    "names": tuple(_names()),
}

REFUSED: dict[str, tuple[str, ...]] = {
    "bidi-control": tuple(f"a{chr(code)}b" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
    "control-character": tuple(
        f"a{char}[31mb"
        for char in "\0\x01\x02\x03\x07\x08\x0b\x0c\x1b\x1f\x7f\x80\x9b\x9d\ufdd0\ufeff\ufff9\ufffe\uffff"
    ),
    "too-many-marks": ("a" + "\u0301" * 31, "a" + "\u0323\u0301" * 5000, "ก" + "\u0e49" * 40),
}
"""By the code that tells of them: what no content may hold. A terminal gets them nevertheless, in file names."""


def corpus() -> tuple[str, ...]:
    """Every payload that content may hold, once."""
    return tuple(dict.fromkeys(payload for family in FAMILIES.values() for payload in family))
