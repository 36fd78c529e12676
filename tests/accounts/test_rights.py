"""Who may do what."""

import pytest

from wenming.accounts.models import PostRole
from wenming.accounts.rights import RIGHTS, Right, rights_of


@pytest.mark.parametrize("role", PostRole)
def test_every_role_has_its_rights(role: PostRole) -> None:
    assert RIGHTS[role]


def test_nobody_without_a_role_may_anything() -> None:
    assert rights_of(set()) == frozenset()


def test_two_roles_add_up() -> None:
    assert rights_of({PostRole.LIAISON, PostRole.OFFICE}) == RIGHTS[PostRole.LIAISON] | RIGHTS[PostRole.OFFICE]


@pytest.mark.parametrize("role", [PostRole.LIAISON, PostRole.LEADER, PostRole.INSPECTOR])
@pytest.mark.parametrize("right", [Right.PLAN_REVIEW, Right.UNIT_EDIT])
def test_only_the_office_changes_plans_and_units(role: PostRole, right: Right) -> None:
    assert right not in RIGHTS[role]
