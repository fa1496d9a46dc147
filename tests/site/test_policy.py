"""Every page says before all else what may run in it, and names each inline script that the theme gave it."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from lxml import html

from generator.site import hooks
from generator.site.engine import load_settings
from generator.site.policy import inline_scripts, page_policy
from tests.site.link_graph import Site
from tests.site.project import ROOT, built_site

DATA = {"application/json", "application/ld+json"}


def hashes(policy: str) -> set[str]:
    return set(re.findall(r"'sha256-([^']+)'", policy))


def test_every_page_begins_with_the_policy_and_has_no_other_inline_script(
    site: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    policies, run = set(), set()
    for file, page in site.pages.items():
        root = html.fromstring((built_site(tmp_path_factory) / file).read_bytes())
        first, policy = root.xpath("//head/*")[0], root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert first.get("content") == policy[0] or page.redirect, file
        scripts = [s.text for s in root.xpath("//script[not(@src)]") if s.get("type") not in DATA]
        named = {base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts}
        assert named == hashes(policy[0]), file
        assert "unsafe" not in policy[0], file
        if not page.redirect:
            policies.add(policy[0])
            run |= named
    assert (len(policies), len(run)) == (1, 3)


def test_the_hashes_follow_what_settings_and_theme_make(tmp_path: Path) -> None:
    config = load_settings(ROOT, preview=False)
    told = hashes(page_policy(config, tmp_path))
    config.extra["scope"] = "/cong/"
    assert len(told - hashes(page_policy(config, tmp_path))) == 1


def test_pages_of_mkdocs_serve_have_none_because_it_writes_a_script_into_them() -> None:
    config = load_settings(ROOT, preview=False)
    hooks.on_startup(command="serve", dirty=False)
    try:
        assert "policy" not in hooks.on_config(config).extra
    finally:
        hooks.on_startup(command="build", dirty=False)


def test_scripts_are_read_as_a_browser_reads_them() -> None:
    page = """<SCRIPT>a("</b>")&amp;<!-- b</SCRIPT><script src=x>c</script>
        <script type="application/ld+json">{}</script><script type=module>d</script><p>e</p>"""
    assert inline_scripts(page) == ['a("</b>")&amp;<!-- b', "d"]
