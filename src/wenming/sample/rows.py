"""Reads the fields of one table of a TOML file, refusing what is missing, of another kind, or unknown."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

Row = Mapping[str, Any]


class SampleError(ValueError):
    """A file of the sample county contradicts itself; the message names the entry."""


def text(row: Row, key: str) -> str:
    """The text under ``key``; it may not be missing or empty."""
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise SampleError(f"“{key}”应当是文字，不能为空：{dict(row)}")
    return value.strip()


def texts(row: Row, key: str) -> tuple[str, ...]:
    """The list of texts under ``key``; empty where it is missing."""
    value = row.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise SampleError(f"“{key}”应当是一列文字：{dict(row)}")
    return tuple(item.strip() for item in value)


def day(row: Row, key: str) -> date:
    """The date under ``key``."""
    value = row.get(key)
    if type(value) is not date:
        raise SampleError(f"“{key}”应当是日期，如 2026-01-28：{dict(row)}")
    return value


def rows(table: Row, key: str) -> tuple[Row, ...]:
    """The list of tables under ``key``; empty where it is missing."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise SampleError(f"“{key}”应当是一列条目")
    return tuple(value)


def only(row: Row, allowed: Iterable[str]) -> None:
    """Refuses a field that is not among ``allowed``: a mistyped one would be lost without a word."""
    unknown = sorted(set(row) - set(allowed))
    if unknown:
        raise SampleError(f"不认识的字段“{'、'.join(unknown)}”：{dict(row)}")
