"""What the second reader suggests of a version: which suggestions say the same about other places."""

from collections.abc import Hashable

from wenming.plans.models import Doubt
from wenming.reading.second.doubts import SEES


def alike_key(doubt: Doubt) -> Hashable:
    """The same for suggestions of the same role or kind, words and value; any other doubt is like none."""
    if not doubt.code.startswith(SEES):
        return doubt.pk
    return doubt.code, tuple(sorted(doubt.about.items()))


def alike(doubt: Doubt) -> list[Doubt]:
    """The doubt and the open ones that say the same elsewhere in the version, in the order of the text; one query."""
    same = Doubt.objects.filter(version=doubt.version_id, code=doubt.code, settled_at=None).exclude(pk=doubt.pk)
    found = [one for one in same.select_related("measure") if alike_key(one) == alike_key(doubt)]
    return sorted([doubt, *found], key=lambda one: (one.start, one.pk))
