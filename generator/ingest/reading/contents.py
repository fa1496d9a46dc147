"""What a reader of one kind of file hands back, and how it says that there is nothing to hand back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.ingest.found import PageMeta


@dataclass(frozen=True, slots=True)
class Remark:
    """A code of generator/diagnostics.yml and the values its message takes."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


class Unreadable(Exception):
    """There is no article in the bytes; `remark` says why."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.remark = Remark(code, values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The text found in a file, not yet in plain characters, and what stands around it."""

    text: str
    kind: str
    meta: PageMeta = field(default_factory=PageMeta)
    left_out: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
