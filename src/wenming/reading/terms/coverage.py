"""Coverage: over whom (每一名干部, 各单位都要, 所有行政村, 县级以上主城区全覆盖)."""

import re
from collections.abc import Iterator

from wenming.reading.model import Coverage, Number, Term, TermKind
from wenming.reading.numerals import NUMERAL, parse_number
from wenming.reading.terms.clauses import clause_after, clause_before
from wenming.reading.terms.populations import ACTING, POPULATIONS, population_before

_ONE = "一?(?:个|名|位|家|户|所|支|座|处|类|条|间|辆|栋)"
_NO_POPULATION = r"[年月周日天季半隔次期晚人万千百亿项两二三四五六七八九十]|星期|小时|学期|学年"
_EACH = re.compile(rf"每(?:{_ONE}|一?(?!{_NO_POPULATION}))(?P<each>{POPULATIONS})")
_ALL = re.compile(r"各级各类|各类|各级|各|所有(?![制者权])|全部|全体(?!系)|全[省市县区镇乡校](?!所有|全部|全体|各|每)")
_WHOM = re.compile(
    rf"(?P<each>(?:(?<=所有)(?:[一-鿿]{{2}}、){{1,4}}(?=[一-鿿]{{2}}))?(?:(?<=所有)[^,。;的]{{1,16}}的(?:[一-鿿]{{2}}、){{0,3}})?{POPULATIONS})(?!大?会)"
)
_WHOLE = frozenset(("所有", "全体", "全部"))
_DOES = rf"{ACTING}|实行|实施|办理|接入|免费|清零"
# 每个 and 所有 with a noun that no list of populations knows, up to the verb or the number.
_NAMED = re.compile(
    rf"每(?:一?[个名位家户所支座处条间辆栋])(?P<each>(?!月|季|年|周|星期|工作日|学期|环节|阶段|方面|角落|节日)[^\s,。;:、“”()的每0-9都均要应须至不]{{1,8}}?)"
    rf"(?=至少|都|均|要|应|须|必须|不[少低]|{_DOES}|[有设建配][^,。;]{{0,3}}[0-9一两])"
)
_ABSTRACT = re.compile(
    "(?:工作|任务|内容|问题|责任|环节|流程|过程|费用|要素|资料|数据|矛盾|隐患|力量|资源|信息|细节|措施|情况)$"
)
_ALL_NAMED = re.compile(
    rf"所有(?![制者权])(?P<each>[^\s,。;:、“”()的0-9每]{{2,10}}?)(?=都|均|全部|要(?!求)|应(?!急)|(?<!依法必)须|{_DOES}|每|[0-9]{{1,2}}月)"
)
_EVEN = re.compile(
    r"[^,。;:、!?\n]{0,4}(?:都|(?<![人户平年月日周])均|全部|全员)(?![衡匀市会])|(?:基本)?实现[^,。;:、!?\n]{0,10}全覆盖"
)
_EVEN_SIGN = re.compile("[都均全]")
_OVER = re.compile(r"覆盖(?:到|至)?$")
_WIDE = re.compile(r"全面覆盖(?P<each>[^,。;:、()的\n]{2,14})")
_SIZED = re.compile(
    r"(?P<each>[0-9][0-9]{0,5}[人户]以上的?(?:(?:自然|行政|建制)?村|社区|小区))(?=[^,。;]{0,8}(?:覆盖|通))"
)
_ONE_BY_ONE = re.compile(rf"全[省市县区镇乡](?:[0-9]{{1,5}}[个处家所座])?(?P<each>{POPULATIONS})逐[一个家户村]")
_AFTER = re.compile(
    r"100%全覆盖|全覆盖|全部(?!任务|内容|工作|过程|环节|流程|要素|费用|资金|利用|[,。;、)])"
    r"|均(?<![平年户日月周].)(?<!(?<![年疾军])人.)(?=[要应须可能享实达完建设有]|集中|纳入|接受|参加|签订|推出|推行|配备|安装|制定|成立|落实|开展|开设)"
)

