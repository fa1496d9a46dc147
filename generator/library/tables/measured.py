"""Tables of what is counted: ranks and scores, targets, figures; and of places."""

from __future__ import annotations

from generator.library.tables.columns import UNIT_REFERENCE, dates, plain, province
from generator.library.tables.owners import ARTICLE_OWNERS
from generator.library.tables.provenance import FACT_REFERENCE, PROVENANCE, fact_id
from generator.library.tables.table import AnyTable, Column, Group, Reference, Source, Table, Type
from generator.model import Figure, Indicator, Target
from generator.registry import Measure
from generator.vocabulary import MEASURE_GROUPS, QUALIFIERS, QUALIFIERS_EN


def _measure(source: Source, fact: Indicator) -> Measure:
    return source.library.registries.indices[fact.index_id].measures[fact.measure]


def _index_name(source: Source, fact: Indicator) -> str:
    return source.library.registries.indices[fact.index_id].name


def _index_english(source: Source, fact: Indicator) -> str | None:
    return source.library.registries.indices[fact.index_id].english


INDICATORS: AnyTable = Table(
    name="indicators",
    group=Group.FACTS,
    vi="Thứ hạng và điểm",
    en="Ranks and scores",
    about_vi="Mỗi dòng là một thứ hạng hay điểm mà một bài nêu. Hai bài nêu khác nhau thì có hai dòng. Đừng nối các "
    "năm qua chỗ đổi cách tính (bảng index-years), cũng đừng nối tỉnh trước và sau ngày 1/7/2025.",
    about_en="One row per rank or score told by an article; where two differ there are two rows. Join no years across "
    "a method break (index-years), and no provinces of before and after 1 July 2025.",
    things=lambda library, slug: library.articles[slug].indicators,
    owners=ARTICLE_OWNERS,
    columns=(
        fact_id("indicators"),
        *province(),
        plain("index", "chỉ số", "the index", of="index_id", required=True),
        Column("index_name", "tên chỉ số", "its name", _index_name),
        Column("index_name_en", "tên tiếng Anh", "its English name", _index_english),
        plain("year", "kỳ đánh giá; trống: bài không nói", "the year assessed; empty: not told", Type.INTEGER),
        plain("measure", "thước đo", "the measure", required=True),
        Column("measure_name", "tên thước đo", "its name", lambda s, i: _measure(s, i).name),
        Column("measure_name_en", "tên tiếng Anh", "its English name", lambda s, i: _measure(s, i).english),
        Column("measure_group", "tổng thể, trụ cột hay chỉ số thành phần", "overall, pillar or component",
               lambda s, i: _measure(s, i).group, required=True, choices=tuple(MEASURE_GROUPS)),
        plain("rank", "thứ hạng", "the rank", Type.INTEGER, least=1),
        plain("of", "trong bao nhiêu, nếu bài nêu", "out of how many, if told", Type.INTEGER, least=1),
        plain("top", "bài chỉ nói trong tốp bao nhiêu", "n, where only 'top n' is told", Type.INTEGER, least=1),
        plain("score", "điểm như bài nêu", "the score as told", Type.NUMBER),
        plain("scale", "thang điểm: 1, 100 hay 1000", "the scale of the score: 1, 100 or 1000", Type.INTEGER,
              required=True, least=1),
        plain("rank_change", "tăng (dương) hay giảm (âm) bao nhiêu bậc", "places gained (positive) or lost (negative)",
              Type.INTEGER),
        plain("ranking_table", "bảng xếp hạng (63 hay 34)", "the ranking (of 63 or of 34)", of="table"),
        plain("ranking_table_inferred", "true: bảng do cổng suy ra", "true: the ranking is our inference", Type.BOOLEAN,
              of="table_inferred", required=True),
        *PROVENANCE,
    ),
    references=(
        FACT_REFERENCE,
        UNIT_REFERENCE,
        Reference(("index",), "indices"),
        Reference(("index", "measure"), "measures", ("index", "id")),
    ),
)  # fmt: skip


def _goal(part: str) -> Column[Target]:
    words = {
        "index_id": ("goal_index", "chỉ số của mục tiêu đo bằng hạng", "the index of a target that is a rank"),
        "measure": ("goal_measure", "thước đo ấy", "its measure"),
        "rank": ("goal_rank", "hạng thấp nhất cần đạt", "the rank to reach, or better"),
    }
    name, vi, en = words[part]
    kind = Type.INTEGER if part == "rank" else Type.STRING
    return Column(name, vi, en, lambda source, target: getattr(target.goal, part, None), kind)


TARGETS: AnyTable = Table(
    name="targets",
    group=Group.FACTS,
    vi="Mục tiêu",
    en="Targets",
    about_vi="Mỗi dòng là một mục tiêu mà một bài nêu.",
    about_en="One row per target told by an article.",
    things=lambda library, slug: library.articles[slug].targets,
    owners=ARTICLE_OWNERS,
    columns=(
        fact_id("targets"),
        *province(),
        *dates("by", "hạn", "to be reached by"),
        plain("text", "mục tiêu, lời của cổng", "the target, in our words (Vietnamese)", required=True),
        *(_goal(part) for part in ("index_id", "measure", "rank")),
        *PROVENANCE,
    ),
    references=(
        FACT_REFERENCE,
        UNIT_REFERENCE,
        Reference(("goal_index",), "indices"),
        Reference(("goal_index", "goal_measure"), "measures", ("index", "id")),
    ),
)


def _qualifier_english(source: Source, figure: Figure) -> str | None:
    return QUALIFIERS_EN[figure.qualifier] if figure.qualifier else None


FIGURES: AnyTable = Table(
    name="figures",
    group=Group.FACTS,
    vi="Số liệu",
    en="Figures",
    about_vi="Mỗi dòng là một con số khác mà một bài nêu, với đơn vị và kỳ của nó.",
    about_en="One row per other number told by an article, with its unit and period.",
    things=lambda library, slug: library.articles[slug].figures,
    owners=ARTICLE_OWNERS,
    columns=(
        fact_id("figures"),
        *province(),
        plain("label", "số liệu gì", "what is counted (Vietnamese)", required=True),
        plain("value", "con số", "the number", Type.NUMBER, required=True),
        plain("unit", "đơn vị", "its unit (Vietnamese)"),
        *dates("period", "kỳ của số liệu", "its period"),
        plain("qualifier", "từ chỉ mức của bài (hơn, khoảng …)", "the article's qualifier", choices=QUALIFIERS),
        Column("qualifier_en", "từ ấy bằng tiếng Anh", "the qualifier in English", _qualifier_english),
        *PROVENANCE,
    ),
    references=(FACT_REFERENCE, UNIT_REFERENCE),
)

PLACES: AnyTable = Table(
    name="places",
    group=Group.FACTS,
    vi="Địa danh",
    en="Places",
    about_vi="Những nơi dưới cấp tỉnh mà bài nhắc tới, ghi như bài kể.",
    about_en="Places below the province, as told.",
    things=lambda library, slug: library.articles[slug].places,
    owners=ARTICLE_OWNERS,
    columns=(
        fact_id("places"),
        plain("name", "tên nơi ấy", "its name", required=True),
        plain("within", "thuộc nơi nào, như bài kể", "what it lies in, as told"),
        *province(),
        *PROVENANCE,
    ),
    references=(FACT_REFERENCE, UNIT_REFERENCE),
)
