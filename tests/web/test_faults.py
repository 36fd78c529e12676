"""Which errors are faults that pass, and what the page says of them."""

import errno
import sqlite3
from pathlib import Path

import pytest
from django.db import IntegrityError, InterfaceError, OperationalError, ProgrammingError

from wenming.web.faults import Fault, fault_of


def raised(error: Exception, cause: BaseException) -> Exception:
    """An error of Django with what the driver said."""
    error.__cause__ = cause
    return error


def postgresql(code: str | None) -> Exception:
    """What PostgreSQL's driver says."""
    cause = Exception()
    cause.sqlstate = code  # type: ignore[attr-defined]
    return cause


CASES = [
    (raised(OperationalError(), postgresql(None)), Fault.AWAY),
    (raised(OperationalError(), postgresql("57P01")), Fault.AWAY),
    (raised(OperationalError(), postgresql("53100")), Fault.FULL),
    (raised(OperationalError(), postgresql("53300")), Fault.AWAY),
    (raised(InterfaceError(), postgresql(None)), Fault.AWAY),
    (raised(OperationalError(), postgresql("42P01")), None),
    (raised(IntegrityError(), postgresql("23505")), None),
    (ProgrammingError(), None),
    (OSError(errno.ENOSPC, ""), Fault.FULL),
    (OSError(errno.EDQUOT, ""), Fault.FULL),
    (ConnectionRefusedError(), Fault.AWAY),
    (FileNotFoundError(errno.ENOENT, ""), None),
    (PermissionError(errno.EACCES, ""), None),
    (ValueError(), None),
    (raised(ValueError(), OSError(errno.ENOSPC, "")), Fault.FULL),
    (None, None),
]


@pytest.mark.parametrize(("error", "fault"), CASES, ids=repr)
def test_faults(error: Exception | None, fault: Fault | None) -> None:
    assert fault_of(error) == fault


def test_real_errors_of_sqlite(tmp_path: Path) -> None:
    def said(path: str, *statements: str) -> Fault | None:
        try:
            with sqlite3.connect(path, timeout=0) as there:
                for one in statements:
                    there.execute(one)
        except sqlite3.Error as error:
            return fault_of(raised(OperationalError(), error))
        raise AssertionError("no error")

    full = "INSERT INTO a SELECT randomblob(100000)"
    assert said(str(tmp_path / "a"), "PRAGMA max_page_count=4", "CREATE TABLE a (b)", full) == Fault.FULL
    assert said(str(tmp_path / "no" / "b"), "SELECT 1") == Fault.AWAY
    assert said(str(tmp_path / "c"), "SELECT * FROM nowhere") is None
    with sqlite3.connect(tmp_path / "d") as holding:
        holding.execute("CREATE TABLE a (b)")
        holding.commit()
        holding.execute("BEGIN IMMEDIATE")
        assert said(str(tmp_path / "d"), "BEGIN IMMEDIATE") == Fault.AWAY
