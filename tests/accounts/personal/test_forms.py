"""What people type about personal data."""

import pytest

from wenming.accounts.models import User
from wenming.accounts.personal.forms import CorrectForm, EraseForm, ReasonForm

PERSON = User(username="xuqing")


@pytest.mark.parametrize(("typed", "is_taken"), [("xuqing", True), ("XuQing", False), ("许青", False), ("", False)])
def test_nobody_is_erased_by_a_slip(typed: str, is_taken: bool) -> None:
    form = EraseForm({"reason": "离岗", "username": typed}, person=PERSON)
    assert form.is_valid() is is_taken


def test_a_reason_is_always_said() -> None:
    assert not ReasonForm({"reason": " "}).is_valid()
    assert not EraseForm({"username": "xuqing"}, person=PERSON).is_valid()


def test_a_name_is_needed_and_a_phone_is_not() -> None:
    assert CorrectForm({"full_name": "许青"}).is_valid()
    assert not CorrectForm({"phone": "13800000000"}).is_valid()
    assert not CorrectForm({"full_name": "\u200b"}).is_valid()
