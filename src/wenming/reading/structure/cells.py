"""The cells of a row that stand one a line, given back to their columns; a cell may be empty or hold several lines."""

import re
from collections.abc import Sequence
from itertools import accumulate

from wenming.reading.cleaning.view import Span
from wenming.reading.duties.names import begins_with_verb, is_name
from wenming.reading.duties.statements import Statement, is_statement_line, read_cell
from wenming.reading.duties.unit_lists import split_units
from wenming.reading.model import Role
from wenming.reading.structure.tables import Columns, Kind, is_points_cell, units_alone

_EMPTY_CELL = ("/", "／", "—", "——", "-", "--", "无")
_TEXT_CELL = re.compile(r"[，。；,;]")
_POINT = (
    r"(?:[0-9０-９]{4}\s?年|[0-9０-９]{1,2}\s?月|第?[一二三四1-4]季度|[上下]半年|[0-9]{4}[./-][0-9]{1,2}"
    "|[今明当]?年[底内末中初]|全年|今年|即日)"
)
_EVER = "(?:常年|常态|持续|即时|立即|随时|实时|适时)化?(?:坚持|推进|实施|开展|进行|执行|推动|完成)*"
_EVERY = "每[年月季周日天半][^，。；]{0,8}"
_TIME = re.compile(rf"(?:于|在|到|至|截至|自|从)?{_POINT}[^，。；：、]{{0,24}}|[全长中近]期.{{0,4}}|{_EVER}|{_EVERY}")
_LONGEST_TIME = 40  # characters
_MOST_LINES = 60  # of a row; more are no row's
_LONGEST_PERSON = 24
_ROLE_BEHIND = re.compile(r"[（(](?:牵头|主办|主责|负责|配合|协办|协助)[）)]$")  # 县农业农村局（牵头）
# Offices without what their names end in (县人社, 省人口计生): a column of units has them.
_FIELD_OF_PLACE = re.compile(
    "[省市县区州旗](?:人口计生|计生|卫计|卫健|卫生|人社|住建|城建|发改|经信|工信|科技|教育|教体|文旅|文广新?|文体|民政|司法|财政|农业(?:农村)?|林业|水务|水利|"
    "交通|交运|城管|环保|生态环境|市场监管|工商|质监|药监|食药监|安监|应急|审计|统计|民宗|老龄|扶贫|乡村振兴|医保|信访|公安|国土|自然资源|规划|园林|"
    "旅游|体育|商务|广电|新闻出版|侨务|机关事务|税务|消防|交警)"
)

# How well a line fits a column; what it costs that a column stays empty, or takes a further line.
_EMPTY = dict.fromkeys(Kind, -1.5) | {Kind.NOTE: 0.0, Kind.POINTS: 0.0, Kind.PERSON: -0.5}
_MORE = -1.0
_EARLIER = 0.001  # of two columns that fit alike the earlier takes a line
_LATER = 0.01  # of two columns of units the later takes the further line: one leads, several cooperate


def is_time_cell(cell: str) -> bool:
    """Whether a cell says by when and nothing else (2026年6月底前, 长期)."""
    plain = cell.strip()
    return len(plain) <= _LONGEST_TIME and bool(_TIME.fullmatch(plain))


def is_empty_cell(cell: str) -> bool:
    """Whether a cell is marked as empty (/, —)."""
    return cell.strip() in _EMPTY_CELL


def answers(text: str, start: int, end: int) -> bool:
    """Whether a cell holds units, a time, or is marked as empty: it stands behind what is to be done."""
    cell = text[start:end]
    return bool(units_alone(text, start, end)) or is_time_cell(cell) or is_empty_cell(cell)


def columns_of(text: str, lines: Sequence[Span], columns: Columns) -> list[int]:
    """The column of each line of a row, in the order of the columns, so that the whole fits best."""
    fits = [[_fit(text, *line, kind) - _EARLIER * at for at, kind in enumerate(columns.kinds)] for line in lines]
    empty = list(accumulate((_EMPTY[kind] for kind in columns.kinds), initial=0.0))  # of the columns before each
    best = [score + empty[at] for at, score in enumerate(fits[0])]
    ways: list[list[int]] = []
    for row in fits[1:]:
        scored = [max(_steps(best, at, empty)) for at in range(len(row))]
        ways.append([came for _, came in scored])
        best = [score + fit for (score, _), fit in zip(scored, row, strict=True)]
    path = [max(range(len(best)), key=lambda at: best[at] + empty[-1] - empty[at + 1])]
    for way in reversed(ways):
        path.append(way[path[-1]])
    return path[::-1]


