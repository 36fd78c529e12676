"""What a reviewer fills in."""

import pytest

from tests.plans import read
from wenming.plans.models import PlanVersion
from wenming.plans.review.forms import FAULT_WORDS, DutyForm, TermForm
from wenming.plans.terms import FIELDS
from wenming.reading.model import TermKind

VERSION = PlanVersion(text=read.TEXT, noise=[[*read.at("点击下载本文"), "x"]])


@pytest.mark.parametrize("kind", list(TermKind))
def test_each_kind_has_its_own_fields(kind: TermKind) -> None:
    form = TermForm(None, kind=kind, version=VERSION, place=(0, 3))
    assert tuple(form.fields) == ("kind", *FIELDS[kind], "words", "start", "end")


def test_a_kept_value_fills_the_fields() -> None:
    value = {"min": 0.5, "max": None, "unit": "天", "every": 2, "period": "week"}
    form = TermForm(None, kind=TermKind.FREQUENCY, value=value, version=VERSION, place=(0, 3))
    assert {name: form[name].value() for name in FIELDS[TermKind.FREQUENCY]} == {
        "min": "0.5",
        "max": "",
        "unit": "天",
        "every": "2",
        "period": "week",
    }


def test_a_frequency_needs_its_period() -> None:
    given = {"kind": "frequency", "words": "每月组织一次", "every": "1", "period": ""}
    form = TermForm(given, kind=TermKind.FREQUENCY, version=VERSION, place=read.at("每月组织一次"))
    assert form.errors == {"period": ["请选一项。"]}
    assert not TermForm(None, kind=TermKind.FREQUENCY, version=VERSION, place=(0, 3))["period"].value()


def test_the_same_words_stay_where_they_are() -> None:
    place = read.at("**镇党委", 1)
    form = DutyForm({"role": "lead", "words": "**镇党委"}, version=VERSION, place=place)
    assert form.is_valid()
    assert form.span == place


def test_other_words_are_found_nearby() -> None:
    form = DutyForm({"role": "lead", "words": "城 管局"}, version=VERSION, place=read.at("县城管局"))
    assert form.is_valid()
    assert form.span == read.at("城管局")


def test_selected_words_stand_where_they_were_selected() -> None:
    start, end = read.at("**镇党委", 1)
    given = {"role": "lead", "words": "**镇党委", "start": str(start), "end": str(end)}
    form = DutyForm(given, version=VERSION, place=read.at("各社区"))
    assert form.is_valid()
    assert form.span == (start, end)


def test_a_selection_that_is_not_the_words_does_not_count() -> None:
    given = {"role": "lead", "words": "教育局", "start": "0", "end": "3"}
    form = DutyForm(given, version=VERSION, place=read.at("县城管局"))
    assert form.is_valid()
    assert form.span == read.at("教育局")


def test_every_fault_has_words() -> None:
    codes = {"missing", "number", "negative", "order", "date", "long", "choice"}
    assert set(FAULT_WORDS) == codes
