"""The same verdicts for very many records at once: counted by column where that is exact, else one subject at a time.

Where a record lies in its own period and in nobody's grace, or the periods in whose grace it lies need nothing, it
counts for its own: then a period is a sum. Subjects of which that is not so are judged by ``judging.judge``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from wenming.rules.commitments.columns import STATES, Columns, Days, Numbers, Places, Truths, measured
from wenming.rules.commitments.counting import NEARLY, is_together
from wenming.rules.commitments.facts import NOTHING_ELSE, OCCURRENCES, Circumstances, FactState
from wenming.rules.commitments.findings import heads
from wenming.rules.commitments.judging import State, judge
from wenming.rules.commitments.model import (
    TOGETHER,
    Amount,
    Commitment,
    Coverage,
    Deadline,
    Recurring,
    Total,
)
from wenming.rules.commitments.periods import Calendar, Period, Timetable, timetable

VERDICTS = tuple(State)
_NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Board:
    """How subjects stand in each period: arrays with a row for each subject, a column for each period.

    ``states`` are places in ``VERDICTS``; ``have`` is not-a-number where nothing was measured. The periods are those
    of a subject for whom time did not stand still.
    """

    subjects: tuple[int, ...]
    periods: tuple[Period, ...]
    states: NDArray[np.uint8]
    have: Numbers


@dataclass(frozen=True, slots=True)
class Binding:
    """A commitment with those whom it binds."""

    commitment: Commitment
    subjects: tuple[int, ...]
    around: Mapping[int, Circumstances]  # of the few subjects of whom something is known beside their records


def boards(
    bindings: Sequence[Binding], columns: Columns, which: Places, *, today: date, calendar: Calendar
) -> list[Board]:
    """A board for each commitment; ``which`` says of each row of ``columns`` the place of its binding."""
    order = np.argsort(which.astype(np.uint16 if len(bindings) < 2**16 else np.int64), kind="stable")
    bounds = np.searchsorted(which[order], np.arange(len(bindings) + 1))
    parts = (columns.take(order[begin:end]) for begin, end in pairwise(bounds))
    return [board(one, part, today=today, calendar=calendar) for one, part in zip(bindings, parts, strict=True)]


def board(binding: Binding, columns: Columns, *, today: date, calendar: Calendar) -> Board:
    """How all subjects of a commitment stand; the same as ``judge`` says of each of them."""
    table = timetable(binding.commitment, calendar)
    shape = (len(binding.subjects), len(table.periods))
    found = Board(binding.subjects, table.periods, np.zeros(shape, np.uint8), np.zeros(shape))
    slow = np.ones(len(binding.subjects), np.bool_)
    need = _need(binding.commitment)
    if 0 in shape:
        return found
    places = _subject_places(binding, columns)
    if need is not None:
        have, slow = _counted(binding, columns, places, table, need, today)
        states = _states(have, need, table.periods, binding.commitment.soon_days, today)
        found = replace(found, states=states, have=have)
    _judge_slowly(binding, columns, places, np.flatnonzero(slow), today, calendar, found)
    return found


def _need(commitment: Commitment) -> Amount | None:
    """What a period needs, where records alone say it and a sum is enough."""
    match commitment.demand:
        case Recurring(amount=amount) | Total(amount=amount):
            return amount
        case Deadline():
            return Amount(1, None, "次")
        case Coverage() as coverage if coverage.population.size and not coverage.population.members:
            return heads(coverage)
        case _:
            return None


def _subject_places(binding: Binding, columns: Columns) -> Places:
    """Of each row the place of its subject; all rows are everybody's where all stand together."""
    if _is_everybody(binding):
        return np.zeros(len(columns), np.int64)
    known = np.array(binding.subjects, np.int64)
    if not len(known) or not len(columns):
        return np.full(len(columns), _NOWHERE)
    order = np.argsort(known)
    if known.min() >= 0 and known.max() <= len(columns) + len(known):  # a table of all keys is small
        table = np.full(int(known.max()) + 2, _NOWHERE)
        table[known] = np.arange(len(known))
        return table[np.clip(columns.subject, -1, len(table) - 1)]
    found = np.minimum(np.searchsorted(known, columns.subject, sorter=order), len(known) - 1)
    return np.where(known[order[found]] == columns.subject, order[found], _NOWHERE)


