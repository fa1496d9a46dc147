"""Links by which a reader passes a page on; nothing is asked of these services before a click."""

from __future__ import annotations

import json
from base64 import b64encode
from urllib.parse import quote

_ZALO = "https://button-share.zalo.me/share_external?shareType=0&amp;d={}"
_FACEBOOK = "https://www.facebook.com/sharer/sharer.php?u={}"


def share_links(url: str) -> list[dict[str, str]]:
    """Name of each service, and for an HTML attribute its address for sharing ours (ASCII, as ours are)."""
    return [
        {"name": "Zalo", "url": _ZALO.format(_payload(url))},
        {"name": "Facebook", "url": _FACEBOOK.format(quote(url, safe=""))},
    ]


def _payload(url: str) -> str:
    """The JSON that Zalo's own button hands over, in Base64; blanks at its end save padding, which it quotes twice."""
    told = json.dumps({"url": url}, separators=(",", ":"))
    return quote(b64encode(f"{told:<{-(-len(told) // 3) * 3}}".encode()), safe="")
