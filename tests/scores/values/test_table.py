"""A table of values, read: all of it, or every fault by its cell."""

import tracemalloc
from decimal import Decimal
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import Workbook

from tests.plans.making import make_class, make_unit
from wenming.places.models import Unit
from wenming.places.queries import directory
from wenming.rules.scoring.model import Node
from wenming.rules.scoring.scoring_rules import Deduct, Grade, MeanOfSites
from wenming.scores.values.table import MOST, Table, read_table

pytestmark = pytest.mark.django_db
LEAVES = {
    "A-1": Node("A-1", rule=MeanOfSites(), methods=("实地考察",)),
    "A-2": Node("A-2", rule=Grade((("A", Fraction(1)),))),
    "A-3": Node("A-3", rule=Deduct(Fraction(1))),
}
HEAD = "测评标准,点位,属地,行业部门,数值,等级,测评方法,说明\n"


def read(text: str, name: str = "a.csv") -> Table:
    return read_table(text.encode(), name, LEAVES, directory(), Unit.objects.in_bulk())


def test_every_row_with_whose_it_is() -> None:
    town, one, other = make_unit("文昌街道"), make_unit("县城管局"), make_unit("县住建局")
    table = read(
        "说明文字\n"
        + HEAD
        + "A-1,文昌路,文昌街道,县城管局；县住建局,0.5,,实地考察,两盏不亮\n,,,,,,,\nA-2,,,,,A,,\nA-3,,,,3.25,,,\n"
    )
    assert table.faults == ()
    first, graded, counted = table.rows
    assert (first.territory, first.departments, first.value) == (town, (one, other), Decimal("0.5"))
    assert (first.site, first.method, first.note) == ("文昌路", "实地考察", "两盏不亮")
    assert (graded.grade, counted.value) == ("A", Decimal("3.25"))


def test_a_workbook_and_the_names_of_the_command_line() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [("standard", "value"), ("A-1", 1), ("A-3", 2)]:
        sheet.append(row)
    file = BytesIO()
    book.save(file)
    table = read_table(file.getvalue(), "a.xlsx", LEAVES, directory(), {})
    assert [(one.standard, one.value) for one in table.rows] == [("A-1", Decimal(1)), ("A-3", Decimal(2))]


def test_every_fault_by_its_cell_and_no_row() -> None:
    make_class("各社区")
    table = read(HEAD + "X-9,,,,1,,,\nA-1,,,,2,,,\nA-1,,不知何处,各社区,1,,电话,\nA-2,,,,,Z,,\nA-1,,,,,,," + "长" * 201)
    assert table.rows == ()
    told = {fault.cell: fault.words for fault in table.faults}
    assert set(told) == {"A2", "E3", "C4", "D4", "G4", "F5", "E6", "H6"}
    assert "没有编号“X-9”" in told["A2"]
    assert "“数值”写的是“2”" in told["E3"]
    assert "没有“不知何处”" in told["C4"]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("甲,乙\n1,2\n", "a.csv", "没有找到“测评标准”和“数值”两列"),
        (HEAD, "a.csv", "表里没有数据"),
        ('测评标准,数值\n"A-1,1\n', "a.csv", "读不出来"),
        ("什么都不是", "a.xlsx", ""),
        ("测评标准,数值\n" + "A-1,1\n" * (MOST + 1), "a.csv", f"一次最多 {MOST} 行"),
    ],
)
def test_what_is_no_table_of_values(text: str, name: str, words: str) -> None:
    (fault,) = read(text, name).faults
    assert words in fault.words
    assert fault.words


def test_csv_in_another_encoding_is_told() -> None:
    table = read_table("测评标准,数值\nA-1,1".encode("gb18030"), "a.csv", LEAVES, directory(), {})
    assert "UTF-8" in table.faults[0].words


def test_so_many_faults_are_enough() -> None:
    assert len(read(HEAD + "X-9,,,,1,,,\n" * 300).faults) == 100


def test_a_column_that_stands_there_twice_is_told() -> None:
    (fault,) = read("测评标准,数值,value\nA-3,1,2\n").faults
    assert "有两列都是“数值”" in fault.words


def test_which_of_several_methods_has_to_be_said() -> None:
    leaves = {"A-1": Node("A-1", rule=MeanOfSites(), methods=("问卷调查", "实地考察"))}
    table = read_table("测评标准,数值\nA-1,1\n".encode(), "a.csv", leaves, directory(), {})
    assert "要写明是哪一种：问卷调查、实地考察" in table.faults[0].words


def test_of_a_table_without_end_no_more_is_read_than_may_be() -> None:
    data = ("测评标准,数值\n" + "A-3,1\n" * 400_000).encode()
    tracemalloc.start()
    (fault,) = read_table(data, "a.csv", LEAVES, directory(), {}).faults
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert f"一次最多 {MOST} 行" in fault.words
    assert most < 80_000_000
