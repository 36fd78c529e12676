"""How a line of the program's own log looks: when with its offset from UTC, how grave, where, what.

The log of a program is read by more people than its data, so values that a database quotes in its errors are left out,
and text from outside cannot begin a line of its own (OWASP ASVS v5.0.0-16.2.2, 16.2.5, 16.4.1).
"""

import logging
import re
from datetime import datetime
from types import TracebackType

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

LEFT_OUT = "…"
_QUOTED = (
    re.compile(r"(?<=\)=\()(.*?)(?=\) (?:already exists|is not present|is still referenced|conflicts))", re.DOTALL),
    re.compile(r"(?<=Failing row contains \()(.*?)(?=\)\.?$)", re.MULTILINE),
    re.compile(r'(?<=user ")([^"\n]*)(?=")'),
    re.compile(r'(?<=role ")([^"\n]*)(?=")'),
    re.compile(r'(?<=database ")([^"\n]*)(?=")'),
    re.compile(r"(?<=invalid input syntax for type )(.*)"),
    re.compile(r"(?<=://)([^/@\s]*)(?=@)"),  # who, and with which password, in an address
)


class Lines(logging.Formatter):
    """One line a message; below it the trace of an error."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802 - the library's name
        """When, to the millisecond, with the offset from UTC."""
        del datefmt
        return datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the library's name
        """The line itself."""
        record.message = without_quoted(one_line(record.message))
        return super().formatMessage(record)

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - the library's name
        """The trace, without what the database quotes."""
        return without_quoted(super().formatException(ei))


def one_line(text: str) -> str:
    """Line breaks and other control characters as they are written in a program."""
    return "".join(one if one.isprintable() or one == " " else one.encode("unicode_escape").decode() for one in text)


def without_quoted(text: str) -> str:
    """The text without values, names of people and passwords that a database quotes in its errors."""
    for pattern in _QUOTED:
        text = pattern.sub(LEFT_OUT, text)
    return text