# 无障碍坡道全覆盖: a thing that stands in many places, alone in its clause but for what is done there (绿色防控|茶园)
_DONE = "(?:[一-鿿]{2}(?:防控|治理|整治|管理|改造|监测|建设))?"
_THING = re.compile(rf"(?:^|[,;。、:\n]){_DONE}(?P<each>[一-鿿]{{1,5}}[道园田房车灯桩梯桥牌亭厕棚柜箱门栏器])$")
_RATE = re.compile(
    rf"(?:每年度?)?[给予按奖励补助贴发放标准一次性最高多不超过少于低约为累计]{{0,10}}{NUMERAL}(?:-{NUMERAL})?(?:元|平方米|分)"
)
_REPEATED = re.compile(r"每[^,。;]{0,3}(?:年|月|周|季|日|天|星期|学期)|各年")
_TIMES = re.compile(rf"[^,。;、每\n]{{0,12}}?(?P<count>{NUMERAL})(?:次|轮|遍)(?!性)")


def find_coverage(text: str) -> Iterator[Term]:
    """A word of universality over a named population of the folded ``text``."""
    yield from _each(text)
    yield from _all(text)
    sized = _SIZED.finditer(text) if "以上" in text else ()
    for match in (*_WIDE.finditer(text), *sized):
        yield _term(match.start(), match.end(), match["each"])
    for match in _ONE_BY_ONE.finditer(text) if "逐" in text else ():
        yield _term(match.start("each"), match.end(), match["each"])
    for match in _AFTER.finditer(text):
        place = population_before(text, match.start(), may_be_parted=match[0].endswith("全覆盖"))
        thing = None if place else _THING.search(text, max(0, match.start() - 8), match.start())
        if place:
            yield _counted(text, place[0], match.end(), place[1])
        elif thing and match[0].endswith("全覆盖"):
            yield _term(thing.start("each"), match.end(), thing["each"])


def _each(text: str) -> Iterator[Term]:
    """每个社区, and 每座戏台 where no list knows what is named."""
    for match in _EACH.finditer(text):
        if not _RATE.match(text, match.end()):
            yield _counted(text, match.start(), match.end(), match["each"])
    for match in _NAMED.finditer(text):
        if not _EACH.match(text, match.start()) and not _RATE.match(text, match.end()):
            yield _counted(text, match.start(), match.end(), match["each"])


def _all(text: str) -> Iterator[Term]:
    """所有社区, 各社区都, and 所有戏台 where no list knows what is named."""
    for match in _ALL_NAMED.finditer(text):
        if not _WHOM.match(text, match.start("each")) and not _ABSTRACT.search(match["each"]):
            yield _term(match.start(), match.end(), match["each"])
    for word in _ALL.finditer(text):
        whom = _WHOM.match(text, word.end()) if _may_reach(text, word) else None
        end = _reach(text, word, whom) if whom else None
        if whom and end:
            yield _counted(text, word.start(), end, whom["each"])


def _may_reach(text: str, word: re.Match[str]) -> bool:
    """Whether what 各 needs stands in its clause at all; the names of populations are long to look for."""
    if word[0] in _WHOLE or _OVER.search(text, max(0, word.start() - 3), word.start()):
        return True
    return bool(_EVEN_SIGN.search(clause_after(text, word.end())))


def _reach(text: str, word: re.Match[str], whom: re.Match[str]) -> int | None:
    """Where the coverage ends: 所有 needs nothing more, 各 needs 都 or 均 after it or 覆盖 before it."""
    even = _EVEN.match(text, whom.end())
    if even:
        return even.end()
    is_over = _OVER.search(text, max(0, word.start() - 3), word.start())
    is_whole = word[0] in _WHOLE and not text.startswith((")", "]", "】"), whom.end())  # (全体教师): who answers
    return whom.end() if is_whole or is_over else None


def _counted(text: str, start: int, end: int, each: str) -> Term:
    """每一名干部都能受到一次培训: how often each is reached may follow in the clause.

    But not where the count belongs to a period (每年对每个村检查一次).
    """
    count = _TIMES.match(text, end)
    if not count or _REPEATED.search(clause_before(text, start)):
        return _term(start, end, each)
    return _term(start, count.end(), each, parse_number(count["count"]))


def _term(start: int, end: int, each: str, count: Number | None = None) -> Term:
    return Term(TermKind.COVERAGE, start, end, Coverage(each, count))
