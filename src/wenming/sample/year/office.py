"""The sample county's year: its office makes commitments of the plan, and the units get to work."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wenming.accounts.models import PostRole, User
from wenming.places.models import Unit
from wenming.plans.models import MarkState, PlanVersion
from wenming.plans.table.schedule import plan_year
from wenming.rules.commitments.kept import commitment_of
from wenming.rules.commitments.model import Amount, Every, Recurring
from wenming.sample.year.casting import days_of, tasks_of, workers_of
from wenming.sample.year.loading import Cast, put_in
from wenming.sample.year.making import make_year, seen_on
from wenming.sample.year.requested import load_requests
from wenming.work.commitments.actions import Shape, adjust, confirm, propose, set_aside
from wenming.work.models import Commitment, CommitmentState, Record, Whom
from wenming.work.verdicts.days import calendar
from wenming.work.verdicts.refreshing import refresh

SEED = 2026


@dataclass(frozen=True, slots=True)
class Mended:
    """A proposal that the office says otherwise: that of the first kind under a measure with these words."""

    measure: str
    kind: str
    activity: str
    demand: Recurring | None = None  # none: as it was proposed
    grace_days: int = 0


# What happens every day or week is told once a month or quarter: nobody writes a record a day.
MENDED = (
    Mended("新时代文明实践站", "recurring", "实践站开放", Recurring(Amount(60, None, "天"), 1, Every.QUARTER)),
    Mended("管好公共厕所", "recurring", "公共厕所保洁", Recurring(Amount(60, None, "次"), 1, Every.MONTH)),
    Mended("延长馆所开放时间", "recurring", "馆所开放", Recurring(Amount(240, None, "小时"), 1, Every.MONTH)),
    Mended("轮椅和雨伞借用处", "total", "轮椅和雨伞借用处"),
    Mended("办理来信来电", "recurring", "公布来信来电办理情况", grace_days=10),
)
SET_ASIDE = (("收市后每天冲洗", "recurring"),)  # the market's own affair


def load_year(version: PlanVersion, *, by: User, at: datetime) -> None:
    """Commitments of the version in force, and all that was done for them before the day; once only."""
    if Commitment.objects.filter(measure__version=version).exists() or Record.objects.exists():
        return
    with transaction.atomic():
        propose(version=version, by=by, at=at)
        _decide(version, by=by, at=at)
        _work(version, by=by, at=at)
        load_requests(by=by, at=at)


def _decide(version: PlanVersion, *, by: User, at: datetime) -> None:
    """As an office does: some are said otherwise, most hold as they stand, what is in doubt waits."""
    for mended in MENDED:
        for found in _proposed(version, mended.measure, mended.kind):
            adjust(commitment=found, shape=_shape(found, mended), revision=found.revision, by=by, at=at)
    for words, kind in SET_ASIDE:
        for found in _proposed(version, words, kind):
            set_aside(commitment=found, revision=found.revision, by=by, at=at)
    plain = Commitment.objects.filter(measure__version=version, measure__state=MarkState.CONFIRMED)
    confirm(commitments=plain.values_list("pk", flat=True), by=by, at=at)


def _proposed(version: PlanVersion, words: str, kind: str) -> list[Commitment]:
    found = Commitment.objects.filter(
        measure__version=version, measure__title__contains=words, kind=kind, state=CommitmentState.PROPOSED
    )
    return list(found.select_related("unit_class").order_by("measure__position", "position")[:1])


def _shape(found: Commitment, mended: Mended) -> Shape:
    rule = replace(commitment_of(found.rule), grace_days=mended.grace_days)
    if mended.demand:
        rule = replace(rule, demand=mended.demand, least=None)
    return Shape(
        activity=mended.activity,
        rule=rule,
        whom=Whom(found.whom),
        unit_class=found.unit_class,
        record_kinds=found.record_kinds,
    )


def _work(version: PlanVersion, *, by: User, at: datetime) -> None:
    bound = Commitment.objects.binding().filter(measure__version=version)
    commitments = list(bound.order_by("measure__position", "position", "pk"))
    units = list(Unit.objects.order_by("pk"))
    whole = make_year(
        tasks_of(commitments, units),
        workers_of(units),
        seed=SEED,
        span=days_of(plan_year(version)),
        calendar=calendar(),
    )
    cast = Cast(units, commitments, _clerks(units, by), by)
    put_in(seen_on(whole, localdate(at)), cast)
    refresh(commitments=[one.pk for one in commitments], units=None, at=at)


def _clerks(units: Sequence[Unit], head: User) -> list[User]:
    """Who enters for each unit: its liaison; where the sample has none, somebody of the office who accepts nothing."""
    office = User.objects.filter(posts__role=PostRole.OFFICE).exclude(pk=head.pk).order_by("pk").first() or head
    liaisons = User.objects.filter(posts__role=PostRole.LIAISON).order_by("-pk").values_list("posts__unit", "pk")
    of_unit = dict(liaisons)
    people = User.objects.in_bulk([*of_unit.values(), office.pk])
    return [people[of_unit.get(unit.pk, office.pk)] for unit in units]
