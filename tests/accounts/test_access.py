"""The guard of every page, and what the frame is told."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from tests.accounts.making import make_person, make_unit
from wenming.accounts.access import needs, rail, rights_for, rights_middleware, user_of
from wenming.accounts.models import PostRole, User
from wenming.accounts.rights import RIGHTS, Right

pytestmark = pytest.mark.django_db


def request_of(user: User | AnonymousUser) -> HttpRequest:
    """A request of that person."""
    request = RequestFactory().get("/")
    request.user = user
    rights_middleware(lambda _request: HttpResponse())(request)
    return request


@needs(Right.PLAN_REVIEW)
def guarded(_request: HttpRequest, number: int) -> HttpResponse:
    """A page that needs a right."""
    return HttpResponse(str(number))


def test_it_answers_who_holds_the_right() -> None:
    answer = guarded(request_of(make_person()), 7)
    assert isinstance(answer, HttpResponse)
    assert answer.content == b"7"


@pytest.mark.parametrize("role", [PostRole.LIAISON, None])
def test_to_others_there_is_no_such_page(role: PostRole | None) -> None:
    with pytest.raises(Http404):
        guarded(request_of(make_person(role=role)), 7)


def test_nobody_signed_in_is_nobody() -> None:
    with pytest.raises(Http404):
        user_of(request_of(AnonymousUser()))


def test_rights_are_asked_once_for_a_request(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    request = request_of(make_person())
    with django_assert_num_queries(2):  # the posts, the tree of areas
        assert rights_for(request) is rights_for(request)


def test_the_frame_is_told_rights_and_county() -> None:
    told = rail(request_of(make_person(role=PostRole.LIAISON)))
    assert told == {
        "may": dict.fromkeys(RIGHTS[PostRole.LIAISON], True),
        "county": "青禾县",
    }


def test_the_county_is_not_asked_for_where_it_is_not_shown(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_unit()
    with django_assert_num_queries(0):
        told = rail(request_of(AnonymousUser()))
    assert told["may"] == {}
    assert str(told["county"]) == "青禾县"
