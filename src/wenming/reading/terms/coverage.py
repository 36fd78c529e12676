"""Coverage: over whom (每一名干部, 各单位都要, 所有行政村, 县级以上主城区全覆盖)."""

import re
from collections.abc import Iterator

from wenming.reading.model import Coverage, Term, TermKind
from wenming.reading.numerals import NUMERAL
from wenming.reading.terms.amounts import parse_count

# What a population ends with; the longest stretch up to one of these, free of breaks and verbs, is its name.
_HEADS = (
    "干部 党员 群众 居民 市民 村民 农民 学生 教师 职工 员工 青少年 未成年人 儿童 老人 老年人 家长 妇女 人员 代表 志愿者 网格员 成员 公民 牧民 "
    "单位 部门 机关 社区 行政村 自然村 村 村居 嘎查村 乡镇 镇 乡 街道 苏木 县 区 市 旗县 县市 县区 城区 城市 企业 学校 中小学 幼儿园 高校 医院 医疗机构 机构 "
    "家庭 户 牧户 农户 支部 党组织 党支部 窗口 网点 小区 楼院 楼栋 网格 工地 市场 商场 景区 家 校 人 企 站 所 店 园区 水库 行业 大厅"
).split()
_HEAD = "|".join(sorted(_HEADS, key=len, reverse=True))
_STOP = r"\s,，。;:、!?“”\"(（)的都要能有至均应须得在对和与及把被将为以每各所全"
_EACH = re.compile(
    rf"每(?:一)?(?:个|名|位|家|户|所|支|类|座|条|处)?(?P<each>[^{_STOP}0-9]{{0,8}}?(?:{_HEAD}))(?![\u4e00-\u9fff]{{0,1}}(?:均|年|月|次))"
)
_ALL = re.compile(
    rf"(?P<all>各级各类|各类|各级|各|所有|全部|全体)(?P<each>[^{_STOP}0-9]{{0,10}}(?:{_HEAD}))(?:\([^()]{{1,8}}\))?"
)
_EVEN = re.compile(r"[^,。;:、!?\n]{0,6}(?:都|均|全部|全员|无一例外)")
_FULL = re.compile(
    rf"(?P<each>(?:[0-9]{{1,6}}人以上的)?[^{_STOP}]{{0,10}}(?:{_HEAD}))(?:\([^()]{{1,8}}\))?(?:[^{_STOP}]{{0,6}})全覆盖"
)
_OVER = re.compile(r"覆盖(?:到|至)?$")
_TIMES = re.compile(rf"[^,。;\n]{{0,12}}?(?P<count>{NUMERAL})(?:次|轮|遍)")


def find_coverage(text: str) -> Iterator[Term]:
    """A word of universality over a named population."""
    for match in _EACH.finditer(text):
        count = _TIMES.match(text, match.end())
        end = count.end() if count else match.end()
        times = parse_count(count["count"]) if count else None
        yield Term(TermKind.COVERAGE, match.start(), end, Coverage(match["each"], times))
    for match in _ALL.finditer(text):
        even = _EVEN.match(text, match.end())
        if even or match["all"] in ("所有", "全体") or _OVER.search(text, max(0, match.start() - 4), match.start()):
            end = even.end() if even else match.end()
            yield Term(TermKind.COVERAGE, match.start(), end, Coverage(match["each"], None))
    for match in _FULL.finditer(text):
        yield Term(TermKind.COVERAGE, match.start(), match.end(), Coverage(match["each"], None))
