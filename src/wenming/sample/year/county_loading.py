"""The invented county as rows, many at once, with its year: a database for tests and benchmarks, not for people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.timezone import localdate

from wenming.accounts.models import Post, PostRole, User
from wenming.places.models import Area, AreaKind, Unit, UnitClass
from wenming.plans.models import Duty, MarkState, Measure, Plan, PlanVersion, VersionState
from wenming.reading.model import Role
from wenming.rules.commitments.kept import as_json, kind_of
from wenming.sample.year.casting import tasks_of, workers_of
from wenming.sample.year.county import NAME, SPAN, County, DraftCommitment, DraftPlan, Scale, make_county
from wenming.sample.year.loading import Cast, put_in
from wenming.sample.year.making import make_year, seen_on
from wenming.work.commitments.activities import kinds_for
from wenming.work.models import Commitment, CommitmentState
from wenming.work.verdicts.days import calendar
from wenming.work.verdicts.refreshing import refresh

_AT_ONCE = 2000  # rows in one statement


@dataclass(frozen=True, slots=True)
class Loaded:
    """The rows, in the order of the values that they were made from."""

    office: User
    clerks: Sequence[User]
    units: Sequence[Unit]
    commitments: Sequence[Commitment]


def load_county(scale: Scale, *, seed: int, at: datetime) -> Loaded:
    """The county with its year up to the day before ``at``, its verdicts worked out. The database was empty."""
    county = make_county(scale, seed=seed)
    with transaction.atomic():
        loaded = _load(county, at)
        whole = make_year(
            tasks_of(loaded.commitments, loaded.units),
            workers_of(loaded.units),
            seed=seed,
            span=SPAN,
            calendar=calendar(),
            count=scale.records,
        )
        cast = Cast(loaded.units, loaded.commitments, loaded.clerks, loaded.office)
        put_in(seen_on(whole, localdate(at)), cast)
        refresh(commitments=None, units=None, at=at)
    return loaded


def _load(county: County, at: datetime) -> Loaded:
    area = Area.objects.create(name=NAME, kind=AreaKind.COUNTY)
    units = Unit.objects.bulk_create(
        Unit(name=f"{NAME}{one.short}", short=one.short, kind=one.kind, area=area) for one in county.units
    )
    classes = UnitClass.objects.bulk_create(UnitClass(name=name, kinds=[kind]) for name, kind in county.classes)
    office, *clerks = _people(units, at)
    by_name = {one.name: one for one in classes}
    commitments = [row for plan in county.plans for row in _load_plan(plan, area, units, by_name, office, at)]
    return Loaded(office, clerks, units, commitments)


def _people(units: Sequence[Unit], at: datetime) -> list[User]:
    """Somebody of the office of the first unit, then a liaison of each; nobody has a password."""
    names = ["文明办", *(f"{unit.short}联络员" for unit in units)]
    people = [
        User(username=f"person{number}", full_name=name, password=make_password(None))
        for number, name in enumerate(names)
    ]
    made = User.objects.bulk_create(people)
    posts = [(made[0], PostRole.OFFICE, units[0])]
    posts += [(person, PostRole.LIAISON, unit) for person, unit in zip(made[1:], units, strict=True)]
    Post.objects.bulk_create(
        Post(user=person, role=role, unit=unit, given_by=made[0], given_at=at) for person, role, unit in posts
    )
    return made


def _load_plan(
    draft: DraftPlan, area: Area, units: Sequence[Unit], classes: Mapping[str, UnitClass], by: User, at: datetime
) -> list[Commitment]:
    version = _version(draft, area, by, at)
    measures = Measure.objects.bulk_create(_measures(draft, version), batch_size=_AT_ONCE)
    duties, rows = [], []
    for measure, one in zip(measures, draft.measures, strict=True):
        duties += [_duty(measure, units[owner]) for owner in one.owners]
        rows += [
            _commitment(measure, position, said, classes, by, at)
            for position, said in enumerate(one.commitments, start=1)
        ]
    Duty.objects.bulk_create(duties, batch_size=_AT_ONCE)
    return Commitment.objects.bulk_create(rows, batch_size=_AT_ONCE)


def _version(draft: DraftPlan, area: Area, by: User, at: datetime) -> PlanVersion:
    plan = Plan.objects.create(title=draft.title, area=area, created_by=by, created_at=at)
    return PlanVersion.objects.create(
        plan=plan,
        number=1,
        state=VersionState.IN_FORCE,
        file_name=f"{draft.title}.docx",
        sha256=f"{plan.pk:064x}",
        text="\n".join(one.text for one in draft.measures),
        uploaded_by=by,
        uploaded_at=at,
        handled_by=by,
        in_force_by=by,
        in_force_at=at,
    )


def _measures(draft: DraftPlan, version: PlanVersion) -> list[Measure]:
    found, start = [], 0
    for position, one in enumerate(draft.measures, start=1):
        place = {"start": start, "end": start + len(one.text), "position": position}
        about = {"path": [one.chapter], "title": one.title, "text": one.text, "state": MarkState.CONFIRMED}
        found.append(Measure(version=version, **place, **about))
        start += len(one.text) + 1
    return found


def _duty(measure: Measure, unit: Unit) -> Duty:
    start = measure.start + measure.text.rindex(unit.short)
    about = {"name": unit.short, "unit": unit, "role": Role.RESPONSIBLE, "reason": "short"}
    return Duty(measure=measure, start=start, end=start + len(unit.short), state=MarkState.CONFIRMED, **about)


def _commitment(
    measure: Measure, position: int, said: DraftCommitment, classes: Mapping[str, UnitClass], by: User, at: datetime
) -> Commitment:
    return Commitment(
        measure=measure,
        position=position,
        chapter=measure.path[0],
        activity=said.activity,
        kind=kind_of(said.rule.demand),
        rule=as_json(said.rule),
        record_kinds=list(kinds_for(said.activity)),
        whom=said.whom,
        unit_class=classes.get(said.unit_class),
        state=CommitmentState.CONFIRMED,
        changed_by=by,
        changed_at=at,
        confirmed_by=by,
        confirmed_at=at,
    )
