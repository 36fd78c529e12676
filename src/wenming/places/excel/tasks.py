"""Comparing a workbook with the directory, and applying it, in the background with a progress that people can watch."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from wenming.files.content import Damaged
from wenming.jobs import actions as jobs
from wenming.jobs.models import Job
from wenming.places.excel.applying import Stale, import_directory
from wenming.places.excel.columns import SHEETS
from wenming.places.excel.comparing import compare
from wenming.places.excel.found import Compared
from wenming.places.excel.standing import Standing, standing
from wenming.places.excel.tables import Tables, tables_of
from wenming.places.models import DirectoryImport, Finding
from wenming.places.reach import Scope
from wenming.reading.files.cells import CellSheet, open_cells
from wenming.reading.model import UnreadableDocument

STALE = "directory_changed"
_EACH = 200  # rows between two signs of progress
_PIECE = 500  # findings of one query


@task()
def compare_directory(job_id: int) -> None:
    """Find what the workbook that the job is about would change; done twice, it leaves the same."""
    with jobs.work_on(job_id) as job:
        if job is not None:
            one = DirectoryImport.objects.get(pk=job.about["import"])
            if not one.applied_at:
                _keep(one, *_compared(one, job))
            jobs.finish(job, at=timezone.now())


@task()
def apply_directory(job_id: int) -> None:
    """Make the directory what the workbook says, once."""
    with jobs.work_on(job_id) as job:
        if job is not None:
            one = DirectoryImport.objects.get(pk=job.about["import"])
            if not one.applied_at:  # else an earlier try has done it, and died before it could say so
                _apply(one, job)
            jobs.finish(job, at=timezone.now())


def _apply(one: DirectoryImport, job: Job) -> None:
    tables, now, compared = _compared(one, job)
    total = tables.count

    def last() -> None:
        jobs.step(job, stage="write", done=total)  # whoever cancelled until now has nothing changed

    if now.fingerprint() != one.fingerprint or not compared.is_right:
        raise jobs.CannotGoOn(STALE)
    jobs.step(job, stage="write", done=0, total=total)
    try:
        import_directory(one, compared, by=one.uploaded_by, at=timezone.now(), last=last)
    except Stale as error:
        raise jobs.CannotGoOn(STALE) from error


def _compared(one: DirectoryImport, job: Job) -> tuple[Tables, Standing, Compared]:
    jobs.step(job, stage="open", done=0)
    tables = tables_of(sheets_of(one))
    jobs.step(job, stage="compare", done=0, total=tables.count)
    now, today = standing(), timezone.localdate()
    found = compare(tables, now, scope_from(one.scope), today=today, tick=_counting(job, tables.count))
    return tables, now, found


def sheets_of(one: DirectoryImport) -> list[CellSheet]:
    """The cells of the workbook; raises jobs.CannotGoOn with the reason where it cannot be read."""
    try:
        with one.file.open("rb") as file:
            return open_cells(file.read(), name=one.file_name)
    except UnreadableDocument as error:
        raise jobs.CannotGoOn(error.code, **error.about) from error
    except (Damaged, FileNotFoundError) as error:
        raise jobs.CannotGoOn("file_damaged") from error


def _counting(job: Job, total: int) -> Callable[[], None]:
    done = 0

    def tick() -> None:
        nonlocal done
        done += 1
        if done % _EACH == 0:
            jobs.step(job, stage="compare", done=done, total=total)

    return tick


@transaction.atomic
def _keep(one: DirectoryImport, tables: Tables, now: Standing, compared: Compared) -> None:
    one.findings.all().delete()
    order = {sheet: place for place, sheet in enumerate(SHEETS)}
    rows = (
        Finding(
            directory_import=one,
            what=found.what,
            sheet=found.sheet,
            row=found.row,
            name=found.name,
            about=dict(found.about),
        )
        for found in sorted(compared.findings, key=lambda found: (order[found.sheet], found.row))
    )
    Finding.objects.bulk_create(rows, batch_size=_PIECE)
    one.fingerprint, one.counts = now.fingerprint(), compared.counts()
    one.ignored = [[ignored.sheet, ignored.column] for ignored in tables.ignored]
    one.save(update_fields=["fingerprint", "counts", "ignored"])


def scope_from(kept: dict[str, object]) -> Scope:
    """How far the right of the person reached, as the import keeps it."""
    areas, units = kept.get("areas"), kept.get("units")
    return Scope(
        bool(kept.get("everywhere")),
        frozenset(areas if isinstance(areas, list) else ()),
        frozenset(units if isinstance(units, list) else ()),
    )


def scope_kept(scope: Scope) -> dict[str, object]:
    """The scope as JSON."""
    return {"everywhere": scope.everywhere, "areas": sorted(scope.areas), "units": sorted(scope.units)}
