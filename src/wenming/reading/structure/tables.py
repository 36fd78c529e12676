"""Responsibility tables that were flattened: one row a line with tabs between its cells, or one cell a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wenming.reading.cleaning.view import Span
from wenming.reading.duties.labels import role_of_words
from wenming.reading.duties.names import is_sure_name
from wenming.reading.duties.statements import Statement, named_units
from wenming.reading.duties.units import split_units
from wenming.reading.model import Role
from wenming.reading.numerals import parse_number

_DUTY_COLUMN = re.compile(
    r"(?:[省市县区州]级?(?:直)?)?(?:(?:牵头|责任|落实|主办|主责|承办|实施|执行|配合|协办|参与|协助|督查|督办|督导|指导|考核|主管|负责|组织|完成|第一|具体)"
    r"[、和及与（(/]?){1,3}(?:单位|部门|科室|处室|机构|主体|乡镇|街道|区县|县区)(?:[（(].{1,10}[）)])?"
)
_OTHER_COLUMN = re.compile(
    r"序\s?号|编号|项目|类别|内容|任务|措施|目标|要求|标准|指标|时限|时间|期限|进度|节点|备注|说明|分值|权重|成果|形式|责任人|领导|联系人|名称|事项|"
    r"要点|依据|来源|总分|得分|工作|完成"
)
_TASK_COLUMN = re.compile(r"任务|内容|措施|举措|事项")
_PERSONAL_COLUMN = re.compile(
    r"姓\s?名|性别|职务|职称|(?:工作)?单位(?:及|和)?职务|联系(?:方式|电话)|手机(?:号码?)?|电话|备注"
)
NUMBER_COLUMN = re.compile(r"序\s?号|编\s?号|项\s?次")
_EMPTY_CELL = ("/", "／", "—", "-", "无")
_TEXT_CELL = re.compile(r"[，。；,;]")
_CHINESE_NUMERAL = re.compile("[一二三四五六七八九十]{1,3}")
SHORT_CELL = 16  # characters: a longer cell neither names a column nor numbers a row


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: for each that names who answers, its role."""

    count: int
    roles: dict[int, Role]
    is_numbered: bool
    is_of_persons: bool = False  # a list of names: its rows are no measures
    task: int | None = None  # the column that says what is to be done


def read_header(cells: Sequence[str]) -> Columns | None:
    """The columns that a row of cells names; None where the row is no header.

    >>> read_header(["序号", "工作任务", "牵头单位", "配合单位"]).roles
    {2: <Role.LEAD: 'lead'>, 3: <Role.COOPERATING: 'cooperating'>}
    """
    named = [cell.strip() for cell in cells]
    filled = [cell for cell in named if cell]
    if len(filled) > 1 and sum(bool(_PERSONAL_COLUMN.fullmatch(cell)) for cell in filled) > 1:
        return Columns(len(named), {}, is_numbered=False, is_of_persons=True)
    if len(filled) < 3 or not _name_columns(filled):
        return None
    roles = {at: role_of_words(cell) for at, cell in enumerate(named) if _DUTY_COLUMN.fullmatch(cell)}
    tasks = [at for at, cell in enumerate(named) if at not in roles and _TASK_COLUMN.search(cell)]
    is_numbered = any(NUMBER_COLUMN.search(cell) for cell in filled)
    return Columns(len(named), roles, is_numbered, task=tasks[-1] if tasks else None)


def _name_columns(cells: Sequence[str]) -> bool:
    """Whether all cells name columns; names of an office's own (点位类型) may stand beside a column of units."""
    known = sum(map(is_column_name, cells))
    if any(map(_DUTY_COLUMN.fullmatch, cells)) and known > 1 and len(cells) <= known * 2:
        return all(len(cell) <= SHORT_CELL and not _TEXT_CELL.search(cell) for cell in cells)
    return known == len(cells)


def is_column_name(cell: str) -> bool:
    """Whether a cell may name a column."""
    return len(cell) <= SHORT_CELL and bool(_DUTY_COLUMN.fullmatch(cell) or _OTHER_COLUMN.search(cell))


def cell_spans(text: str, start: int, end: int) -> list[Span]:
    """The spans of a line's cells, empty ones included."""
    spans: list[Span] = []
    while True:
        tab = text.find("\t", start, end)
        if tab < 0:
            return [*spans, (start, end)]
        spans.append((start, tab))
        start = tab + 1


def row_statement(text: str, cells: Sequence[Span], columns: Columns) -> Statement | None:
    """Who answers for a row, by its columns; None where no cell says it."""
    units = [
        unit for at, role in columns.roles.items() if at < len(cells) for unit in named_units(text, *cells[at], role)
    ]
    return Statement(cells[0][0], cells[-1][1], tuple(units)) if units else None


def cells_statement(text: str, cells: Sequence[Span], columns: Columns | None = None) -> Statement | None:
    """Who answers for a row whose cells stand one a line: cells of units alone, in the order of the columns."""
    roles = list(columns.roles.values()) if columns and columns.roles else [Role.RESPONSIBLE]
    units = [
        unit
        for at, (start, end) in enumerate(_duty_cells(text, cells))
        for unit in named_units(text, start, end, roles[min(at, len(roles) - 1)])
    ]
    return Statement(cells[0][0], cells[-1][1], tuple(units)) if units else None


def _duty_cells(text: str, cells: Sequence[Span]) -> list[Span]:
    """The cells that name units, those left empty (/) between them too; where a text follows, a name was the task's."""
    kept: list[Span] = []
    later: list[Span] = []
    for start, end in cells:
        if units_alone(text, start, end) or (kept and text[start:end].strip() in _EMPTY_CELL):
            kept.append((start, end))
        elif _TEXT_CELL.search(text, start, end):
            kept, later = [], kept
    return kept or later


def units_alone(text: str, start: int, end: int) -> list[Span]:
    """The units of a cell that names units and nothing else."""
    if end - start > 300 or text.find("。", start, end) >= 0:
        return []
    spans = split_units(text, start, end)
    sure = sum(is_sure_name(text[begin:stop]) for begin, stop in spans)
    return spans if sure * 2 >= len(spans) > 0 and all(stop - begin <= 20 for begin, stop in spans) else []


def heading_number(text: str, start: int, end: int) -> int | None:
    """The number of a cell that holds nothing but a Chinese numeral: its row heads others."""
    numeral = text[start:end].strip(" （()）、.")
    value = parse_number(numeral) if _CHINESE_NUMERAL.fullmatch(numeral) else None
    return value if isinstance(value, int) else None
