"""Who did something and when, as the rows of every room keep it: the fields ``…_by`` and ``…_at``."""

from django.db.models import CheckConstraint, Q


def together(what: str, *, name: str) -> CheckConstraint:
    """Who and when are known together or not at all: ``together("undone", …)`` of ``undone_by`` and ``undone_at``."""
    return CheckConstraint(
        condition=~(Q(**{f"{what}_by__isnull": True}) ^ Q(**{f"{what}_at__isnull": True})), name=name
    )


def who_only_with_when(what: str, *, name: str) -> CheckConstraint:
    """It may have happened by itself, at a time and by nobody; somebody without a time there is not."""
    return CheckConstraint(condition=Q(**{f"{what}_by__isnull": True}) | Q(**{f"{what}_at__isnull": False}), name=name)
