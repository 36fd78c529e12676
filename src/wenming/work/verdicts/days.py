"""The calendar that verdicts go by: that of the country with what the office has added."""

from functools import lru_cache

from wenming.rules.days.added import Added, AddedKind, calendar_with
from wenming.rules.days.calendar import Calendar
from wenming.work.models import LocalDays


def added_days() -> tuple[Added, ...]:
    """What the office has added, in the order of the days; one query."""
    rows = LocalDays.objects.order_by("first", "kind").values_list("kind", "first", "last", "name", "source")
    return tuple(Added(AddedKind(kind), first, last, name, source) for kind, first, last, name, source in rows)


def calendar() -> Calendar:
    """Which days offices work, when festivals fall, and when schools have their terms; one query."""
    return _made(added_days())


@lru_cache(maxsize=8)
def _made(added: tuple[Added, ...]) -> Calendar:
    return calendar_with(added)
