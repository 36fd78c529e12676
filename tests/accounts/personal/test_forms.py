"""What people type about personal data."""

import pytest

from wenming.accounts.models import User
from wenming.accounts.personal.forms import CorrectForm, EraseForm, ReasonForm

pytestmark = pytest.mark.django_db
PERSON = User(pk=1, username="xuqing", full_name="许青", phone="13800000000")


@pytest.mark.parametrize(("typed", "is_taken"), [("xuqing", True), ("XuQing", False), ("许青", False), ("", False)])
def test_nobody_is_erased_by_a_slip(typed: str, is_taken: bool) -> None:
    form = EraseForm({"reason": "离岗", "username": typed}, person=PERSON)
    assert form.is_valid() is is_taken


def test_a_reason_is_always_said() -> None:
    assert not ReasonForm({"reason": " "}, person=PERSON).is_valid()
    assert not EraseForm({"username": "xuqing"}, person=PERSON).is_valid()


def test_a_name_is_needed_and_a_phone_is_not() -> None:
    assert CorrectForm({"full_name": "许青"}).is_valid()
    assert not CorrectForm({"phone": "13800000000"}).is_valid()
    assert not CorrectForm({"full_name": "\u200b"}).is_valid()


@pytest.mark.parametrize("typed", ["许青本人申请", "xuqing 离岗", "电话 13800000000"])
def test_a_reason_does_not_name_the_person(typed: str) -> None:
    assert "reason" in ReasonForm({"reason": typed}, person=PERSON).errors
    assert "reason" in EraseForm({"reason": typed, "username": "xuqing"}, person=PERSON).errors
    assert ReasonForm({"reason": "本人申请"}, person=PERSON).is_valid()
