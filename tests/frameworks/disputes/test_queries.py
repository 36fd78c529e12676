"""Who sees a dispute, and what is shown of a standard."""

import pytest

from tests.frameworks.making import dispute_of, hold, make_edition
from tests.plans.making import NOON, make_person, make_unit
from wenming.accounts.models import PostRole, User
from wenming.accounts.powers import Powers, powers_of
from wenming.frameworks.disputes.queries import disputed_by, disputes_of, disputes_seen
from wenming.frameworks.models import Dispute

pytestmark = pytest.mark.django_db


def powers(person: User) -> Powers:
    return powers_of(person, on=NOON.date())


def test_the_office_sees_all_a_unit_its_own() -> None:
    office, unit, other = make_person(), make_unit("县城管局"), make_unit("县教育局")
    edition = make_edition(office, is_draft=False)
    made = [dispute_of(hold(edition, one, office), office) for one in (unit, other)]
    assert set(disputes_seen(powers(office))) == set(made)
    assert list(disputes_seen(powers(make_person("顾维桢", PostRole.LIAISON, unit)))) == [made[0]]
    assert list(disputed_by(unit, edition)) == [made[0]]


def test_of_a_standard_its_own_and_what_holds_from_an_earlier_edition() -> None:
    office, unit = make_person(), make_unit("县城管局")
    edition = make_edition(office, is_draft=False)
    row = hold(edition, unit, office)
    made = dispute_of(row, office)
    assert disputes_of(row.item, powers(office)) == [made]
    again = make_edition(office, of=edition.framework)
    later = again.items.get(code=row.item.code)
    assert disputes_of(later, powers(office)) == []
    Dispute.objects.update(outcome="released", decided_by=office, decided_at=NOON)
    assert disputes_of(later, powers(office)) == [made]
