"""A property that is worked out once for each object: `functools.cached_property` without the lock of Python 3.11."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

_T = TypeVar("_T")


class once(Generic[_T]):
    """The value that a method of no arguments gives, kept in the object under the method's name."""

    def __init__(self, method: Callable[[Any], _T]) -> None:
        self._method = method
        self._name = method.__name__
        self.__doc__ = method.__doc__

    def __get__(self, owner: Any, _: type | None = None) -> _T:
        value = owner.__dict__[self._name] = self._method(owner)
        return value
