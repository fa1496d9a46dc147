"""Matches the facts of an answer with those of gold: which are right, wrong, missing, invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.text import nfc
from tests.ingest.scoring.agree import Told, is_among, is_right, untold
from tests.ingest.scoring.fields import FIELDS, Field
from tests.ingest.scoring.gold import ANY, GoldArticle, GoldFact
from tests.ingest.scoring.texts import plain, squeezed


class Verdict(StrEnum):
    """What became of a fact."""

    OK = "ok"
    FREE = "optional"
    WRONG = "wrong"
    MISSING = "missing"
    INVENTED = "invented"


@dataclass(frozen=True)
class Row:
    """A fact of gold, what the answer has for it, and which attributes differ."""

    field: str
    gold: GoldFact | None
    told: tuple[Told, ...]
    verdict: Verdict
    differ: tuple[str, ...] = ()
    made_up: tuple[str, ...] = ()
    """Attributes told where gold says null."""
    verbatim: bool = False


def rows(article: GoldArticle, told: Mapping[str, Sequence[Told]], text: str) -> list[Row]:
    """Every fact of gold and of the answer, field by field; `text` is what ingest takes for the article."""
    found = []
    for field in FIELDS:
        if field.name == "noise":
            found += [_stripped(gold, text) for gold in article.facts["noise"] if _is_quoted(gold, article)]
        elif field.name in article.facts:
            found += _match(field, article.facts[field.name], told[field.name])
    return [row for row in found if not _is_dateline(row, article)]


def _is_dateline(row: Row, article: GoldArticle) -> bool:
    """The line that says when the article was published is no date of the article; gold leaves it out."""
    days = [edtf for gold in article.facts["published"] for edtf in gold.wanted["edtf"]]
    return row.field == "dates" and row.verdict is Verdict.INVENTED and row.told[0]["edtf"] in days


def _is_quoted(gold: GoldFact, article: GoldArticle) -> bool:
    """The seeds' gold describes some noise in English instead of quoting it."""
    (words,) = gold.wanted["value"]
    return not article.is_seed or (words or "") in nfc(article.path.read_text(encoding="utf-8"))


def _stripped(gold: GoldFact, text: str) -> Row:
    (words,) = gold.wanted["value"]
    return Row("noise", gold, (), Verdict.MISSING if " ".join((words or "").split()) in squeezed(text) else Verdict.OK)


def _match(field: Field, golds: Sequence[GoldFact], tolds: Sequence[Told]) -> list[Row]:
    pairs = _paired(field, golds, tolds)
    extra: dict[int, list[int]] = {}
    loose = [j for j in range(len(tolds)) if j not in pairs.values()]
    for j in list(loose):
        owner = next((i for i in pairs if _belongs(field, golds[i], tolds[pairs[i]], tolds[j])), None)
        if owner is not None:
            extra.setdefault(owner, []).append(j)
            loose.remove(j)
    found = []
    for i, gold in enumerate(golds):
        if i in pairs:
            found.append(_row(field, gold, [tolds[j] for j in (pairs[i], *extra.get(i, ()))]))
        else:
            found.append(Row(field.name, gold, (), Verdict.FREE if gold.optional else Verdict.MISSING))
    if not field.found_only:
        found += [_invented(field, golds, tolds[j]) for j in loose if not _repeats(field, golds, tolds[j])]
    return found


def _invented(field: Field, golds: Sequence[GoldFact], told: Told) -> Row:
    """For a field of one value gold that lists nothing says null."""
    made_up = tuple(told) if field.single and not golds else ()
    return Row(field.name, None, (told,), Verdict.INVENTED, made_up=made_up)


