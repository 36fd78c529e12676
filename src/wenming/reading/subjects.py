"""Units that running text tells to do something: the subject of a clause, 由…负责, 采取…牵头的方式, 甲会同乙."""

import re
from collections.abc import Iterator

from wenming.reading.labels import role_of_words
from wenming.reading.model import Role
from wenming.reading.statements import NamedUnit
from wenming.reading.units import LONGEST, ends_like_unit, split_units
from wenming.reading.view import Span

_LAST_SIGNS = "府厅室会委组部纪监办案会工联协局院队社校行馆中心站所厂园区景场镇乡村县市省州盟旗门位构关织体海关署处科台网段政大司团业学班挥部支）)"
_ORDERS = "要|应当|应|须|必须|负责|牵头|会同|组织|成立|组建|定期|制定|制订|统筹|指导|督促|督查|监督|考核|承担|具体|做好|抓好|落实|是(?=[^。；]{0,40}责任主体)"
_ACTS = (
    "开展|建立|印发|出台|召开|举办|实施|推进|推动|加强|协调|检查|完成|通过|利用|采取|结合|根据|按照?|围绕|每|对|将|于|在|为|以|参加|参与|配合|协助|"
    "安排|设立|编制|拟定|拟订|汇总|审核|审定|公布|发布|报送|上报|确定|选派|派出|深入|联合|共同|分别|积极|认真|切实|全面|及时|充分|进一步|统一|主动|"
    "依法|严格|继续|广泛|大力|提供|确保|演出|评出|发放|收集|走访|评选|推荐|遴选|筛选|建设|打造|培育|完善|健全|强化|发挥|协同|带头|带领|发动|动员|"
    "引导|支持|鼓励|把|从|向|与|就|至少|依托|严禁|不得|适时|选择|邀请|牢固|坚持|充实|聚焦|探索|优化|提出|形成|明确|整合|申报|受理|办理|主动|逐步"
)
_DONE = re.compile("了|已经?|曾|先后|高度(?:重视|肯定)")
_AND_OTHERS = r"(?:等(?:各?(?:有关|相关|职能|成员|责任))?(?:部门|单位|机构|部门和单位|单位和部门)?)?"
_ORDER_AFTER_UNIT = re.compile(
    rf"(?<=[{_LAST_SIGNS}等]){_AND_OTHERS}都?(?:也|还|均|则|同时|同步|同样)?(?P<verb>{_ORDERS})"
)
_ACT_AFTER_UNIT = re.compile(
    rf"(?<=[{_LAST_SIGNS}等]){_AND_OTHERS}都?(?:也|还|均|则|同时|同步)?(?P<verb>{_ORDERS}|{_ACTS})"
)
_BY = re.compile(
    rf"(?:由|采取|依托|在)(?P<units>[^，。；：,;:\n由]{{2,120}}?){_AND_OTHERS}(?P<verb>牵头|为主|负责|具体负责|总牵头|主办|承办|组织实施)"
)
_CLAUSE_START = re.compile(r"[，。；：！？,;:!?\n“”（）()—《》]")
_NOT_NAMED = re.compile(
    r"^(?:各|省|市|县|全[省市县区]|国务院|其他|其它|上述|所有|全体)?(?:级|级各|地|地区|有关|相关|方面|部门|职能|地方|责任|成员|牵头|配合|业务|主管|主要|行业)+(?:各|有关|相关)?(?:部门|单位|地区|地方|方面|组织|机构)?$"
    r"|^(?:各|全[省市县区]|我|本|该|其|上|下|基层|地方|当地|所在|社会|专业|第三方|各类|一线)*(?:级|类)?(?:企业|单位|部门|机构|组织|团队|园区|城市|农村|乡村|公司|学校|银行|市|县|区|省|镇|乡|村|场|队|站|所|会|社会|地区|团体|院校|政府|党委政府|医院)$"
)
_CLASS = re.compile(r"^(?:各|县直|市直|区直|省直|全体|所有|驻)")
_WORD_BEFORE = re.compile(
    r"^(?:鼓励|支持|引导|推动|督促|指导|加强|加快|要求|发动|协调|配合|对|向|为|以|从|经|按|将|把|使|让|及|并|通过|依托|围绕|建设|打造|培育|开展|组织|强化|完善|"
    r"健全|深化|提升|提高|优化|创建|促进|推进|实施|落实|做好|加大|构建|探索|利用|发挥|建立|成立|设立|结合|根据|充分|积极|争取|有条件|符合|参与|联合|会同|"
    r"进一步|全面|大力|扩大|拓展|整合|统筹|明确|报|送|给|当|如|若|凡|是|成为|作为|包括|比如|例如|实现|确保|不断|继续|切实|认真|广泛|严格|集中|重点)"
)
_NOT_IN_NAME = re.compile(r"[的了是把被对为在将并就]|以及|如何|我们|他们")
_LOOK_BACK = 160  # characters: no list of subjects is longer


