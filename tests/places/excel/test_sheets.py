"""The workbooks that go out: text is text, choices are offered, faults are marked."""

import io

from tests.places.excel.making import cells, opened
from wenming.places.excel.sheets import write_directory, write_marked


def test_nothing_is_a_formula() -> None:
    file = io.BytesIO()
    signs = ["=1+1", "+1", "-1", "@a", '=HYPERLINK("http://a")', "{=1}", "http://a.example"]
    write_directory(file, {"units": [{"name": sign} for sign in signs]})
    sheet = opened(file.getvalue())["单位"]
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == signs
    assert all(row[1].data_type == "s" for row in sheet.iter_rows(min_row=2))
    assert [row[1].quotePrefix for row in sheet.iter_rows(min_row=2)] == [True, True, True, True, True, False, False]


def test_what_each_column_takes_is_said() -> None:
    file = io.BytesIO()
    write_directory(file, {})
    said = list(opened(file.getvalue())["说明"].iter_rows(values_only=True))
    assert ("单位", "撤销日期", "单位撤销的日子，例如 2026-03-05；没有撤销的留空。", None) in said
    assert any(row[3] and "群团组织" in str(row[3]) for row in said)


def test_cells_stay_where_they_were_and_faults_are_marked() -> None:
    file = io.BytesIO()
    marks = {"单位": {(2, 0): "要填。", (2, 3): "不在清单里。"}}
    write_marked(file, [cells("单位", ("全称", "类型"), ("", "局办")), cells("别的", ("=1+1",))], marks)
    book = opened(file.getvalue())
    sheet = book["单位"]
    assert (sheet["A2"].comment.text, sheet["D2"].comment.text) == ("要填。", "不在清单里。")
    assert (sheet["B2"].value, sheet["B2"].comment) == ("局办", None)
    assert sheet["A2"].fill.fgColor.rgb == "FFF9DCD9"
    assert book["别的"]["A1"].data_type == "s"


def test_sheets_of_other_programs_get_names_that_excel_bears() -> None:
    file = io.BytesIO()
    names = ["单位", "长" * 40, "长" * 50, "AAAA", "aaaa", "a/b[c]*?:", "'", "''"]
    write_marked(file, [cells(name, (name,)) for name in names], {"长" * 50: {(1, 0): "要填。"}})
    book = opened(file.getvalue())
    assert [sheet["A1"].value for sheet in book] == names
    assert book.worksheets[2]["A1"].comment.text == "要填。"
