"""Which round stands for which year."""

from datetime import date

import pytest

from tests.plans.making import make_person
from tests.rules.scoring.trees import F
from tests.scores.making import make_open
from wenming.scores.models import Round, RoundKind
from wenming.scores.years.forms import KindForm, Year, YearsForm, one_a_year

pytestmark = pytest.mark.django_db


def form(data: dict[str, str], *usual: Round) -> YearsForm:
    """What was asked for, with every round on offer."""
    return YearsForm(data, Round.objects.all(), usual)


def test_official_rounds_are_what_is_put_together_unless_another_kind_is_asked_for() -> None:
    assert KindForm({}).chosen == RoundKind.OFFICIAL
    assert KindForm({"kind": "mock"}).chosen == RoundKind.MOCK
    assert KindForm({"kind": "best"}).chosen == RoundKind.OFFICIAL


def test_the_last_round_of_each_of_three_years_the_earliest_first() -> None:
    person = make_person()
    days = [date(2023, 9, 1), date(2024, 9, 1), date(2025, 3, 1), date(2025, 9, 1), date(2026, 9, 1)]
    made = [make_open(person, title=str(day), last=day) for day in days]
    assert one_a_year(reversed(made)) == [made[1], made[3], made[4]]
    assert one_a_year([]) == []


def test_what_is_not_said_is_as_usual() -> None:
    one = make_open(make_person())
    asked = form({}, one)
    assert asked.is_valid()
    assert [(year.round, year.weight) for year in asked.years] == [(one, F(15)), (None, F(25)), (None, F(60))]
    assert [year.round for year in _years(form({"round_0": "", "round_2": str(one.pk)}, one))] == [None, None, one]


def _years(asked: YearsForm) -> list[Year]:
    assert asked.is_valid()
    return asked.years


def test_a_round_stands_for_one_year_and_weights_are_percentages() -> None:
    one = make_open(make_person())
    twice = form({"round_0": str(one.pk), "round_1": str(one.pk)})
    assert "同一轮选了两次" in str(twice.errors)
    assert not form({"weight_0": "101"}).is_valid()
    assert not form({"weight_0": "-1"}).is_valid()
    assert not form({"round_0": "99999"}).is_valid()
