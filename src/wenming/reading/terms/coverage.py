"""Coverage: over whom (每一名干部, 各单位都要, 所有行政村, 县级以上主城区全覆盖)."""

import re
from collections.abc import Iterator

from wenming.reading.model import Coverage, Number, Term, TermKind
from wenming.reading.numerals import NUMERAL, parse_number
from wenming.reading.terms.clauses import clause_before
from wenming.reading.terms.wordlists import alternatives

# What a population ends with. Its name is the longest stretch up to one of these that no break or function word cuts.
_HEADS = """
    干部 党员 群众 居民 市民 村民 农民 学生 师生 教师 职工 员工 青少年 未成年人 儿童 老人 老年人 家长 妇女 人员
    代表 志愿者 网格员 成员 公民 牧民 团员 同志 单位 部门 机关 社区 行政村 自然村 村居 村庄 村 嘎查 乡镇 街道
    苏木 县市 县区 市县 旗县 区县 城区 城市 县 市 镇 乡 企业 学校 中小学校 中小学 幼儿园 高校 医院 医疗机构 机构
    项目 车辆 楼道 道路 路口 路段 干道 店铺 商户 摊位 经营户 饭店 餐馆 食堂 酒店 宾馆 银行 院落 住户 家庭 牧户
    农户 支部 党组织 窗口 网点 小区 楼院 楼栋 网格 工地 市场 商场 景区 水库 河湖 河流 行业 大厅 园区 事项 网站
    岗位 场所 点位 层级 地区 班级 新生 线路 对象 站点 实践站 队伍 场馆 驾驶员 业主 商家 商铺 门店 牌匾 设施 公司
    团队 车站 公园 广场 公厕 领域
"""
_HEAD = alternatives(_HEADS)
_CUT = r"\s,。;:!?“”\"的都要能有至均应须得在对和与及把被将为每各并让使由向从着了"
_ACTING = """
    参加 参与 设立 设置 制定 建立 建成 组织 开展 配备 签订 张贴 选派 培育 培养 推选 推荐 落实 成立 完成 举办 讲
    给 命名 评选
"""
_NAME = (
    rf"(?:(?:(?!{alternatives(_ACTING)})[^{_CUT}、0-9()]){{0,10}}(?:{_HEAD})(?!长|委|容|貌|域|化|场主)"
    r"|[村户县校镇乡店站所班](?=[都均要至有不选建配设须签张])|人(?=[都均须必]|至少))"
)
_ONE = "一?(?:个|名|位|家|户|所|支|座|处|类|条|间|辆|栋)"
_NO_POPULATION = r"[年月周日天季半隔次期晚人万千百亿项两二三四五六七八九十]|星期|小时|学期|学年"
_EACH = re.compile(rf"每(?:{_ONE}|一?(?!{_NO_POPULATION}))(?P<each>{_NAME})")
_ALL = re.compile(
    rf"(?P<all>各级各类|各类|各级|各|所有(?![制者权])|全部|全体(?!系)|全[省市县区镇乡校])(?P<each>{_NAME})(?:\([^()]{{1,8}}\))?(?!大?会)"
)
_WHOLE = frozenset(("所有", "全体"))
_EVEN = re.compile(r"[^,。;:、!?\n]{0,4}(?:都|均|全部|全员)(?![衡匀市会])")
_OVER = re.compile(r"覆盖(?:到|至)?$")
_WIDE = re.compile(r"全面覆盖(?P<each>[^,。;:、()的\n]{2,14})")
_SIZED = re.compile(r"(?P<each>[0-9]{1,6}[人户]以上的?(?:(?:自然|行政|建制)?村|社区|小区))(?=[^,。;]{0,8}(?:覆盖|通))")
_AFTER = re.compile(
    r"(?P<full>(?:100%)?全覆盖)|全部(?!任务|内容|工作|过程|环节|流程|要素|费用|资金|利用|[,。;、)])"
    r"|均(?<![平人年户日月周].)(?=[要应须实达完建设有]|集中|纳入)"
)

