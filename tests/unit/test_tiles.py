"""The grid of provinces: each stands in it once, and its shade says what the library holds."""

from __future__ import annotations

from generator.check import Checked
from generator.library.library import Library
from generator.pages.tiles import LEVELS, tile_grids


def library_of(real: Checked) -> Library:
    assert real.library is not None
    return real.library


def test_every_province_has_one_tile_in_the_grid_of_its_time(real: Checked) -> None:
    library = library_of(real)
    current, former = tile_grids(library)
    names = library.registries.provinces.values()
    now = sorted(n.name for n in names if n.units[-1].until is None)
    then = sorted(n.name for n in names if any(u.since is None for u in n.units))
    assert (len(now), len(then)) == (34, 63)
    assert sorted(t.province.text for t in current["rows"]) == now
    assert sorted(t.province.text for t in former["rows"]) == then


def test_no_two_tiles_have_one_place(real: Checked) -> None:
    for grid in tile_grids(library_of(real)):
        places = [(t.row, t.column) for t in grid["tiles"]]
        assert len(places) == len(set(places))


def test_the_archipelagos_stand_beside_their_province(real: Checked) -> None:
    for grid in tile_grids(library_of(real)):
        at = {t.label: (t.row, t.column) for t in grid["tiles"]}
        for island, province in (("Hoàng Sa", "Đà Nẵng"), ("Trường Sa", "Khánh Hòa")):
            assert at[island] == (at[province][0], at[province][1] + 1)


def test_shades_follow_the_numbers(real: Checked) -> None:
    for grid in tile_grids(library_of(real)):
        counted = sorted((t.articles.number, t.articles.level) for t in grid["rows"])
        assert counted[0] == (0, 0)
        assert counted[-1][1] == LEVELS
        assert [level for _, level in counted] == sorted(level for _, level in counted)
        ranked = sorted((t.rank.number, t.rank.level) for t in grid["rows"] if t.rank.number)
        assert ranked
        assert [level for _, level in ranked] == sorted((level for _, level in ranked), reverse=True)
        assert all(t.rank.marks for t in grid["rows"] if t.rank.number)
