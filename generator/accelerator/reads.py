"""What a part of a template reads while it is rendered: variables, of the page, addresses seen from the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.utils import missing
from mkdocs.structure.pages import Page

Read = tuple[str, str]
"""How it was read (`variable`, `page`, `meta`, `address`), and the name."""

_PLAIN = (str, int, bool, float, type(None))
_ABSENT = object()


class Reads:
    """The reads of one part, in their order, each with its value in a form that can be compared."""

    def __init__(self, context: Context | None) -> None:
        self.context = context
        self.found: dict[Read, object] = {}
        self.unclear = False
        self._variables = dict(context.get_all()) if context else {}

    def variable(self, context: Context, name: str, value: Any) -> None:
        """A variable was looked up, here or in a context made from this one."""
        if context is self.context or vars(context).get("made_for") is self:
            if self._variables.get(name, missing) is value:
                self.found.setdefault(("variable", name), comparable(value))
        elif not isinstance(value, WatchedPage):
            self.unclear = True

    def note(self, kind: str, name: str, value: Any) -> None:
        """Something else was read."""
        self.found.setdefault((kind, name), comparable(value))


def comparable(value: Any) -> object:
    """Equal for values that make a template write the same; an object that can change is equal to itself alone."""
    kind = type(value)
    if kind in _PLAIN:
        return kind, value
    if kind in (list, tuple) and all(type(item) in _PLAIN for item in value):
        return kind, tuple((type(item), item) for item in value)
    if kind is TemplateModule:
        return vars(value).get("read") or _Same(value)
    return WatchedPage if kind is WatchedPage else _Same(value)


class _Same:
    def __init__(self, value: object) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


class Watch:
    """The page that is rendered now, and the part of it whose reads are taken down."""

    def __init__(self) -> None:
        self.page: Page | None = None
        self.reads: Reads | None = None


class WatchedPage:
    """A page outside the navigation, as a template sees it: what is read of it is taken down."""

    __slots__ = ("_watch",)

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def __getattr__(self, name: str) -> Any:
        page, reads = self._watch.page, self._watch.reads
        if reads is None:
            return getattr(page, name)
        value = getattr(page, name, _ABSENT)
        if name == "meta" and type(value) is dict:
            return _WatchedMeta(value, reads)
        reads.note("page", name, value)
        if value is _ABSENT:
            raise AttributeError(name)
        reads.unclear |= type(value) not in _PLAIN
        return value

    def __str__(self) -> str:
        return self._whole(str(self._watch.page))

    def __repr__(self) -> str:
        return self._whole(repr(self._watch.page))

    def _whole(self, text: str) -> str:
        if self._watch.reads:
            self._watch.reads.unclear = True
        return text


class _WatchedMeta(Mapping[str, Any]):
    __slots__ = ("_meta", "_reads")

    def __init__(self, meta: dict[str, Any], reads: Reads) -> None:
        self._meta = meta
        self._reads = reads

    def __getitem__(self, key: str) -> Any:
        value = self._meta.get(key, _ABSENT)
        self._reads.note("meta", key, value)
        if value is _ABSENT:
            raise KeyError(key)
        self._reads.unclear |= isinstance(comparable(value), _Same)
        return value

    def __len__(self) -> int:
        self._reads.note("page", "meta", len(self._meta))
        return len(self._meta)

    def __iter__(self) -> Iterator[str]:
        self._reads.unclear = True
        return iter(self._meta)

    def __getattr__(self, name: str) -> Any:
        self._reads.unclear |= hasattr(dict, name)
        raise AttributeError(name)

    def __str__(self) -> str:
        self._reads.unclear = True
        return str(self._meta)

    __repr__ = __str__


def value_of(read: Read, page: Page, variables: Mapping[str, Any]) -> object:
    """What the read would find now; addresses apart."""
    kind, name = read
    if kind == "variable":
        return comparable(variables.get(name, missing))
    if kind == "meta":
        return comparable(page.meta.get(name, _ABSENT))
    return comparable(len(page.meta) if name == "meta" else getattr(page, name, _ABSENT))
