"""Statements of responsibility: who leads, answers, cooperates, supervises, in every form that offices write."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from wenming.reading.cleaning.view import Span
from wenming.reading.duties.labels import (
    LABEL,
    LABEL_START,
    SHORT_LABEL,
    SPACED_LABEL,
    duty_words,
    role_of_words,
)
from wenming.reading.duties.names import LAST_SIGNS, LONGEST, begins_with_verb, belongs_to_place, is_name, is_sure_name
from wenming.reading.duties.unit_lists import split_units
from wenming.reading.model import Role

_OPEN = "（(【[［〔"
_BRACKETS = re.compile(r"[（(【\[［〔]|[）)】\]］〕]|\n")
_CLOSED = re.compile(r"[）)】\]］〕][。；;]?$")
_LAST_SENTENCE = re.compile(  # begins with the sign that ends the sentence before it
    r"[。；！）][ \u3000]*(?P<dash>—{1,2}|--|－)?[ \u3000]*(?P<units>[^。；！：:—\n]{3,120}+)(?=。?(?:\n|$))"
)
_ENDS_SENTENCE = "。！"  # what a list of units may follow without a dash
_MAY_END_LIST = re.compile(rf"(?:[{LAST_SIGNS}）)〕]|等[^、，]{{0,10}})[ \u3000]*$")
_CLAUSE = re.compile(r"[，,；;。]|、(?<=(?:牵头|配合|协助|负责)、)")
_HEADING_UNITS = re.compile(  # the blanks behind are taken once: a line may hold thousands
    r"([^。，；：:;\n]{1,59}?[^。，；：:;\s])[^\S\n]*+(?:[：:。]|$|(?<=[ \t\u3000])(?=[（(]?[1１一][）)).．、]|①))",
    re.MULTILINE,
)
_SAYS = re.compile(r"\s*[:：]\s*(?:负责|积极|密切|主动|总|具体)*(配合|协助|牵头)")  # 县公安局：配合做好…
_DOES = re.compile(
    r"\s*[:：]\s*(?:主要|具体|牵头|全面)?(?:负责|牵头|承担|配合|协助)"
)  # a colon behind which only units act
_BY_OTHERS = re.compile(r"\s*[:：]\s*由(?=.{2})")
_VERB_LEFT = re.compile("负责|抓好|落实|完成|推进|实施|组成|构成")
_LONGEST_PLAIN = 14  # characters of a name that stands alone
_OFFICE_NAME = 10  # characters of the name of an office within a house (后勤处, 工程科)
_LONGEST_STATEMENT = 1500
_LONGEST_LABEL = 22
# As AS_COLON, but every alternative begins with a sign of its own: a search skips quickly to the next.
_COLON = re.compile(":|：|为(?<=[位门]为)(?![牵主责配第首])|分别为(?<=[位门]分别为)(?![牵主责配第首])")
_FIRST_NAME = re.compile(r"(?:[^、，,；;。\s（(]|[（(][^（(）)]{1,12}[）)]){2,30}")
_OFFICE = re.compile(r"[一-鿿]{2}(?:监管|主管|监督)(?:部门|单位|机构)")  # 市场监管部门：… names who answers, no label
_LABEL_END = re.compile(
    r"(?:单位|部门|科室|处室|股室|机构|主体|区县|县区|县市|街道|乡镇|镇街|社区|村居|村|学校|医院|站所|支部|企业|组织|方|团队|领导|责任人|负责人|人员|联系人|联络员|人|同志|时限|时间|期限|"
    rf"节点|进度|安排|目标|要求|措施|任务|备注|电话|地点|主题|对象|范围|内容|形式|方式|来源|成效|效果|成果|分工|{SHORT_LABEL}|{SPACED_LABEL}|[\]】］〕）)])\s{{0,4}}$"
)
_LEAD_WORDS = (
    r"(?:(?:结合|根据)(?:本地|本部门|本单位|各自)?实际(?:情况)?|因地制宜|"
    r"共同|联合|自行|分工|分头|各自|分别|具体|统筹|积极|密切|统一|全面|牢牢|认真|抓好|做好|并|要|应|须|需)*"
)
_OWN_DUTIES = r"(?:职责|职能|分工|任务|责任|权限)"
_BY = (
    rf"(?:(?:按照?|根据|依照?|依据|结合|在)(?:各自|部门|本部门|本单位|相关|有关|工作|的)*{_OWN_DUTIES}+(?:(?:和|及|、){_OWN_DUTIES}+)?"
    r"(?:范围|要求|划分)?内?|分级|分头|各司其职|各负其责|、)*"
)
_CORE = (
    r"(?:(?:负责)?牵头(?:并)?(?:负责|组织|实施|落实|推进|推动|统筹|协调|抓总|办理|指导|制定|抓好)*|负责(?:牵头|主办)|主办|主责|主抓|(?<![位者名个面的首门])为(?:牵头|主办|主责|责任|承办|实施|配合|协办|参与|协助)(?:单位|部门)|负(?:总|全|主要|首要|直接|具体)责?任?|"
    r"负责(?:组织)?(?:具体)?(?:落实|实施|组织|推进|指导|督促|办理|承办|协调|抓好)*|(?:组织|抓好|推进|推动)?(?:实施|落实|承办|执行|抓落实|推进|承担)|"
    r"(?:予以|给予)?(?:配合|协助|协办|参与|参加|协同|协作|支持)(?:落实|实施|推进|做好)?|(?:负责)?指导各?(?:地|省|方面)?(?:组织)?(?:实施|落实|推进)|(?:负责)?(?:指导|督导|督查|监督|督促|督办|考核|监管)(?:落实|推进|和监督|监督)?)"
)
_TAIL = re.compile(rf"{_LEAD_WORDS}{_BY}{_LEAD_WORDS}(?P<core>{_CORE})(?:工作|此项工作|该项工作)?$")
# What the words of a clause end in that says what its units do (牵头, 负责, 配合, 落实, …工作).
_LAST_SIGNS = frozenset("抓位门头责任总全要接体并织施实进动筹调理导定好办行担合助与加同作持查督促核管落")
_DEFAULT = re.compile(r"^(?:以下|上述|以上|各项|本)(?:各项|任务|措施|均|都|全部|工作|内容|、)*(?:需|由|须|要|应)?")
# A line that answers for what stands above it: 以上工作由甲牵头，乙、丙负责落实。
_FOR_ABOVE = re.compile(
    r"(?:以上|上述)(?:各项|[一二两三四五六七八九十0-9]{1,2}项)?(?:工作|任务|措施|事项|内容|项目|行动)?[，,]?(?:分别|均|都|统一|全部)*由"
    r"(?=[^。；;]{2,160}(?:牵头|负责|落实|配合|协助|承办|实施)[^。；;，,]{0,4}[。；;）)】]{0,2}$)"
)
_TOGETHER = re.compile(r"会同|联合(?!会|社)")
_FOR_ALL = re.compile(
    r"(?:以下|以上|各项|具体|本方案|上述)[^，,。；;、]{0,6}(?:均|都)(?:需|由|须|应|涉及)((?:[^，,。；;（(）)]|[（(][^（(）)]{1,12}[）)]){2,40}?)(?:负责|贯彻)?(?:落实|负责|实施|配合)?(?=[，,。；;）)〕】\]]|$)"
)
_FOR_A_PART = re.compile(r"[（(][^（(）)]{0,16}由([^（(）)由，,]{2,24}?)(负责|牵头|配合|协助|承办|落实)[）)]$")
_SURNAME = (
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱"
    "江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]"
)
# The person who answers in a unit: 县民政局（李某）; not the kinds of 各镇（街道）.
_POST = "局长|主任|书记|部长|院长|校长|所长|站长|科长|股长|镇长|乡长|经理|负责人|责任人|联系人|联络员"
_PERSON_BEHIND = re.compile(
    rf"[（(][一-鿿]{{0,4}}(?:{_POST})\s?[：:]?\s?{_SURNAME}\s?[一-鿿]{{1,2}}(?:同志)?\s*[）)]?$|[（(]{_SURNAME}\s?[一-鿿]{{1,2}}(?<![局办委厅部处科室心区镇乡村站所队会院道企])\s*[）)]?$"
)
_POST_ALONE = re.compile("[一-鿿]{0,6}(?:委员|主任|书记|站长|所长|校长|队长|楼长|网格员|联络员|管理员)")  # beside units
# A remark on the list, not a part of the last name: 甲、乙（列第一位的为牵头单位，下同）, 甲（6月底前）
_REMARK = re.compile(
    r"[（(](?:[^（(）)]{0,30}(?:为牵头|为主办|下同|不再列出|不再一一)[^（(）)]{0,14}"
    r"|[^（(）)]{0,12}[0-9０-９](?:年|月|月份|日)(?:[^（(）)]{0,12}[底末初前后止起日月年份])?)[）)]$"
)
_ROLE_BEHIND = r"[（(〔［\[【](牵头|主办|配合|协办|负责|责任|督办|指导)(?:单位|部门)?[）)〕］\]】]"
_NAMED_ROLE = re.compile(f"{_ROLE_BEHIND}$")
_ALONE_END = re.compile("(?:负责|牵头|落实|配合|协助|参与|协同|实施|推进)[。；;]?$")
_ITS_DEED = _TAIL.pattern.replace("(?P<core>", "(?:").rstrip("$")
_DEED_ALONE = re.compile(rf"(?:[、和及与等由\s]|以及|会同|各?(?:有关|相关|成员)|部门|单位|机构)*(?:{_ITS_DEED})?")
_LONGEST_DEED = 6  # characters
_LONGEST_ALONE = 400
_BETWEEN = re.compile(rf"{_ROLE_BEHIND}|[、，,和及与等\s]")


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit in a statement: its role, and its span in the view."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with its span in the view, brackets included."""

    start: int
    end: int
    units: tuple[NamedUnit, ...]


