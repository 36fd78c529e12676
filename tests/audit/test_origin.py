"""From where something is done: the innermost tells, and afterwards the one before it again."""

import pytest
from django.http import HttpRequest, HttpResponse

from wenming.audit.origin import BY_COMMAND, Origin, OriginKind, act_as, coming_from, current, origin_middleware

WORKER = Origin(OriginKind.WORKER)


def test_what_nobody_asked_for_by_a_page_is_the_command_line() -> None:
    assert current() == BY_COMMAND


def test_it_holds_inside_and_no_longer() -> None:
    with coming_from(WORKER):
        assert current() == WORKER
        with coming_from(BY_COMMAND):
            assert current() == BY_COMMAND
        assert current() == WORKER
    assert current() == BY_COMMAND


def test_it_is_put_back_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), coming_from(WORKER):
        raise ValueError("broken")
    assert current() == BY_COMMAND


def test_a_request_has_its_address_and_the_role_that_is_exercised_in_it() -> None:
    seen: list[Origin] = []

    def view(_request: HttpRequest) -> HttpResponse:
        seen.append(current())
        act_as(role="office", held_for="unit:3")
        seen.append(current())
        return HttpResponse()

    request = HttpRequest()
    request.META["REMOTE_ADDR"] = "10.1.2.3"
    origin_middleware(view)(request)
    plain = Origin(OriginKind.WEB, address="10.1.2.3")
    assert seen == [plain, Origin(OriginKind.WEB, address="10.1.2.3", role="office", held_for="unit:3")]
    assert current() == BY_COMMAND


def test_a_request_without_an_address_has_none() -> None:
    def view(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(current().address)

    assert origin_middleware(view)(HttpRequest()).content == b""
