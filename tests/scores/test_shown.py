"""What every page of a round shows."""

import pytest
from django.http import Http404
from django.test import RequestFactory

from tests.plans.making import make_person
from tests.scores.making import make, make_open
from wenming.accounts.models import PostRole, User
from wenming.scores.shown import begun_or_404, shown

pytestmark = pytest.mark.django_db


def test_whether_it_may_be_run(rf: RequestFactory) -> None:
    office, leader = make_person(), make_person("孟", PostRole.LEADER)
    found = make_open(office)

    def told(person: User) -> tuple[object, object]:
        request = rf.get("/")
        request.user = person
        context = shown(request, found.pk)[1]
        return context["may_run"], context["is_open"]

    assert told(office) == (True, True)
    assert told(leader) == (False, True)


def test_what_has_not_begun_has_no_score(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.user = make_person()
    with pytest.raises(Http404):
        begun_or_404(request, make(request.user).pk)
