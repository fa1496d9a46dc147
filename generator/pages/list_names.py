"""How pages of a list are called, and where they stand: „tháng 3 năm 2024" at <list>/nam/2024/thang-3.md."""

from __future__ import annotations

UNKNOWN = "chưa rõ năm"
WHOLE_YEAR = "cả năm hoặc chưa rõ tháng"


def order(period: str) -> tuple[str, int]:
    """What is told no more exactly than the year closes its year: it stands before the year's months."""
    return period[:4], month(period)


def month(period: str) -> int:
    """The month of a period; 0 when it has none."""
    return int(period[5:] or 0)


def year_title(year: str) -> str:
    """„năm 2024"."""
    return f"năm {int(year)}" if year else UNKNOWN


def month_name(period: str) -> str:
    """A month among those of its year: „tháng 3"."""
    return f"tháng {number}" if (number := month(period)) else WHOLE_YEAR


def month_title(period: str) -> str:
    """„tháng 3 năm 2024"."""
    year = f"năm {int(period[:4])}"
    return f"{month_name(period)} {year}" if month(period) else f"{year} ({WHOLE_YEAR})"


def part_title(whole: str, part: int) -> str:
    """A part, counted from 0: „tháng 3 năm 2024, phần 1"."""
    return f"{whole}, phần {part + 1}"


def year_page(page: str, year: str) -> str:
    """The page of a year of the list whose own page is given."""
    stem = page.removesuffix("/index.md").removesuffix(".md")
    return f"{stem}/nam/{int(year)}.md" if year else f"{stem}/nam/chua-ro.md"


def month_page(of_year: str, period: str) -> str:
    """The page of a month, below that of its year."""
    stem, number = of_year.removesuffix(".md"), month(period)
    return f"{stem}/thang-{number}.md" if number else f"{stem}/ca-nam.md"


def part_page(whole: str, part: int) -> str:
    """The page of a part, counted from 0, below that of the whole."""
    return f"{whole.removesuffix('.md')}/phan-{part + 1}.md"
