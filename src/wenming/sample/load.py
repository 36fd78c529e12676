"""Puts the sample county into an empty installation, by the same actions as a person would take; twice is once."""

import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from django.core.files import File
from django.db import transaction

from wenming.accounts import actions as accounts
from wenming.accounts.models import PostRole, User
from wenming.command.models import Group
from wenming.places import actions as places
from wenming.places.models import Area, AreaKind, Unit, UnitClass, UnitKind
from wenming.plans.actions.enforcing import put_in_force
from wenming.plans.actions.importing import import_document
from wenming.plans.actions.marking import Seen, confirm
from wenming.plans.models import Plan, PlanVersion, VersionState
from wenming.plans.tasks import read_plan
from wenming.sample.commanding import load_structure, put_in
from wenming.sample.document import write_plan
from wenming.sample.measuring import load_framework
from wenming.sample.register import Person, Register
from wenming.sample.source import load_people, load_units
from wenming.sample.source import load_plan as load_draft
from wenming.sample.year.office import load_year


class CannotLoad(RuntimeError):
    """The sample county contradicts what is there already, or its plan could not be read."""


def load(*, at: datetime) -> None:
    """The directory, people and who commands; the plan read, confirmed, in force; its amendment waiting for review;
    commitments made of the plan, and what the units did for them before the day; by what the county is measured.
    """
    with transaction.atomic():
        load_register(load_units(), at=at)
        office = add_people(load_people(), at=at)[0]
        if not Group.objects.exists():
            put_in(load_structure(load_units(), load_people()), area=_county(), at=at)
        if not Plan.objects.filter(title=load_draft(1).title).exists():
            _load_plan(by=office, at=at)
        load_framework(by=office, at=at)
        load_year(PlanVersion.objects.get(plan__title=load_draft(1).title, number=1), by=office, at=at)


def _county() -> Area:
    return Area.objects.get(name=load_units().areas[0].name)


def load_register(register: Register, *, at: datetime) -> None:
    """The areas, units and classes that are not there yet."""
    areas: dict[str, Area] = {}
    for area in register.areas:
        parent = areas[area.parent] if area.parent else None
        known = Area.objects.filter(name=area.name, parent=parent).first()
        areas[area.name] = known or places.add_area(
            name=area.name, kind=AreaKind(area.kind), parent=parent, by=None, at=at
        )
    units: dict[str, Unit] = {}
    for unit in register.units:
        known_unit = Unit.objects.filter(name=unit.name).first()
        units[unit.short] = known_unit or places.add_unit(
            name=unit.name,
            short=unit.short,
            kind=UnitKind(unit.kind),
            area=areas[unit.area],
            aliases=unit.aliases,
            by=None,
            at=at,
        )
    for unit in register.units:  # parents may stand further down
        units[unit.short].parents.add(*(units[parent] for parent in unit.parents))
    _add_classes(register, areas, units, at)


def _add_classes(register: Register, areas: Mapping[str, Area], units: Mapping[str, Unit], at: datetime) -> None:
    for unit_class in register.classes:
        if not UnitClass.objects.filter(name=unit_class.name).exists():
            places.add_class(
                name=unit_class.name,
                kinds=[UnitKind(kind) for kind in unit_class.kinds],
                area=areas[unit_class.area] if unit_class.area else None,
                named_members=[units[member] for member in unit_class.members],
                aliases=unit_class.aliases,
                by=None,
                at=at,
            )


def add_people(people: tuple[Person, ...], *, at: datetime) -> list[User]:
    """The sample people with their posts, the office first; none of them has a password."""
    return [_person(person, at) for person in sorted(people, key=lambda person: person.role != PostRole.OFFICE.value)]


def _person(person: Person, at: datetime) -> User:
    known = User.objects.filter(username=person.account).first()
    if known and not known.is_sample:
        raise CannotLoad(
            f"{person.account} is somebody's own account: load the sample county into an empty data folder"
        )
    user = known or accounts.add_person(username=person.account, full_name=person.name, at=at, by=None, is_sample=True)
    for short in person.units or (None,):
        unit = Unit.objects.get(short=short) if short else None
        if not user.posts.filter(role=person.role, unit=unit).exists():
            accounts.give_post(user=user, new=accounts.NewPost(role=PostRole(person.role), unit=unit), at=at, by=None)
    return user


def _load_plan(*, by: User, at: datetime) -> None:
    first = _read(1, plan=None, by=by, at=at)
    confirm(version_id=first.pk, marks=_obvious(first), by=by, at=at)
    put_in_force(version_id=first.pk, in_spite_of_doubts=True, by=by, at=at)
    _read(2, plan=first.plan, by=by, at=at)


def _read(number: int, *, plan: Plan | None, by: User, at: datetime) -> PlanVersion:
    """One version of the sample plan, imported and read here and now; the worker will find the job done."""
    draft = load_draft(number)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{draft.title}{draft.note}.docx"
        write_plan(path, number)
        with path.open("rb") as file:
            version = import_document(file=File(file, name=path.name), plan=plan, by=by, at=at)
    if version.job is not None:
        read_plan.call(version.job.pk)
    version.refresh_from_db()
    if version.state != VersionState.REVIEW:
        raise CannotLoad(f"version {number} of the sample plan could not be read: {version.get_state_display()}")
    return version


def _obvious(version: PlanVersion) -> list[Seen]:
    """All that was read without a doubt, and every name that the directory knows."""
    measures = version.measures.filter(doubts=None)
    marks = [Seen("measure", measure.pk) for measure in measures]
    for measure in version.measures.prefetch_related("duties__doubts", "terms__doubts"):
        known = [duty for duty in measure.duties.all() if duty.unit_id or duty.unit_class_id]
        marks += [Seen("duty", duty.pk) for duty in known if not duty.doubts.all()]
        marks += [Seen("term", term.pk) for term in measure.terms.all() if not term.doubts.all()]
    return marks
