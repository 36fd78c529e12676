"""Which series commitments need."""

import pytest

from tests.plans.making import make_unit
from tests.work.figures.making import FUNDS, LAMPS, REVENUE, make_growth, make_rate
from wenming.work.commitments.subjects import ALL
from wenming.work.figures.series import matching, needed, touched_by

pytestmark = pytest.mark.django_db


def test_each_subject_and_the_whole_county() -> None:
    unit = make_unit("甲镇")
    rate, growth = make_rate(unit), make_growth(unit)
    found = needed()
    assert set(found) == {(name, key) for name in (LAMPS, FUNDS, REVENUE) for key in (ALL, unit.pk)}
    lamps = found[LAMPS, unit.pk]
    assert (lamps.measured_in, lamps.target, lamps.commitments) == ("%", 95, [rate])
    assert found[FUNDS, ALL].target is None
    assert touched_by([REVENUE]) == [growth.pk]


def test_by_the_names_of_figures_and_units() -> None:
    unit = make_unit("甲镇")
    make_rate(unit)
    names = {unit.pk: (unit.name, unit.short)}
    assert [one.unit for one in matching(needed(), "甲", names)] == [unit.pk]
    assert len(matching(needed(), "亮灯", names)) == 2
    assert matching(needed(), "没有", names) == []
