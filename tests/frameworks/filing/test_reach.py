"""Who sees and fills what of a round."""

from datetime import date

import pytest

from tests.frameworks.filing.making import make_filing, want
from tests.frameworks.making import hold
from tests.plans.making import make_person, make_unit
from wenming.accounts.models import PostRole
from wenming.accounts.powers import powers_of
from wenming.frameworks.filing.reach import sight_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 5)


def test_the_office_all_a_unit_its_own_a_leader_reads() -> None:
    office, unit = make_person(), make_unit("县教育局")
    filing = make_filing(office)
    hold(filing.edition, unit, office, "Ⅰ-2-1")
    people = {
        office: (True, True, True),
        make_person("联络员", PostRole.LIAISON, unit): (True, True, False),
        make_person("别家", PostRole.LIAISON, make_unit("县体育局")): (False, False, False),
        make_person("县领导", PostRole.LEADER): (True, False, False),
    }
    for person, told in people.items():
        sight = sight_of(filing, powers_of(person, on=TODAY))
        assert (sight.sees(want(filing)), sight.fills(want(filing)), sight.is_office) == told
        assert sight.own_units(want(filing)) == ([unit.pk] if told[1] else [])
