"""Handing in a workbook for the directory, having it compared again, having it applied, giving up."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.files import File
from django.db import transaction

from wenming.files.content import sha256_of
from wenming.files.keeping import forget_later, keep
from wenming.files.naming import shown_name
from wenming.jobs import actions as jobs
from wenming.jobs.models import JobState
from wenming.places.excel.tasks import apply_directory, compare_directory, scope_kept
from wenming.places.models import WORKBOOKS, DirectoryImport, Found
from wenming.places.reach import Scope

COMPARE, APPLY = "compare_directory", "apply_directory"


class NotReady(ValueError):
    """It is still being compared or applied, has something that is not right, or was applied already."""


@transaction.atomic
def hand_in(*, file: File[bytes], scope: Scope, by: AbstractBaseUser, at: datetime) -> DirectoryImport:
    """Keep the workbook and have it compared, for somebody whose right reaches as far as ``scope``."""
    one = DirectoryImport(sha256=sha256_of(file), uploaded_by_id=by.pk, uploaded_at=at)
    one.file_name, one.scope = shown_name(file.name or ""), scope_kept(scope)
    one.file.name = keep(WORKBOOKS, file, sha256=one.sha256)
    one.save()
    _start(one, COMPARE, by, at)
    return one


def _start(one: DirectoryImport, kind: str, by: AbstractBaseUser, at: datetime) -> None:
    total = sum(sum(counts.values()) for counts in one.counts.values())
    one.job = jobs.start(kind=kind, total=total, about={"import": one.pk}, by=by, at=at)
    one.save(update_fields=["job", "scope"])
    jobs.run(apply_directory if kind == APPLY else compare_directory, one.job)


@transaction.atomic
def compare_again(*, one: DirectoryImport, scope: Scope, by: AbstractBaseUser, at: datetime) -> None:
    """Compare the workbook with the directory as it is now; raises NotReady."""
    locked = _locked(one)
    locked.scope = scope_kept(scope)
    _start(locked, COMPARE, by, at)


@transaction.atomic
def confirm(*, one: DirectoryImport, scope: Scope, by: AbstractBaseUser, at: datetime) -> None:
    """Have it applied; raises NotReady, also where something in it is not right or nothing would change."""
    locked = _locked(one)
    whats = set(locked.findings.order_by().values_list("what", flat=True).distinct())
    is_compared = locked.job is not None and (locked.job.kind, locked.job.state) == (COMPARE, JobState.DONE)
    if not is_compared or Found.FAULT in whats or not whats:
        raise NotReady
    locked.scope = scope_kept(scope)
    _start(locked, APPLY, by, at)


def _locked(one: DirectoryImport) -> DirectoryImport:
    locked = DirectoryImport.objects.select_for_update().get(pk=one.pk)
    if locked.applied_at or (locked.job and not locked.job.is_over):
        raise NotReady
    return locked


def cancel(*, one: DirectoryImport, by: AbstractBaseUser, at: datetime) -> None:
    """Stop comparing, or applying as long as nothing is applied; the workbook is kept."""
    if one.job:
        jobs.ask_cancel(one.job, by=by, at=at, of=one)


@transaction.atomic
def discard(*, one: DirectoryImport) -> None:
    """Forget a workbook that was not applied; raises NotReady."""
    locked = _locked(one)
    path, job = locked.file.name or "", locked.job
    locked.delete()
    if job:
        job.delete()
    forget_later(path)
