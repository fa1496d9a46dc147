"""Text within a block of narrow Markdown: entities, tags of spans, links, emphasis, lists of attributes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markdown.serializers import _escape_attrib_html  # type: ignore[import-untyped]


class Unsure(Exception):
    """The text is not narrow: Python-Markdown has to say what it means."""


ENTITY = r"&(?:\#[0-9]+|[a-zA-Z][0-9a-zA-Z]*);"
SPANS = "abbr|b|code|span"
"""Tags that may stand within text."""

_TAG = rf'<(?:{SPANS})(?: [a-z][a-z-]*="(?:[^"<>&*\[\]{{}}\\`\n]|{ENTITY})*+")*+>|</(?:{SPANS})>'
_ATOM = rf"[^\\`*_{{}}\[\]<>&!|\n]++|{ENTITY}|{_TAG}"
_WORD = r"[^\W_](?:[^\W_]|-)*+"
_ATTRIBUTE = rf'[.\#]{_WORD}|(?!href=|markdown=)[a-z]++(?:-(?!toc-)[a-z]++)*+=(?:"[^\\`*_{{}}\[\]<>&!|\n"]*+"|[a-z]++)'
_ATTRIBUTES = rf"(?:{_ATTRIBUTE})(?: (?:{_ATTRIBUTE}))*+"
_LINK = (
    rf"\[(?P<text>(?:{_ATOM})++)\]"
    rf"\((?P<url>(?:[^\s\\`*{{}}\[\]<>&!|()\"']|{ENTITY})++)\)"
    rf"(?:\{{ (?P<attributes>{_ATTRIBUTES}) \}})?+"
)
_UNNAMED_LINK = re.sub(r"\?P<\w+>", "?:", _LINK)
_LISTED = rf"\{{ (?P<attributes>{_ATTRIBUTES}) \}}"
_EMPHASIS = (
    rf"(?:\A|(?<=[ (]))(?P<stars>\*\*?+)(?=[^\s*])(?P<text>(?:{_ATOM}|{_UNNAMED_LINK})++)(?<=\S)(?P=stars)"
    rf"(?:{_LISTED}|(?=[ ,.;:)\n]|\Z))"
)
_UNNAMED_EMPHASIS = "|".join(
    re.sub(r"\?P<\w+>", "?:", _EMPHASIS.replace(r"(?P<stars>\*\*?+)", stars).replace("(?P=stars)", stars))
    for stars in (r"\*\*", r"\*")
)

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&!|]")
_INLINE = re.compile(rf"(?:{_ATOM}|{_UNNAMED_LINK}|{_UNNAMED_EMPHASIS}|\n)*+")
_LINKS = re.compile(_LINK)
_STARRED = re.compile(rf"(?P<stars>\*\*?+)(?P<text>[^*]++)(?P=stars)(?:{_LISTED})?+")
_LIST = re.compile(_LISTED)
_PARTS = re.compile(r'([.#])([^ ]+)|([a-z-]+)=(?:"([^"]*)"|([a-z]+))')


def inline(text: str, url: Callable[[str], str], ids: list[str]) -> str:
    """The text as HTML; links go through `url`, ids of attribute lists into `ids`."""
    if not _SPECIAL.search(text):
        return text
    if not _INLINE.fullmatch(text):
        raise Unsure
    if "[" in text:
        text = _LINKS.sub(lambda m: _link(m, url, ids), text)
    return _STARRED.sub(lambda m: _starred(m, ids), text) if "*" in text else text


def _link(m: re.Match[str], url: Callable[[str], str], ids: list[str]) -> str:
    text, address, listed = m.groups()
    href = _escape_attrib_html(url(address))
    if listed is None:
        return f'<a href="{href}">{text}</a>'
    return f"<a{written({'href': href, **_named(listed, ids)})}>{text}</a>"


def _starred(m: re.Match[str], ids: list[str]) -> str:
    stars, text, listed = m.groups()
    tag = "strong" if len(stars) == 2 else "em"
    return f"<{tag}{written(_named(listed, ids)) if listed else ''}>{text}</{tag}>"


def _named(listed: str, ids: list[str]) -> dict[str, str]:
    attributes = parsed_attributes(listed)
    if "id" in attributes:
        ids.append(attributes["id"])
    return attributes


def split_attributes(text: str) -> tuple[str, dict[str, str]]:
    """The text of a heading or a cell, and the attributes that stand at its end."""
    before, brace, listed = text.rpartition("{")
    if not brace or text[-1] != "}" or before[-1:] != " ":
        return text, {}
    return before.rstrip(" "), attribute_list(brace + listed)


def attribute_list(text: str) -> dict[str, str]:
    """`{ #id .class key="value" }` as attributes."""
    m = _LIST.fullmatch(text)
    if not m:
        raise Unsure
    return parsed_attributes(m[1])


def parsed_attributes(listed: str) -> dict[str, str]:
    """The inside of such a list."""
    attributes: dict[str, str] = {}
    for sign, word, key, quoted, bare in _PARTS.findall(listed):
        if sign == ".":
            attributes["class"] = f"{attributes['class']} {word}" if "class" in attributes else word
        elif sign:
            attributes["id"] = word
        elif key == (value := quoted or bare):
            raise Unsure
        else:
            attributes[key] = value
    return attributes


def written(attributes: Mapping[str, str]) -> str:
    """Attributes in the order in which Python-Markdown writes them; values are already safe."""
    return "".join([f' {key}="{value}"' for key, value in sorted(attributes.items())])
