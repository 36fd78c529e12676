"""What an address and half a form say."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from django.http import QueryDict
from django.test import RequestFactory
from django.utils.timezone import localdate

from tests.plans.making import make_unit
from tests.work.making import make_record
from tests.work.records.making import make_asking
from wenming.places.models import Unit
from wenming.work.models import RecordKind
from wenming.work.records import asking

pytestmark = pytest.mark.django_db


def test_the_key_is_the_draft_s_unless_it_is_used_up_or_none() -> None:
    ask, key, used = RequestFactory(), uuid4(), make_record(make_unit("甲社区")).key
    assert asking.key_of(ask.get("/", {"draft": str(key)})) == key
    assert asking.key_of(ask.post("/", {"key": str(used)})) == used
    for given in (str(used), "nonsense", ""):
        found = asking.key_of(ask.get("/", {"draft": given}))
        assert isinstance(found, UUID)
        assert found != used


@pytest.mark.parametrize("given", ["", "x", "9" * 30, "999999"])
def test_a_commitment_that_is_none_asks_for_nothing(given: str) -> None:
    assert asking.commitment_asked(QueryDict(f"commitment={given}"), [make_unit().pk]) is None


def test_the_form_begins_with_what_the_commitment_says() -> None:
    unit = make_unit("甲社区")
    one = make_asking(unit)
    initial = asking.initial_for(QueryDict(f"unit={unit.pk}&with_units=3&with_units=x"), one, Unit.objects.standing())
    kind = RecordKind.objects.get(name="评议")
    assert initial == {
        "first": localdate(),
        "long_unit": "hour",
        "unit": unit.pk,
        "with_units": [3],
        "title": "民主评议",
        "kind": kind,
    }


def test_whose_record_it_is_likely_to_be() -> None:
    own, below, other = make_unit("县教育局"), make_unit("县一中"), make_unit("县二中")
    units = Unit.objects.filter(pk__in=[own.pk, below.pk])
    table = [(None, own), (make_asking(own), own), (make_asking(below), below), (make_asking(other), own)]
    for asked, expected in table:
        assert asking.initial_for(QueryDict(), asked, units, own.pk)["unit"] == expected.pk
    assert asking.initial_for(QueryDict(f"unit={below.pk}"), None, units, own.pk)["unit"] == below.pk
    assert "unit" not in asking.initial_for(QueryDict(f"unit={other.pk}"), None, units)


@pytest.mark.parametrize("given", ["", "unit=x", "unit=999999", "unit="])
def test_for_no_unit_nothing_is_proposed(given: str) -> None:
    make_asking(make_unit("甲社区"))
    named = asking.units_named(QueryDict(given), Unit.objects.standing())
    assert named == []
    assert asking.offers_for(QueryDict(given), asked=None, units=named).all == ()


def test_half_a_form_is_enough_to_propose() -> None:
    unit = make_unit("甲社区")
    one = make_asking(unit)
    given = QueryDict(f"title=民主评议&kind=&first=2026-13-77&last=x&unit={unit.pk}")
    named = asking.units_named(given, Unit.objects.standing())
    assert [offer.commitment for offer in asking.offers_for(given, asked=None, units=named).proposed] == (
        [one] if localdate() <= date(2026, 12, 31) else []
    )


def test_ticks_and_those_that_a_hand_set() -> None:
    given = QueryDict("shown=1&shown=2&shown=3&shown=x&use=1&use=2&use=9&was=2&was=3")
    assert asking.ticks(given) == {1: True, 2: True, 3: False}
    assert asking.ticks_set(given) == {1: True, 3: False}
