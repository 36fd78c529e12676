"""Who sees the history of one thing: those whose right to change such things reaches the area it belongs to."""

from typing import Protocol

from wenming.audit import words
from wenming.web.numbers import whole


class Powers(Protocol):
    """What a request may do (``request.rights``)."""

    def exercise(self, right: str, *, area: int | None = None) -> bool:
        """Whether the right is held, and reaches the area where one is given."""


def sees_history(powers: Powers, kind: str, key: str) -> bool:
    """Whether the person may see what was done to the thing; of one that is gone only the log tells."""
    right, model, number = words.history_right(kind), words.model_of(kind), whole(key)
    if not right or model is None or number is None:
        return False
    found = model._base_manager.filter(pk=number).values_list("area", flat=True)[:1]
    return any(powers.exercise(right, area=area) for area in found)
