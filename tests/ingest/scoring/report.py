"""Totals and tables, readable in 120 columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from tests.ingest.scoring.agree import Told
from tests.ingest.scoring.fields import FIELDS
from tests.ingest.scoring.gold import ANY, GoldFact
from tests.ingest.scoring.match import Row, Verdict

_WIDTHS = (10, 45, 45, 11)


@dataclass(frozen=True)
class Total:
    """How often a field was right. `exact` of `files` have nothing wrong, missing or invented in it."""

    field: str
    ok: int
    wrong: int
    missing: int
    invented: int
    files: int
    exact: int
    verbatim: int | None
    made_up: int

    @property
    def precision(self) -> float:
        """Share of what was told that is right."""
        return _share(self.ok, self.ok + self.wrong + self.invented)

    @property
    def recall(self) -> float:
        """Share of what gold has that was told."""
        return _share(self.ok, self.ok + self.wrong + self.missing)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.precision * self.recall, self.precision + self.recall)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def totals(scored: Mapping[str, Sequence[Row]]) -> list[Total]:
    """The totals of each field over all files; facts that gold calls optional do not count where they are right."""
    found = []
    for field in FIELDS:
        by_file = [[row for row in rows if row.field == field.name] for rows in scored.values()]
        rows = [row for group in by_file for row in group]
        count = Counter(_counted(row) for row in rows)
        found.append(
            Total(
                field=field.name,
                ok=count[Verdict.OK],
                wrong=count[Verdict.WRONG],
                missing=count[Verdict.MISSING],
                invented=count[Verdict.INVENTED],
                files=len(by_file),
                exact=sum(all(row.verdict in (Verdict.OK, Verdict.FREE) for row in group) for group in by_file),
                verbatim=sum(row.verbatim and row.verdict is Verdict.OK for row in rows) if field.wording else None,
                made_up=sum(len(row.made_up) for row in rows),
            )
        )
    return found


def _counted(row: Row) -> Verdict:
    """A fact that need not be found, found wrong, is one too many."""
    optional = row.gold is not None and row.gold.optional
    return Verdict.INVENTED if optional and row.verdict is Verdict.WRONG else row.verdict


def totals_table(found: Iterable[Total]) -> str:
    """One line a field."""
    lines = ["field       gold  told    ok wrong  miss   inv    prec  recall      F1   exact files  word for word"]
    for t in found:
        gold, told = t.ok + t.wrong + t.missing, t.ok + t.wrong + t.invented
        verbatim = "" if t.verbatim is None else f"{t.verbatim} of {t.ok}"
        lines.append(
            f"{t.field:10} {gold:5} {told:5} {t.ok:5} {t.wrong:5} {t.missing:5} {t.invented:5}"
            f"  {t.precision:6.3f}  {t.recall:6.3f}  {t.f1:6.3f}  {f'{t.exact}/{t.files}':>12}  {verbatim:>13}".rstrip()
        )
    return "\n".join(lines)


def file_table(name: str, rows: Sequence[Row]) -> str:
    """One row a fact: the field, gold, what was found, the verdict and what differs."""
    lines = [f"== {name}", _line(("field", "gold", "found", "verdict")), _line(tuple("-" * w for w in _WIDTHS))]
    for row in rows:
        verdict = f"{row.verdict} {', '.join(row.differ)}".strip()
        gold = gold_words(row.gold) if row.gold else ""
        told = " + ".join(told_words(t) for t in row.told)
        cells = [wrap(c, w) for c, w in zip((row.field, gold, told, verdict), _WIDTHS, strict=True)]
        height = max(1, *map(len, cells))
        lines += [_line(tuple((c[i] if i < len(c) else "") for c in cells)) for i in range(height)]
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return " | ".join(f"{cell:{width}}" for cell, width in zip(cells, _WIDTHS, strict=True)).rstrip()


def gold_words(gold: GoldFact) -> str:
    """A fact of gold on one line."""
    told = {n: " | ".join(str(w) for w in wanted) for n, wanted in gold.wanted.items() if wanted not in ((None,), ANY)}
    return told_words(told)


def told_words(told: Told) -> str:
    """A fact of the answer on one line: the values alone for names, else with their attributes."""
    plain = {"value", "name", "text", "kind", "province", "provinces", "index", "measure", "number", "edtf"}
    parts = (
        value if name in plain else f"{name} {value}" for name, value in told.items() if value not in (None, "", "no")
    )
    return " · ".join(str(part) for part in parts)


def made_up_lines(scored: Mapping[str, Sequence[Row]]) -> list[str]:
    """What was told where gold says null, one line each."""
    return [
        f"{name}: {row.field} {attribute}: {row.told[0].get(attribute)}"
        for name, rows in scored.items()
        for row in rows
        for attribute in row.made_up
    ]
