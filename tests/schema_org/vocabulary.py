"""The part of schema.org's own definitions that the portal's JSON-LD needs, cut from a release.

`python -m tests.schema_org.vocabulary RELEASE` writes vocabulary.json anew; RELEASE is a folder data/releases/<version>
of the schemaorg/schemaorg repository. Add what the portal uses to WORDS first. schema.org's terms are under
CC BY-SA 3.0.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent / "vocabulary.json"

WORDS = (
    "AboutPage AdministrativeArea Article BreadcrumbList CollectionPage Country CreativeWork DataDownload Dataset "
    "DefinedTerm EntryPoint Event EventScheduled EventSeries Legislation ListItem NewsArticle Organization Person "
    "Place SearchAction SearchResultsPage SoftwareApplication VirtualLocation WebPage WebSite "
    "about alternateName author breadcrumb citation containedInPlace contentUrl creator dateCreated dateModified "
    "datePublished description distribution encodingFormat endDate eventStatus headline identifier inLanguage "
    "isAccessibleForFree isPartOf item itemListElement legislationDate legislationIdentifier "
    "legislationJurisdiction legislationPassedBy legislationType location mainEntity mentions name position "
    "potentialAction publisher query spatialCoverage startDate subEvent superEvent target temporalCoverage url "
    "urlTemplate variableMeasured "
)
"""Types, a member of an enumeration, properties."""


def cut(vocabulary: dict[str, Any], context: dict[str, Any], version: str) -> dict[str, Any]:
    """Of the words: types with those above them, domain and range of properties, members of enumerations."""
    nodes = {_name(node["@id"]): node for node in vocabulary["@graph"]}
    types: dict[str, list[str]] = {}
    properties: dict[str, dict[str, list[str]]] = {}
    members: dict[str, list[str]] = {}
    for word in WORDS.split():
        node = nodes[word]
        kinds = _names(node["@type"])
        if "Property" in kinds:
            properties[word] = {
                "domain": _names(node.get("schema:domainIncludes")),
                "range": _names(node.get("schema:rangeIncludes")),
            }
        elif "Class" in kinds:
            types[word] = _above(word, nodes)
        else:
            members[word] = kinds
    terms = {word: context["@context"][word] for word in WORDS.split() if word in context["@context"]}
    basis = {key: context["@context"][key] for key in ("type", "id", "@vocab", "schema")}
    return {
        "source": f"schema.org {version}, CC BY-SA 3.0 (https://schema.org/docs/terms.html); cut by vocabulary.py",
        "types": types,
        "properties": properties,
        "members": members,
        "context": basis | terms,
    }


def _above(word: str, nodes: dict[str, Any]) -> list[str]:
    found, waiting = [], [word]
    while waiting:
        if (at := waiting.pop()) not in found:
            found.append(at)
            waiting += _names(nodes[at].get("rdfs:subClassOf")) if at in nodes else []
    return sorted(found)


def _names(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [] if value is None else [value]
    return sorted(_name(v["@id"] if isinstance(v, dict) else v) for v in values)


def _name(term: str) -> str:
    return term.removeprefix("schema:").removeprefix("rdf:").removeprefix("rdfs:")


if __name__ == "__main__":
    release = Path(sys.argv[1])
    read = [
        json.loads((release / name).read_text(encoding="utf-8"))
        for name in ("schemaorg-current-https.jsonld", "schemaorgcontext.jsonld")
    ]
    table = cut(read[0], read[1], release.name)
    TABLE.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
