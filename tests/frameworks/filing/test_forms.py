"""What is typed."""

import pytest

from tests.plans.making import make_unit
from wenming.frameworks.filing.forms import DaysForm, FileForm, JudgeForm, LinkForm, OpeningForm, ProvingForm, TextForm
from wenming.places.models import Unit

pytestmark = pytest.mark.django_db


def test_a_report_that_is_too_long_is_kept_and_counted() -> None:
    form = TextForm({"title": "报告", "text": "字" * 12}, units=Unit.objects.none(), most=10)
    assert form.is_valid()
    assert form.words == 12
    assert form.fields["text"].widget.attrs["data-most"] == "10"
    assert "data-most" not in TextForm(units=Unit.objects.none(), most=None).fields["text"].widget.attrs


def test_a_file_is_of_one_of_the_units() -> None:
    unit = make_unit()
    form = FileForm({"unit": ""}, {}, units=Unit.objects.filter(pk=unit.pk), must=True)
    assert set(form.errors) == {"file", "unit"}


def test_a_link_has_an_address_and_a_day() -> None:
    form = LinkForm({"title": "x", "link": "javascript:alert(1)"}, units=Unit.objects.none())
    assert set(form.errors) == {"link", "first"}


def test_the_others_refuse_nonsense() -> None:
    assert not DaysForm({"first": "昨天"}).is_valid()
    assert not JudgeForm({"state": "perhaps"}).is_valid()
    assert not ProvingForm({"words": "话", "page": "0"}).is_valid()
    assert set(OpeningForm({}, parts=[]).errors) == {"title", "first", "last", "due", "parts"}
