"""Lists of units: how they are cut, and what in them is no unit."""

import re

from wenming.reading.cleaning.view import Span
from wenming.reading.duties.names import begins_with_verb, ends_like_unit, is_name, is_sure_name

_TAIL = re.compile(
    r"(?<![高初中同平特优一二三四五六])等(?=$|(?:[一二三四五六七八九十0-9]+[个家])?(?:[省市县区州]|国务院|中央|驻|各|有关|相关|其他|成员|职能|责任|"
    r"部门|单位|机构|企业|地方|方面|地区|团体|组织|群团|群众团体|人民团体|高校|院校|乡镇|街道|社区|[镇乡村]$)).*$"
)
_SEPARATOR = re.compile(
    r"[（(〔\[【]|[）)〕\]】]|[、，,；;/／\\。|＋+\t\n]|\s+|(?<=[一-鿿）)])[.．·](?=[一-鿿])|以及|和|及|与|(?<!会)同(?=[省市县区各])|暨"
)
_LOST_SEPARATOR = re.compile(
    r"^(?P<left>(?P<level>[省市县区州旗镇])[一-鿿]{2,12}?(?:局|厅|委|办|部|院|会|大队|办公室|中心))(?=(?P=level)(?!城(?!管|乡|建|投|市)|场|域|级|容|道|民(?!政)|政(?![府协法务]))[一-鿿]{2,12}$)"
)
_SHORTEST_TWO = 8  # characters of two names that nothing parts: 县民政局县财政局
_LEVELS = re.compile("[省市县区州旗](?:、[省市县区州旗])*")
_LEVEL = re.compile("[省市县区州旗乡镇](?:[、级两三]|[一-鿿]{2,6}部门)")
_BARE_LEVEL = re.compile(
    "[市县区州旗](?=$|[、，,；;。（(\\s]|和|及|按|分|负|落|要|等)"
)  # 各县、市: what alone is no name
_CLASS_OF_TWO = re.compile(
    "各(?:有关|相关)?[市县区州旗、]{1,3}"
)  # 各区、市政府: the governments of districts and of towns under the city
_OTHER_TOWNS = {"各乡": re.compile("镇"), "各镇": re.compile("乡(?!村)")}  # 各乡、镇人民政府
_ITS_OFFICE = re.compile("[市县区州旗](?:人民)?(?:政府|党委|管委会)")
# 清河街道和永宁镇: their names alone may mean anything, two of them side by side only two units
_TOWN = re.compile(
    r"(?!各|[有相]关|乡镇|城镇|村镇|集镇)[一-鿿*×]{1,4}(?:(?<![城乡村集市])镇|乡|苏木|街道(?:办(?:事处)?)?)"
)
_ANYBODY = re.compile("(?:各|各?有关|各?相关)(?:部门|单位|地区|地方|方面)")
_CUT_CLASS = re.compile("各(?:县区|区县|市县|县市|乡镇|镇街)")  # 各县 区人民政府: the blank is none of the writer's
_NEXT_PART = re.compile(r"(?:[^、，,；;。\s（(）)和与]|[（(][^（(）)]{1,14}[）)]){2,30}")
_WITH_AND = re.compile(rf"{_NEXT_PART.pattern}[和与](?:{_NEXT_PART.pattern})")  # 县文化和旅游局
_PERSON_PART = re.compile(r"[^、]{2,9}(?:员|负责人|书记|主任|代表)")
SIGNS = "★☆▲△●◆※"  # put to a name to say something of it: ★县公安局
_EDGES = f" \t\u3000、，,；;。.：:·\"'“”{SIGNS}"
_OF_THE_SAME = re.compile(r"(?:人民)?政府|管委会|管理委员会")  # 高新区党工委和管委会 are the two organs of one place
_BY = re.compile(r"^[^（(]{0,12}?(?<!自)由(?!贸)(?=.{2})")  # 省级层面由省发展改革委
_LEADING = re.compile(r"^(?:由|请|即(?!墨)|(?:所|分别)?涉及的|以及|和|及|与|其中|并由|拟由|分别由|具体由|各自)(?=.{2})")
_NO_UNIT = re.compile(
    r"^(?:单位|部门|机构|企业|无|略|下同|同上|待定|见附件.*|详见.*|按.*分工|按照.*|根据.*|依.*职责|各自职责|持续.*|长期.*|常态.*|“?(?:元旦|春节|清明|五一|七一|八一|中秋|国庆|十一)节?”?(?:前后?|期间)?|(?:年内|年底|全年|今年|每年|逐年|分年度|分阶段|限期|立即|适时).*|[0-9年月日底前.\-—]+(?:完成)?|"
    r".*(?:完成|推进|实施|列出|落实)|列第一.*|排名第一.*|.*为牵头单位)$"
)
_CHINESE = re.compile("[一-鿿]")
_NUMBER = re.compile(r"[\s、，,；;]*(?:[①-⑳]|[0-9０-９]{1,2}[.．、](?=[一-鿿]))")  # ①县城管局, 2.县公安局


