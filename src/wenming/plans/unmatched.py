"""Duties whose name means nothing in the directory: they need a person as much as a doubt does."""

from django.db.models import QuerySet

from wenming.plans.models import Duty, MarkState

_UNMATCHED = {"state": MarkState.READ, "unit_id": None, "unit_class_id": None}


def is_unmatched(duty: Duty) -> bool:
    """Whether the duty's name means nothing in the directory and nobody has said that this is right."""
    return all(getattr(duty, field) == value for field, value in _UNMATCHED.items())


def unmatched() -> QuerySet[Duty]:
    """The duties of all versions of which ``is_unmatched`` holds; those of removed measures need nobody."""
    return Duty.objects.live().filter(**_UNMATCHED)