def find_bracketed(text: str, start: int, end: int) -> list[Statement]:
    """The statements within a stretch of text, in brackets or behind a label, in order, apart."""
    statements: list[Statement] = []
    after = start
    for opening, closing in _bracket_pairs(text, start, end):
        if opening < after:  # inside or around a statement that is already read
            continue
        units = _bracket_units(text, opening, closing)
        if units:
            statements.append(Statement(opening, closing + 1, tuple(units)))
            after = closing + 1
    statements += _last_sentences(text, start, end)
    labelled = _labelled_sentences(text, start, end, statements)
    # a bracket in a list behind a label says more of a name: 责任单位：县教育局（县委教育工委）
    apart = [statement for statement in statements if not _within(statement.start, labelled)]
    return sorted([*apart, *labelled], key=lambda each: each.start)


def _last_sentences(text: str, start: int, end: int) -> Iterator[Statement]:
    """Paragraphs that end in nothing but units: …，全面清理小广告。县城管局、各街道; …小广告。——县城管局"""
    for found in _LAST_SENTENCE.finditer(text, start, end):
        follows = found["dash"] or text[found.start()] in _ENDS_SENTENCE
        if not follows or not _MAY_END_LIST.search(text, *found.span("units")):
            continue
        units = named_units(text, *found.span("units"), Role.RESPONSIBLE)
        names = [text[unit.start : unit.end] for unit in units]
        sure = all(map(is_sure_name, names)) and (found["dash"] or all(map(_says_where, names)))
        if units and sure and _are_all(text, *found.span("units"), units):
            yield Statement(found.start() + 1, found.end(), tuple(units))


