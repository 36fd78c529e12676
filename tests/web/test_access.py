"""The guard of a view, without knowing who holds which right."""

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory

from wenming.web.access import EVERYBODY, everybody, needs


class Held:
    """Somebody who holds these rights."""

    def __init__(self, *rights: str) -> None:
        self.rights = rights
        self.exercised: list[str] = []

    def exercise(self, right: str) -> bool:
        """Whether it is held."""
        self.exercised.append(right)
        return right in self.rights


@needs("read")
def page(_request: HttpRequest, number: int) -> HttpResponse:
    """A page that needs a right."""
    return HttpResponse(str(number))


def test_it_answers_who_holds_the_right() -> None:
    request = RequestFactory().get("/")
    held = Held("read")
    request.rights = held  # type: ignore[attr-defined]
    answer = page(request, 7)
    assert isinstance(answer, HttpResponse)
    assert answer.content == b"7"
    assert page.__doc__ == "A page that needs a right."
    assert held.exercised == ["read"]


def test_a_guarded_view_tells_its_right() -> None:
    assert page.right == "read"  # type: ignore[attr-defined]


def test_a_view_for_everybody_says_so() -> None:
    @everybody
    def open_page(_request: HttpRequest) -> HttpResponse:
        return HttpResponse("open")

    assert open_page.right == EVERYBODY  # type: ignore[attr-defined]
    assert open_page(RequestFactory().get("/")).status_code == 200


@pytest.mark.parametrize("rights", [None, Held(), Held("write")])
def test_to_others_there_is_no_such_page(rights: Held | None) -> None:
    request = RequestFactory().get("/")
    if rights is not None:
        request.rights = rights  # type: ignore[attr-defined]
    with pytest.raises(Http404):
        page(request, 7)