def _is_everybody(binding: Binding) -> bool:
    return len(binding.subjects) == 1 and _takes_all(binding.commitment, binding.subjects[0])


def _counted(
    binding: Binding, columns: Columns, places: Places, table: Timetable, need: Amount, today: date
) -> tuple[Numbers, Truths]:
    """How much each subject has in each period by the records of its own days; those of whom that may be wrong."""
    days = _DayTable(table)
    much = _much(binding.commitment, columns)
    rows = np.flatnonzero(_may_count(binding.commitment, columns, much, today) & (places != _NOWHERE))
    own = days.own(columns.first[rows])
    inside = slice(None) if (own != _NOWHERE).all() else own != _NOWHERE
    shape = (len(binding.subjects), len(table.periods))
    weights = None if much is None else much[rows][inside]
    sums = np.bincount(places[rows][inside] * shape[1] + own[inside], weights, shape[0] * shape[1])
    have = sums.astype(np.float64).reshape(shape)
    slow = _of_circumstances(binding)
    slow[places[_twice(columns, rows, places)]] = True
    slow[places[rows[_is_spread(columns, rows, own, days)]]] = True
    if not need.is_limit:
        slow[_drawn_back(columns.first[rows], places[rows], days, _lacks(have, need))] = True
    return have, slow


def _of_circumstances(binding: Binding) -> Truths:
    """Those of whom something besides is known; and those who count together in a board of several."""
    is_mixed = not _is_everybody(binding)
    return np.array(
        [
            _is_special(binding.around, subject) or (is_mixed and _takes_all(binding.commitment, subject))
            for subject in binding.subjects
        ],
        np.bool_,
    )


def _takes_all(commitment: Commitment, subject: int) -> bool:
    """Whether everybody's records count."""
    return subject == TOGETHER or is_together(commitment)


def _is_special(around: Mapping[int, Circumstances], subject: int) -> bool:
    known = around.get(subject, NOTHING_ELSE)
    return bool(known.pauses or known.exemptions or known.disputes or known.roll)


# Which rows count, and how much.


def _much(commitment: Commitment, columns: Columns) -> Numbers | None:
    """How much each row is; None where each is one."""
    demand = commitment.demand
    if isinstance(demand, Coverage):
        return measured(columns, "人")
    if not isinstance(demand, Recurring | Total):
        return None
    unit = demand.amount.unit
    return None if unit in OCCURRENCES and unit not in columns.amounts else measured(columns, unit)


def _may_count(commitment: Commitment, columns: Columns, much: Numbers | None, today: date) -> Truths:
    may: Truths = (columns.state == STATES.index(FactState.COUNTED)) & (columns.last <= np.datetime64(today, "D"))
    if commitment.needs_evidence:
        may &= columns.has_evidence
    if commitment.least:
        may &= _fits(measured(columns, commitment.least.unit), commitment.least)
    if much is not None:
        may &= much > 0
    return may


def _fits(had: Numbers, asked: Amount) -> Truths:
    """Whether a record is long or large enough; one that does not say is not."""
    fits: Truths = had * NEARLY <= (asked.max or 0) if asked.is_limit else had >= (asked.min or 0) * NEARLY
    return fits


def _twice(columns: Columns, rows: Places, places: Places) -> Places:
    """Rows of records that stand there twice for one subject; none where the keys rise."""
    keys = columns.key[rows]
    if (keys[1:] > keys[:-1]).all():
        return rows[:0]
    order = np.lexsort((keys, places[rows]))
    same = (keys[order][1:] == keys[order][:-1]) & (places[rows][order][1:] == places[rows][order][:-1])
    found: Places = rows[order[1:][same]]
    return found


def _is_spread(columns: Columns, rows: Places, own: Places, days: "_DayTable") -> Truths:
    """Whether a record of several days may touch more than one period, or one by its middle only."""
    first, last = columns.first[rows], columns.last[rows]
    is_long: Truths = first != last
    if is_long.any():
        is_long &= (own == _NOWHERE) | (days.own(last) != own)
    return is_long


