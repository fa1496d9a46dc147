"""Which steps `make torture` tries."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.points import kind, of_each_kind, spread

_SCENE = Path("/s/now")


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("open\t/s/now/p/build/docs/tinh/hue/.portal-new-8419", "open p/build/docs/…"),
        ("os.rename\t/s/now/p/build/docs/tinh/hue/index.md", "os.rename p/build/docs/….md"),
        ("os.rename\t/s/now/p/build/docs/index.md", "os.rename p/build/docs/index.md"),
        ("open\t/s/now/p/build/.cache/site/site/stage-8418/tinh/tin.xml", "open p/build/.cache/site/….xml"),
        ("open\t/s/now/p/build/.cache/site/unfinished", "open p/build/.cache/site/unfinished"),
        ("os.mkdir\t/s/now/.www.portal/spare/tinh/hue", "os.mkdir .www.portal/spare/…"),
        ("os.rmdir\thue", "os.rmdir"),
        ("ctypes.dlsym\trenameat2", "ctypes.dlsym renameat2"),
    ],
)
def test_steps_are_of_one_kind_by_what_is_done_and_where(step: str, expected: str) -> None:
    assert kind(step, _SCENE) == expected


def test_rare_steps_are_all_tried_and_of_common_ones_the_first_the_last_and_some_between() -> None:
    kinds = ["lock", *["page"] * 9, "swap"]
    assert of_each_kind(kinds, 3) == [1, 2, 6, 10, 11]
    assert of_each_kind(kinds, 2) == [1, 2, 10, 11]
    assert of_each_kind(kinds, 1) == [1, 2, 11]
    assert of_each_kind(kinds, 0) == list(range(1, 12))


def test_every_nth_step_and_the_last_one() -> None:
    assert spread(range(1, 9), 3) == [1, 4, 7, 8]
    assert spread(range(1, 9), 1) == list(range(1, 9))
    assert spread([], 3) == []
