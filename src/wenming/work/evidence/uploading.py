"""Large files that come in pieces: what has come stays, so that sending goes on where it was cut off.

The pieces lie in the data folder until all of them are there; then the file is taken in like any other. The row says
how many bytes count; what stands behind them in the file was written by somebody who was cut off, and is overwritten.
"""

import os
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.files import File
from django.db import transaction

from wenming.accounts.models import User
from wenming.files.naming import shown_name
from wenming.work.models import Upload

LARGEST_PIECE = 1 << 20  # bytes
MOST_OPEN = 20  # uploads of one person at a time
KEPT_FOR = timedelta(days=7)  # a week without news of it


class UploadRefused(ValueError):
    """The upload cannot begin or go on; ``code``: too_large, too_many, key_taken, not_there."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class WrongPlace(ValueError):
    """The piece does not begin where the last one ended; ``received`` says where that is."""

    def __init__(self, received: int) -> None:
        super().__init__(received)
        self.received = received


def folder() -> Path:
    """Where the pieces lie."""
    return Path(settings.UPLOADS)


def path_of(upload: Upload) -> Path:
    """The file of an upload; its name is ours."""
    return folder() / upload.key.hex


@transaction.atomic
def begin(*, key: UUID, unit_id: int, file_name: str, size: int, by: User, at: datetime) -> Upload:
    """Say what is going to come; said twice, the first holds. Raises UploadRefused."""
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    found = Upload.objects.filter(key=key).first()
    if found is not None:
        if (found.begun_by_id, found.unit_id, found.size) != (by.pk, unit_id, size):
            raise UploadRefused("key_taken")
        return _as_there(found)
    if not 0 < size <= settings.VIDEO_BYTES:
        raise UploadRefused("too_large")
    if Upload.objects.filter(begun_by=by).count() >= MOST_OPEN:
        raise UploadRefused("too_many")
    name = shown_name(file_name)
    return Upload.objects.create(key=key, unit_id=unit_id, file_name=name, size=size, begun_by=by, begun_at=at)


def _as_there(upload: Upload) -> Upload:
    """What came may have gone, as after a restore; then it is sent again from there."""
    path = path_of(upload)
    there = path.stat().st_size if path.is_file() else 0
    if there < upload.received:
        upload.received = there
        upload.save(update_fields=["received"])
    return upload


@transaction.atomic
def receive(*, upload: Upload, start: int, piece: bytes) -> Upload:
    """Keep a piece that begins at ``start``; raises WrongPlace, UploadRefused where it goes beyond the end."""
    end = start + len(piece)
    if end > upload.size or len(piece) > LARGEST_PIECE:
        raise UploadRefused("too_large")
    # Whoever sends the same piece at once waits for this row, and then does not find it where it was.
    if not Upload.objects.filter(pk=upload.pk, received=start).update(received=end):
        raise WrongPlace(Upload.objects.get(pk=upload.pk).received)
    _write(path_of(upload), start, piece)
    upload.received = end
    return upload


def _write(path: Path, start: int, piece: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if os.fstat(handle).st_size < start:
            raise UploadRefused("not_there")
        left = memoryview(piece)
        while left:
            written = os.pwrite(handle, left, start)
            left, start = left[written:], start + written
    finally:
        os.close(handle)


def whole(upload: Upload) -> File[bytes]:
    """The file once all of it has come, to be closed by whoever asked; raises UploadRefused before that."""
    path = path_of(upload)
    if upload.received != upload.size or not path.is_file() or path.stat().st_size < upload.size:
        raise UploadRefused("not_there")
    os.truncate(path, upload.size)
    return File(path.open("rb"), name=upload.file_name)


def drop(upload: Upload) -> None:
    """Forget an upload and what has come of it, once this transaction is done."""
    path = path_of(upload)
    upload.delete()
    transaction.on_commit(lambda: path.unlink(missing_ok=True), robust=True)


def sweep(at: datetime) -> int:
    """Forget uploads that were begun long ago, and pieces that no row knows; how many."""
    old = list(Upload.objects.filter(begun_at__lt=at - KEPT_FOR))
    for upload in old:
        with transaction.atomic():
            drop(upload)
    known = {key.hex for key in Upload.objects.values_list("key", flat=True)}
    before = (at - KEPT_FOR).timestamp()
    strays = [path for path in folder().glob("*") if path.name not in known and path.stat().st_mtime < before]
    for path in strays:
        path.unlink(missing_ok=True)
    return len(old) + len(strays)
