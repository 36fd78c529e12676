"""Responsibility tables that were flattened: one row a line with tabs between its cells, or one cell a line."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from wenming.reading.cleaning.view import Span
from wenming.reading.duties.labels import role_of_words
from wenming.reading.duties.names import is_sure_name
from wenming.reading.duties.statements import Statement, read_cell
from wenming.reading.duties.unit_lists import split_units
from wenming.reading.model import Role
from wenming.reading.numerals import parse_number

_DUTY_COLUMN = re.compile(
    r"(?:[省市县区州]级?(?:直)?)?(?:(?:牵头|责任|落实|主办|主责|承办|实施|执行|配合|协办|参与|协助|督查|督办|督导|指导|考核|主管|负责|组织|完成|第一|具体|"
    r"主要|直接|相关|共同|包保|包联|整改|监督|验收)[、和及与（(/]?){1,3}[）)]?(?:单位|部门|科室|处室|股室|机构|主体|乡镇|街道|区县|县区)(?:[（(].{1,10}[）)])?"
    r"(?:[、和及与/]?(?:责任人|负责人|分管领导|(?:完成)?时限))?|牵头|配合|主办|协办|承办|督办|会办"
)
_OTHER_COLUMN = re.compile(
    r"序\s?号|编号|项目|类别|内容|任务|措施|目标|要求|标准|指标|时限|时间|期限|进度|节点|备注|说明|分值|权重|成果|形式|责任人|领导|联系人|名称|事项|"
    r"要点|依据|来源|总分|得分|工作|完成|举措|做法|载体|抓手|地点|点位|片区|路段|负责人"
)
_TASK_COLUMN = re.compile(r"任务|内容|措施|举措|事项")
_TIME_COLUMN = re.compile("时限|时间|期限|进度|节点|日期")
_DUE_COLUMN = re.compile("时限|期限|截止|(?:完成|办结|落实)(?:时间|日期|节点)")
_POINTS_COLUMN = re.compile("分值|分数|权重|得分|总分|基本分|标准分")
_POINTS = re.compile(r"[0-9０-９]{1,4}(?:\.[0-9])?\s?分?")
_NOTE_COLUMN = re.compile("备注|说明")
_PERSON_COLUMN = re.compile("领导|责任人|负责人|联系人|联络员|电话")
_PERSONAL_COLUMN = re.compile(
    r"姓\s?名|性别|职务|职称|(?:工作)?单位(?:及|和)?职务|联系(?:方式|电话)|手机(?:号码?)?|电话|备注"
)
NUMBER_COLUMN = re.compile(r"序\s?号|编\s?号|项\s?次")
_TEXT_CELL = re.compile(r"[，。；,;：:]")
# The name of a column that its narrowness broke: 序|号, 牵头|单位, 完成|时限.
_ANSWERING = "牵头|责任|配合|落实|主办|协办|承办|参与|督办|督查|指导|实施"
_FIRST_HALF = re.compile(f"[序编备项]|{_ANSWERING}|完成|工作|重点|主要|具体")
_BROKEN_NAME = re.compile(
    f"[序编]号|项次|备注|(?:{_ANSWERING})(?:单位|部门|科室|领导|责任人)|(?:{_ANSWERING})(?:(?:{_ANSWERING})单位)"
    "|(?:完成|工作|重点|主要|具体)(?:时限|时间|期限|节点|进度|任务|内容|事项|措施|举措|目标|要求|标准)"
)
_CHINESE_NUMERAL = re.compile("[一二三四五六七八九十]{1,3}")
SHORT_CELL = 16  # characters: a longer cell neither names a column nor numbers a row
_RULE = re.compile(r"[\s:|+=─━┄-╿—-]{3,}")
_OWN_NAME = re.compile("[一-鿿]{2,6}")
_MOST_COLUMNS = 12
_TITLE = re.compile("(?:表|清单|台账|方案|计划|要点|通知|意见)$")  # what stands above the names of columns


class Kind(Enum):
    """What the cells of a column hold."""

    NUMBER = "number"
    TEXT = "text"
    UNITS = "units"
    PERSON = "person"
    TIME = "time"
    NOTE = "note"
    POINTS = "points"


_NAMES_OF_KINDS = {
    Kind.NUMBER: NUMBER_COLUMN,
    Kind.POINTS: _POINTS_COLUMN,
    Kind.TIME: _TIME_COLUMN,
    Kind.PERSON: _PERSON_COLUMN,
    Kind.NOTE: _NOTE_COLUMN,
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: for each that names who answers, its role."""

    count: int
    roles: dict[int, Role]
    is_numbered: bool
    kinds: tuple[Kind, ...] = ()
    is_of_persons: bool = False  # a list of names: its rows are no measures
    task: int | None = None  # the column that says what is to be done
    is_due: bool = False  # whether its times are deadlines (完成时限), not when something happens


def read_header(cells: Sequence[str]) -> Columns | None:
    """The columns that a row of cells names; None where the row is no header.

    >>> read_header(["序号", "工作任务", "牵头单位", "配合单位"]).roles
    {2: <Role.LEAD: 'lead'>, 3: <Role.COOPERATING: 'cooperating'>}
    """
    named = ["".join(cell.split()) for cell in cells]
    filled = [cell for cell in named if cell]
    if len(filled) > 1 and sum(bool(_PERSONAL_COLUMN.fullmatch(cell)) for cell in filled) > 1:
        return Columns(len(named), {}, is_numbered=False, is_of_persons=True)
    if not (len(filled) > 2 or _name_a_pair(filled)) or not _name_columns(filled):
        return None
    roles = {at: role_of_words(cell) for at, cell in enumerate(named) if _DUTY_COLUMN.fullmatch(cell)}
    tasks = [at for at, cell in enumerate(named) if at not in roles and _TASK_COLUMN.search(cell)]
    is_numbered = any(NUMBER_COLUMN.search(cell) for cell in filled)
    kinds = tuple(Kind.UNITS if at in roles else _kind(cell) for at, cell in enumerate(named))
    is_due = any(map(_DUE_COLUMN.search, named))
    return Columns(len(named), roles, is_numbered, kinds, task=tasks[-1] if tasks else None, is_due=is_due)


