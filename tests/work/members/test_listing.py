"""A list as it is brought in: what it says, and what is not right, by its cell."""

from datetime import date

from wenming.reading.files.cells import CellSheet, Line, open_cells
from wenming.work.members.listing import Row, attendance, of_people, of_sheets, workbook
from wenming.work.models import Member
from wenming.work.records.roster import people_in

HEADS = ("姓名", "职务、科室或村（社区）", "从哪天起", "到哪天止")


def sheet(*rows: tuple[str, ...]) -> list[CellSheet]:
    lines = [Line(number, cells) for number, cells in enumerate((("某局干部名单",), HEADS, *rows), start=1)]
    return [CellSheet("一", tuple(lines))]


def test_a_pasted_list() -> None:
    assert of_people(people_in("1、王敏 办公室\n李青山")).rows == (Row("王敏", "办公室"), Row("李青山"))


def test_a_sheet() -> None:
    found = of_sheets(sheet(("王 敏", "办公室", "2026年1月1日", ""), ("李青山", "", "", "2026-06-30")))
    assert found.rows == (Row("王敏", "办公室", date(2026, 1, 1)), Row("李青山", until=date(2026, 6, 30)))


def test_every_fault_by_its_cell_and_nothing_half() -> None:
    bad = [("", "办公室"), ("王敏", "", "昨天"), ("王敏",), ("李" * 50,), ("张伟", "", "2026-02-01", "2026-01-01")]
    found = of_sheets(sheet(("赵一",), *bad))
    assert found.rows == ()
    assert [one.cell for one in found.faults] == ["A4", "C5", "A6", "A7", "D8"]
    assert of_sheets([CellSheet("一", (Line(1, ("单位",)),))]).faults[0].cell == ""
    assert of_sheets(sheet()).faults
    assert of_sheets(sheet(*((f"甲{number}",) for number in range(2001)))).faults


def test_what_goes_out_comes_in_again() -> None:
    members = [
        Member(name="王敏", office="=1+1", since=date(2026, 1, 1)),
        Member(name="李青山", until=date(2026, 6, 30)),
    ]
    rows = of_sheets(open_cells(workbook(members), name="名册.xlsx")).rows
    assert rows == (Row("王敏", "=1+1", date(2026, 1, 1)), Row("李青山", until=date(2026, 6, 30)))


def test_attendance_bears_no_names() -> None:
    cells = open_cells(attendance([("办公室", 2)]), name="参加.xlsx")[0].lines
    assert [line.cells for line in cells] == [("序号", "职务、科室或村（社区）", "参加次数"), ("1", "办公室", "2")]
