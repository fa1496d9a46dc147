"""Whether JSON-LD keeps to schema.org's definitions, after a JSON-LD processor has read it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pyld import jsonld  # type: ignore[import-untyped]

from tests.schema_org.vocabulary import TABLE

_SPACE = re.compile(r"https?://schema\.org/")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(?!T)")
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[-+]\d\d:\d\d)")
_URL = re.compile(r"https?://[!-~]+")


@cache
def table() -> dict[str, Any]:
    """The definitions."""
    read: dict[str, Any] = json.loads(TABLE.read_text(encoding="utf-8"))
    return read


def problems(document: dict[str, Any]) -> list[str]:
    """Everything in the document that schema.org does not define so; nothing is fetched."""
    expanded = jsonld.expand(document, {"base": "relative://here/", "documentLoader": _load})
    return [problem for node in _roots(expanded) for problem in _of_node(node, "")]


def _roots(expanded: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for node in expanded:
        yield from node.get("@graph", [node])


def _load(url: str, options: object) -> dict[str, Any]:
    assert _SPACE.match(url + "/"), url
    return {"documentUrl": url, "contextUrl": None, "document": {"@context": table()["context"]}}


def _of_node(node: dict[str, Any], at: str) -> Iterator[str]:
    types = [_SPACE.sub("", name) for name in node.get("@type", [])]
    at = f"{at}/{'+'.join(types)}"
    if "@id" in node and not _URL.fullmatch(node["@id"]):
        yield f"{at}: {node['@id']} is no absolute address"
    if not types:
        yield f"{at}: no type"
    above = {name for word in types for name in table()["types"].get(word, ())}
    yield from (f"{at}: no type {word}" for word in types if word not in table()["types"])
    for term, values in node.items():
        if term.startswith("@"):
            continue
        name = _SPACE.sub("", term)
        rule = table()["properties"].get(name.removesuffix("-input"))
        if rule is None:
            yield f"{at}: no property {name}"
        elif not above & set(rule["domain"]):
            yield f"{at}: {name} is not of {types}"
        else:
            allowed = {"Text"} if name.endswith("-input") else set(rule["range"])
            for value in values:
                yield from _of_value(value, allowed, f"{at}.{name}")


def _of_value(value: dict[str, Any], allowed: set[str], at: str) -> Iterator[str]:
    if "@list" in value:
        for item in value["@list"]:
            yield from _of_value(item, allowed, at)
    elif "@value" in value or set(value) == {"@id"}:
        told = value.get("@value", value.get("@id"))
        if not (_kinds(told) | _member(told)) & allowed:
            yield f"{at}: {told!r} is none of {sorted(allowed)}"
    else:
        types = [_SPACE.sub("", name) for name in value.get("@type", [])]
        if not {name for word in types for name in table()["types"].get(word, ())} & allowed:
            yield f"{at}: {types} is none of {sorted(allowed)}"
        yield from _of_node(value, at)


def _member(value: object) -> set[str]:
    """The enumerations that an address names a member of; schema.org's context leaves it a text."""
    return set(table()["members"].get(_SPACE.sub("", value), ())) if isinstance(value, str) else set()


def _kinds(value: object) -> set[str]:
    """The data types of schema.org that a literal is of."""
    if isinstance(value, bool):
        return {"Boolean"}
    if isinstance(value, int | float):
        return {"Number", "Integer"} if isinstance(value, int) else {"Number"}
    text = str(value)
    kinds = {"Text"} if text.strip() else set()
    return kinds | {
        kind for kind, form in (("Date", _DATE), ("DateTime", _DATE_TIME), ("URL", _URL)) if form.fullmatch(text)
    }
