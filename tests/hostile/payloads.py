"""Texts that mean something to HTML, Markdown, YAML or Jinja, and must mean nothing in the portal."""

from __future__ import annotations

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)></svg>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    '<iframe src="javascript:alert(1)"></iframe>',
    "</title></head><style>*{display:none}</style>",
    "</span></div></p><b>ngoài</b>",
    '{: onclick="alert(1)" .x }',
    "{ #bay .bay style=color:red }",
    "Chữ { .bay }",
    "[bấm](javascript:alert(1))",
    "![ảnh](data:text/html,x)",
    "](javascript:alert(1)) [",
    "[a]: javascript:alert(1)",
    "<javascript:alert(1)> <https://bay.example>",
    "<!-- chú thích --> --> <!-- mở",
    "<![CDATA[ x ]]> <?php x ?> <!DOCTYPE x>",
    "`mã` ``hai`` ```ba",
    "$x$ \\(y\\) \\*z\\* \\",
    "a | b || c |",
    "một\u2028hai\u2029ba\u0085bốn\n\n# năm\n- sáu",
    "\u200fphải\u200e \u200brỗng\u2060 \u061c \u00admềm \u3164.",
    "&lt;b&gt; &amp;lt; &#60;i&#62; &quot; &nbsp;x",
    "---",
    "--- title: x ---",
    'x: [1, 2] # "chú" {a: b} & *neo !thẻ %',
    "{{7*7}} {{ page.title }} {% raw %} {# x #}",
    "{% for x in y %} {%- endfor %}",
    "1. một",
    "- một *hai* __ba__ ~~bốn~~ ==năm==",
    "# một ## hai { #su-kien }",
    ": định nghĩa",
    "null",
    "2022",
    "Đoạn 1",
    "*[HTML]: viết tắt [^1] [[x]] :::",
    "[TOC]",
)

HARMLESS = tuple(f"nhãn{number:02}vh" for number in range(len(PAYLOADS)))
"""As many texts without any sign, none part of another."""