_RATE = re.compile(rf"[给予按奖励补助贴发放标准一次性最高多不超过少于低约为累计]{{0,10}}{NUMERAL}(?:元|平方米|分)")
_REPEATED = re.compile(r"每(?:[^,。;]{0,3}(?:年|月|周|季|日|天|星期|学期))|各年")
_TIMES = re.compile(rf"[^,。;、每\n]{{0,12}}?(?P<count>{NUMERAL})(?:次|轮|遍)(?!性)")

# What may stand between a break and the name of the population before 全覆盖.
_BREAK = re.compile(r"[,。;:!?“”\"的、将把让由每\n]|[0-9]\.|各级各类|各类|各级|各|所有")
_VERBS = """
    推动 推进 实现 确保 力争 达到 持续 进一步 完成 促进 梳理 加快 基本 加强 监督 督促 强化 使 对 在
"""
_LEADING = re.compile(rf"(?:.*(?:{alternatives(_VERBS)}))?(?:全[省市县区]|全面|进行)?")
_ABOVE = re.compile(r"[省市县区乡镇村]级(?:及)?以上.*")
_ENDING = re.compile(rf"(?P<each>.*(?:{_HEAD}))(?P<rest>[^{_CUT}]{{0,6}})$")
_BRACKET = re.compile(r"\([^()]*\)?")
_THING = re.compile(
    r"(?:中心|体系|服务|平台|网络|设施|制度|管理|工作|系统|机制|活动|教育|宣传|分类|收运|处置|治理|整治)(?=.)(?!事项|窗口|单位|网点|对象|人员)"
)
_LOOK_BACK = 18


def find_coverage(text: str) -> Iterator[Term]:
    """A word of universality over a named population of the folded ``text``."""
    for match in _EACH.finditer(text):
        if not _RATE.match(text, match.end()):
            yield _counted(text, match.start(), match.end(), match["each"])
    for match in _ALL.finditer(text):
        end = _reach(text, match)
        if end:
            yield _counted(text, match.start(), end, match["each"])
    for match in (*_WIDE.finditer(text), *_SIZED.finditer(text)):
        yield _term(match.start(), match.end(), match["each"])
    for match in _AFTER.finditer(text):
        yield from _before(text, match)


def _counted(text: str, start: int, end: int, each: str) -> Term:
    """每一名干部都能受到一次培训: how often each is reached may follow in the clause, unless the count belongs to a period (每年对每个村检查一次)."""
    count = _TIMES.match(text, end)
    if not count or _REPEATED.search(clause_before(text, start)):
        return _term(start, end, each)
    return _term(start, count.end(), each, parse_number(count["count"]))


def _reach(text: str, match: re.Match[str]) -> int | None:
    """Where the coverage ends: 所有 needs nothing more, 各 needs 都 or 均 after it or 覆盖 before it."""
    even = _EVEN.match(text, match.end())
    if even:
        return even.end()
    is_over = _OVER.search(text, max(0, match.start() - 3), match.start())
    return match.end() if match["all"] in _WHOLE or is_over else None


def _before(text: str, match: re.Match[str]) -> Iterator[Term]:
    """行政村全覆盖, 检查事项全部纳入: the population stands before the word."""
    tail = _BREAK.split(text[max(0, match.start() - _LOOK_BACK) : match.start()])[-1]
    leading = _LEADING.match(tail)
    tail = tail[leading.end() :] if leading else tail
    above = _ABOVE.search(tail)
    tail = above[0] if above else tail
    found = _ENDING.match(tail)
    if found and (match["full"] or not found["rest"]):
        each = _THING.split(_BRACKET.sub("", found["each"]))[-1]
        yield _counted(text, match.start() - len(tail), match.end(), each)


def _term(start: int, end: int, each: str, count: Number | None = None) -> Term:
    return Term(TermKind.COVERAGE, start, end, Coverage(each, count))
