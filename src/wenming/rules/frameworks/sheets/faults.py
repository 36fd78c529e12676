"""What is wrong with a framework's table, at which cell, in one sentence that says what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# code: (Chinese, English); the gaps are the keys of ``about``
SENTENCES: Mapping[str, tuple[str, str]] = {
    "no_items": (
        "没有哪一列是条目：请至少给一列选“条目”，例如测评项目、测评标准那几列。",
        "No column holds items: please say of at least one that it does, such as that of the standards.",
    ),
    "nothing": ("表头下面没有条目：请看看表头是第几行。", "Nothing stands below the heads: please check their row."),
    "too_many": ("表太大（上限{most}行）：请删掉空行，或者分开导入。", "The table is too large (limit {most} rows)."),
    "not_points": (
        "“{text}”不是分值：请只写数字，例如 2.5；还不知道就空着。",
        "“{text}” is no number of points: please write just the number, such as 2.5, or leave it empty.",
    ),
    "points_twice": (
        "“{title}”已经有分值 {first}：请留一个。",
        "“{title}” has {first} points already: please leave only one number.",
    ),
    "points_of_several": (
        "这一格的分值管着几条标准：请给每条分开写一行，或者不拆开编了号的几条。",
        "These points are for several standards: please give each a row of its own, or do not split numbered lines.",
    ),
    "not_words": (
        "“{text}”看不出是多少字：请只写数字，例如 800。",
        "“{text}” says no number of characters: please write just the number, such as 800.",
    ),
    "not_kind": (
        "考察方式写的是“{text}”：可以写实地、电话、访谈。",
        "The kind of check is “{text}”: it may be Site, Phone or Interview.",
    ),
    "code_twice": (
        "编号“{item}”在 {first} 已经用过：请改成不同的编号，或者空着由系统编。",
        "The code “{item}” is taken by {first} already: please choose another, or leave it empty.",
    ),
    "too_long": ("编号太长（上限{most}个字）。", "The code is too long (limit {most} characters)."),
    "no_title": (
        "有编号“{item}”，没有内容：请补上内容，或者去掉编号。",
        "There is the code “{item}” without words: please write them, or take out the code.",
    ),
    "no_level": (
        "没有编号，看不出是第几级：请补上编号，或者改成按列分级。",
        "Without a code its level is unknown: please write the code, or take levels from columns.",
    ),
    "nobody": (
        "这一行不属于任何条目：请在上面补上条目，或者删掉这一行。",
        "This row belongs to no item: please write the item above, or take out the row.",
    ),
    "first_of_several": (
        "这一格合并了几条标准，记在第一条下面。",
        "This cell is stretched over several standards; it is kept with the first.",
    ),
    "left_out": ("没有读：{text}", "Not read: {text}"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a cell; without a cell about the whole table."""

    cell: str
    code: str
    about: Mapping[str, str] = field(default_factory=dict)


def say(remark: Remark, language: str = "zh") -> str:
    """The sentence, in Chinese unless ``language`` starts with ``en``."""
    chinese, english = SENTENCES[remark.code]
    return (english if language.startswith("en") else chinese).format(**remark.about)
