"""Sign-ups for tests: open for an hour around now."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.utils.timezone import localdate, now

from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.work.models import Signing, SignUp
from wenming.work.signup.actions import Given, open_sign_up

HOUR = timedelta(hours=1)


def make_given(**fields: Any) -> Given:  # noqa: ANN401
    """What a liaison says."""
    at = now()
    about = {"title": "理论宣讲", "on": localdate(), "place": "社区礼堂", "asks": "office"}
    return Given(**{**about, "opens": at - HOUR, "closes": at + HOUR, **fields})


def make_sign_up(unit: Unit, by: User, **fields: Any) -> SignUp:  # noqa: ANN401
    """A sign-up of that unit; ``record_key`` of a record where one is there."""
    key = fields.pop("record_key", None) or uuid4()
    return open_sign_up(record_key=key, unit=unit, commitment=None, given=make_given(**fields), by=by, at=now())


def make_signing(sign_up: SignUp, name: str, office: str = "县教育局") -> Signing:
    """Somebody signed up."""
    return sign_up.signings.create(token=uuid4(), name=name, office=office, since=now())