def _are_all(text: str, start: int, end: int, units: list[NamedUnit]) -> bool:
    """Whether nothing stands between ``start`` and ``end`` besides the units, what parts them and their roles."""
    starts = [*(unit.start for unit in units), end]
    stops = [start, *(unit.end for unit in units)]
    return not any(_BETWEEN.sub("", text[stop:begin]) for stop, begin in zip(stops, starts, strict=True))


def _says_where(name: str) -> bool:
    """Whether a short name says where it belongs or is a class of units (县工信局, 各街道)."""
    return len(name) <= _LONGEST_PLAIN and (belongs_to_place(name) or name.startswith("各"))


def _labelled_sentences(text: str, start: int, end: int, bracketed: list[Statement]) -> list[Statement]:
    """The statements behind labels that stand in no bracket: …。责任单位：甲、乙。"""
    found: list[Statement] = []
    for label, following in _with_ends(find_labels(text, start, end), end):
        if not duty_words(label) or _within(label.start(), bracketed):
            continue
        full_stop = text.find("。", label.end(), following)
        stop = full_stop if full_stop >= 0 else following
        closing = _lone_closing(text, label.end(), stop)
        units = _labelled_units(text, label.end(), min(closing, stop), role_of_words(duty_words(label)))
        if units:
            found.append(Statement(label.start(), min(closing + 1, stop), tuple(units)))
    return found


