"""Sheets out of a file, and a file out of a framework."""

import json

import pytest
from django.core import signing
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings

from tests.frameworks.sheets.making import TWO
from tests.rules.frameworks.sheets.making import faults, matched
from tests.rules.frameworks.sheets.test_writing import frameworks
from wenming.frameworks.sheets import book
from wenming.frameworks.sheets.book import TooLarge, grids_of, opened, sealed, workbook
from wenming.frameworks.sheets.forms import tables_in
from wenming.reading.files.cells import CellSheet, Line, read_cells
from wenming.rules.frameworks.model import Framework
from wenming.rules.frameworks.sheets.grid import Grid
from wenming.rules.frameworks.sheets.reading import read_table
from wenming.rules.frameworks.sheets.writing import head_in
from wenming.rules.frameworks.shipped import shipped


def again(grids: list[Grid]) -> Framework:
    (table,) = tables_in(grids)
    told = read_table(table, matched(table), head_in(grids))
    assert told.framework, faults(told)
    return told.framework


@given(frameworks())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_file_brings_back_what_went_out(framework: Framework) -> None:
    sheets = json.loads(read_cells(workbook(framework)))
    cells = [
        CellSheet(one["name"], tuple(Line(number, tuple(row)) for number, row in one["lines"]), ()) for one in sheets
    ]
    assert again([book._grid(sheet) for sheet in cells]) == framework


def test_through_the_fence_and_in_english() -> None:
    framework = shipped("minors-2017")
    with override("en"):
        found = again(grids_of(workbook(framework), "a.xlsx"))
    assert [one.title for one in found.root.walk()] == [one.title for one in framework.root.walk()]


def test_what_goes_to_the_page_comes_back() -> None:
    grids = grids_of(TWO, "a.xlsx")
    assert opened(sealed(grids, "表.xlsx")) == (grids, "表.xlsx")
    with pytest.raises(signing.BadSignature):
        opened(sealed(grids, "表.xlsx") + "x")


def test_no_more_than_a_page_can_carry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "MOST_SEALED", 100)
    with pytest.raises(TooLarge):
        sealed(grids_of(TWO, "a.xlsx"), "a.xlsx")