def _kind(name: str) -> Kind:
    """What the cells under a name hold, where they name no units."""
    return next((kind for kind, names in _NAMES_OF_KINDS.items() if names.search(name)), Kind.TEXT)


def read_header_lines(lines: Iterable[str]) -> tuple[Columns, int] | None:
    """The columns that names on lines of their own give, and how many lines they take; a name may be broken in two.

    Where no running number is among them (序号), a column of units must be, and three names in all.

    >>> read_header_lines(["序", "号", "任务", "责任", "单位", "1"])[0].roles
    {2: <Role.RESPONSIBLE: 'responsible'>}
    """
    names: list[str] = []
    taken: list[int] = []  # with how many lines each name is complete
    for at, line in enumerate(lines, 1):
        cell = "".join(line.split())
        if names and _FIRST_HALF.fullmatch(names[-1]) and _BROKEN_NAME.fullmatch(names[-1] + cell):
            names[-1] += cell
            taken[-1] = at
        elif len(names) < _MOST_COLUMNS and _may_head(cell, names):
            names.append(cell)
            taken.append(at)
        else:
            break
    while names and not is_column_name(names[-1]):  # the first cell of the first row
        del names[-1], taken[-1]
    columns = read_header(names) if len(names) > 2 else None
    if columns is None or not (columns.roles or columns.is_numbered):
        return None
    return columns, taken[-1]


def _may_head(cell: str, names: Sequence[str]) -> bool:
    """Whether a line may be the next name; behind a running number's an office's own words may be (点位类型)."""
    if is_column_name(cell) or _FIRST_HALF.fullmatch(cell):
        return not _TEXT_CELL.search(cell) and not _TITLE.search(cell)
    return bool(names and NUMBER_COLUMN.fullmatch(names[0]) and _OWN_NAME.fullmatch(cell))


def _name_a_pair(cells: Sequence[str]) -> bool:
    """Whether two cells are the whole header of a table: what is to be done, and who answers."""
    return len(cells) == 2 and bool(_TASK_COLUMN.search(cells[0]) and _DUTY_COLUMN.fullmatch(cells[1]))


def _name_columns(cells: Sequence[str]) -> bool:
    """Whether all cells name columns; names of an office's own (点位类型) may stand beside a column of units."""
    known = sum(map(is_column_name, cells))
    if any(map(_DUTY_COLUMN.fullmatch, cells)) and known > 1 and len(cells) <= known * 2:
        return all(len(cell) <= SHORT_CELL and not _TEXT_CELL.search(cell) for cell in cells)
    return known == len(cells)


def is_column_name(cell: str) -> bool:
    """Whether a cell may name a column."""
    if len(cell) > SHORT_CELL or cell.isdecimal():
        return False
    return bool(_DUTY_COLUMN.fullmatch(cell) or _OTHER_COLUMN.search(cell))


def names_who_answers(cell: str) -> bool:
    """Whether a cell is the name of a column of units (牵头责任单位)."""
    return bool(_DUTY_COLUMN.fullmatch(cell))


def is_points_cell(cell: str) -> bool:
    """Whether a cell says how many points something is worth and nothing else (4, 2.5分)."""
    return bool(_POINTS.fullmatch(cell.strip()))


def cell_spans(text: str, start: int, end: int) -> list[Span]:
    """The spans of a line's cells without blanks at their ends, empty ones included."""
    spans: list[Span] = []
    while True:
        tab = text.find("\t", start, end)
        stop = end if tab < 0 else tab
        cell = text[start:stop]
        begin = start + len(cell) - len(cell.lstrip())
        spans.append((begin, max(begin, start + len(cell.rstrip()))))
        if tab < 0:
            return spans
        start = tab + 1


def row_statement(text: str, cells: Sequence[Span], columns: Columns) -> Statement | None:
    """Who answers for a row, by its columns; None where no cell says it."""
    units = [
        unit for at, role in columns.roles.items() if at < len(cells) for unit in read_cell(text, *cells[at], role)
    ]
    return Statement(cells[0][0], cells[-1][1], tuple(units)) if units else None


def units_alone(text: str, start: int, end: int) -> list[Span]:
    """The units of a cell that names units and nothing else."""
    if end - start > 300 or text.find("。", start, end) >= 0:
        return []
    spans = split_units(text, start, end)
    sure = sum(is_sure_name(text[begin:stop]) for begin, stop in spans)
    return spans if sure * 2 >= len(spans) > 0 and all(stop - begin <= 20 for begin, stop in spans) else []


def is_rule(text: str, start: int, end: int) -> bool:
    """Whether a line only draws a table (|---|---|, ├──┼──┤)."""
    return bool(_RULE.fullmatch(text, start, end))


def heading_number(text: str, start: int, end: int) -> int | None:
    """The number of a cell that holds nothing but a Chinese numeral: its row heads others."""
    numeral = text[start:end].strip(" （()）、.")
    value = parse_number(numeral) if _CHINESE_NUMERAL.fullmatch(numeral) else None
    return value if isinstance(value, int) else None