def _lone_closing(text: str, start: int, end: int) -> int:
    """Where a bracket closes that nothing opened (…。责任单位：甲、乙）), ``end`` where none does."""
    depth = 0
    for found in _BRACKETS.finditer(text, start, end):
        is_number = text[found.start() - 1].isdigit()  # 1）甲；2）乙
        if found[0] in _OPEN:
            depth += 1
        elif found[0] != "\n" and (depth or not is_number):
            depth -= 1
        if depth < 0:
            return found.start()
    return end


def _within(offset: int, statements: list[Statement]) -> bool:
    return any(statement.start <= offset < statement.end for statement in statements)


def _bracket_pairs(text: str, start: int, end: int) -> Iterator[Span]:
    """Pairs of brackets by where they open, the outer before the inner; only the last eight open ones count."""
    open_at: deque[int] = deque(maxlen=8)
    pairs: list[Span] = []
    for found in _BRACKETS.finditer(text, start, end):
        sign = found[0]
        if sign == "\n":
            open_at.clear()
        elif sign in _OPEN:
            open_at.append(found.start())
        elif open_at:
            pairs.append((open_at.pop(), found.start()))
        if not open_at and pairs:
            yield from sorted(pairs)
            pairs = []
    yield from sorted(pairs)


def _bracket_units(text: str, opening: int, closing: int) -> list[NamedUnit]:
    """The units that a bracket names as answering; none where the bracket is no statement."""
    if not 2 < closing - opening < _LONGEST_STATEMENT:
        return []
    if _has_label(text, opening + 1, closing):
        units = read_labelled(text, opening + 1, closing)
    else:
        units = read_clauses(text, opening + 1, closing) or _bare_list(text, opening, closing)
    return _with_default(text, opening + 1, closing, units) if units else []


def _with_default(text: str, start: int, end: int, units: list[NamedUnit]) -> list[NamedUnit]:
    """With the units of a default said once for all that follows (以下均需甲落实，不再列出): a duty where it stands."""
    found = _FOR_ALL.search(text, start, end)
    if not found:
        return units
    said = {text[unit.start : unit.end] for unit in units}
    spans = split_units(text, *found.span(1))
    more = [NamedUnit(Role.RESPONSIBLE, *span) for span in spans if text[slice(*span)] not in said]
    return [*units, *more]


def _has_label(text: str, start: int, end: int) -> bool:
    return any(duty_words(label) for label in find_labels(text, start, end))


