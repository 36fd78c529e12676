"""A responsibility table from outside, applied."""

import pytest

from tests.frameworks.making import hold, item, make_edition
from tests.plans.making import NOON, make_person, make_unit
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.frameworks.actions.assigning import Superseded, assign
from wenming.frameworks.actions.tabling import Stale, apply_table
from wenming.frameworks.models import Assignment, AssignmentRole, Edition, EditionState
from wenming.frameworks.table.differences import Wish, fingerprint

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> User:
    return make_person()


@pytest.fixture
def edition(office: User) -> Edition:
    return make_edition(office)


def table() -> set[tuple[str, str, str]]:
    rows = Assignment.objects.values_list("item__code", "role", "unit__short")
    return {(code, role, name or "") for code, role, name in rows}


def test_two_units_change_places_and_a_third_goes(edition: Edition, office: User) -> None:
    one, other, third = (make_unit(name) for name in ("县城管局", "县教育局", "县妇联"))
    standard = item(edition, "Ⅰ-1-1")
    for unit, role in (
        (one, AssignmentRole.LEAD),
        (other, AssignmentRole.RESPONSIBLE),
        (third, AssignmentRole.RESPONSIBLE),
    ):
        assign(edition=edition, places=[(standard.pk, 0)], to=unit, role=role, by=office, at=NOON)
    wish = Wish((standard.pk, 0), {"lead": [(other.pk, None)], "responsible": [(one.pk, None)]}, {})

    def apply() -> int:
        return apply_table(edition=edition, wishes=[wish], seen=fingerprint(edition), by=office, at=NOON).count

    assert apply() == 3
    assert table() == {("Ⅰ-1-1", "lead", "县教育局"), ("Ⅰ-1-1", "responsible", "县城管局")}
    events = Event.objects.count()
    assert apply() == 0
    assert Event.objects.count() == events


def test_nothing_happens_where_somebody_else_was_faster(edition: Edition, office: User) -> None:
    unit = make_unit("县城管局")
    seen = fingerprint(edition)
    hold(edition, make_unit("县妇联"), office)
    wish = Wish((item(edition, "Ⅰ-1-1").pk, 0), {"lead": [(unit.pk, None)], "responsible": []}, {})
    with pytest.raises(Stale):
        apply_table(edition=edition, wishes=[wish], seen=seen, by=office, at=NOON)
    assert table() == {("Ⅰ-1-1", "responsible", "县妇联")}


def test_a_table_that_is_history_stays(edition: Edition, office: User) -> None:
    Edition.objects.update(state=EditionState.SUPERSEDED)
    with pytest.raises(Superseded):
        apply_table(edition=edition, wishes=[], seen=fingerprint(edition), by=office, at=NOON)