def whole_row(text: str, cells: Sequence[Span], columns: Columns) -> list[Span]:
    """A row with fewer cells than columns, empty ones put where cells are missing; else the row as it is.

    A row lacks cells in its midst where it is numbered, at its front where a cell above it reaches over it.
    """
    if not 1 < len(cells) < columns.count:
        return list(cells)
    if columns.is_numbered:
        named = [may_name_units(text, *cells[at]) for at in columns.roles if at < len(cells)]
        is_short = len(cells) > 2 and text[slice(*cells[0])].isdecimal() and not all(named)
    else:
        is_short = max(columns.roles, default=0) >= len(cells) and may_name_units(text, *cells[-1])
    return _placed(text, cells, columns) or list(cells) if is_short else list(cells)


def _placed(text: str, cells: Sequence[Span], columns: Columns) -> list[Span]:
    """The cells where they fit best, empty ones between; none where that is not plain."""
    placed = columns_of(text, cells, columns)
    if len(set(placed)) < len(placed) or not any(at in columns.roles for at in placed):
        return []
    row: list[Span] = []
    for at in range(columns.count):
        end = row[-1][1] if row else cells[0][0]
        row.append(cells[placed.index(at)] if at in placed else (end, end))
    return row


def _steps(best: Sequence[float], at: int, empty: Sequence[float]) -> list[tuple[float, int]]:
    """From where the column ``at`` is reached, and with what score: from itself, or from a column before it."""
    stay = (best[at] + _MORE + _LATER * at, at)
    return [stay, *((best[before] + empty[at] - empty[before + 1], before) for before in range(at))]


def _fit(text: str, start: int, end: int, kind: Kind) -> float:
    cell = text[start:end].strip()
    if is_empty_cell(cell):
        return 1.0 if kind is not Kind.NUMBER else -2.0
    if kind is Kind.NUMBER:
        return 2.0 if cell.isdecimal() else -4.0
    if kind is Kind.POINTS:
        return 2.0 if is_points_cell(cell) else -4.0
    if kind is Kind.UNITS:
        return _fit_of_units(text, start, end)
    if kind is Kind.TIME:
        return 3.0 if is_time_cell(cell) else -3.0
    if kind is Kind.PERSON:
        return 0.5 if len(cell) <= _LONGEST_PERSON and not _TEXT_CELL.search(cell) else -3.0
    if kind is Kind.NOTE or is_time_cell(cell):
        return -1.0
    return 0.0 if units_alone(text, start, end) else 0.3 if may_name_units(text, start, end) else 1.0


def _fit_of_units(text: str, start: int, end: int) -> float:
    if is_time_cell(text[start:end]):
        return -4.0
    if units_alone(text, start, end) or is_statement_line(text, start, end):
        return 3.0
    return 1.5 if may_name_units(text, start, end) else -4.0


def may_name_units(text: str, start: int, end: int) -> bool:
    """Whether every part of a cell ends as names of units do; in a column of units that is enough."""
    if end - start > 300 or "。" in text[start:end]:
        return False
    spans = split_units(text, start, end)
    return bool(spans) and all(stop - begin <= 20 and _may_be_name(text[begin:stop]) for begin, stop in spans)


def is_field_of_place(cell: str) -> bool:
    """Whether a cell names an office by its place and field alone (县人社).

    >>> is_field_of_place("县人社"), is_field_of_place("县人民")
    (True, False)
    """
    return bool(_FIELD_OF_PLACE.fullmatch(cell))


def _may_be_name(name: str) -> bool:
    name = _ROLE_BEHIND.sub("", name)
    return is_field_of_place(name) or (is_name(name) and not begins_with_verb(name))


def cells_statement(text: str, cells: Sequence[Span], columns: Columns | None = None) -> Statement | None:
    """Who answers for a row whose cells stand one a line; without a header the cells that hold units alone."""
    spans = [(span, Role.RESPONSIBLE) for span in _unit_cells(text, cells)]
    if columns and columns.roles and len(cells) <= _MOST_LINES:
        placed = list(zip(cells, columns_of(text, cells, columns), strict=True))
        by_column = [
            (span, columns.roles[at]) for span, at in placed if at in columns.roles and _names_units(text, *span)
        ]
        spans = by_column or [(span, next(iter(columns.roles.values()))) for span, _ in spans]
    units = [unit for span, role in spans for unit in read_cell(text, *span, role)]
    return Statement(cells[0][0], cells[-1][1], tuple(units)) if units else None


def _unit_cells(text: str, cells: Sequence[Span]) -> list[Span]:
    """The cells that name units; where a text follows, a name was the task's."""
    kept: list[Span] = []
    later: list[Span] = []
    for start, end in cells:
        if units_alone(text, start, end):
            kept.append((start, end))
        elif _TEXT_CELL.search(text, start, end):
            kept, later = [], kept
    return kept or later


def _names_units(text: str, start: int, end: int) -> bool:
    """Whether a cell in a column of units names some, with labels or without."""
    if is_statement_line(text, start, end):
        return True
    return bool(units_alone(text, start, end)) or may_name_units(text, start, end)
