"""What an article does not say, or leaves in doubt, is reported with a code of its own."""

from __future__ import annotations

import pytest

from generator.ingest.doubts import doubts
from generator.ingest.drafting.drafted import make_draft
from generator.ingest.drafting.known import Known
from generator.ingest.extract import extract
from generator.ingest.lexicon import Lexicon
from generator.library.link import link
from generator.sources.registries import load_registries
from tests.ingest.test_ingestion import raw
from tests.project import ROOT, TODAY

REGISTRIES, _ = load_registries(ROOT)
assert REGISTRIES is not None
LEXICON = Lexicon(REGISTRIES)

NAMELESS = (
    "Tỉnh đang bàn cách làm mới về chuyển đổi số, trong đó có việc mở thêm nhiều lớp học cho người dân vùng cao.\n"
)
DATED = "Ngày 4/11/2022, UBND tỉnh Cao Bằng tổ chức hội nghị về chuyển đổi số.\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (NAMELESS, "ingest-no-title"),
        (NAMELESS, "ingest-no-date"),
        (NAMELESS, "ingest-no-author"),
        (NAMELESS, "ingest-no-publisher"),
        (NAMELESS, "ingest-no-url"),
        (NAMELESS, "ingest-no-province"),
        (DATED, "ingest-inferred-date"),
        ("Ngày 4/11, UBND tỉnh Cao Bằng tổ chức hội nghị về chuyển đổi số.\n", "ingest-date-without-year"),
        ("Tỉnh Cao Bằng xếp thứ 40 cả nước về chỉ số DTI.\n", "ingest-indicator-without-year"),
        ("UBND tỉnh Cao Bằng tổ chức Lễ phát động Ngày Chuyển đổi số tỉnh Cao Bằng.\n", "ingest-undated-event"),
        (
            "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH GIA LAI\n\nTỉnh bàn về chuyển đổi số\n\n"
            "Ngày 4/11/2022, UBND tỉnh tổ chức hội nghị về chuyển đổi số.\n",
            "ingest-inferred-province",
        ),
        ("Báo Nơi Khác\n\nTỉnh bàn về chuyển đổi số\n\n" + DATED, "ingest-new-publisher"),
        ("Tỉnh bàn về chuyển đổi số\n\n" + DATED + "\nNguồn: Báo Nơi Khác\n", "ingest-no-publisher"),
    ],
)
def test_a_doubt_has_its_code(text: str, code: str) -> None:
    assert code in [d.code for d in doubts(extract(raw(text), LEXICON), "bai.txt")]


def test_what_is_said_is_not_doubted() -> None:
    told = "Cao Bằng họp về chuyển đổi số\n\nNgày đăng: 05/11/2022\n\n" + DATED + "\nNguyễn Văn Mẫu\n"
    codes = {d.code for d in doubts(extract(raw(told), LEXICON), "bai.txt")}
    assert codes == {"ingest-no-publisher", "ingest-no-url"}


def test_a_province_of_two_times_without_any_date_is_told() -> None:
    library, _ = link([], REGISTRIES, today=TODAY, drafts=True)  # type: ignore[arg-type]
    draft = make_draft(extract(raw("UBND tỉnh Bắc Ninh bàn về số.\n"), LEXICON), Known(library), today=TODAY, file="a")
    assert [d.code for d in draft.diagnostics] == ["ingest-ambiguous-province"]
