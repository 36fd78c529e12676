"""Headings of sections that bear no number: 工作任务, 保障措施： on a line of their own."""

import re

_OF_WHAT = (
    "主要|重点|工作|目标|具体|活动|整治|创建|实施|总体|阶段|年度|有关|相关|几点|组织|保障|责任|任务|职责|部门|督导|督查|检查|"
    "考核|奖惩|基本|指导|宣传|时间|方法|推进|经费|进度|纪律|行动|参与|参加"
)
_WHAT = (
    "任务|措施|内容|目标|要求|步骤|安排|保障|分工|思想|原则|领导|实施|范围|重点|思路|机制|方法|方式|对象|主题|时间|背景|意义|"
    "考核|督查|宣传|机构|职责"
)
_BARE = re.compile(
    rf"(?m)^[ \t\u3000]*(?P<heading>(?:{_OF_WHAT}){{1,2}}(?:{_WHAT})"
    rf"(?:(?:[和与及、]|以及)(?:{_OF_WHAT}){{0,2}}(?:{_WHAT}))?)(?:[ \u3000]{{0,4}}[：:])?[ \u3000]*$"
)
_CHINESE_NUMBER = re.compile(
    r"(?m)^[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}\s?[、.．]|第[一二三四五六七八九十]{1,3}[章节部])"
)
_BRACKETED_NUMBER = re.compile(r"(?m)^[ \t\u3000]*[（(][一二三四五六七八九十]{1,3}[）)]")
# What closes a plan; its heading may lack the number that the sections before it bear.
_LAST = re.compile("(?:工作|活动|有关|相关|几点|组织|纪律)要求|(?:保障|组织)措施|组织(?:领导|保障)|工作保障")
_CELL = re.compile(
    r"[序编]\s?号|项次|备注|(?:完成|办理|整改)?(?:时限|时间|期限)|(?:责任|牵头|配合|落实)(?:单位|部门|领导|人)"
)
_SERIES = 2
_LONGEST_NAME = 16  # characters of a column's name


def bare_headings(text: str, start: int, stop: int) -> frozenset[int]:
    """Where lines between two line starts begin that head a section without a number.

    In a text whose sections bear no numbers, two or more of them do; in one whose sections do, only the heading that
    closes it, where it stands once and behind the last number.
    """
    found = [each for each in _BARE.finditer(text, start, stop) if not _is_among_names(text, *each.span(), stop)]
    if not found:
        return frozenset()
    numbers = [number.start() for number in _CHINESE_NUMBER.finditer(text, start, stop)]
    numbers = numbers or [number.start() for number in _BRACKETED_NUMBER.finditer(text, start, stop)]
    if not numbers:
        return frozenset(each.start() for each in found) if len(found) >= _SERIES else frozenset()
    names = [each["heading"] for each in found]
    return frozenset(
        each.start()
        for each in found
        if each.start() > numbers[-1] and _LAST.fullmatch(each["heading"]) and names.count(each["heading"]) == 1
    )


def _is_among_names(text: str, start: int, end: int, stop: int) -> bool:
    """Whether the line beside it names a column too: then both are cells of a table's head."""
    before = text[max(0, start - _LONGEST_NAME - 2) : max(0, start - 1)].rpartition("\n")[2]
    after = text[end + 1 : min(stop, end + _LONGEST_NAME + 2)].partition("\n")[0]
    return any(_CELL.fullmatch(line.strip()) or _BARE.fullmatch(line) for line in (before, after))
