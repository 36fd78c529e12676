"""Tables drawn with lines: a row whose cells are wrapped over several lines becomes one line, cell after cell."""

import re
from collections.abc import Iterator, Sequence

from wenming.reading.cleaning.runs import Line, part
from wenming.reading.cleaning.view import Span
from wenming.reading.structure.tables import is_rule

_CROSSING = re.compile("[\u250c-\u254b\u2550-\u256c+](?=[─━═=┄┈-])|(?<=[─━═=┄┈-])[\u250c-\u254b\u2550-\u256c+]")
_DRAWN_START = re.compile("(?m)^[^\n]{0,8}?[\u250c-\u254b\u2550-\u256c+][─━═=┄┈-]{2}")
_FEWEST_DRAWN = 3
_FEWEST_COLUMNS = 3
_MOST_COLUMNS = 20
_MOST_LINES = 200  # of one row; what is longer is none
_SHORT_OF_WIDTH = re.compile("[ \u3000]{3,}$")  # a cell's line that ends before its width ends a paragraph


def draws_tables(text: str) -> bool:
    """Whether lines of the text draw a table: then a sign at a line's start is a cell's, and no indent."""
    return len(_DRAWN_START.findall(text)) >= _FEWEST_DRAWN


def with_whole_rows(lines: list[Line]) -> list[Line]:
    """The lines, those between two drawn ones joined where they are the lines of one row's cells.

    Tabs stand where the table's signs stood.
    """
    if sum(_is_drawn(line) for line in lines) < _FEWEST_DRAWN:
        return lines
    groups = list(_groups(lines))
    rows = sum(any("\t" in line.text for line in group) for group in groups)
    return [line for group in groups for line in (_joined(group) if _is_one_row(group, rows) else group)]


def _is_drawn(line: Line) -> bool:
    return bool(is_rule(line.text, 0, len(line.text)) and _CROSSING.search(line.text))


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Drawn lines one by one, and what stands between them."""
    group: list[Line] = []
    for line in lines:
        if not _is_drawn(line):
            group.append(line)
            continue
        if group:
            yield group
        group = []
        yield [line]
    if group:
        yield group


def _is_one_row(group: list[Line], rows: int) -> bool:
    """Whether the lines of a group, one of ``rows`` groups, are those of one row, and not rows of one line each."""
    if not 1 < len(group) <= _MOST_LINES or not all("\t" in line.text for line in group):
        return False
    cells = [[line.text[start:end].strip() for start, end in _cells(line)] for line in group]
    if not _FEWEST_COLUMNS <= max(map(len, cells)) <= _MOST_COLUMNS or not any(map(any, cells)):
        return False
    first = min(at for row in cells for at, cell in enumerate(row) if cell)
    firsts = [row[first] if first < len(row) else "" for row in cells]
    if sum(cell.strip(".．、").isdecimal() for cell in firsts) > 1:  # numbered one a line
        return False
    return rows > 2 or not all(firsts)  # a header and one body may also be many rows


def _cells(line: Line) -> list[Span]:
    """The stretches of a line between tabs."""
    ends = [at for at, sign in enumerate(line.text) if sign == "\t"]
    return list(zip([0, *(end + 1 for end in ends)], [*ends, len(line.text)], strict=True))


def _joined(group: list[Line]) -> Iterator[Line]:
    """One line with the cells of all, each whole."""
    cells = [_cells(line) for line in group]
    widest = max(range(len(group)), key=lambda at: len(cells[at]))
    parts: list[Line] = []
    for column, (start, _) in enumerate(cells[widest]):
        if column:
            parts.append(part(group[widest], start - 1, start))
        for line, spans in zip(group, cells, strict=True):
            if column < len(spans):
                parts.append(_content(line, *spans[column]))
    runs = tuple(run for part in parts for run in part.runs)
    yield Line(runs, "".join(part.text for part in parts), group[0].indent)


def _content(line: Line, start: int, end: int) -> Line:
    """A line of a cell without the blanks that fill it up, but for one where a paragraph ends."""
    text = line.text[start:end]
    begin = start + len(text) - len(text.lstrip())
    stop = max(begin, start + len(text.rstrip()))
    return part(line, begin, stop + (stop > begin and bool(_SHORT_OF_WIDTH.search(text))))
