"""What the columns of an office's table mean: guessed from their heads, decided by a person."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wenming.rules.frameworks.sheets.codes import code_of, split_code
from wenming.rules.frameworks.sheets.grid import Grid, Row


class Means(StrEnum):
    """What stands in a column."""

    CODE = "code"
    LEVEL = "level"  # an item; several such columns stand under each other from left to right
    TEXT = "text"
    POINTS = "points"
    METHODS = "methods"
    FORMAT = "format"
    WANTED = "wanted"
    MAX_WORDS = "max_words"
    COUNT = "count"
    WINDOW = "window"
    ISSUER = "issuer"
    KIND = "kind"
    SITES = "sites"
    CHECKS = "checks"
    SURVEY = "survey"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    COOPERATING = "cooperating"
    SUPERVISING = "supervising"


PIECE = (Means.FORMAT, Means.WANTED, Means.MAX_WORDS, Means.COUNT, Means.WINDOW, Means.ISSUER)
CHECK = (Means.KIND, Means.SITES, Means.CHECKS)
ROLES = (Means.LEAD, Means.RESPONSIBLE, Means.COOPERATING, Means.SUPERVISING)

# As we head them, in Chinese and in English.
WORDS: Mapping[Means, tuple[str, str]] = {
    Means.CODE: ("编号", "Code"),
    Means.LEVEL: ("条目", "Item"),
    Means.TEXT: ("说明", "Text"),
    Means.POINTS: ("分值", "Points"),
    Means.METHODS: ("测评方法", "Methods"),
    Means.FORMAT: ("材料形式", "Form of evidence"),
    Means.WANTED: ("申报材料", "Evidence wanted"),
    Means.MAX_WORDS: ("字数上限", "Most characters"),
    Means.COUNT: ("数量", "Count"),
    Means.WINDOW: ("材料时间", "Window"),
    Means.ISSUER: ("出具单位", "Issued by"),
    Means.KIND: ("考察方式", "Kind of check"),
    Means.SITES: ("考察点位", "Sites"),
    Means.CHECKS: ("考察内容", "Checks"),
    Means.SURVEY: ("问卷题目", "Survey question"),
    Means.LEAD: ("牵头单位", "Lead"),
    Means.RESPONSIBLE: ("责任单位", "Responsible"),
    Means.COOPERATING: ("配合单位", "Cooperating"),
    Means.SUPERVISING: ("督查单位", "Supervising"),
}
LEVELS = (("测评项目", "Area"), ("测评指标", "Indicator"), ("测评内容", "Content"), ("测评标准", "Standard"))
CHECK_KINDS: Mapping[str, tuple[str, str]] = {
    "site": ("实地", "Site"),
    "phone": ("电话", "Phone"),
    "interview": ("访谈", "Interview"),
}

# What others call them, without blanks and brackets, in small letters.
_ALSO: Mapping[Means, str] = {
    Means.CODE: "代码 编码 分类编号 指标编号 标准编号 序列号 ⅰ ⅱ ⅲ ⅳ",
    Means.LEVEL: "指标 项目 内容 标准 名称 指标名称 项目名称 一级指标 二级指标 三级指标 四级指标 一级 二级 三级 "
    "具体标准 测评要求 测评要点 考核项目 考核内容 考核标准 评价项目 评价内容 评价标准 测评条目 任务 重点任务 工作任务 "
    "工作内容 类别 主要内容",
    Means.TEXT: "具体说明 指标描述 操作说明 评分说明 标准说明",
    Means.POINTS: "分数 满分 标准分 分值分 得分标准分",
    Means.METHODS: "测评方式 考核方法 考核方式 评价方法 评价方式 方法",
    Means.FORMAT: "材料类型 材料格式 材料种类",
    Means.WANTED: "应提供材料 提供材料 需提供材料 所需材料 材料要求 佐证材料 证明材料 材料名称 材料 "
    "申报材料清单 材料内容",
    Means.MAX_WORDS: "字数 字数要求",
    Means.COUNT: "份数 材料数量",
    Means.WINDOW: "时间范围 材料时限",
    Means.ISSUER: "发文单位 材料出具单位",
    Means.KIND: "",
    Means.SITES: "点位 点位类型 考察地点 实地点位",
    Means.CHECKS: "实地考察 实地考察内容 考察要点",
    Means.SURVEY: "问卷 问卷调查 问卷内容 调查问题",
    Means.LEAD: "牵头部门 牵头 负责部门 主责单位 主责部门 牵头责任单位",
    Means.RESPONSIBLE: "责任部门 责任 承办单位",
    Means.COOPERATING: "配合部门 配合 协办单位 协同单位",
    Means.SUPERVISING: "督查部门 督查 督办单位",
}
_LEVEL = re.compile("第[0-9]{1,2}级|level[0-9]{1,2}")
_HEAD_WITHIN = 20  # rows from the top
_SHARE = 0.7  # of the rows that begin with a code


@dataclass(frozen=True, slots=True)
class Matching:
    """What the columns mean (None: not read), and how the rows are read.

    ``head``: the last row of the heads, as Excel counts. ``by_codes``: the only column of items tells its levels by
    their codes. ``splits``: numbered lines in one cell are items, or pieces, of their own.
    """

    head: int
    columns: tuple[Means | None, ...]
    by_codes: bool = False
    splits: bool = False

    def of(self, means: Means) -> list[int]:
        """The columns that mean it, from left to right."""
        return [column for column, one in enumerate(self.columns) if one is means]


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of a table: the first and the last row of them, and each column's."""

    first: int
    row: int
    words: tuple[str, ...]


