"""The kinds of page of the built site, one for each template: a new kind joins every check by itself.

The real content has no lists so long that they are cut, and no retracted article (test_retraction_in_browser.py has).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from generator.check import Checked
from generator.library.addresses import province, site_path
from generator.library.library import Library
from generator.pages.page import Page
from tests.site.project import ROOT

NOT_FOUND = "404"
_SUFFIX = ".md.jinja"
_PREVIEW_ONLY = {"editors_report"}
_NOT_IN_THE_CONTENT = {
    "document_claims",
    "event_claims",
    "open_data_files",
    "platform_claims",
    "platforms_of_kind",
    "province_part",
    "retracted",
    "targets_due",
    "targets_of_due",
    "topic_list",
}
_TEMPLATES = {path.name.removesuffix(_SUFFIX) for path in (ROOT / "generator" / "templates").glob(f"*{_SUFFIX}")}
_PROVINCES = ("province", "province-bare", "province-former", "province-former-bare")
KINDS = (*sorted(_TEMPLATES - _PREVIEW_ONLY - _NOT_IN_THE_CONTENT - {"province"}), *_PROVINCES, NOT_FOUND)


def pages_of_kinds(checked: Checked, site: Path) -> dict[str, tuple[str, ...]]:
    """Addresses below the site's root: of each kind the page with the most HTML and the one with the least."""
    assert checked.library is not None
    sizes: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    provinces = _provinces(checked.library)
    for page in checked.pages:
        address = site_path(page.path)[1:]
        sizes[_kind(page, provinces)].append(((site / address / "index.html").stat().st_size, address))
    sizes[NOT_FOUND] = [(0, "404.html")]
    return {kind: tuple(dict.fromkeys(path for _, path in (max(found), min(found)))) for kind, found in sizes.items()}


def _kind(page: Page, provinces: Mapping[str, str]) -> str:
    return provinces.get(page.path) or page.template.removesuffix(_SUFFIX)


def _provinces(library: Library) -> dict[str, str]:
    """The kind of each province's page: whether the name is in use, and whether anything is told of it."""
    kinds = {}
    for name in library.registries.provinces.values():
        former = "" if any(unit.until is None for unit in name.units) else "-former"
        told = any(library.shelf("units").of(unit.id) for unit in library.succession.gathered(name))
        kinds[province(name.slug)] = f"province{former}" + ("" if told else "-bare")
    return kinds
