"""How often the right page comes first, and among the first five and ten, by form of typing."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.search_bench.queries import Query

SHOWN = 10
BARS = {
    **dict.fromkeys(
        ("accented", "bare", "partly accented", "tone placement", "d for đ", "NFD", "upper case"), (1, 0.98)
    ),
    **dict.fromkeys((f"{words} scattered words{bare}" for words in (3, 5) for bare in ("", ", bare")), (1, 0.90)),
    **dict.fromkeys(("typo", "typo, bare", "wrong tone", "typos (R@5)"), (5, 0.90)),
}
"""What the issue asks of ours by form: among how many first ones the right page is, in what share."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and the first ten addresses of the answer."""

    query: Query
    got: tuple[str, ...]

    def right_in(self, first: int) -> bool:
        """Whether a right page is among so many first ones."""
        return not set(self.query.wanted).isdisjoint(self.got[:first])


@dataclass(frozen=True, slots=True)
class Run:
    """All answers of one engine over one corpus, and the mean time of a query on this machine."""

    engine: str
    answers: Sequence[Asked]
    seconds: float

    def of_form(self, form: str) -> list[Asked]:
        """The answers to queries of one form; of all for an empty one."""
        return [asked for asked in self.answers if form in ("", asked.query.form)]


def run(engine: str, queries: Sequence[Query], ask: Callable[[str], list[str]], budget: float = math.inf) -> Run:
    """Ask every query, in order; an engine that would need more seconds than the budget only every second, third …"""
    start = time.perf_counter()
    trial = queries[:: max(1, len(queries) // 6)]
    for query in trial:
        ask(query.text)
    expected = (time.perf_counter() - start) / max(1, len(trial)) * len(queries)
    queries = queries[:: max(1, math.ceil(expected / budget))]
    start = time.perf_counter()
    answers = [Asked(query, tuple(ask(query.text)[:SHOWN])) for query in queries]
    return Run(engine, answers, (time.perf_counter() - start) / max(1, len(queries)))


def share(answers: Sequence[Asked], first: int) -> float:
    """The share of answers with a right page among so many first ones."""
    return sum(asked.right_in(first) for asked in answers) / max(1, len(answers))


def table(corpus: str, runs: Sequence[Run]) -> str:
    """A line for each form: queries, how many are ambiguous, S@1 of the others (ours), and S@1 R@5 R@10 of each engine.

    Ours is the first run. An engine that was asked fewer queries says how many.
    """
    forms = list(dict.fromkeys(asked.query.form for asked in runs[0].answers))
    names = "".join(f"  {one.engine:24}" for one in runs)
    scores = f"  {'S@1   R@5   R@10':17} {'asked':>6}" * len(runs)
    lines = [f"{corpus:42} queries  ambig.   sole{names}", f"{'':59} S@1{scores}"]
    lines += [_line(form, runs) for form in [*forms, ""]]
    lines.append("seconds a query on this machine: " + ", ".join(f"{one.engine} {one.seconds:.2f}" for one in runs))
    return "\n".join(lines)


def _line(form: str, runs: Sequence[Run]) -> str:
    ours = runs[0].of_form(form)
    sole = [asked for asked in ours if not asked.query.ambiguous]
    cells = "".join(_cells(one.of_form(form)) for one in runs)
    verdict = ""
    if form in BARS:
        first, bar = BARS[form]
        missed = "" if share(ours, first) >= bar else " missed"
        verdict = f"   bar {'S@1' if first == 1 else f'R@{first}'} {bar:.2f}{missed}"
    of_sole = f"{share(sole, 1):6.3f}" if sole else f"{'–':>6}"
    return f"{form or 'all':42} {len(ours):7} {len(ours) - len(sole):7} {of_sole}{cells}{verdict}"


def _cells(answers: Sequence[Asked]) -> str:
    shares = " ".join(f"{share(answers, first):.3f}" for first in (1, 5, SHOWN)) if answers else f"{'–':^17}"
    return f"  {shares} {len(answers):6}"


def misses(corpus: str, asked: Iterable[Asked]) -> str:
    """The queries whose right page is not first: where it stood, what was wanted and what came."""
    return "".join(_miss(corpus, one) for one in asked if not one.right_in(1))


def _miss(corpus: str, one: Asked) -> str:
    stood = next((f"@{first}" for first in (5, SHOWN) if one.right_in(first)), "none")
    wanted = " ".join(one.query.wanted[:3]) + (" …" if len(one.query.wanted) > 3 else "")
    got = "".join(f"    got    {page}\n" for page in one.got[:3]) or "    got    nothing\n"
    return f"{corpus}\t{one.query.form}\t{stood}\t{one.query.text}\n    wanted {wanted}\n{got}"