def plain(head: str) -> str:
    """A head as it is compared: no blanks, no brackets with what is in them, no stars, small letters."""
    return re.sub(r"[(（][^()（）]*[)）]|[\s　*＊:：]", "", head).casefold()


_KNOWN: Mapping[str, Means] = {
    **{plain(word): means for means, words in WORDS.items() for word in words},
    **{plain(word): Means.LEVEL for words in LEVELS for word in words},
    **{word: means for means, words in _ALSO.items() for word in words.split()},
}


def means_of(head: str) -> Means | None:
    """What a column with this head means, as far as a head tells."""
    word = plain(head)
    return Means.LEVEL if _LEVEL.fullmatch(word) else _KNOWN.get(word)


def find_heads(grid: Grid) -> Heads | None:
    """The row among the first that bears the most heads we know, an item's among them; None where no row does."""
    best: tuple[int, Heads | None] = (0, None)
    for row in grid.rows[:_HEAD_WITHIN]:
        heads = heads_at(grid, row.number)
        means = [means_of(word) for word in heads.words]
        known = sum(one is not None for one in means) if Means.LEVEL in means else 0
        if known > best[0]:
            best = (known, heads)
    return best[1]


def heads_at(grid: Grid, number: int) -> Heads:
    """The heads that begin in this row; under one that is stretched sideways, those of the next row count."""
    rows = {row.number: row for row in grid.rows}
    first, below = rows.get(number, Row(number, ())), rows.get(number + 1, Row(number + 1, ()))
    words, last = [], number
    for column in range(grid.width):
        top, bottom, left, right = grid.stretched(number, column)
        word = first.text(left)
        if right > left and bottom == number and below.text(column):
            word, bottom = below.text(column), number + 1
        last = max(last, min(bottom, number + 2) if top == number else number)
        words.append(" ".join(word.split()))
    return Heads(number, last, tuple(words))


def guess(grid: Grid, heads: Heads) -> Matching:
    """What the columns may mean, by their heads and by what stands below them."""
    columns = _columns(heads.words)
    levels = [column for column, one in enumerate(columns) if one is Means.LEVEL]
    is_flat = len(levels) == 1 and plain(heads.words[levels[0]]) not in {plain(word) for word in LEVELS[-1]}
    splits = not (Means.CODE in columns and Means.FORMAT in columns)
    rows = [row for row in grid.rows if row.number > heads.row]
    code = columns.index(Means.CODE) if Means.CODE in columns else None
    return Matching(heads.row, columns, is_flat and _levels_by_code(rows, levels[0], code), splits)


def _columns(words: Sequence[str]) -> tuple[Means | None, ...]:
    """Each head's meaning; only items and codes may have several columns."""
    taken: set[Means] = set()
    found: list[Means | None] = []
    for word in words:
        means = means_of(word)
        found.append(None if means in taken else means)
        if means and means not in {Means.LEVEL, Means.CODE}:
            taken.add(means)
    return tuple(found)


def _levels_by_code(rows: Sequence[Row], level: int, code: int | None) -> bool:
    """Whether most rows bear codes, and these are of different depths."""
    texts = [row for row in rows if row.text(level)]
    codes = [code_of(row.text(code)) if code is not None else split_code(row.text(level))[0] for row in texts]
    kinds = {(one.family, one.rank) for one in codes if one}
    return len(kinds) > 1 and sum(one is not None for one in codes) >= _SHARE * len(texts)
