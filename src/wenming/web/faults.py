"""What to make of an error that is neither the person's nor the program's: no room left, database or storage away.

Such a fault passes: a page says so with a status of its own, and background work is tried again later.
"""

import errno
import sqlite3
from collections.abc import Iterator
from enum import StrEnum

from django.db import InterfaceError, OperationalError


class Fault(StrEnum):
    """What is the matter outside the program."""

    FULL = "full"  # nothing more can be written
    AWAY = "away"  # the database or the storage does not answer


_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_ANSWER = {
    *(errno.EIO, errno.ESTALE, errno.EAGAIN, errno.ETIMEDOUT, errno.EROFS, errno.EHOSTUNREACH, errno.ENETUNREACH),
    *(errno.ECONNREFUSED, errno.ECONNRESET, errno.ECONNABORTED, errno.EPIPE, errno.EMFILE, errno.ENFILE),
}
_SQLITE_AWAY = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_PROTOCOL,
}
# Classes of PostgreSQL's codes (its manual, appendix A): connection, resources, ended by an administrator, a lock that
# was not got, a transaction that has to be tried again.
_POSTGRESQL_AWAY = ("08", "53", "57", "55P03", "40", "58")
_POSTGRESQL_FULL = "53100"


def fault_of(error: BaseException | None) -> Fault | None:
    """The fault behind ``error``, or behind what it was raised from; None where it is the program's own."""
    return next((fault for one in _behind(error) if (fault := _own_fault(one))), None)


def _behind(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _own_fault(error: BaseException) -> Fault | None:
    if isinstance(error, OperationalError | InterfaceError):
        return _database_fault(error.__cause__)
    if isinstance(error, OSError):
        return _system_fault(error)
    return None


def _system_fault(error: OSError) -> Fault | None:
    if error.errno in _NO_ROOM:
        return Fault.FULL
    return Fault.AWAY if error.errno in _NO_ANSWER or isinstance(error, ConnectionError | TimeoutError) else None


def _database_fault(cause: BaseException | None) -> Fault | None:
    """By the code that the driver gives; a driver without one has lost its connection."""
    if isinstance(cause, sqlite3.Error):
        return _sqlite_fault(getattr(cause, "sqlite_errorcode", None))
    code: str | None = getattr(cause, "sqlstate", None)
    if code == _POSTGRESQL_FULL:
        return Fault.FULL
    return Fault.AWAY if code is None or code.startswith(_POSTGRESQL_AWAY) else None


def _sqlite_fault(code: int | None) -> Fault | None:
    if code is None:
        return None
    main = code & 0xFF  # the rest tells the circumstances
    if main == sqlite3.SQLITE_FULL:
        return Fault.FULL
    return Fault.AWAY if main in _SQLITE_AWAY else None
