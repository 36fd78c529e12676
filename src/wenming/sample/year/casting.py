"""Rows as the values that a year is made from: commitments as tasks, units as workers."""

from collections.abc import Mapping, Sequence
from datetime import date

from wenming.places.models import Unit, UnitKind
from wenming.rules.commitments.kept import commitment_of
from wenming.rules.commitments.model import Span
from wenming.sample.year.habits import habits
from wenming.sample.year.values import Task, Worker
from wenming.work.commitments.subjects import ALL, owners_of, subjects_of
from wenming.work.models import Commitment

_ROOMS: Mapping[str, str] = {
    UnitKind.SCHOOL: "学校报告厅",
    UnitKind.COMMUNITY: "社区居民活动室",
    UnitKind.VILLAGE: "村文化礼堂",
    UnitKind.TOWN: "乡镇文化站",
    UnitKind.SUBDISTRICT: "街道文化站",
    UnitKind.ENTERPRISE: "公司职工之家",
}
_ROOM = "机关会议室"


def tasks_of(commitments: Sequence[Commitment], units: Sequence[Unit]) -> list[Task]:
    """A task for each commitment; its workers by their place among ``units``, which has all that are judged."""
    places = {unit.pk: place for place, unit in enumerate(units)}
    judged, answering = subjects_of(commitments), owners_of(one.measure_id for one in commitments)
    return [_task(one, judged[one.pk], answering.get(one.measure_id, frozenset()), places) for one in commitments]


def _task(row: Commitment, judged: frozenset[int], answering: frozenset[int], places: Mapping[int, int]) -> Task:
    is_together = ALL in judged
    workers = answering if is_together else judged
    return Task(
        activity=row.activity,
        rule=commitment_of(row.rule),
        workers=tuple(sorted(places[unit] for unit in workers)),
        is_together=is_together,
        kinds=tuple(row.record_kinds),
    )


def workers_of(units: Sequence[Unit]) -> list[Worker]:
    """Each unit with its habit, in this order."""
    return [Worker(habit, _ROOMS.get(unit.kind, _ROOM)) for unit, habit in zip(units, habits(), strict=False)]


def days_of(year: int) -> Span:
    """All days of a year."""
    return Span(date(year, 1, 1), date(year, 12, 31))
