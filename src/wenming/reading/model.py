"""What a reading is: frozen values, and their JSON form ``wenming.reading/1``.

All offsets are half-open and count Unicode code points of ``Reading.text``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

FORMAT = "wenming.reading/1"


class Role(StrEnum):
    """How a unit answers for a measure."""

    LEAD = "lead"  # 牵头
    RESPONSIBLE = "responsible"  # 责任
    COOPERATING = "cooperating"  # 配合
    SUPERVISING = "supervising"  # 督查


class TermKind(StrEnum):
    """What a term binds."""

    FREQUENCY = "frequency"  # 频次: how often
    QUANTITY = "quantity"  # 数量: how much
    DURATION = "duration"  # 时长: how long
    DATE = "date"  # 时限: by when, or from when to when
    COVERAGE = "coverage"  # 覆盖: over whom
    HORIZON = "horizon"  # 期别: long, medium or near


class Period(StrEnum):
    """The period of a frequency."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


Number = int | float


@dataclass(frozen=True, slots=True)
class Amount:
    """The value of a quantity or a duration: at least ``min`` and at most ``max`` of ``unit``."""

    min: Number | None
    max: Number | None
    unit: str


@dataclass(frozen=True, slots=True)
class Frequency:
    """At least ``min`` and at most ``max`` of ``unit`` in ``every`` periods."""

    min: Number | None
    max: Number | None
    unit: str | None
    every: int
    period: Period


@dataclass(frozen=True, slots=True)
class DateRange:
    """ISO 8601 in the precision that is given; a missing year is ``--`` (``--06-30``, ``2010-06``)."""

    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The population, and at least how often each member is reached."""

    each: str
    min: Number | None


class Horizon(StrEnum):
    """长期, 中期, 近期."""

    LONG = "long"
    MEDIUM = "medium"
    NEAR = "near"


Value = Amount | Frequency | DateRange | Coverage | Horizon


@dataclass(frozen=True, slots=True)
class Term:
    """One binding phrase: how often, how much, how long, by when, over whom."""

    kind: TermKind
    start: int
    end: int
    value: Value


@dataclass(frozen=True, slots=True)
class Duty:
    """One unit named in a statement of responsibility."""

    unit: str
    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Measure:
    """The smallest item that a unit can be told to do; ``text`` is free of noise."""

    path: tuple[str, ...]
    title: str
    start: int
    end: int
    text: str
    duties: tuple[Duty, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a plan, where it has one."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan of a document; a document may hold several."""

    title: Title | None
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Noise:
    """Characters that are not the document's own: navigation, running heads, injected site names."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a clerk should look at, with its place.

    ``code`` names the sentence in ``reading.messages``; ``about`` fills its gaps.
    """

    code: str
    start: int
    end: int
    about: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """The document that was read: its file name, the SHA-256 of its bytes, its length in code points."""

    name: str
    sha256: str
    characters: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one document."""

    source: Source
    text: str
    is_plain: bool  # the text is the decoded file itself, so the JSON need not repeat it
    plans: tuple[Plan, ...]
    noise: tuple[Noise, ...]
    doubts: tuple[Doubt, ...]


class UnreadableDocument(ValueError):
    """The document cannot be read; ``code`` and ``about`` name the sentence in ``reading.messages``."""

    def __init__(self, code: str, **about: str) -> None:
        super().__init__(code)
        self.code = code
        self.about = about
