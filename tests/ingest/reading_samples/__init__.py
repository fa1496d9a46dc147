"""Raw files in our own words, made for the tests of the readers."""

from __future__ import annotations

import unicodedata
import zipfile
from io import BytesIO

TITLE = "Huyện Lạng Giang ra mắt tổ công nghệ số cộng đồng"
FIRST = (
    "Sáng 12/9/2023, Ủy ban nhân dân huyện Lạng Giang, tỉnh Bắc Giang ra mắt các tổ công nghệ số cộng đồng, giúp người "
    "dân nộp hồ sơ trực tuyến và thanh toán không dùng tiền mặt."
)
SECOND = (
    "Theo Kế hoạch số 215/KH-UBND ngày 20/3/2023, đến hết năm, 93,6% số thôn của huyện phải có tổ hoạt động thường "
    "xuyên, mỗi tổ có ít nhất năm thành viên."
)
LAST = "Buổi lễ có sự tham dự của đại diện các sở, ngành và hơn hai trăm đoàn viên thanh niên trong toàn huyện."
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """The text as Windows keyboards of its time wrote it: letters with hat, breve or horn whole, tones after them."""
    written = []
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        tone = "".join(c for c in parts if c in _TONES)
        letter = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
        written.append(letter + tone)
    return "".join(written).encode("cp1258")


def menu(name: str, links: int) -> str:
    """A list of links, such as a site has many of."""
    items = "".join(f'<li><a href="/{n}">Chuyên mục {name} số {n}</a></li>' for n in range(links))
    return f'<ul class="{name}">{items}</ul>'


def page(article: str, *, head: str = "", after: str = "") -> str:
    """A page of a portal around an article."""
    return f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8">{head}<script>var lượt = 1;</script><style>p {{ margin: 0 }}</style></head>
<body><header><div class="logo"><a href="/">CỔNG THÔNG TIN HUYỆN MẪU</a></div>{menu("menu", 12)}</header>
<div id="trang">{article}<div class="tin-lien-quan"><h3>Tin liên quan</h3>{menu("tin", 8)}</div>{after}</div>
<footer><p>Giấy phép số 12/GP-TTĐT ngày 03/4/2019. Tổng số lượt truy cập: 1.234.567 của toàn trang.</p></footer>
</body></html>"""


def package(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP file with these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def parts_of_word() -> dict[str, str | bytes]:
    """The parts of a Word file that say where its text is."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{relation}" Target="word/document.xml"/></Relationships>',
    }


def word(body: str, more: dict[str, str | bytes] | None = None) -> bytes:
    """A Word file whose body is this WordprocessingML, with more parts."""
    main = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'
        f"{body}</w:body></w:document>"
    )
    return package(parts_of_word() | {"word/document.xml": main} | (more or {}))
