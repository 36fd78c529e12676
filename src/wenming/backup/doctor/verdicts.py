"""What a check says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.functional import Promise


class Grade(StrEnum):
    """How it stands."""

    OK = "ok"
    NOTE = "note"  # works, but should be known
    MEND = "mend"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How it stands, and a sentence: what is so; where it is to be mended also how."""

    grade: Grade
    text: str


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is looked at; ``needs_database``: only where that answers and is up to date."""

    code: str
    words: str | Promise
    look: Callable[[datetime], Verdict]
    needs_database: bool = False


def well(text: str) -> Verdict:
    """As it should be."""
    return Verdict(Grade.OK, text)


def note(text: str) -> Verdict:
    """It works; somebody should know nevertheless."""
    return Verdict(Grade.NOTE, text)


def mend(text: str) -> Verdict:
    """To be mended."""
    return Verdict(Grade.MEND, text)
