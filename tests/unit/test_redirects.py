"""Former addresses lead to the present ones."""

from __future__ import annotations

from pathlib import Path

from generator.check import check
from tests.project import TODAY, change, tree_texts

ARTICLE = "content/articles/2022/bac-kan-hop-ban-chi-dao.md"


def test_every_former_address_has_a_page_that_leads_on(project: Path) -> None:
    change(project, ARTICLE, "title: Bắc Kạn họp Ban", "former_slugs: [ten-cu]\ntitle: Bắc Kạn <họp> Ban")
    change(project, "content/events.yml", "    series:", "    former_slugs: [su-kien-cu]\n    series:")
    change(project, "site_config/event_series.yml", "former_slugs: []", "former_slugs: [chuoi-cu]")
    change(project, "site_config/provinces.yml", '    variants: ["Bắc Cạn"]', "    former_slugs: [bac-can]")
    checked = check(project, today=TODAY)
    assert checked.library is not None, checked.diagnostics
    tree = tree_texts(checked)
    leads = {
        "bai-viet/ten-cu": "../bac-kan-hop-ban-chi-dao/",
        "su-kien/su-kien-cu": "../ngay-chuyen-doi-so-quoc-gia-2022/",
        "su-kien/chuoi-cu": "../ngay-chuyen-doi-so-quoc-gia/",
        "tinh/bac-can": "../bac-kan/",
    }
    for old, target in leads.items():
        page = tree[f"{old}/index.html"]
        assert f'<meta http-equiv="refresh" content="0; url={target}">' in page
        assert f'<a href="{target}">' in page
        assert 'name="robots" content="noindex"' in page
    assert "Bắc Kạn &lt;họp&gt; Ban" in tree["bai-viet/ten-cu/index.html"]
    assert {name for name in tree if name.endswith(".html")} == {f"{old}/index.html" for old in leads}


def test_a_former_address_that_is_in_use_again_is_refused(project: Path) -> None:
    change(project, ARTICLE, "title: Bắc", "former_slugs: [hue-xep-hang-dti-2021]\ntitle: Bắc")
    assert [d.code for d in check(project, today=TODAY).diagnostics] == ["slug-collision"]