def split_units(text: str, start: int, end: int) -> list[Span]:
    """The spans of the units in a list, without separators and without an ending 等.

    >>> text = "县委宣传部、县教育局和县文化和旅游局等部门"
    >>> [text[a:b] for a, b in split_units(text, 0, len(text))]
    ['县委宣传部', '县教育局', '县文化和旅游局']
    """
    spans: list[Span] = []
    depth, begin = 0, start
    for found in _SEPARATOR.finditer(text, start, end):
        sign = found[0]
        if sign in "（(〔[【":
            depth += 1
        elif sign in "）)〕]】":
            depth = max(0, depth - 1)
        elif depth == 0 and _separates(text, begin, found, end):
            spans.append((begin, found.start()))
            begin = found.end()
    spans.append((begin, end))
    units = [unit for span in spans if (unit := _trimmed(text, *span))]
    return [part for unit in units for part in _apart(text, unit)]


def _apart(text: str, unit: Span) -> list[Span]:
    """The unit, or the two of one level whose separator was lost: 县城管局县交通局."""
    if unit[1] - unit[0] < _SHORTEST_TWO:
        return [unit]
    for found in _LOST_SEPARATOR.finditer(text[slice(*unit)]):
        middle = unit[0] + found.end("left")
        if is_sure_name(text[unit[0] : middle]) and is_sure_name(text[middle : unit[1]]):
            return [(unit[0], middle), *_apart(text, (middle, unit[1]))]
    return [unit]


def _separates(text: str, begin: int, found: re.Match[str], end: int) -> bool:
    """和, 及, 与 and blanks also stand inside names: they separate only after what ends like a unit."""
    sign = found[0]
    left = text[begin : found.start()].strip(_EDGES)
    if sign in "、，,；;/／\\。|＋+\t\n":
        return sign != "、" or not _is_one_class(text, left, found.end(), end)
    if sign in ("和", "与", "同"):
        return any(_begins_another(left, part.match(text, found.end(), end)) for part in (_NEXT_PART, _WITH_AND))
    if len(left) < 2 or not ends_like_unit(left if left.endswith(("）", ")")) else left[-4:]):
        return False
    if sign.isspace() or sign in ".．·":
        if _CUT_CLASS.fullmatch(left + text[found.end() : min(found.end() + 1, end)]):
            return False
        return text[found.end() : found.end() + 1] not in "（(〔["
    return end - found.end() >= 2


def _is_one_class(text: str, left: str, start: int, end: int) -> bool:
    """Whether what follows goes on with the class of units: 市、县财政部门; 各区、市政府."""
    if _LEVELS.fullmatch(left):
        return bool(_LEVEL.match(text, start, end))
    if left in _OTHER_TOWNS:
        return bool(_OTHER_TOWNS[left].match(text, start, end))
    if _CLASS_OF_TWO.fullmatch(left) and _BARE_LEVEL.match(text, start, end):
        return True
    return bool(_CLASS_OF_TWO.fullmatch(left) and _ITS_OFFICE.match(text, start, end))


def _begins_another(left: str, right: re.Match[str] | None) -> bool:
    """Whether 和 stands between two units, not within the name of one."""
    if not right:
        return False
    if _OF_THE_SAME.fullmatch(right[0]):
        return False
    if _ANYBODY.fullmatch(left) and _ANYBODY.fullmatch(right[0]):  # 有关部门和各地区
        return True
    if _ANYBODY.fullmatch(right[0]) and is_sure_name(left):  # 县教育局和有关部门
        return True
    if right[0].startswith("各") and is_sure_name(right[0]):  # 水利站和各村
        return len(left) > 2 and is_name(left) and not begins_with_verb(left)
    return _is_surely_one(left) and bool(_is_surely_one(right[0]) or _PERSON_PART.match(right[0]))


def _is_surely_one(name: str) -> bool:
    return is_sure_name(name) or bool(_TOWN.fullmatch(name) and not begins_with_verb(name))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The span of the name itself; None where there is none."""
    name = text[start:end]
    tail = _TAIL.search(name) if "等" in name else None
    if tail and tail.start() > 0:
        name = name[: tail.start()]
    number = _NUMBER.match(name)
    stripped = name[number.end() :].lstrip(_EDGES) if number else name.lstrip(_EDGES)
    start += len(name) - len(stripped)
    stripped = stripped.rstrip(_EDGES)
    lead = (_BY.match(stripped) if "由" in stripped else None) or _LEADING.match(stripped)
    if lead:
        start += lead.end()
        stripped = stripped[lead.end() :]
    if len(stripped) < 2 or not ("一" <= stripped[0] <= "鿿" or _CHINESE.search(stripped)) or _NO_UNIT.match(stripped):
        return None
    return start, start + len(stripped)
