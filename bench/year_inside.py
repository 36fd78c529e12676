"""``python -m bench.year_inside WORK …``: what ``bench.year`` measures, in a process that has the county's database."""

import sys
from datetime import UTC, datetime
from itertools import islice

import django

django.setup()

from django.db import connection, transaction  # noqa: E402 - Django is ready only now

from bench.measuring import side_by_side  # noqa: E402
from wenming.sample.year import county  # noqa: E402
from wenming.sample.year.county_loading import load_county  # noqa: E402
from wenming.work.models import Cell, Record  # noqa: E402
from wenming.work.verdicts.refreshing import refresh, refresh_everything  # noqa: E402

SEED = 2026
AT = datetime(2027, 1, 20, 4, tzinfo=UTC)  # the year is over
# What a verdict rests on at the least, without grace, lengths or circumstances; nothing is judged or compared.
_QUERY = """
with told as materialized (
    select work_use.commitment_id as commitment, work_record.unit_id as unit, work_record.first as day,
        exists (select 1 from work_proof where work_proof.record_id = work_record.id) as proved
    from work_use join work_record on work_record.id = work_use.record_id
    where work_use.is_counted and work_record.state in ('recorded', 'accepted')
)
select work_cell.id, count(told.day), sum(told.proved)
from work_cell left join told on told.commitment = work_cell.commitment_id
    and (told.unit = work_cell.unit_id or work_cell.unit_id is null)
    and told.day between work_cell.first and work_cell.last
group by work_cell.id
"""


def everything(runs: int) -> tuple[float, ...]:
    """Ratios of working all verdicts out to counting the records of each cell."""
    cells = Cell.objects.count()
    if len(_counted()) != cells or refresh_everything(AT):
        raise AssertionError("both look at every cell, and nothing is new")
    return side_by_side(lambda: refresh_everything(AT), _counted, runs)


def _counted() -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(_QUERY)
        return list(cursor.fetchall())


def one_record(runs: int, count: int) -> tuple[float, ...]:
    """Ratios of working out what so many records touch, one after the other, to working everything out once."""
    every = max(1, Record.objects.count() // count)
    records = list(islice(Record.objects.order_by("pk"), 0, None, every))[:count]
    return side_by_side(lambda: sum(map(_touch, records)), lambda: refresh_everything(AT), runs)


def _touch(one: Record) -> int:
    """As an action that changes the record would."""
    uses = list(one.uses.values_list("commitment", flat=True))
    with transaction.atomic():
        return refresh(commitments=uses, units=[one.unit_id], at=AT)


def main(work: str, *given: str) -> None:
    """Load the county, or print ratios."""
    if work == "load":
        load_county(getattr(county, given[0]), seed=SEED, at=AT)
    elif work == "everything":
        print(*everything(*map(int, given)))
    else:
        print(*one_record(*map(int, given)))


if __name__ == "__main__":
    main(*sys.argv[1:])
