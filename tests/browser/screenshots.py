"""Pictures of the pages to look at: `python -m tests.browser.screenshots SITE_DIR OUT_DIR`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.browser.chromium import HEIGHT, WIDTHS, running_browser, served

TALLEST = 2400  # pixels
PAGES = {
    "home": "",
    "bac-kan": "tinh/bac-kan/",
    "bac-ninh": "tinh/bac-ninh/",
    "dong-thap": "tinh/dong-thap/",
    "ngay-quoc-gia-2022": "su-kien/ngay-chuyen-doi-so-quoc-gia-2022/",
    "dong-thoi-gian-2022": "dong-thoi-gian/2022/",
    "dti": "chi-so/dti/",
    "dti-2022": "chi-so/dti/2022/",
    "bai-viet": "bai-viet/bac-kan-day-manh-tuyen-truyen-chuyen-doi-so/",
}


def main(site: Path, out: Path) -> int:
    """Write name-width.png for every page and width, from the top as far down as TALLEST; 1 if a page is missing."""
    out.mkdir(parents=True, exist_ok=True)
    missing = 0
    with served(site) as address, running_browser() as browser:
        for width in WIDTHS:
            page = browser.new_page(
                viewport={"width": width, "height": HEIGHT}, locale="vi-VN", reduced_motion="reduce"
            )
            for name, path in PAGES.items():
                answer = page.goto(address + path, wait_until="networkidle")
                if answer is None or not answer.ok:
                    print(f"missing: {path}", file=sys.stderr)
                    missing += 1
                    continue
                height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
                clip = {"x": 0.0, "y": 0.0, "width": float(width), "height": float(height)}
                page.screenshot(path=out / f"{name}-{width}.png", full_page=True, clip=clip)  # type: ignore[arg-type]
            page.close()
    return 1 if missing else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