def find_subjects(text: str, start: int, end: int, *, orders_only: bool) -> list[NamedUnit]:
    """The units that a stretch of text tells to act, each name once, in order.

    With ``orders_only`` a mere verb is not enough (background, organisation): it takes 要, 负责, 牵头 and the like.
    """
    pattern = _ORDER_AFTER_UNIT if orders_only else _ACT_AFTER_UNIT
    found_units: list[NamedUnit] = []
    after = start
    for found in pattern.finditer(text, start, end):
        if found.start() < after:
            continue
        begin = _clause_start(text, max(after, found.start() - _LOOK_BACK), found.start())
        units = _subject_units(text, begin, found, end)
        if units:
            found_units.extend(units)
            after = units[-1].end
    return _once(text, [*find_appointed(text, start, end), *found_units])


def find_appointed(text: str, start: int, end: int) -> list[NamedUnit]:
    """The units of 由甲、乙等部门牵头 and 采取甲牵头的方式, which are statements wherever they stand."""
    units: list[NamedUnit] = []
    for found in _BY.finditer(text, start, end):
        spans = split_units(text, *found.span("units"))
        if spans and all(_is_subject(text, span) for span in spans):
            role = role_of_words(found["verb"])
            units.extend(NamedUnit(role, *span) for span in spans)
    return units


def _once(text: str, units: list[NamedUnit]) -> list[NamedUnit]:
    seen: set[str] = set()
    kept: list[NamedUnit] = []
    for unit in sorted(units, key=lambda each: each.start):
        name = text[unit.start : unit.end]
        if name not in seen:
            seen.add(name)
            kept.append(unit)
    return kept


def _clause_start(text: str, begin: int, end: int) -> int:
    last = begin
    for found in _CLAUSE_START.finditer(text, begin, end):
        last = found.end()
    return last


def _subject_units(text: str, begin: int, found: re.Match[str], end: int) -> list[NamedUnit]:
    """The units before a verb, with those after 会同; none unless all of them are names of units."""
    spans = split_units(text, begin, found.start())
    if not spans or not all(_is_subject(text, span) for span in spans):
        return []
    if spans[0][0] - begin > 2 or _DONE.match(text, found.start("verb"), end):
        return []
    if found["verb"] == "会同":
        return [
            *(NamedUnit(_role(text, found.end(), end), *span) for span in spans),
            *_partners(text, found.end(), end),
        ]
    role = _role(text, found.start("verb"), end)
    return [NamedUnit(role, *span) for span in spans]


def _is_subject(text: str, span: Span) -> bool:
    """Whether the span names a unit or a class of units, and not just somebody (各级, 有关部门, 企业)."""
    name = text[span[0] : span[1]]
    return (
        len(name) + bool(ends_like_unit(name)) >= 3
        and len(name) <= LONGEST
        and ends_like_unit(name)
        and not _NOT_IN_NAME.search(name)
        and not _WORD_BEFORE.match(name)
        and (not _NOT_NAMED.match(name) or _is_class(name))
    )


def _is_class(name: str) -> bool:
    """各社区, 县直各单位, 各中小学 are classes of units; 各级, 各部门, 各地 are anybody."""
    return bool(_CLASS.match(name)) and not re.search("级|部门|地区|地方|方面|各地$|有关|相关", name) and len(name) > 2


_SUPERVISES = re.compile(r"(?:对[^，。；]{1,40}进行)?(?:检查)?(?:督查|督导|督促|指导|监督|检查|考核|督办|验收)")
_LEADS = re.compile(r"(?:负责)?(?:总)?牵头")
_HELPS = re.compile(r"(?:要|应|须|积极|密切|主动)*(?:配合|协助|协同)")
_OTHERS = re.compile(r"[^，。；：\n]{0,100}")


def _role(text: str, start: int, end: int) -> Role:
    """The role by what the unit is told to do."""
    if _LEADS.match(text, start, end):
        return Role.LEAD
    if _HELPS.match(text, start, end):
        return Role.COOPERATING
    after = re.compile(r"(?:有关|相关)(?:部门|单位|地区)").match(text, start, end)
    if _SUPERVISES.match(text, after.end() if after else start, end):
        return Role.SUPERVISING
    return Role.RESPONSIBLE


def _partners(text: str, start: int, end: int) -> Iterator[NamedUnit]:
    """The named units after 会同, up to 等部门 or the verb."""
    stop = _OTHERS.match(text, start, end)
    if not stop:
        return
    limit = stop.end()
    closing = re.compile(
        r"等(?:有关|相关)?(?:部门|单位)|(?<=[局委办部厅院会])(?=组织|开展|制定|共同|负责|研究|对|组建|建立|推进|做好)"
    ).search(text, start, limit)
    for span in split_units(text, start, closing.start() if closing else limit):
        if _is_subject(text, span):
            yield NamedUnit(Role.COOPERATING, *span)
