"""What a section is for: work to be done, targets, or what only surrounds the work."""

import re
from enum import Enum


class Purpose(Enum):
    """What a section does in a plan."""

    WORK = "work"
    TARGETS = "targets"
    IDEAS = "ideas"  # guiding ideas, principles, aims
    AROUND = "around"  # scope, organisation, requirements, closing
    APPENDIX = "appendix"  # lists of persons, forms
    PAST = "past"  # how things stand, why it matters, a report of work already done


_TARGETS = re.compile(r"(?:目标|指标)(?:任务|要求|及任务|和任务)?(?:[（(].*)?$|^[^，。]{0,6}(?:目标任务|任务目标)$")
_IDEAS = re.compile(
    r"^(?:总的|总体|基本)(?:想法|考虑|打算)$|指导思想$|总体思路$|基本思路$|工作思路$|原则$|指导方针$|(?:主题|目的|宗旨|口号)(?:及原则|和原则|及口号)?$|认识$"
)
_AROUND = re.compile(
    r"总体要求|指导思想|总体思路|适用范围|适用对象|"
    r"^[^，。]{0,6}(?:对象|范围|区域)$|^(?:考评|考核|评价|评选|督查)(?:内容|方式|方法|办法)$|^(?:评选|推荐|推选|申报|参评|参选|报名)(?:标准|条件|资格)$|^(?:活动|比赛|赛事)?(?:特色|亮点)$|"
    r"^(?:加强|强化|健全|完善|切实|明确|成立|建立)*(?:活动|工作|创建)?(?:组织领导|组织机构|领导机构|领导小组|领导|组织保障)(?:小组|机构|和保障|与保障|体系)?$|"
    r"^(?:切实|进一步|不断)*(?:加强|强化|做好|抓好)[^，。]{0,10}(?:组织实施|组织领导|组织保障)$|"
    r"^[^，。]{0,8}(?:保障措施|工作保障|实施保障|保障机制|保障体系|组织保障|组织领导)$|^(?:工作|组织|协同|统筹)?推进机制$|^工作机制$|^(?:组织实施|组织和保障|组织与实施|总则|附则)$|"
    r"^(?:活动|举办|比赛|参赛|会议|参与|参加|参会)?(?:地点|地址|人员|形式)$|"
    r"^(?:工作|活动|有关|相关|几点|具体|纪律|组织|其他|其它|考核)*要求$|附则|其他事项|有关事项|评分标准|计分办法|结果(?:应用|运用)"
)
_SCOPE = re.compile(r"^[^，。]{0,6}(?:对象|范围|区域)$")
# What a regulation says of itself: why, for whom, from when, who interprets it.
_PAPER = "(?:办法|方案|规定|意见|细则|制度|计划|措施|标准|条例|通知|规则|政策|要点)"
_OF_ITSELF = re.compile(
    rf"制定本(?:实施)?{_PAPER}|本[^，,。；]{{0,8}}{_PAPER}适用于|本[^，,。；]{{0,8}}{_PAPER}[^。；]{{0,12}}(?:负责解释|另行制定)"
    rf"|自[^，,。；]{{1,14}}(?:起|后)(?:施行|实施|执行|生效)(?=[，,。；]|$)"
)
_APPENDIX = re.compile(r"(?:成员|人员|小组|单位|机构|领导)[^，。]{0,4}名单$|^名单$|联系方式$|通讯录$")
_OFFICE = re.compile(r"(?:常务)?(?:副)?(?:总指挥|组长|主任)[:：]|成\s?员[:：]")  # who sits in the leading group
_PAST = re.compile(
    r"回顾$|工作总结$|取得的?(?:成绩|成效|成就|进展)|创建历程|工作情况$|开展情况$|完成情况$|主要做法$|工作体会$|"
    r"(?:重大|重要|现实|深远)?意义$|必要性$|重要性$|背景$|形势$|现实基础|发展基础|工作基础|现状$|基本情况$|存在的?.{0,6}问题$"
)
# 每月报送工作完成情况 is a task; what it ends in is only what is sent.
_SENDS = re.compile(
    "[将把]|每[年月季周学半]|^各|(?:^|[月年日前度末底周初内])(?:及时|定期|统一|认真|全面|按时)*"
    "(?:报送|上报|上交|填报|提交|通报|公示|公布|反馈|汇总|撰写|形成|梳理|查找|掌握|摸清|检查|督查|评估)"
)
_NUMBER = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十0-9０-９]{1,3}[）)、.．\s]+|第[一二三四五六七八九十0-9]{1,3}[章节条部编分]+\s*|【)*"
)


def speaks_of_itself(text: str) -> bool:
    """Whether a short piece only says what the document is, binds and who interprets it."""
    return len(text) < 200 and bool(_OF_ITSELF.search(text))


def tells_scope(title: str) -> bool:
    """Whether a section only says for whom or where the plan holds (二、实施范围): its figures bind nobody."""
    return bool(_SCOPE.match(_NUMBER.sub("", "".join(title.split())).strip(" 。：:；;】")))


def purpose_of(title: str) -> Purpose:
    """What a section with this heading is for; work where the heading does not say otherwise.

    >>> purpose_of("（二）主要目标"), purpose_of("一、总体要求"), purpose_of("（三）推进课程建设")
    (<Purpose.TARGETS: 'targets'>, <Purpose.AROUND: 'around'>, <Purpose.WORK: 'work'>)
    """
    plain = _NUMBER.sub("", "".join(title.split())).strip(" 。：:；;】")
    if len(plain) > 24:
        return Purpose.WORK
    if _APPENDIX.search(plain) or _OFFICE.match(plain):
        return Purpose.APPENDIX
    if _PAST.search(plain):
        return Purpose.WORK if _SENDS.search(plain) else Purpose.PAST
    if _IDEAS.search(plain):
        return Purpose.IDEAS
    if _AROUND.search(plain):  # 总体要求和目标 is more than its targets: the items under it say what they are
        return Purpose.AROUND
    if _TARGETS.search(plain):
        return Purpose.TARGETS
    return Purpose.WORK
