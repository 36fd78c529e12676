"""Very many records as columns, and how much each of them is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import isnan
from typing import Self

import numpy as np
from numpy.typing import NDArray

from wenming.rules.commitments.facts import MINUTES, OCCURRENCES, PEOPLE, Fact, FactState

Days = NDArray[np.datetime64]
Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
Truths = NDArray[np.bool_]

STATES = tuple(FactState)
_PLACE_OF_STATE = {state: place for place, state in enumerate(STATES)}


@dataclass(frozen=True, slots=True)
class Columns:
    """Records, a row each, in any order: what ``Fact`` says, as arrays of equal length.

    ``state`` is the place in ``STATES``; ``amounts`` has a column for each unit, not-a-number where a record says
    nothing of it; ``reached`` is by row, for the few that name members of a population.
    """

    key: Places
    subject: Places
    first: Days  # datetime64[D]
    last: Days
    state: NDArray[np.uint8]
    has_evidence: Truths
    amounts: Mapping[str, Numbers] = field(default_factory=dict)
    reached: Mapping[int, frozenset[int]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.key)

    @classmethod
    def of(cls, facts: Sequence[Fact]) -> Self:
        """The same records as columns."""
        units = sorted({unit for fact in facts for unit, _ in fact.amounts})
        said = [dict(fact.amounts) for fact in facts]
        return cls(
            key=np.array([fact.key for fact in facts], np.int64),
            subject=np.array([fact.subject for fact in facts], np.int64),
            first=np.array([fact.first for fact in facts], "datetime64[D]"),
            last=np.array([fact.last for fact in facts], "datetime64[D]"),
            state=np.array([_PLACE_OF_STATE[fact.state] for fact in facts], np.uint8),
            has_evidence=np.array([fact.has_evidence for fact in facts], np.bool_),
            amounts={unit: np.array([one.get(unit, np.nan) for one in said], np.float64) for unit in units},
            reached={row: fact.reached for row, fact in enumerate(facts) if fact.reached},
        )

    def facts(self, rows: Iterable[int]) -> list[Fact]:
        """The records of some rows."""
        return [self._fact(row) for row in rows]

    def _fact(self, row: int) -> Fact:
        said = ((unit, float(column[row])) for unit, column in self.amounts.items())
        return Fact(
            key=int(self.key[row]),
            subject=int(self.subject[row]),
            first=_day(self.first[row]),
            last=_day(self.last[row]),
            amounts=tuple((unit, number) for unit, number in said if not isnan(number)),
            reached=self.reached.get(row, frozenset()),
            has_evidence=bool(self.has_evidence[row]),
            state=STATES[self.state[row]],
        )

    def take(self, rows: Places) -> "Columns":
        """Some rows, in the order asked for."""
        place = {int(row): at for at, row in enumerate(rows)} if self.reached else {}
        return Columns(
            key=self.key[rows],
            subject=self.subject[rows],
            first=self.first[rows],
            last=self.last[rows],
            state=self.state[rows],
            has_evidence=self.has_evidence[rows],
            amounts={unit: column[rows] for unit, column in self.amounts.items()},
            reached={place[row]: members for row, members in self.reached.items() if row in place},
        )


def _day(value: np.datetime64) -> date:
    day: date = value.astype("datetime64[D]").item()
    return day


def measured(columns: Columns, unit: str) -> Numbers:
    """``facts.measure`` of every row; not-a-number where a record does not say."""
    if unit in OCCURRENCES:
        return np.fmax(_said(columns, unit), 1)
    if unit in MINUTES:
        return _time(columns, unit)
    if unit not in PEOPLE:
        return _said(columns, unit)
    people = _first_said(_said(columns, word) for word in (unit, *sorted(PEOPLE)))
    for row, members in columns.reached.items():
        if np.isnan(people[row]):
            people[row] = len(members)
    return people


def _said(columns: Columns, unit: str) -> Numbers:
    column = columns.amounts.get(unit)
    return np.full(len(columns), np.nan) if column is None else column


def _first_said(choices: Iterable[Numbers]) -> Numbers:
    found, *others = choices
    for other in others:
        found = np.where(np.isnan(found), other, found)
    return found


def _time(columns: Columns, unit: str) -> Numbers:
    days = (columns.last - columns.first).astype(np.int64) + 1
    by_dates = np.where(days > 1, days * MINUTES["天"] / MINUTES[unit], np.nan)
    converted = (_said(columns, word) * MINUTES[word] / MINUTES[unit] for word in MINUTES if word in columns.amounts)
    return _first_said([_said(columns, unit), *converted, by_dates])