def find_labels(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The labels between ``start`` and ``end``, each as long as it can be."""
    labels: list[re.Match[str]] = []
    after = start
    for colon in _COLON.finditer(text, start, end):
        if not _LABEL_END.search(text, max(after, colon.start() - 10), colon.start()):
            continue
        for sign in LABEL_START.finditer(text, max(after, colon.start() - _LONGEST_LABEL), colon.start()):
            at = sign.start()
            label = LABEL.match(text, at, end)
            if not label or label.end() < colon.end() or _OFFICE.match(text, max(start, at - 2)):
                continue
            if label["person"] and at > start and text[at - 1] in _OPEN:  # 县住建局（责任人：王某）、各镇
                break
            if _names_follow(text, label, end):
                labels.append(label)
                after = label.end()
                break
    return labels


def _names_follow(text: str, label: re.Match[str], end: int) -> bool:
    """Where no colon closes the label a unit must follow: 责任单位为各镇, not 责任单位为企业提供服务."""
    if not label[0].endswith("为"):
        return True
    first = _FIRST_NAME.match(text, label.end(), end)
    return bool(first and is_name(first[0]) and not begins_with_verb(first[0]))


def read_labelled(text: str, start: int, end: int) -> list[NamedUnit]:
    """The units after each label of a labelled statement; persons, times and the like are passed over."""
    units: list[NamedUnit] = []
    for label, stop in _with_ends(find_labels(text, start, end), end):
        if duty_words(label):
            named = _labelled_units(text, label.end(), stop, role_of_words(duty_words(label)))
            units.extend(unit for unit in named if not label["beside"] or is_name(text[unit.start : unit.end]))
    return units


def _with_ends(labels: list[re.Match[str]], end: int) -> Iterator[tuple[re.Match[str], int]]:
    """Each label with where what it labels ends: at the next label or at ``end``."""
    for at, label in enumerate(labels):
        yield label, labels[at + 1].start() if at + 1 < len(labels) else end


def _labelled_units(text: str, start: int, end: int, role: Role) -> list[NamedUnit]:
    """A list under a label; words inside it that say another role count more (责任单位：甲牵头，乙配合)."""
    stop = text.find("。", start, end)
    end = end if stop < 0 else stop
    by_clause = read_clauses(text, start, end)
    if by_clause:
        return by_clause
    return named_units(text, start, end, role)


def read_cell(text: str, start: int, end: int, role: Role) -> list[NamedUnit]:
    """The units of a table's cell: by labels in it (牵头单位：甲 责任单位：乙), else with its column's ``role``."""
    if _has_label(text, start, end):
        return read_labelled(text, start, end)
    return _labelled_units(text, start, end, role)


def named_units(text: str, start: int, end: int, role: Role) -> list[NamedUnit]:
    """The units of a list, each with ``role`` or with what a bracket behind its name says: 甲（牵头）、乙、丙.

    Those after 会同 cooperate with those before it.
    """
    others = text.find("会同", start + 1, end)
    if others < 0:
        return _all_named(text, split_units(text, start, end), role)
    partners = split_units(text, others + 2, end)
    return [
        *_all_named(text, split_units(text, start, others), role),
        *_all_named(text, partners, Role.COOPERATING),
    ]


def _named(text: str, unit: Span, role: Role) -> list[NamedUnit]:
    """The unit with the role of its list, or with the one that a bracket behind its name gives it.

    A bracket may name another unit for a part of the work: 市公安局（立法工作由市司法局负责）.
    """
    own = _NAMED_ROLE.search(text, *unit)
    if own:
        return [NamedUnit(role_of_words(own[1]), unit[0], own.start())]
    person = _PERSON_BEHIND.search(text, *unit)
    if person and person.start() > unit[0] + 1:
        return [NamedUnit(role, unit[0], person.start())]
    part = _FOR_A_PART.search(text, *unit)
    if part:
        return [NamedUnit(role, unit[0], part.start()), NamedUnit(role_of_words(part[2]), *part.span(1))]
    remark = _REMARK.search(text, *unit)
    return [NamedUnit(role, unit[0], remark.start() if remark else unit[1])]


def _all_named(text: str, spans: list[Span], role: Role) -> list[NamedUnit]:
    return [named for span in spans for named in _named(text, span, role)]


def read_clauses(text: str, start: int, end: int) -> list[NamedUnit]:
    """The units of clauses that end in what they do: 甲牵头，乙、丙按职责分工负责; none where nothing is said."""
    units: list[NamedUnit] = []
    seen: set[tuple[str, Role]] = set()
    for begin, stop, tail in _clauses(text, start, end):
        for unit in _clause_units(text, begin, stop, role_of_words(tail)):
            key = text[unit.start : unit.end], unit.role
            if key not in seen:
                seen.add(key)
                units.append(unit)
    return units


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Start and end of the list of units before each verb, and the verb; lists cut by a comma grow together."""
    begin = start
    at = start
    while at < end:
        found = _next_clause_end(text, at, end)
        tail = _TAIL.search(text, max(begin, found - 30), found) if text[found - 1] in _LAST_SIGNS else None
        if tail and tail.start() > begin:
            yield begin, tail.start(), tail["core"]
            begin = found + 1
        elif _TOGETHER.match(text, begin, found) and begin > start:  # 甲牵头，会同乙等部门
            yield begin + 2, found, "配合"
            begin = found + 1
        at = found + 1


def _next_clause_end(text: str, at: int, end: int) -> int:
    found = _CLAUSE.search(text, at, end)
    return found.start() if found else end


def _clause_units(text: str, start: int, end: int, role: Role) -> list[NamedUnit]:
    """The units of one clause; those after 会同 cooperate with the one before it."""
    default = _DEFAULT.match(text[start:end])
    if default:
        start += default.end()
    with_others = text.find("会同", start, end)
    if with_others == start:  # 甲牵头，会同乙等部门落实: the leader is already named
        return _units(text, start + 2, end, Role.COOPERATING)
    if with_others > start:
        own = _TAIL.search(text, max(start, with_others - 12), with_others)
        first_end, first_role = (own.start(), role_of_words(own["core"])) if own else (with_others, role)
        return [
            *_units(text, start, first_end, first_role),
            *_units(text, with_others + 2, end, Role.COOPERATING),
        ]
    return _units(text, start, end, role)


def _units(text: str, start: int, end: int, role: Role) -> list[NamedUnit]:
    spans = split_units(text, start, end)
    if any(stop - begin > LONGEST for begin, stop in spans):
        return []
    return _all_named(text, spans, role)


def _bare_list(text: str, opening: int, closing: int) -> list[NamedUnit]:
    """A bracket at a sentence's end that holds nothing but names of units: they are responsible."""
    if text[closing + 1 : closing + 2] not in ("", "\n", "。", "；", ";") and text[opening - 1] not in "。；！":
        return []
    spans = split_units(text, opening + 1, closing)
    names = [text[start:end] for start, end in spans]
    if all(is_name(name) or _POST_ALONE.fullmatch(name) for name in names) and any(
        is_sure_name(name) for name in names
    ):
        return _all_named(text, spans, Role.RESPONSIBLE)
    return []


def is_statement_line(text: str, start: int, end: int) -> bool:
    """Whether the line is a statement: it opens with a label, or answers for all above it, bare or within a bracket."""
    if start < end and text[start] in _OPEN:
        if not _CLOSED.search(text, max(start, end - 3), end):
            return False
        start += 1
    found = LABEL.match(text, start, end)
    is_label = bool(found and (found["person"] or duty_words(found)) and _names_follow(text, found, end))
    return is_label or speaks_for_above(text, start, end)


def answers_alone(text: str, start: int, end: int) -> bool:
    """Whether a line holds units and what they do, and nothing else: 县发展改革委牵头，县财政局等按职责分工负责."""
    if end - start > _LONGEST_ALONE or not _ALONE_END.search(text, max(start, end - _LONGEST_DEED), end):
        return False
    stop = start + len(text[start:end].rstrip("。；; "))
    units = read_clauses(text, start, stop)
    names = [text[unit.start : unit.end] for unit in units]
    if not any(map(is_sure_name, names)) or not all(map(_answers_surely, names)):
        return False
    starts, stops = [*(unit.start for unit in units), stop], [start, *(unit.end for unit in units)]
    rest = "".join(text[begin:until] for begin, until in zip(stops, starts, strict=True))
    return all(_DEED_ALONE.fullmatch(part) for part in re.split("[，,；;]", rest))


def _answers_surely(name: str) -> bool:
    return is_sure_name(name) or (2 < len(name) <= _LONGEST_PLAIN and is_name(name) and not begins_with_verb(name))


def speaks_for_above(text: str, start: int, end: int) -> bool:
    """Whether the line says who answers for the items above it (以上工作由甲牵头，乙负责落实)."""
    start += text[start : start + 1] in tuple(_OPEN)
    return bool(_FOR_ABOVE.match(text, start, end))


def read_statement_line(text: str, start: int, end: int) -> Statement | None:
    """The statement of a line that is one; None where it names no unit."""
    stop, opening = end, start
    if text[start : start + 1] in tuple(_OPEN):
        opening += 1
        while stop > start and text[stop - 1] in "）)】]］〕。；; ":
            stop -= 1
    above = _FOR_ABOVE.match(text, opening, end)
    is_bare = above or not LABEL.match(text, opening, stop)
    units = read_clauses(text, above.end() if above else opening, stop) if is_bare else read_labelled(text, start, stop)
    return Statement(start, end, tuple(units)) if units else None


def read_heading_units(text: str, start: int, end: int) -> Statement | None:
    """The units that a heading consists of (一、县教育局; 县公安局：负责…): they answer for what stands under it."""
    found = _HEADING_UNITS.match(text, start, end)
    if not found or _BY_OTHERS.match(text, found.end(1), end):  # 集镇街道：由镇城管办负责
        return None
    spans = split_units(text, *found.span(1))
    if spans and _VERB_LEFT.search(text, spans[-1][1], found.end(1)):  # 由甲、乙负责抓好落实 is a sentence
        return None
    acts = bool(_DOES.match(text, found.end(1), end))
    if not spans or not all(_heads(text[begin:stop], acts=acts) for begin, stop in spans):
        return None
    says = _SAYS.match(text, found.end(1), end)
    role = role_of_words(says[1]) if says else Role.RESPONSIBLE
    return Statement(start, found.end(1), tuple(NamedUnit(role, *span) for span in spans))


def _heads(name: str, *, acts: bool) -> bool:
    """Whether a heading names a unit; before 负责 that may also be an office within a house (后勤处：负责…)."""
    return is_sure_name(name) or (
        acts and 2 < len(name) <= _OFFICE_NAME and is_name(name) and not begins_with_verb(name)
    )
