"""Who answers for which standard."""

import pytest

from tests.frameworks.making import item, make_edition
from tests.plans.making import NOON, make_class, make_person, make_unit
from wenming.accounts.models import User
from wenming.frameworks.actions.assigning import Superseded, assign, assign_as_written, take_back
from wenming.frameworks.models import Assignment, AssignmentRole, Edition, EditionState

pytestmark = pytest.mark.django_db
LEAD, RESPONSIBLE = AssignmentRole.LEAD, AssignmentRole.RESPONSIBLE


@pytest.fixture
def office() -> User:
    """Somebody of the office."""
    return make_person()


@pytest.fixture
def edition(office: User) -> Edition:
    """The small framework."""
    return make_edition(office)


def rows(edition: Edition) -> set[tuple[str, int, str, str]]:
    """Who answers: code, piece, role, name."""
    found = Assignment.objects.filter(item__edition=edition).select_related("item", "unit", "unit_class")
    return {(one.item.code, one.wanted, one.role, one.name) for one in found}


def test_several_standards_at_once_and_another_role_later(office: User, edition: Edition) -> None:
    unit = make_unit("县城管局")
    places = [(item(edition, code).pk, 0) for code in ("Ⅰ-1-1", "Ⅰ-1-2")]
    done = assign(edition=edition, places=places, to=unit, role=LEAD, by=office, at=NOON)
    assert (done.made, done.led) == (2, 0)
    assert assign(edition=edition, places=places, to=unit, role=LEAD, by=office, at=NOON).made == 0
    assert assign(edition=edition, places=places[:1], to=unit, role=RESPONSIBLE, by=office, at=NOON).made == 1
    assert rows(edition) == {("Ⅰ-1-1", 0, "responsible", "县城管局"), ("Ⅰ-1-2", 0, "lead", "县城管局")}


def test_a_standard_has_one_lead(office: User, edition: Edition) -> None:
    place = [(item(edition, "Ⅰ-1-1").pk, 0)]
    assign(edition=edition, places=place, to=make_unit("县城管局"), role=LEAD, by=office, at=NOON)
    done = assign(edition=edition, places=place, to=make_class("各社区"), role=LEAD, by=office, at=NOON)
    assert (done.made, done.led) == (0, 1)
    assert rows(edition) == {("Ⅰ-1-1", 0, "lead", "县城管局")}


def test_what_is_no_standard_of_the_edition_or_no_piece_of_it_is_left_out(office: User, edition: Edition) -> None:
    other = make_edition(office)
    wanted = item(edition, "Ⅰ-2-1").pk
    places = [(item(other, "Ⅰ-1-1").pk, 0), (item(edition, "Ⅰ-1").pk, 0), (wanted, 3), (wanted, 2)]
    assign(edition=edition, places=places, to=make_unit("县教育局"), role=LEAD, by=office, at=NOON)
    assert rows(edition) == {("Ⅰ-2-1", 2, "lead", "县教育局")}
    assert rows(other) == set()


def test_as_the_framework_itself_says(office: User, edition: Edition) -> None:
    make_unit("县城管局")
    make_unit("县教育局")
    make_class("各社区")
    done = assign_as_written(edition=edition, by=office, at=NOON)
    assert rows(edition) == {
        ("Ⅰ-1-1", 0, "lead", "县城管局"),
        ("Ⅰ-1-1", 0, "responsible", "各社区"),
        ("Ⅰ-2-1", 1, "lead", "县教育局"),
    }
    assert (done.made, dict(done.unknown)) == (3, {"县妇联": 1})
    assert assign_as_written(edition=edition, by=office, at=NOON).made == 0
    make_unit("县妇联")
    assert assign_as_written(edition=edition, by=office, at=NOON).made == 0  # what was given by hand stays


def test_a_second_lead_that_the_framework_names_is_responsible(office: User, edition: Edition) -> None:
    make_unit("县教育局")
    make_unit("县妇联")
    assign_as_written(edition=edition, by=office, at=NOON)
    assert rows(edition) == {("Ⅰ-2-1", 1, "lead", "县教育局"), ("Ⅰ-2-1", 1, "responsible", "县妇联")}


def test_taken_back_it_is_free_and_history_does_not_change(office: User, edition: Edition) -> None:
    place = [(item(edition, "Ⅰ-1-1").pk, 0)]
    unit = make_unit("县城管局")
    assign(edition=edition, places=place, to=unit, role=LEAD, by=office, at=NOON)
    row = Assignment.objects.get()
    take_back(assignment=row, by=office, at=NOON)
    with pytest.raises(Assignment.DoesNotExist):
        take_back(assignment=row, by=office, at=NOON)
    Edition.objects.update(state=EditionState.SUPERSEDED)
    with pytest.raises(Superseded):
        assign(edition=edition, places=place, to=unit, role=LEAD, by=office, at=NOON)
    assert rows(edition) == set()
