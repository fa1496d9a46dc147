"""Plain text: encodings, characters, extensions, and that nothing whatever raises."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.found import Raw
from generator.ingest.reading.plain import plain
from generator.ingest.reading.read import read_bytes, read_path, read_stream
from tests.ingest.reading_samples import FIRST, LAST, SECOND, TITLE, windows_1258

ARTICLE = f"{TITLE}\n\n{FIRST}\n{SECOND}\n"
TCVN3 = str.maketrans(
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦",
)
VNI = "Uyû ban nhaân daân huyeän toå chöùc leã ra maét toå coâng ngheä soá coäng ñoàng, höôùng daãn ngöôøi daân."


def read(data: bytes, name: str = "bai.txt") -> Raw:
    raw, problems = read_bytes(data, name)
    assert raw is not None
    assert problems == []
    return raw


def codes(data: bytes, name: str = "bai.txt") -> list[str]:
    return [d.code for d in read_bytes(data, name)[1]]


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE.encode(),
        b"\xef\xbb\xbf" + ARTICLE.encode(),
        b"\xff\xfe" + ARTICLE.encode("utf-16-le"),
        b"\xfe\xff" + ARTICLE.encode("utf-16-be"),
        b"\xff\xfe\0\0" + ARTICLE.encode("utf-32-le"),
        ARTICLE.encode("utf-16-le"),
        ARTICLE.encode("utf-16-be"),
        windows_1258(ARTICLE),
        ARTICLE.replace("\n", "\r\n").encode(),
        unicodedata.normalize("NFD", ARTICLE).encode(),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes) -> None:
    raw = read(data)
    assert (raw.text, raw.kind) == (ARTICLE, "txt")


@pytest.mark.parametrize("length", [20, 60, 150, 300])
def test_short_texts_in_windows_1258_are_recognised(length: int) -> None:
    assert read(windows_1258(FIRST[:length])).text == FIRST[:length]


@pytest.mark.parametrize(
    "data",
    [
        FIRST.translate(TCVN3).encode("cp1252", "ignore"),
        FIRST.translate(TCVN3).encode(),
        VNI.encode("cp1252"),
        VNI.encode(),
        "Текст на русском языке о цифровом преобразовании".encode("cp1251"),
    ],
)
def test_other_encodings_are_refused_and_not_guessed(data: bytes) -> None:
    assert codes(data) == ["ingest-unknown-charset"]


@pytest.mark.parametrize(
    "text",
    [ARTICLE, "Résumé: café à Paris", "DTI 2022", "Ông Phò Mã Pá, tổ trưởng", "Chỉ số PAPI, PCI, ICT Index 63/63"],
)
def test_texts_in_unicode_are_not_taken_for_old_fonts(text: str) -> None:
    assert read(text.encode()).text == text


def test_a_text_cut_short_is_read_with_a_warning() -> None:
    raw, problems = read_bytes(ARTICLE.encode()[:150], "bai.txt")
    assert raw is not None
    assert ARTICLE.startswith(raw.text.rstrip("\ufffd"))
    raw, problems = read_bytes((ARTICLE + SECOND).encode().replace("mỗi".encode(), b"m\xe1\xbbi"), "bai.txt")
    assert raw is not None
    assert [d.code for d in problems] == ["ingest-damaged-characters"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("a\r\nb\rc\u2028d\u2029e\x0cf", "a\nb\nc\nd\ne\nf"),
        ("Đà\u00a0Nẵng\u202f63\u3000tỉnh", "Đà Nẵng 63 tỉnh"),
        ("chuyển\u200b đổi\u00ad số\ufeff\u200e\x07", "chuyển đổi số"),
        ("Ða\u0300 Nẵng, ðô thị", "Đà Nẵng, đô thị"),
        ("Bộ trưởng nói: \x93đúng\x94 \x96 \x85", "Bộ trưởng nói: “đúng” – …"),
        ("\tthụt\n\n\n  dòng ", "\tthụt\n\n\n  dòng "),
    ],
)
def test_characters_are_made_plain(written: str, text: str) -> None:
    assert plain(written) == text


@given(st.text())
def test_plain_text_stays_as_it_is_and_is_the_same_for_nfd(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    assert plain(unicodedata.normalize("NFD", text)) == plain(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("data", "name", "kind", "warned"),
    [
        (ARTICLE.encode(), "bai.html", "txt", True),
        (ARTICLE.encode(), "bai.pdf", "txt", True),
        (ARTICLE.encode(), "bai.TXT", "txt", False),
        (ARTICLE.encode(), "-", "txt", False),
        (ARTICLE.encode(), "bai.la", "txt", False),
        (f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>".encode(), "bai.txt", "html", True),
        (f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>".encode(), "-", "html", False),
        (f"{FIRST}<br>{SECOND}</p>".encode(), "bai.htm", "html", False),
    ],
)
def test_a_wrong_extension_is_read_by_content_with_a_warning(data: bytes, name: str, kind: str, warned: bool) -> None:
    raw, problems = read_bytes(data, name)
    assert raw is not None
    assert raw.kind == kind
    assert [d.code for d in problems] == (["ingest-wrong-extension"] if warned else [])


def test_a_file_and_standard_input_are_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "bai.txt"
    path.write_bytes(ARTICLE.encode())
    assert read_path(path) == read_bytes(ARTICLE.encode(), str(path))
    assert read_stream(BytesIO(ARTICLE.encode()), "-") == read_bytes(ARTICLE.encode(), "-")


STARTS = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html><body>", b"\xff\xfe", b"MIME-Version: 1.0\n", b"<table><tr><td>"]


@given(st.sampled_from(STARTS), st.binary(max_size=400), st.sampled_from(["-", "a.txt", "a.html", "a.pdf", "a.docx"]))
def test_no_bytes_raise(start: bytes, data: bytes, name: str) -> None:
    raw, problems = read_bytes(start + data, name)
    assert (raw is None) == any(d.severity == "error" for d in problems)
    if raw is not None:
        assert raw.text == unicodedata.normalize("NFC", raw.text)


@given(st.text(alphabet="<>/abdiptr =\"'&;hmlăạ\n!-", max_size=300))
def test_no_markup_raises(text: str) -> None:
    read_bytes(f"<html><body><p>{FIRST}</p>{text}<p>{SECOND}</p>".encode(), "a.html")


def test_readers_of_pages_and_files_are_loaded_only_when_they_are_needed() -> None:
    program = (
        "import sys; from generator.ingest.reading.read import read_bytes; read_bytes('chữ'.encode(), '-');"
        "print([m for m in ('trafilatura', 'lxml', 'pypdfium2', 'zipfile', 'email') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout in {"[]\n", "['zipfile']\n"}  # importlib.resources may load zipfile


def test_the_last_sentence_is_kept() -> None:
    assert read(LAST.encode()).text == LAST
