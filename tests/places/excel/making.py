"""Workbooks as offices send them, handed in and worked on here and now."""

import io
from collections.abc import Mapping, Sequence

import openpyxl
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.plans.making import NOON
from wenming.accounts.models import User
from wenming.jobs.models import Job
from wenming.places.excel import importing
from wenming.places.excel.rows import directory_rows
from wenming.places.excel.sheets import write_directory
from wenming.places.excel.tasks import apply_directory, compare_directory
from wenming.places.models import DirectoryImport
from wenming.places.reach import Scope
from wenming.reading.files.cells import CellSheet, Line

EVERYWHERE = Scope(everywhere=True)
UNIT_HEADS = ("编号", "全称", "简称", "类型", "辖区", "上级单位", "其他叫法", "统一社会信用代码", "撤销日期")
Rows = Sequence[Sequence[object]]


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    """An ``.xlsx`` file with these rows from the first cell on."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    if value not in (None, ""):
                        sheet.write(number, place, value)
    return file.getvalue()


def units(*rows: Sequence[object], heads: Sequence[str] = UNIT_HEADS) -> bytes:
    """A workbook with the sheet 单位 only."""
    return workbook({"单位": [heads, *rows]})


def cells(name: str, *rows: Sequence[str]) -> CellSheet:
    """A sheet as it was read."""
    return CellSheet(name, tuple(Line(number, tuple(row)) for number, row in enumerate(rows, start=1)))


def exported() -> bytes:
    """The directory as it stands, as a workbook."""
    file = io.BytesIO()
    write_directory(file, directory_rows())
    return file.getvalue()


def opened(data: bytes) -> openpyxl.Workbook:
    """The workbook, opened by another reader."""
    return openpyxl.load_workbook(io.BytesIO(data))


def handed_in(data: bytes, by: User, scope: Scope = EVERYWHERE, name: str = "名录.xlsx") -> DirectoryImport:
    """A workbook that waits to be compared."""
    return importing.hand_in(file=SimpleUploadedFile(name, data), scope=scope, by=by, at=NOON)


def compared(data: bytes, by: User, scope: Scope = EVERYWHERE, name: str = "名录.xlsx") -> DirectoryImport:
    """A workbook that was compared."""
    return work(handed_in(data, by, scope, name))


def work(one: DirectoryImport) -> DirectoryImport:
    """Do the job that it waits for."""
    one.refresh_from_db()
    job = job_of(one)
    task = apply_directory if job.kind == importing.APPLY else compare_directory
    task.call(job.pk)
    return DirectoryImport.objects.get(pk=one.pk)


def applied(data: bytes, by: User, scope: Scope = EVERYWHERE) -> DirectoryImport:
    """A workbook that was compared, confirmed and applied."""
    one = compared(data, by, scope)
    importing.confirm(one=one, scope=scope, by=by, at=NOON)
    return work(one)


def job_of(one: DirectoryImport) -> Job:
    """Its last job."""
    assert one.job_id is not None
    return Job.objects.get(pk=one.job_id)


def faults(one: DirectoryImport) -> list[tuple[str, str]]:
    """The cells that are not right, each with its code."""
    return [(fault.about["cell"], fault.about["code"]) for fault in one.findings.filter(what="fault")]
