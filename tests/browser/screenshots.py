"""Pictures of each kind of page for docs/screenshots: `python -m tests.browser.screenshots OUT_DIR`."""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from generator.check import check
from tests.browser.chromium import WIDTHS, running_browser, served
from tests.browser.kinds import pages_of_kinds
from tests.browser.visits import drawn, visitor
from tests.project import TODAY
from tests.site.project import ROOT, copy_project, run

TALLEST = 1100  # pixels
COLOURS = 32  # enough for letters on a plain ground; a picture takes a tenth of its bytes
IN_THE_DARK = ("home", "province", "event", "article", "timeline", "index_year")


def main(out: Path) -> None:
    """Build the site for a fixed day and write kind-width[-dark].png of each kind's fullest page."""
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(folder) / "project")
        run(project, "portal", "build", "--today", TODAY.isoformat()).assert_clean()
        site = project / "build" / "site"
        kinds = {kind: paths[0] for kind, paths in pages_of_kinds(check(ROOT, today=TODAY), site).items()}
        with served(site) as address, running_browser() as browser:
            for width in WIDTHS:
                shoot(browser, address, kinds, width, "light", out)
                shoot(browser, address, {kind: kinds[kind] for kind in IN_THE_DARK}, width, "dark", out)


def shoot(browser: Browser, address: str, kinds: dict[str, str], width: int, scheme: str, out: Path) -> None:
    """Write a picture of each page from its top as far down as TALLEST."""
    with visitor(browser, address, width, color_scheme=scheme) as context:
        page = context.new_page()
        for kind, path in kinds.items():
            drawn(page, address + path)
            height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
            page.set_viewport_size({"width": width, "height": height})
            picture = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
            name = f"{kind.replace('_', '-')}-{width}{'' if scheme == 'light' else '-' + scheme}.png"
            flat = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
            flat.save(out / name, optimize=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
