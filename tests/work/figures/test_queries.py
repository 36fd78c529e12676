"""What pages show of series."""

from datetime import date

import pytest

from tests.plans.making import make_person, make_unit
from tests.work.figures.making import LAMPS, enter, make_rate
from wenming.work.commitments.subjects import ALL
from wenming.work.figures.queries import shown, units_of, values_of
from wenming.work.figures.series import needed

pytestmark = pytest.mark.django_db


def test_the_last_value_of_the_unit_or_of_the_county_and_the_verdicts() -> None:
    person, one, other = make_person(), make_unit("甲镇"), make_unit("乙镇")
    make_rate(one, other)
    enter(person, one, "93", date(2026, 2, 1))
    enter(person, one, "96", date(2026, 3, 1))
    enter(person, None, "90")
    series = list(needed().values())
    rows = {row.series.unit: row for row in shown(series, units_of(series))}
    told = {key: (int(row.last.value), row.is_own, list(row.states)) for key, row in rows.items() if row.last}
    assert told == {ALL: (90, True, []), one.pk: (96, True, ["met"]), other.pk: (90, False, ["open"])}
    assert rows[one.pk].unit == one
    assert [figure.value for figure in values_of(LAMPS, one.pk)] == [96, 93]
    assert [figure.value for figure in values_of(LAMPS, ALL)] == [90]
