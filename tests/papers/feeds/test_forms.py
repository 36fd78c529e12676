"""What is asked of whoever makes a feed."""

import pytest

from tests.plans.making import make_unit
from wenming.papers.feeds.forms import FeedForm
from wenming.papers.models import Alarm
from wenming.places.models import Unit

pytestmark = pytest.mark.django_db


def form(**given: object) -> FeedForm:
    own = Unit.objects.filter(pk=make_unit("甲镇").pk)
    return FeedForm({"name": "手机", "unit": "", "alarm": str(Alarm.NONE.value), **given}, units=own)


def test_all_units_or_one_in_reach() -> None:
    whole = form()
    assert whole.is_valid(), whole.errors
    assert whole.cleaned_data == {"name": "手机", "unit": None, "alarm": Alarm.NONE}
    assert form(unit=make_unit("甲镇").pk).is_valid()
    assert not form(unit=make_unit("乙镇").pk).is_valid()


@pytest.mark.parametrize("given", [{"name": ""}, {"name": "长" * 41}, {"alarm": "7"}, {"alarm": "x"}, {"unit": "x"}])
def test_what_makes_no_sense_is_refused(given: dict[str, str]) -> None:
    assert not form(**given).is_valid()
