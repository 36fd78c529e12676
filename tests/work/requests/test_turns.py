"""Whose turn it is."""

import pytest

from tests.plans.making import NOON, make_person, make_unit
from tests.work.requests.making import answer_of, make_request
from wenming.work.models import Answer
from wenming.work.requests import actions, answering
from wenming.work.requests.answering import Said
from wenming.work.requests.turns import OFFICES_TURN, UNITS_TURN

pytestmark = pytest.mark.django_db


def turns() -> tuple[int, int]:
    return Answer.objects.filter(UNITS_TURN).count(), Answer.objects.filter(OFFICES_TURN).count()


def test_it_goes_back_and_forth_until_the_request_is_over() -> None:
    office, units = make_person(), [make_unit(f"{name}镇") for name in "甲乙"]
    made = make_request(office, *units)
    first, second = (answer_of(made, unit) for unit in units)
    assert turns() == (2, 0)
    answering.answer(answer=first, said=Said(words="有"), by=office, at=NOON)
    answering.not_ours(answer=second, reason="不归我们", by=office, at=NOON)
    assert turns() == (0, 2)
    answering.agree(answer=second, by=office, at=NOON)
    assert turns() == (0, 1)
    answering.return_(answer=first, reason="缺照片", by=office, at=NOON)
    assert turns() == (1, 0)
    actions.close(request=made, by=office, at=NOON)
    assert turns() == (0, 0)
