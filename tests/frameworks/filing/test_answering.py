"""Who answers for a wanted piece."""

import pytest

from tests.frameworks.filing.making import make_filing, want
from tests.frameworks.making import hold
from tests.plans.making import NOON, make_class, make_person, make_unit
from wenming.frameworks.filing.answering import answering
from wenming.frameworks.models import Assignment

pytestmark = pytest.mark.django_db


def test_who_answers_for_the_very_piece_is_asked_and_the_others_see_it() -> None:
    office, whole, school = make_person(), make_unit("县教育局"), make_unit("县中学")
    filing = make_filing(office)
    row = hold(filing.edition, whole, office, "Ⅰ-2-1")
    made = {"made_by": office, "made_at": NOON, "item": row.item}
    Assignment.objects.create(wanted=2, role="lead", unit_class=make_class("各学校", members=[school]), **made)
    Assignment.objects.create(wanted=0, role="supervising", unit=make_unit("督查室"), **made)
    found = answering(filing)
    assert [one.name for one in found.holders(want(filing))] == ["县教育局"]
    assert found.in_order(want(filing, 2)) == [school.pk]
    assert found.units_of(want(filing, 2)) == {whole.pk, school.pk, make_unit("督查室").pk}
