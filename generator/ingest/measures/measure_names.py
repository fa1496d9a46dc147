"""The registry's indices and measures, ready to be found in a text, and the names of indices it does not hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from generator.ingest.measures.words import WORDS
from generator.ingest.word_starts import word_starts
from generator.registry import Index, Registries
from generator.text import fold_case

_SHORT_FORMS = (("chuyển đổi số", "cđs"),)


class Naming(Enum):
    """What a name found stands for."""

    INDEX = "index"
    MEASURE = "measure"
    OTHER_INDEX = "other index"


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name at characters start..end; `key` is an id of the registry, None for an index it does not hold.

    `vague`: a quantity, or only the word „chỉ số" before words that the registry does not know.
    """

    start: int
    end: int
    naming: Naming
    key: str | None
    vague: bool = False


class MeasureNames:
    """An index of the registry's indices and their measures by name."""

    def __init__(self, registries: Registries) -> None:
        self.indices = registries.indices
        self._known: dict[str, tuple[Naming, str | None]] = {}
        self.main = next((i.id for i in registries.indices.values() if i.level == "national-and-provincial"), None)
        self.mean = next((i.id for i in registries.indices.values() if i.level == "provincial-mean"), None)
        for index in registries.indices.values():
            if index.id != self.mean:  # „DTI cấp tỉnh" is what a province's own rank and score are called too
                self._add_index(index)
        for other in (*WORDS["other_indices"], *WORDS["other_quantities"]):
            self._known.setdefault(other, (Naming.OTHER_INDEX, None))
        self._vague = {"", *WORDS["other_quantities"]}
        measures = [m for index in registries.indices.values() for m in index.measures.values()]
        by_name = {fold_case(m.name): m.id for m in measures}
        self._activities = {m.id: key for m in measures if (key := by_name.get(f"hoạt động {fold_case(m.name)}"))}
        names = [rf"{_flexible(name)}(?!\w)" for name in sorted(self._known, key=lambda n: (-len(n), n))]
        # „chỉ số" before words that no registry knows names an index of another kind.
        others = [rf"{word}(?! (?:{WORDS['index_of_ours']})\b)(?= \w)" for word in ("bộ chỉ số", "chỉ số")]
        self._pattern = re.compile(word_starts([*names, *others]))
        self._mentions = [n for n, (naming, _) in self._known.items() if naming is Naming.INDEX]
        self._mentions[:0] = WORDS["ranked_things"]

    def _add_index(self, index: Index) -> None:
        for name in (index.name, index.full_name.split(",")[0], *index.variants):
            self._add(name, Naming.INDEX, index.id)
        for measure in index.measures.values():
            if measure.group == "overall":
                continue
            for name in (measure.name, *measure.variants):
                self._add(name, Naming.MEASURE, measure.id)

    def _add(self, name: str, naming: Naming, key: str) -> None:
        folded = fold_case(name)
        self._known.setdefault(folded, (naming, key))
        for long, short in _SHORT_FORMS:
            if long in folded:
                self._known.setdefault(folded.replace(long, short), (naming, key))

    def mentioned(self, folded: str) -> bool:
        """Whether an index of the registry, or what it ranks, is named at all."""
        return any(name in folded for name in self._mentions)

    def find(self, folded: str, start: int, end: int) -> list[NameAt]:
        """The names within a stretch of folded text, in order, longest first where they overlap."""
        found = []
        for m in self._pattern.finditer(folded, start, end):
            name = " ".join(m[0].split())
            name = name if name in self._known else ""
            naming, key = self._known.get(name, (Naming.OTHER_INDEX, None))
            found.append(NameAt(m.start(), m.end(), naming, key, vague=name in self._vague))
        return found

    def overall(self, index: str) -> str:
        """The id of an index's measure of the whole."""
        return next(m.id for m in self.indices[index].measures.values() if m.group == "overall")

    def sizes(self, index: str) -> frozenset[int]:
        """How many provinces the index's tables rank."""
        return frozenset(t.size for t in self.indices[index].tables.values())

    def activity(self, measure: str | None) -> str | None:
        """The id of the component „hoạt động …" of a pillar; a measure that has none is itself."""
        return self._activities.get(measure or "", measure)

    def has_measure(self, index: str, measure: str) -> bool:
        """Whether the index has the measure."""
        return measure in self.indices[index].measures


def _flexible(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))
