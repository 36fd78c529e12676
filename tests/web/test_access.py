"""The guard of a view, without knowing who holds which right."""

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory

from wenming.web.access import needs


@needs("read")
def page(_request: HttpRequest, number: int) -> HttpResponse:
    """A page that needs a right."""
    return HttpResponse(str(number))


def test_it_answers_who_holds_the_right() -> None:
    request = RequestFactory().get("/")
    request.rights = frozenset({"read"})  # type: ignore[attr-defined]
    answer = page(request, 7)
    assert isinstance(answer, HttpResponse)
    assert answer.content == b"7"
    assert page.__doc__ == "A page that needs a right."


@pytest.mark.parametrize("rights", [None, frozenset(), frozenset({"write"})])
def test_to_others_there_is_no_such_page(rights: frozenset[str] | None) -> None:
    request = RequestFactory().get("/")
    if rights is not None:
        request.rights = rights  # type: ignore[attr-defined]
    with pytest.raises(Http404):
        page(request, 7)
