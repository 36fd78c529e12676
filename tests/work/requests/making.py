"""Requests for tests: what a test does not say is filled in plausibly."""

from datetime import date, datetime
from typing import Any

from tests.plans.making import NOON, make_area
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.work.models import Answer, Request
from wenming.work.requests import actions
from wenming.work.requests.actions import Asking

DUE = date(2026, 3, 12)
TITLE = "一季度志愿服务活动材料"


def make_asking(*units: Unit, **fields: Any) -> Asking:  # noqa: ANN401
    """What the office asks these units for."""
    given = {"title": TITLE, "words": "每个单位两张照片。", "basis": "测评体系第8条", "due": DUE}
    return Asking(**{**given, "units": units, **fields})


def make_draft(by: User, *units: Unit, **fields: Any) -> Request:  # noqa: ANN401
    """A draft that asks these units."""
    return actions.draft(area=make_area(), asking=make_asking(*units, **fields), by=by, at=NOON)


def make_request(by: User, *units: Unit, at: datetime = NOON, **fields: Any) -> Request:  # noqa: ANN401
    """A request that was sent to these units."""
    made = make_draft(by, *units, **fields)
    return actions.send(request=made, units=[unit.pk for unit in units], proposed={}, by=by, at=at)


def answer_of(request: Request, unit: Unit) -> Answer:
    """The unit's part, read anew."""
    return Answer.objects.select_related("request").get(request=request, unit=unit)
