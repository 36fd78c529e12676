"""What a person says of the columns."""

import pytest

from tests.frameworks.sheets.making import TWO
from wenming.frameworks.models import Framework
from wenming.frameworks.sheets.book import grids_of
from wenming.frameworks.sheets.forms import MatchForm, guessed
from wenming.rules.frameworks.sheets.columns import Means

pytestmark = pytest.mark.django_db


def form(**more: object) -> MatchForm:
    grids = grids_of(TWO, "a.xlsx")
    return MatchForm(guessed(grids) | more, grids=grids, frameworks=Framework.objects.all())


def test_what_is_guessed_is_shown_with_examples() -> None:
    shown = list(form().columns)
    assert [one.letters for one in shown] == list("ABCDEF")
    assert shown[1].samples == ["1）路灯完好", "2）公厕干净"]
    assert shown[1].field.value() == "level"


def test_a_good_form_says_what_the_columns_mean() -> None:
    good = form(column_5="", levels="codes")
    assert good.is_valid()
    assert good.matching.columns[:2] == (Means.LEVEL, Means.LEVEL)
    assert good.matching.columns[5] is None
    assert good.matching.by_codes
    assert good.whole.root.title == "某县文明城市测评任务分解表"
    other = form()
    assert other.is_valid()
    assert good.seen != other.seen


@pytest.mark.parametrize(("name", "value"), [("sheet", "9"), ("head", "0"), ("title", ""), ("column_1", "甲")])
def test_bad_answers_are_refused(name: str, value: str) -> None:
    bad = form(**{name: value})
    assert not bad.is_valid()
    assert name in bad.errors
