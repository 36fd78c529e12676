"""What a sheet's cells look like and how they are merged, where python-calamine does not say it.

A cell that shows 2026年6月 holds the first of June, and one that shows 95% holds 0.95: the number format tells.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Any

from wenming.reading.files.package import Package

Element = Any  # lxml carries no types
Place = tuple[int, int]  # row and column, from 0

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_LARGEST_SHEET = 24_000_000  # bytes of XML; the looks of larger sheets are left aside

_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class Look(Enum):
    """The number formats that change what a value says."""

    PERCENT = "percent"
    MONTH = "month"  # year and month
    DAY_OF_YEAR = "day_of_year"  # month and day


# The formats that are numbered and stored nowhere (ECMA-376 part 1, 18.8.30), those for Chinese included.
_BUILT_IN = {
    **dict.fromkeys((9, 10), Look.PERCENT),
    **dict.fromkeys((17, 27, 36, 50, 52, 57), Look.MONTH),
    **dict.fromkeys((16, 28, 29, 51, 53, 54, 58), Look.DAY_OF_YEAR),
}


def look_of(code: str) -> Look | None:
    """The look of a number format such as ``0%`` or ``yyyy"年"m"月"``."""
    first = _LITERAL.sub("", code.split(";", maxsplit=1)[0]).lower()
    if "%" in first:
        return Look.PERCENT
    has_time = "h" in first or "s" in first
    parts = {part for part in "ymd" if part in first}
    if has_time or "m" not in parts:
        return None
    return {frozenset("ym"): Look.MONTH, frozenset("md"): Look.DAY_OF_YEAR}.get(frozenset(parts))


def read_looks(package: Package) -> dict[str, dict[Place, Look]]:
    """The looks that matter of an .xlsx file, by sheet and place; empty for other packages."""
    if not (package.has("xl/styles.xml") and package.has("xl/workbook.xml")):
        return {}
    styles = _styles(package.parse("xl/styles.xml"))
    if not styles:
        return {}
    return {name: dict(_looks(package, part, styles)) for name, part in _parts(package)}


def _styles(root: Element) -> dict[str, Look]:
    """The cell styles that have a look, by the number that cells call them by."""
    codes = {form.get("numFmtId"): look_of(form.get("formatCode", "")) for form in root.iter(f"{_SHEET}numFmt")}
    looks: dict[str, Look] = {}
    for number, style in enumerate(root.iterfind(f"{_SHEET}cellXfs/{_SHEET}xf")):
        form = style.get("numFmtId", "0")
        look = codes[form] if form in codes else _BUILT_IN.get(int(form) if form.isdecimal() and len(form) < 9 else 0)
        if look is not None:
            looks[str(number)] = look
    return looks


def _parts(package: Package) -> Iterator[tuple[str, str]]:
    """The sheets' names and the members that hold them."""
    relations = "xl/_rels/workbook.xml.rels"
    if not package.has(relations):
        return
    targets = {relation.get("Id"): relation.get("Target", "") for relation in package.parse(relations)}
    for sheet in package.parse("xl/workbook.xml").iter(f"{_SHEET}sheet"):
        target = targets.get(sheet.get(_RELATION_ID), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if package.has(part) and package.size(part) <= _LARGEST_SHEET:
            yield sheet.get("name", ""), part


def _looks(package: Package, part: str, styles: dict[str, Look]) -> Iterator[tuple[Place, Look]]:
    for cell in package.parse(part).iter(f"{_SHEET}c"):
        look = styles.get(cell.get("s", ""))
        place = _CELL.fullmatch(cell.get("r", "")) if look else None
        if look and place and cell.get("t", "n") == "n":
            yield (int(place[2]) - 1, _column(place[1])), look


def _column(letters: str) -> int:
    """A is 0, Z is 25, AA is 26."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def merged_in_ods(package: Package) -> dict[str, list[tuple[Place, Place]]]:
    """The merged ranges of an .ods file by sheet, as corners; empty for other packages."""
    if not package.has("content.xml") or package.size("content.xml") > _LARGEST_SHEET:
        return {}
    tables = package.parse("content.xml").iter(f"{_TABLE}table")
    return {table.get(f"{_TABLE}name", ""): list(_merged(table)) for table in tables}


def _merged(table: Element) -> Iterator[tuple[Place, Place]]:
    row = 0
    for line in table.iter(f"{_TABLE}table-row"):
        column = 0
        for cell in line:
            rows = _count(cell, "number-rows-spanned")
            columns = _count(cell, "number-columns-spanned")
            if rows > 1 or columns > 1:
                yield (row, column), (row + rows - 1, column + columns - 1)
            column += _count(cell, "number-columns-repeated")
        row += _count(line, "number-rows-repeated")


def _count(element: Element, name: str) -> int:
    value = element.get(_TABLE + name, "1")
    return int(value) if value.isdecimal() and len(value) < 8 else 1
