"""The places of the left rail."""

import pytest
from django.urls import reverse

from wenming.accounts.models import PostRole
from wenming.accounts.rights import RIGHTS, Right
from wenming.web.rail import PLACES, Place, entries

EVERYTHING = {right.value: True for right in Right}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.view)
def test_every_place_exists_and_asks_for_a_right_that_exists(place: Place) -> None:
    assert reverse(place.view)
    assert not place.right or place.right in set(Right)


@pytest.mark.parametrize("role", list(RIGHTS))
def test_at_most_eight_places(role: PostRole) -> None:
    assert len(entries({right.value: True for right in RIGHTS[role]}, "/")) <= 8


def test_only_those_one_may_use() -> None:
    assert [entry.address for entry in entries({}, "/")] == [reverse("home")]
    assert [entry.address for entry in entries({"plan_view": True}, "/")] == [reverse("home"), reverse("plans:list")]
    assert len(entries(EVERYTHING, "/")) == len([place for place in PLACES if not place.instead_of])


def test_who_comes_there_another_way_has_no_place_of_its_own() -> None:
    rounds, frameworks = reverse("scores:list"), reverse("frameworks:list")
    assert [entry.address for entry in entries({"round_view": True}, "/")] == [reverse("home"), rounds]
    both = [entry.address for entry in entries({"round_view": True, "framework_view": True}, rounds)]
    assert both == [reverse("home"), frameworks]


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/", "home"),
        ("/plans/", "plans:list"),
        ("/plans/3/", "plans:list"),
        ("/account/", None),
        ("/command/", "places:list"),
        ("/scores/", "frameworks:list"),
    ],
)
def test_one_place_at_most_is_where_one_is(path: str, current: str | None) -> None:
    here = [entry.address for entry in entries(EVERYTHING, path) if entry.is_current]
    assert here == ([reverse(current)] if current else [])
