"""Saying once more who one is."""

from datetime import timedelta

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from wenming.accounts.sign_in.confirming import HOLDS, confirm, confirmed, is_confirmed


@confirmed
def guarded(_request: HttpRequest) -> HttpResponse:
    """Something that an open screen should not allow."""
    return HttpResponse("done")


def request_with(session: dict[str, int]) -> HttpRequest:
    """A request in that session."""
    request = RequestFactory().get("/account/code/")
    request.session = session  # type: ignore[assignment]
    return request


def test_who_has_not_is_asked_and_led_back() -> None:
    assert guarded(request_with({}))["Location"] == "/sign-in/confirm/?next=%2Faccount%2Fcode%2F"


def test_who_has_just_done_so_goes_on() -> None:
    request = request_with({})
    confirm(request, at=timezone.now())
    assert guarded(request).content == b"done"


@pytest.mark.parametrize(
    ("late", "holds"), [(timedelta(0), True), (HOLDS - timedelta(seconds=2), True), (HOLDS, False)]
)
def test_it_holds_for_a_while(late: timedelta, holds: bool) -> None:
    request, at = request_with({}), timezone.now().replace(microsecond=0)
    confirm(request, at=at)
    assert is_confirmed(request, at=at + late) == holds
