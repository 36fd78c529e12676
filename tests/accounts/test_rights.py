"""Who may do what: the table holds together."""

from itertools import combinations

import pytest

from wenming.accounts.models import NOBODY_TWICE, PostRole
from wenming.accounts.rights import (
    APART,
    GIVES,
    REACH_WORDS,
    RIGHT_WORDS,
    RIGHTS,
    Reach,
    Right,
    apart_from,
)

ADMINISTRATORS = {PostRole(role) for role in NOBODY_TWICE}


def test_every_role_right_and_reach_is_told() -> None:
    assert set(RIGHTS) == set(PostRole)
    assert set(RIGHT_WORDS) == set(Right)
    assert set(REACH_WORDS) == set(Reach)


@pytest.mark.parametrize("right", Right)
def test_somebody_holds_every_right(right: Right) -> None:
    assert any(right in rights for rights in RIGHTS.values())


@pytest.mark.parametrize("role", [role for role in PostRole if role != PostRole.OFFICE])
@pytest.mark.parametrize("right", [Right.PLAN_REVIEW, Right.UNIT_EDIT])
def test_only_the_office_changes_plans_and_units(role: PostRole, right: Right) -> None:
    assert right not in RIGHTS[role]


@pytest.mark.parametrize(("one", "other"), list(combinations(sorted(ADMINISTRATORS), 2)))
def test_administrators_share_no_right(one: PostRole, other: PostRole) -> None:
    assert not set(RIGHTS[one]) & set(RIGHTS[other])


@pytest.mark.parametrize("role", sorted(ADMINISTRATORS))
def test_administrators_do_not_work_in_the_programme(role: PostRole) -> None:
    assert not set(RIGHTS[role]) & {Right.PLAN_VIEW, Right.PLAN_REVIEW, Right.UNIT_EDIT}


def test_who_gives_posts_may_edit_people() -> None:
    assert set(GIVES) == {role for role in PostRole if Right.PERSON_EDIT in RIGHTS[role]}


def test_the_office_makes_no_office_and_no_administrator() -> None:
    assert GIVES[PostRole.OFFICE].isdisjoint({PostRole.OFFICE, PostRole.ASSESSOR, *ADMINISTRATORS})


@pytest.mark.parametrize(
    ("role", "others"),
    [
        (PostRole.SECURITY, {PostRole.SYSTEM, PostRole.AUDIT, PostRole.OFFICE}),
        (PostRole.AUDIT, {PostRole.SYSTEM, PostRole.SECURITY}),
        (PostRole.OFFICE, {PostRole.SECURITY}),
        (PostRole.LIAISON, set()),
    ],
)
def test_what_one_account_never_holds_together(role: PostRole, others: set[PostRole]) -> None:
    assert apart_from(role) == others


def test_the_database_knows_the_three_apart() -> None:
    assert frozenset(ADMINISTRATORS) in APART