class _DayTable:
    """Of each day: the period that it is in, and those before it that have not closed."""

    def __init__(self, table: Timetable) -> None:
        origin = np.datetime64(table.periods[0].first, "D")
        lasts = np.array([period.last for period in table.periods], "datetime64[D]")
        closes = np.array([period.closes for period in table.periods], "datetime64[D]")
        self._days = np.arange(origin - 1, closes.max() + 2)  # with a day on either side for all that lie outside
        self._own = np.searchsorted(lasts, self._days)
        self._own[~self._is_counting(table)] = _NOWHERE
        self._begin = np.searchsorted(closes, self._days)
        self._end = np.searchsorted(lasts, self._days)

    def _is_counting(self, table: Timetable) -> Truths:
        counting = np.zeros(len(self._days), np.bool_)
        for span in table.days:
            begin, end = ((np.datetime64(day, "D") - self._days[0]).astype(int) for day in (span.first, span.last))
            counting[begin : end + 1] = True
        return counting

    def own(self, days: Days) -> Places:
        """The place of the period that each day counts in."""
        return self._own[self._rows(days)]

    def still_open(self, days: Days) -> tuple[Places, Places]:
        """From which to before which place periods have ended and not closed."""
        rows = self._rows(days)
        return self._begin[rows], self._end[rows]

    def _rows(self, days: Days) -> Places:
        rows: Places = (days - self._days[0]).astype(np.int64)
        return rows.clip(0, len(self._days) - 1)


def _drawn_back(first: Days, places: Places, days: _DayTable, lacks: Truths) -> Places:
    """Subjects with a record in the grace of a period that lacks something by its own records."""
    begin, end = days.still_open(first)
    rows = np.flatnonzero(begin < end)
    lacking = np.zeros((lacks.shape[0], lacks.shape[1] + 1), np.int64)
    np.cumsum(lacks, axis=1, out=lacking[:, 1:])
    subjects: Places = places[rows]
    return subjects[lacking[subjects, end[rows]] > lacking[subjects, begin[rows]]]


# States of a whole board.


def _lacks(have: Numbers, need: Amount) -> Truths:
    lacks: Truths = have < (need.min or 0) * NEARLY
    return lacks


def _states(have: Numbers, need: Amount, periods: Sequence[Period], soon_days: int, today: date) -> NDArray[np.uint8]:
    """``judging`` in columns, for those of whom nothing besides is known."""
    undone = [_code(_undone(period, soon_days, today)) for period in periods]
    if need.is_limit:
        broken = have * NEARLY > (need.max or 0)
        states = np.where(broken, _code(State.MISSED), _code(State.MET))
    else:
        states = np.where(_lacks(have, need), np.array(undone), _code(State.MET))
    states[:, [period.first > today for period in periods]] = _code(State.NOT_DUE)
    return states


def _undone(period: Period, soon_days: int, today: date) -> State:
    if today > period.closes:
        return State.MISSED
    return State.DUE_SOON if (period.due - today).days <= soon_days else State.OPEN


def _code(state: State) -> np.uint8:
    return np.uint8(VERDICTS.index(state))


# Those who need a closer look.


def _judge_slowly(
    binding: Binding, columns: Columns, places: Places, slow: Places, today: date, calendar: Calendar, found: Board
) -> None:
    for place, rows in zip(slow, _rows_of(binding, places, slow), strict=True):
        subject = binding.subjects[place]
        around = binding.around.get(subject, NOTHING_ELSE)
        facts = columns.facts(rows.tolist())
        verdicts = judge(binding.commitment, subject, facts, today=today, calendar=calendar, around=around)
        found.states[place] = [VERDICTS.index(verdict.state) for verdict in verdicts]
        found.have[place] = [np.nan if verdict.have is None else verdict.have for verdict in verdicts]


def _rows_of(binding: Binding, places: Places, slow: Places) -> Iterator[Places]:
    """The rows of each subject that is judged slowly."""
    if not len(slow):
        return
    order = np.argsort(places, kind="stable")
    begins, ends = (np.searchsorted(places[order], slow, side) for side in ("left", "right"))
    for place, begin, end in zip(slow, begins, ends, strict=True):
        takes_all = _takes_all(binding.commitment, binding.subjects[place])
        yield np.arange(len(places)) if takes_all else order[begin:end]
