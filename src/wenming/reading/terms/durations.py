"""Durations: how long something has to last, or how soon it has to be done (不得少于3天, 48小时内)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wenming.reading.model import Term, TermKind
from wenming.reading.terms.amounts import Found
from wenming.reading.terms.binding import is_addressee, is_condition

_LENGTH = re.compile(
    r"(?:(?<![使作启应费])用|为期|历时|时长|时间为?|周期为?|期限为?|任期|(?<=[长效点务育渡设护聘同建限])期为?|每[期场次节届]课?|限时|时限为?|(?:连续|持续)[^,。;0-9]{0,2}|给予|今后|未来|提前|事前|(?<![部充十百积扣得加减满评])分|公示|准备|展示|演讲|发言|答辩|坚持|试运行|值守|值班|执勤|上岗|站岗|(?<=[、,中])前|(?<=[、,])后)$"
)
_LIVED = re.compile(
    r"(?:常住|居住|居留|工作|从业|经营|执业|参保|缴费)(?:时间)?满?$"
)  # 常住6个月以上户籍居民: who it is
_SERVED = re.compile("的?(?:[一-鿿]{2})?(?:党龄|工龄|教龄|经验|经历)")
_LASTING = re.compile("的?时间(?=[,;。集开完])")  # 用3个月的时间, 3个月时间集中整治
_WITHIN = re.compile("响应|办结|办好|处置(?:完毕|到位)|整改(?:到位|完毕)|反馈|回复|答复|到场|到达现场")
_SPAN = re.compile(
    "(?![^,。;]{0,6}(?:行动|计划|方案|攻坚战))(?:累计|共|解决|改造|新建|建成|培训|培养|建设|新增|投入|整治|完成|消除)"
)
_OPENS = re.compile("(?:^|[,;。、:)\n])(?:力争|计划|争取|用)?$")
_RECENT = re.compile(r"(?:近|最近|过去|前|逾期|未满|不满|满)$")


def find_durations(text: str, amounts: Sequence[Found]) -> Iterator[Term]:
    """An amount of time binds where it is bounded (不少于, 内, 以上), stands as a length (为期3天, 连续三年) or goes on
    a list of such (1个月、半个月)."""
    last = 0
    for found in amounts:
        if found.is_time and not found.is_marked and _WITHIN.match(text, found.end):  # 24小时响应, 7个工作日办结
            last = found.end
            yield Term(TermKind.DURATION, found.start, found.end, replace(found.amount, min=None))
        elif found.is_time and (_is_bound(text, found) or (last and text[last : found.start] in ("、", "和"))):
            last = found.end
            yield Term(TermKind.DURATION, found.start, found.end, found.amount)


def _is_bound(text: str, found: Found) -> bool:
    if is_condition(text, found.start, found.end) or is_addressee(text, found.start, found.end):
        return False
    before = text[max(0, found.number_at - 6) : found.number_at]
    if found.amount.unit in ("年", "个月") and (_LIVED.search(before) or _SERVED.match(text, found.end)):
        return False
    if found.is_marked:
        return not _RECENT.search(before)
    if found.amount.unit == "年" and found.is_chinese and _SPAN.match(text, found.end) and _OPENS.search(before):
        return True  # 三年改造6000户
    return bool(_LENGTH.search(before) or _LASTING.match(text, found.end))
