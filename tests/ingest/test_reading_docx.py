"""Word files: paragraphs, tables, and what Word wraps text in."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from generator.ingest.found import Raw
from generator.ingest.reading.read import read_bytes
from tests.ingest.reading_samples import FIRST, SECOND, TITLE, word


def read(data: bytes, name: str = "bai.docx") -> Raw:
    raw, problems = read_bytes(data, name)
    assert raw is not None, problems
    assert problems == []
    return raw


def p(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def cell(*texts: str) -> str:
    return f"<w:tc>{''.join(map(p, texts))}</w:tc>"


def test_a_letter_written_by_python_docx() -> None:
    document = docx.Document()
    document.core_properties.author = "Văn thư"
    document.core_properties.title = "Báo cáo"
    document.sections[0].header.paragraphs[0].text = "Huyện Mẫu"
    document.add_heading(TITLE, 1)
    document.add_paragraph(FIRST)
    table = document.add_table(rows=0, cols=3)
    for row in (("Hạng", "Địa phương", "Điểm"), ("1", "Huyện Lạng Giang", "0,7124")):
        for place, text in zip(table.add_row().cells, row, strict=True):
            place.text = text
    document.add_paragraph("mở lớp kỹ năng số", style="List Bullet")
    document.add_paragraph("cấp chữ ký số", style="List Bullet")
    buffer = BytesIO()
    document.save(buffer)

    raw = read(buffer.getvalue())
    rows = "Hạng\tĐịa phương\tĐiểm\n1\tHuyện Lạng Giang\t0,7124"
    assert raw.text == "\n\n".join([TITLE, FIRST, rows, "mở lớp kỹ năng số", "cấp chữ ký số"])
    assert (raw.kind, raw.left_out) == ("docx", ("Huyện Mẫu",))
    assert raw.meta.authors == ()
    assert raw.meta.title is None


def box(tag: str) -> str:
    return f"<mc:{tag}><w:txbxContent>{p('Hộp')}</w:txbxContent></mc:{tag}>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


HEAD_OF_LETTER = f"<w:tr>{cell('UBND HUYỆN MẪU', 'PHÒNG VĂN HÓA')}{cell('CỘNG HÒA')}</w:tr>"
NUMBER_AND_DAY = f"<w:tr>{cell('Số: 12/KH-UBND')}{cell('ngày 5/3/2023')}</w:tr>"
CHANGED = f"<w:ins>{run(' họp')}</w:ins><w:del><w:r><w:delText>nghỉ</w:delText></w:r></w:del>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<w:p>{run('Tỉnh ')}<w:smartTag>{run('Bắc Giang')}</w:smartTag>{CHANGED}</w:p>", "Tỉnh Bắc Giang họp"),
        (f"<w:p>{run('Xem')}<w:hyperlink>{run(' tại đây')}</w:hyperlink></w:p>", "Xem tại đây"),
        ("<w:p><w:r><w:t>Một</w:t><w:br/><w:t>Hai</w:t><w:tab/><w:t>Ba</w:t></w:r></w:p>", "Một\nHai\tBa"),
        (f"<w:sdt><w:sdtContent>{p('Trong')}</w:sdtContent></w:sdt>{p('Ngoài')}", "Trong\n\nNgoài"),
        (f"<w:tbl>{HEAD_OF_LETTER}</w:tbl>", "UBND HUYỆN MẪU\n\nPHÒNG VĂN HÓA\n\nCỘNG HÒA"),
        (f"<w:tbl>{NUMBER_AND_DAY}</w:tbl>", "Số: 12/KH-UBND\tngày 5/3/2023"),
        (
            f"<w:p>{run('Chữ')}<w:r><mc:AlternateContent>{box('Choice')}{box('Fallback')}</mc:AlternateContent></w:r></w:p>",
            "Chữ\n\nHộp",
        ),
    ],
)
def test_whatever_text_is_wrapped_in(body: str, text: str) -> None:
    assert read(word(body)).text == text


def test_footnotes_are_left_out_but_shown() -> None:
    footnotes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:footnote>{p('Nguồn: sở')}</w:footnote></w:footnotes>"
    )
    raw = read(word(p(FIRST) + p(SECOND), {"word/footnotes.xml": footnotes}))
    assert raw.left_out == ("Nguồn: sở",)


def test_a_word_file_by_another_name() -> None:
    raw, problems = read_bytes(word(p(FIRST)), "bai.doc")
    assert raw is not None
    assert [d.code for d in problems] == ["ingest-wrong-extension"]
