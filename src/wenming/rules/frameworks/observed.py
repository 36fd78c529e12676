"""Observations from a table in CSV: ``standard,site,territory,departments,value``, in UTF-8 with a header.

Further columns may follow: ``grade`` for standards scored by grade, ``method`` for those that several methods measure.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from fractions import Fraction

from wenming.rules.frameworks.located import PackError, exact
from wenming.rules.scoring.model import Node, Observation
from wenming.rules.scoring.scoring_rules import CountPoints, Deduct, Grade, MeanOfSites, Survey

COLUMNS = ("standard", "site", "territory", "departments", "value")
MORE = ("grade", "method")
MOST = 1_000_000  # rows
_LONGEST = 1000  # characters of a cell


def read_observations(text: str, framework: Node) -> list[Observation]:
    """Every row, also of standards that the framework does not have; raises PackError with the line."""
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    leaves = {leaf.code: leaf for leaf in framework.leaves()}
    try:
        places = _places(next(rows, []))
        return [_observation(row, rows.line_num, places, leaves) for row in rows if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise PackError("not_csv", rows.line_num) from error


def _places(header: list[str]) -> Mapping[str, int]:
    names = [name.strip() for name in header]
    for name in COLUMNS:
        if name not in names:
            raise PackError("no_column", 1, name=name, columns=",".join(COLUMNS))
    for name in names:
        if names.count(name) > 1:
            raise PackError("twice", 1, name=name)
    return {name: at for at, name in enumerate(names) if name in COLUMNS + MORE}


def _observation(row: list[str], line: int, places: Mapping[str, int], leaves: Mapping[str, Node]) -> Observation:
    cells = {name: row[at].strip() if at < len(row) else "" for name, at in places.items()}
    for name, cell in cells.items():
        if len(cell) > _LONGEST:
            raise PackError("too_long", line, name=name)
    if not cells["standard"]:
        raise PackError("no_standard", line)
    leaf = leaves.get(cells["standard"])
    return Observation(
        cells["standard"],
        value_of(cells["value"], leaf, line),
        grade=grade_of(cells.get("grade", ""), leaf, line),
        site=cells["site"],
        territory=cells["territory"],
        departments=tuple(_departments(cells["departments"])),
        method=cells.get("method", ""),
    )


def _departments(cell: str) -> Iterator[str]:
    for name in cell.replace("；", ";").split(";"):
        if name.strip():
            yield name.strip()


def value_of(text: str, leaf: Node | None, line: int = 0) -> Fraction:
    """The value as the rule of its standard takes it; raises PackError."""
    if not text and leaf is not None and isinstance(leaf.rule, Grade):
        return Fraction(0)
    number = exact(text)
    if number is None:
        raise PackError("bad_value", line, text=text[:40])
    is_share = leaf is None or isinstance(leaf.rule, MeanOfSites | Survey)
    if is_share and not 0 <= number <= 1:
        raise PackError("not_a_share", line, text=text[:40])
    if leaf is not None and isinstance(leaf.rule, Deduct | CountPoints) and number < 0:
        raise PackError("below_zero", line, name="value")
    return number


def grade_of(text: str, leaf: Node | None, line: int = 0) -> str:
    """The grade, where the standard is graded one of its grades; raises PackError."""
    if leaf is not None and isinstance(leaf.rule, Grade) and text not in dict(leaf.rule.shares):
        grades = "、".join(grade for grade, _share in leaf.rule.shares)
        raise PackError("no_grade", line, text=text[:40], grades=grades)
    return text
