"""What a unit may answer with."""

from datetime import timedelta

import pytest

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import TODAY, make_record
from tests.work.requests.making import answer_of, make_request
from wenming.rules.asking import Fit
from wenming.work.models import Answer
from wenming.work.requests.offering import Ticked, offers, ticked_at_first

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> Answer:
    unit = make_unit("甲镇")
    return answer_of(make_request(make_person(), unit, at=NOON), unit)


def test_what_is_ticked_and_proposed_comes_first(asked: Answer) -> None:
    fits = make_record(asked.unit, title="志愿服务进社区")
    proposed = make_record(asked.unit, title="别的事")
    asked.proposed.add(proposed)
    ticked = ticked_at_first(asked)
    assert list(ticked.records) == [proposed.pk]
    first, second = offers(asked, ticked, today=TODAY)
    assert (first.record, first.is_ticked, first.is_proposed, first.fit) == (proposed, True, True, None)
    assert (second.record, second.is_ticked, second.fit) == (fits, False, Fit.WORDS)


def test_what_was_entered_since_and_what_is_searched_for(asked: Answer) -> None:
    old = TODAY - timedelta(days=600)
    searched = make_record(asked.unit, title="敬老", first=old, last=old, place="甲村")
    searched.made_at = NOON - timedelta(days=600)
    searched.save()
    new = make_record(asked.unit, title="刚做的")
    none = Ticked([], [])
    assert [one.record for one in offers(asked, none, today=TODAY)] == [new]
    assert [one.record for one in offers(asked, none, text="甲村", today=TODAY)] == [searched]
    foreign = make_record(make_unit("乙镇"), title="甲村的事")
    assert [one.record for one in offers(asked, Ticked([foreign.pk], []), today=TODAY)] == [new]