def _paired(field: Field, golds: Sequence[GoldFact], tolds: Sequence[Told]) -> dict[int, int]:
    """The index of the answer's fact for each fact of gold: first those that agree in most."""
    if field.name == "dates":
        return _in_order(golds, tolds)
    scored = sorted(
        (
            (-_agreement(field, gold, told), gold.optional, i, j)
            for i, gold in enumerate(golds)
            for j, told in enumerate(tolds)
            if _akin(field, gold, told)
        ),
    )
    pairs: dict[int, int] = {}
    for _, _, i, j in scored:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _in_order(golds: Sequence[GoldFact], tolds: Sequence[Told]) -> dict[int, int]:
    """Dates stand in the order of the text: the alignment that agrees most."""
    field = Field("dates")
    best = [[0.0] * (len(tolds) + 1) for _ in range(len(golds) + 1)]
    gain = [[_date_gain(field, gold, told) for told in tolds] for gold in golds]
    for i in reversed(range(len(golds))):
        for j in reversed(range(len(tolds))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + gain[i][j])
    pairs, i, j = {}, 0, 0
    while i < len(golds) and j < len(tolds):
        if gain[i][j] and best[i][j] == best[i + 1][j + 1] + gain[i][j]:
            pairs[i] = j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _date_gain(field: Field, gold: GoldFact, told: Told) -> float:
    if not _akin_texts(gold.wanted["text"][0] or "", told["text"] or ""):
        return 0
    return 3 if is_right(field, "edtf", gold.wanted["edtf"], told["edtf"]) else 1


def _akin_texts(one: str, other: str) -> bool:
    """One holds the other: ngày 10/10, 10/10."""
    a, b = (f" {plain(text.translate(_NO_BRACKETS))} " for text in (one, other))
    return a in b or b in a


_NO_BRACKETS = str.maketrans("()", "  ")


def _akin(field: Field, gold: GoldFact, told: Told) -> bool:
    if field.single:
        return True
    if not field.kin:
        return _agreement(field, gold, told) == len(gold.wanted)
    return any(_in_common(field, names, gold, told) for names in field.kin)


def _in_common(field: Field, names: Sequence[str], gold: GoldFact, told: Told) -> bool:
    """All these attributes agree, and not because nothing is known of any."""
    agree = all(is_right(field, name, gold.wanted.get(name, ANY), told[name]) for name in names)
    return agree and any(told[name] is not None for name in names)


def _agreement(field: Field, gold: GoldFact, told: Told) -> int:
    return sum(is_right(field, name, wanted, told.get(name)) for name, wanted in gold.wanted.items())


def _belongs(field: Field, gold: GoldFact, first: Told, told: Told) -> bool:
    """Whether a fact left over tells another number of a figure that gold tells in one."""
    if field.name != "figures" or told["province"] not in gold.wanted["province"]:
        return False
    text = gold.wanted["text"][0] or ""
    return is_among(text, told["text"] or "") and plain(first["text"] or "") != plain(told["text"] or "")


def _row(field: Field, gold: GoldFact, tolds: list[Told]) -> Row:
    told = tolds[0]
    differ = [n for n, wanted in gold.wanted.items() if not is_right(field, n, wanted, told.get(n))]
    if field.name == "dates":
        differ = [name for name in differ if name != "text"]
    if field.name == "figures" and not differ and untold(gold, tolds):
        differ = ["text"]
    made_up = tuple(n for n in differ if gold.wanted[n] == (None,) and told.get(n) is not None)
    right = Verdict.FREE if gold.optional else Verdict.OK
    verbatim = (
        not differ
        and field.wording is not None
        and plain(told[field.wording] or "") in {plain(w or "") for w in gold.wanted[field.wording]}
    )
    return Row(field.name, gold, tuple(tolds), Verdict.WRONG if differ else right, tuple(differ), made_up, verbatim)


def _repeats(field: Field, golds: Sequence[GoldFact], told: Told) -> bool:
    """Whether a fact left over only repeats part of one in gold: „26/10" of „chiều nay (26/10)", a place's district."""
    if field.name == "dates":
        text = plain(told["text"] or "")
        wider = (g for g in golds if told["edtf"] in g.wanted["edtf"])
        return any(text in plain(g.wanted["text"][0] or "")[len(text) > 0 :] for g in wider)
    if field.name == "places":
        within = ((w or "").partition("(")[2] for g in golds for w in g.wanted["value"])
        return any(plain(told["value"] or "") in plain(text) for text in within)
    return False
