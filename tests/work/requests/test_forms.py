"""What a request says, and what a unit says to it."""

import pytest
from django.db.models import Q

from tests.plans.making import make_class, make_person, make_unit
from tests.work.requests.making import make_draft
from wenming.places.models import Unit
from wenming.work.requests.forms import AnswerForm, ReasonForm, RequestForm, UnitsForm, filled_from

pytestmark = pytest.mark.django_db
GIVEN = {"title": "灯箱照片", "basis": "测评体系第8条", "due": "2026-03-12"}


def test_somebody_is_asked() -> None:
    form = RequestForm(GIVEN, units=Unit.objects.all(), areas=Q())
    assert list(form.errors) == ["unit_classes"]
    unit_class = make_class("各社区")
    form = RequestForm({**GIVEN, "unit_classes": [unit_class.pk]}, units=Unit.objects.all(), areas=Q())
    assert form.is_valid()
    assert form.asking().unit_classes == [unit_class]


def test_only_units_within_reach() -> None:
    unit = make_unit("甲镇")
    assert not RequestForm({**GIVEN, "units": [unit.pk]}, units=Unit.objects.none(), areas=Q()).is_valid()
    assert not UnitsForm({"units": [unit.pk]}, units=Unit.objects.none()).is_valid()
    assert UnitsForm({"units": [unit.pk]}, units=Unit.objects.all()).is_valid()


def test_a_draft_fills_its_form() -> None:
    unit = make_unit("甲镇")
    made = make_draft(make_person(), unit)
    assert filled_from(made)["units"] == [unit]
    assert filled_from(made)["basis"] == "测评体系第8条"


def test_what_a_unit_says() -> None:
    form = AnswerForm({"words": " 都在 ", "minutes": "5"})
    assert form.is_valid()
    assert (form.said([1], [2]).words, form.said([1], [2]).minutes) == ("都在", 5)
    assert not AnswerForm({"minutes": "-1"}).is_valid()
    assert not ReasonForm({"reason": ""}).is_valid()
