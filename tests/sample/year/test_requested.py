"""What the sample county's office asks: every state that a visitor may want to see."""

from datetime import UTC, datetime

import pytest

from wenming.sample.load import load
from wenming.work.models import Answer, AnswerState, Request, RequestState

pytestmark = pytest.mark.django_db
NOVEMBER = datetime(2026, 11, 23, 4, tzinfo=UTC)


def test_one_is_over_one_is_open_one_is_a_draft() -> None:
    load(at=NOVEMBER)
    assert {one.state for one in Request.objects.all()} == {
        RequestState.CLOSED,
        RequestState.SENT,
        RequestState.DRAFT,
    }
    assert set(Answer.objects.values_list("state", flat=True)) == set(AnswerState)
    accepted = Answer.objects.filter(state=AnswerState.ACCEPTED, unit__short="县城管局")
    assert all(one.records.exists() for one in accepted)
    load(at=NOVEMBER)
    assert Request.objects.count() == 3, "once only"
