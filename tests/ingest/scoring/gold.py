"""Reads gold: what a careful reader finds in a raw article, one fact after another, by field.

The form is that of the seeds' gold; samples/README.md tells what it means. A value may list alternatives (`a | b`);
`any` is not compared; an `optional` fact may be found or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Value = str | None
Wanted = tuple[Value, ...]
ANY: Wanted = ("any",)

_NULLS = {"title", "published", "province", "number", "date", "by", "year", "publisher"}
_LISTS = ("authors", "platforms", "topics", "places")


@dataclass(frozen=True)
class GoldFact:
    """A fact: each attribute with the values that are right."""

    wanted: Mapping[str, Wanted]
    optional: bool = False


@dataclass(frozen=True)
class GoldArticle:
    """A raw article and the facts in it by field; a field that is not there is not scored."""

    path: Path
    facts: Mapping[str, tuple[GoldFact, ...]]
    is_seed: bool = False

    @property
    def name(self) -> str:
        """How tables call it."""
        return self.path.name


def samples(folder: Path) -> list[GoldArticle]:
    """Our own samples: each raw file with the gold beside it."""
    return [_article(_raw(path), _read(path)) for path in sorted(folder.glob("*.yml"))]


def seeds(folder: Path) -> list[GoldArticle]:
    """The seeds: raw files in seeds/, all gold in gold/seeds.yml."""
    entries = rejoined(_read(folder / "gold" / "seeds.yml"))
    return [_article(folder / "seeds" / entry["file"], entry, is_seed=True) for entry in entries]


def rejoined(value: Any) -> Any:
    """Unquoted text with a comma, in { }, is cut there by YAML: the rest became a key without a value."""
    if isinstance(value, list):
        return [rejoined(item) for item in value]
    if not isinstance(value, dict):
        return value
    whole: dict[str, Any] = {}
    for key, item in value.items():
        if item is None and key not in _NULLS:
            whole[list(whole)[-1]] += f", {key}"
        else:
            whole[key] = rejoined(item)
    return whole


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _raw(gold: Path) -> Path:
    found = [path for path in gold.parent.glob(f"{gold.stem}.*") if path != gold]
    assert len(found) == 1, f"{gold}: one raw file must stand beside it"
    return found[0]


def _article(path: Path, entry: dict[str, Any], *, is_seed: bool = False) -> GoldArticle:
    facts = {name: tuple(_fact({"value": item}) for item in entry.get(name) or ()) for name in _LISTS}
    facts["noise"] = tuple(GoldFact({"value": (line,)}) for line in entry.get("noise") or ())
    for name in ("title", "publisher"):
        facts[name] = (_fact({"value": entry.get(name)}),) if entry.get(name) else ()
    for role in ("subject", "mention"):
        facts[role] = tuple(_fact({"value": name}) for name in entry["provinces"][role])
    facts["published"] = (_fact(_published(entry["published"])),) if entry["published"] else ()
    facts["events"] = tuple(_fact(_event(e)) for e in entry.get("events") or ())
    facts["documents"] = tuple(_fact(_document(d)) for d in entry.get("documents") or ())
    facts["indicators"] = tuple(_fact(_indicator(i)) for i in entry.get("indicators") or ())
    facts["targets"] = tuple(_fact(_with(t, "text", "province", "by")) for t in entry.get("targets") or ())
    facts["figures"] = tuple(_fact(_with(f, "text", "province")) for f in entry.get("figures") or ())
    if "dates" in entry:
        facts["dates"] = tuple(_fact({"text": d[0], "edtf": d[1], "optional": d[2:]}) for d in entry["dates"])
    return GoldArticle(path, facts, is_seed)


def _published(entry: dict[str, Any]) -> dict[str, Any]:
    return {"time": None, "inferred": False} | entry


def _event(entry: dict[str, Any]) -> dict[str, Any]:
    fact = {"edtf": None, "recurs": None, "theme": None} | entry
    if fact["edtf"] is not None:
        fact.setdefault("inferred", False)
    province = fact.pop("province", None)
    provinces = fact.pop("provinces", [province] if province else [])
    fact["provinces"] = province if province == "any" else together(provinces)
    fact.pop("scope", None)
    return fact


def together(provinces: list[str]) -> str:
    """Several provinces as one value: their order does not matter."""
    return "+".join(sorted(provinces))


def _document(entry: dict[str, Any]) -> dict[str, Any]:
    fact = {"number": None, "date": None, "issuer": None} | entry
    fact.pop("date_inferred", None)  # the answer does not tell it
    fact["kind"] = fact.pop("type")
    return fact


def _indicator(entry: dict[str, Any]) -> dict[str, Any]:
    return {"rank": None, "of": None, "score": None, "rank_change": None} | entry


def _with(entry: dict[str, Any], *names: str) -> dict[str, Any]:
    return dict.fromkeys(names) | entry


def _fact(entry: dict[str, Any]) -> GoldFact:
    """A value that may be null need not be found."""
    optional = bool(entry.pop("optional", False))
    values = {name: wanted(value) for name, value in entry.items()}
    return GoldFact(values, optional or None in values.get("value", ()))


def wanted(value: Any) -> Wanted:
    """The values that are right where gold writes this one."""
    if isinstance(value, str):
        return tuple(None if part == "null" else part for part in map(str.strip, value.split(" | ")))
    return (as_value(value),)


def as_value(value: Any) -> Value:
    """A value as it is compared: a text, a number without needless zeros, yes or no, or None."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
