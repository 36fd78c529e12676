"""The sample county in the database."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from wenming.accounts.models import User
from wenming.places.models import Unit, UnitClass
from wenming.plans.models import Duty, MarkState, Plan, PlanVersion, VersionState
from wenming.sample.load import CannotLoad, load
from wenming.sample.source import load_people, load_units
from wenming.work.models import Cell, Commitment, Record

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)


def test_it_never_takes_somebodys_own_account() -> None:
    User.objects.create_user(username=load_people()[0].account, full_name="真人")
    with pytest.raises(CannotLoad, match="own account"):
        load(at=NOON)
    assert not Unit.objects.exists()


@pytest.fixture(scope="module")
def county(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Loaded once for the tests below, which run in a transaction within this one."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(at=NOON)
        yield
        transaction.set_rollback(True)


def test_the_directory_is_that_of_the_files(county: None) -> None:
    register = load_units()
    assert set(Unit.objects.values_list("short", flat=True)) == {unit.short for unit in register.units}
    assert set(UnitClass.objects.values_list("name", flat=True)) == {one.name for one in register.classes}
    for unit in register.units:
        parents = Unit.objects.get(short=unit.short).parents.values_list("short", flat=True)
        assert set(parents) == set(unit.parents)


def test_people_enter_by_the_demo_buttons_only(county: None) -> None:
    people = User.objects.all()
    assert {person.full_name for person in people} == {person.name for person in load_people()}
    assert all(person.is_sample and not person.has_usable_password() for person in people)


def test_the_plan_is_in_force_and_its_amendment_waits(county: None) -> None:
    first, second = PlanVersion.objects.order_by("number")
    assert (first.state, second.state) == (VersionState.IN_FORCE, VersionState.REVIEW)
    assert first.measures.count() >= 30
    confirmed = first.measures.filter(state=MarkState.CONFIRMED).count()
    assert confirmed >= 0.8 * first.measures.count()
    assert second.steps.filter(act="carry").count() == 1
    duties = Duty.objects.filter(measure__version=first)
    unknown = duties.filter(unit=None, unit_class=None)
    assert duties.count() >= 60
    assert set(unknown.values_list("name", flat=True)) <= {"县房管局"}


def test_twice_is_once(county: None) -> None:
    models = (Unit, UnitClass, User, Plan, PlanVersion, Duty, Commitment, Record, Cell)
    counts = [model.objects.count() for model in models]
    load(at=NOON)
    assert [model.objects.count() for model in models] == counts
