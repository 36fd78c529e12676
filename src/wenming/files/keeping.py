"""Keeping content that a row is to name, and removing what no row names any more: here, and nowhere else.

Who keeps and who removes the same content wait for each other until the transaction ends. SQLite has one writer at a
time anyway; on PostgreSQL it is a lock on the content.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.apps import apps
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import connection, models, transaction

from wenming.files.naming import content_name, sha256_in
from wenming.files.storage import ContentStorage

ORPHAN_AFTER = timedelta(days=1)  # longer than any transaction


def keep(folder: str, file: File[bytes], *, sha256: str) -> str:
    """Keep the file and return the name for the row that this transaction writes.

    The same content is kept once. Raises NotItsContent, StoreAway, OSError with ENOSPC; then nothing was kept.
    """
    name = content_name(folder, sha256)
    _wait_for_others(name)
    return default_storage.save(name, file)


def forget(name: str) -> bool:
    """Remove the content unless a row names it; whether it was removed."""
    with transaction.atomic():
        _wait_for_others(name)
        if not name or _is_named(name):
            return False
        default_storage.delete(name)
    return True


def forget_later(name: str) -> None:
    """Remove the content once this transaction is done, unless a row names it then; what fails is left to the sweep."""
    transaction.on_commit(lambda: forget(name), robust=True)


def sweep(at: datetime) -> int:
    """Remove what no row names and nobody has put there for a day, and what ended writers left; how many.

    What bears no hash in its name was put there by somebody else, as in a bucket that is shared, and stays.
    """
    store = _store()
    before, named = at - ORPHAN_AFTER, set(_names())
    old = [name for name, put_at in store.kept() if put_at < before and name not in named and sha256_in(name)]
    return sum(forget(name) for name in old) + store.drop_parts(before)


def _store() -> ContentStorage:
    if not isinstance(default_storage, ContentStorage):
        raise TypeError(type(default_storage))
    return default_storage


def _wait_for_others(name: str) -> None:
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("content is kept within the transaction that names it")
    if connection.vendor == "postgresql":
        key = int(sha256_in(name)[:16] or "0", 16) - (1 << 63)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])


def _fields() -> Iterator[tuple[type[models.Model], str]]:
    """Every column of every room that names content."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if isinstance(field, models.FileField):
                yield model, field.attname


def _is_named(name: str) -> bool:
    return any(model._base_manager.filter(**{column: name}).exists() for model, column in _fields())


def _names() -> Iterator[str]:
    for model, column in _fields():
        yield from model._base_manager.order_by().values_list(column, flat=True).iterator()
