"""Who may do what: one table, asked by every page."""

from enum import StrEnum

from wenming.accounts.models import PostRole


class Right(StrEnum):
    """One thing that a role may do."""

    PLAN_VIEW = "plan_view"  # see plans in force and the responsibility table
    PLAN_REVIEW = "plan_review"  # import a plan, correct its reading, put it in force
    UNIT_VIEW = "unit_view"  # see the directory and each unit's page
    UNIT_EDIT = "unit_edit"  # make and merge units, teach names


_EVERYBODY = frozenset({Right.PLAN_VIEW, Right.UNIT_VIEW})

RIGHTS: dict[PostRole, frozenset[Right]] = {
    PostRole.OFFICE: _EVERYBODY | {Right.PLAN_REVIEW, Right.UNIT_EDIT},
    PostRole.LIAISON: _EVERYBODY,
    PostRole.LEADER: _EVERYBODY,
    PostRole.INSPECTOR: _EVERYBODY,
    PostRole.ASSESSOR: frozenset(),
    PostRole.SYSTEM: frozenset(),
    PostRole.SECURITY: frozenset(),
    PostRole.AUDIT: frozenset(),
}


def rights_of(roles: set[PostRole]) -> frozenset[Right]:
    """All that a person with these roles may do."""
    return frozenset().union(*(RIGHTS[role] for role in roles))
