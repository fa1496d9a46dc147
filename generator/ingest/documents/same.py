"""One document told several times is one: its mentions are joined, what one leaves out another tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from generator.ingest.documents.words import LAWS
from generator.ingest.found import DocumentFound
from generator.model import Basis

_CORE = re.compile(r"0*(\d+[a-zđ]?)(?:/((?:19|20)\d\d))?(.*)\Z")


def each_once(mentions: Iterable[DocumentFound]) -> tuple[DocumentFound, ...]:
    """The documents, each once, in the order of the text; one without a number goes where it can be a numbered one."""
    kept: list[DocumentFound] = []
    alike: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for one in sorted(mentions, key=lambda d: (_vagueness(d), d.start)):
        digits = _core(one.number)[0] if one.number else None
        same = next((i for i in alike[one.kind, digits] if _same(kept[i], one)), None)
        if same is None:
            for key in {(one.kind, digits), (one.kind, None)}:
                alike[key].append(len(kept))
            kept.append(one)
        elif one.number is not None or kept[same].number is None:
            kept[same] = _joined(kept[same], one)
    return tuple(sorted(kept, key=lambda d: d.start))


def _vagueness(document: DocumentFound) -> int:
    """0: its number has a symbol; 1: a bare number; 2: none."""
    if document.number is None:
        return 2
    return 0 if _core(document.number)[2] else 1


def _core(number: str) -> tuple[str, str, str]:
    """A number's digits, its year and its symbol."""
    m = _CORE.match(number)
    return (m[1], m[2] or "", m[3]) if m else (number, "", "")


def _same(a: DocumentFound, b: DocumentFound) -> bool:
    """Whether b can be the document a, which is told no less exactly."""
    if a.kind != b.kind or not _fit(a.issuer, b.issuer):
        return False
    if b.number is None:
        return _fit(a.subject, b.subject) if a.number is None or b.kind in LAWS else True
    (core_a, year_a, symbol_a), (core_b, year_b, symbol_b) = _core(a.number or ""), _core(b.number)
    if core_a != core_b or (symbol_b and symbol_a != symbol_b):
        return False
    return (not year_a or not year_b or year_a == year_b) and _fit_dates(a.date, b.date)


def _fit(a: str | None, b: str | None) -> bool:
    """Whether two names can mean one body or subject: one unknown, both equal, or one the end of the other."""
    if not a or not b:
        return True
    x, y = a.casefold(), b.casefold()
    return x.endswith(y) or y.endswith(x)


def _fit_dates(a: str | None, b: str | None) -> bool:
    return not a or not b or a[:4] == b[:4]


def _joined(a: DocumentFound, b: DocumentFound) -> DocumentFound:
    """The document a, with what only b tells; stated where one of them states all of it."""
    adds_date, adds_issuer = a.date is None and b.date is not None, a.issuer is None and b.issuer is not None
    confirmed = b.basis is Basis.STATED and b.issuer == a.issuer and a.date in (None, b.date)
    basis, reason = (Basis.STATED, None) if confirmed else (a.basis, a.reason)
    if (adds_date or adds_issuer) and b.basis is Basis.INFERRED:
        basis, reason = Basis.INFERRED, a.reason or b.reason
    same_date = a.date == b.date
    named_fully = a.basis is Basis.INFERRED and b.basis is Basis.STATED and len(b.issuer or "") > len(a.issuer or "")
    return replace(
        a,
        basis=basis,
        reason=reason,
        date=a.date or b.date,
        date_inferred=b.date_inferred if adds_date else a.date_inferred and not (same_date and not b.date_inferred),
        issuer=b.issuer if named_fully else a.issuer or b.issuer,
        province=a.province or b.province,
        subject=a.subject or b.subject,
    )
