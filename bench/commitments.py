"""Judging very many records, beside DuckDB doing the same joins and counts in the fastest way that we found for it."""

from datetime import date

import duckdb
import numpy as np

from bench.measuring import Result, side_by_side
from wenming.rules.commitments.columns import Columns, Places
from wenming.rules.commitments.many import VERDICTS, Binding, Board, boards
from wenming.rules.commitments.model import Amount, Commitment, Every, Recurring, Span
from wenming.rules.commitments.periods import Weekdays, periods

RECORDS = 1_000_000
SUBJECTS = 100
RHYTHMS = (Every.WEEK,) * 8 + (Every.MONTH,) * 5 + (Every.QUARTER,) * 4  # 500 periods a year
YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
TODAY = date(2026, 11, 4)
_NEED = 18
_BINDINGS = [
    Binding(
        Commitment(Recurring(Amount(_NEED, None, "次"), 1, every), YEAR, needs_evidence=True),
        tuple(range(1, SUBJECTS + 1)),
        {},
    )
    for every in RHYTHMS
]
# A join by equality with a row for each day is three times as fast for DuckDB as one by ranges.
_QUERY = f"""
with counts as (
    select records.commitment, records.subject, days.period, count(*) as have
    from records join days on records.commitment = days.commitment and records.day = days.day
    where records.state = 0 and records.has_evidence and records.day <= date '{TODAY}'
    group by all
)
select periods.commitment, subjects.subject, periods.period, coalesce(have, 0) as have,
    case when first > date '{TODAY}' then 'not_due' when have >= {_NEED} then 'met'
         when due < date '{TODAY}' then 'missed' when due - date '{TODAY}' <= 7 then 'due_soon' else 'open' end as state
from periods cross join subjects
left join counts on counts.commitment = periods.commitment and counts.period = periods.period
    and counts.subject = subjects.subject
"""


def judging(records: int = RECORDS, runs: int = 7) -> Result:
    """A million records of 100 subjects, in no order, against 17 commitments with 50,000 subject-periods."""
    columns, which = make_records(records)
    database = load(columns, which)
    compare(columns, which, database)
    ratios = side_by_side(lambda: ours(columns, which), lambda: database.execute(_QUERY).fetchnumpy(), runs)
    return Result(f"Judging {records:,} records in 50,000 subject-periods", "DuckDB joining and counting", ratios, 3)


def make_records(count: int) -> tuple[Columns, Places]:
    """Records of a year, some without evidence, some returned; and of each the place of its commitment."""
    chance = np.random.default_rng(20260305)
    days = np.datetime64(YEAR.first, "D") + chance.integers(0, 365, count)
    columns = Columns(
        key=np.arange(count),
        subject=chance.integers(1, SUBJECTS + 1, count),
        first=days,
        last=days,
        state=(chance.random(count) < 0.05).astype(np.uint8),
        has_evidence=chance.random(count) < 0.9,
    )
    return columns, chance.integers(0, len(RHYTHMS), count)


def load(columns: Columns, which: Places) -> duckdb.DuckDBPyConnection:
    """A database with the same records and periods."""
    database = duckdb.connect()
    given = {  # noqa: F841 - DuckDB reads the variable by its name
        "commitment": which,
        "subject": columns.subject,
        "day": columns.first.astype("datetime64[us]"),
        "state": columns.state,
        "has_evidence": columns.has_evidence,
    }
    database.execute("create table records as select * replace (day::date as day) from given")
    database.execute("create table periods(commitment bigint, period bigint, first date, due date)")
    database.executemany("insert into periods values (?, ?, ?, ?)", _period_rows())
    database.execute(f"create table subjects as select unnest(range(1, {SUBJECTS + 1})) as subject")
    database.execute(
        "create table days as"
        " select commitment, period, unnest(generate_series(first, due, interval 1 day))::date as day from periods"
    )
    return database


def _period_rows() -> list[tuple[int, int, date, date]]:
    return [
        (place, number, period.first, period.due)
        for place, binding in enumerate(_BINDINGS)
        for number, period in enumerate(periods(binding.commitment, Weekdays()))
    ]


def compare(columns: Columns, which: Places, database: duckdb.DuckDBPyConnection) -> None:
    """Both say the same, else there is nothing to measure."""
    theirs = sorted(database.execute(_QUERY).fetchall())
    found = [
        (place, subject, number, int(board.have[row, number]), VERDICTS[board.states[row, number]].value)
        for place, board in enumerate(ours(columns, which))
        for row, subject in enumerate(board.subjects)
        for number in range(len(board.periods))
    ]
    if found != theirs:
        raise AssertionError("the two do not count alike")


def ours(columns: Columns, which: Places) -> list[Board]:
    """What is measured."""
    return boards(_BINDINGS, columns, which, today=TODAY, calendar=Weekdays())
