"""Workbooks as an office keeps them."""

from io import BytesIO

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

HEADS = ["测评项目", "测评标准", "测评方法", "分值", "申报材料", "牵头单位"]


def workbook(*rows: list[str | float], merged: tuple[str, ...] = (), name: str = "任务分解") -> bytes:
    """The rows below a title and our heads; ``merged`` are ranges of Excel such as A3:A4."""
    file = BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, ["某县文明城市测评任务分解表"])
        for number, row in enumerate([HEADS, *rows], start=1):
            sheet.write_row(number, 0, row)
        for one in merged:
            first = one.partition(":")[0]
            sheet.merge_range(one, rows[int(first[1:]) - 3][ord(first[0]) - ord("A")])
    return file.getvalue()


TWO = workbook(
    ["Ⅰ-1 公共环境", "1）路灯完好", "实地考察", 2.5, "说明报告：照明情况（300字以内）", "县城管局"],
    ["", "2）公厕干净", "", 3, "", ""],
    merged=("A3:A4", "C3:C4"),
)


def uploaded(content: bytes = TWO, name: str = "任务分解表.xlsx") -> SimpleUploadedFile:
    """The workbook as somebody hands it in."""
    return SimpleUploadedFile(name, content)
