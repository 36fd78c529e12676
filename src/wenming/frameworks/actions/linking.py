"""Saying how a standard stands to one of another framework."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import action, record
from wenming.frameworks.actions.assigning import locked
from wenming.frameworks.models import Crossing, Crosslink, Difference, Item
from wenming.rules.frameworks.crosswalk import BACK, Relation


class SameFramework(ValueError):
    """Both standards are of one framework."""


@action
def link(
    *, one: Item, other: Item, relation: Crossing | None, differs: Iterable[Difference] = (), by: User, at: datetime
) -> None:
    """``one`` stands so to ``other``; None: nobody has said. Raises SameFramework, Superseded."""
    if one.edition.framework_id == other.edition.framework_id:
        raise SameFramework(_("请选另一套测评体系里的标准。"))
    for edition in sorted((one.edition, other.edition), key=lambda edition: edition.pk):
        locked(edition)
    is_turned = one.edition.framework_id > other.edition.framework_id
    source, target = (other, one) if is_turned else (one, other)
    found = Crosslink.objects.filter(source=source, target=target)
    if relation is None:
        found.delete()
    else:
        said = {"relation": turned(relation) if is_turned else relation, "differs": sorted(differs)}
        made = said | {"made_by": by, "made_at": at}
        Crosslink.objects.update_or_create(source=source, target=target, defaults=made)
    told = {"target": other.pk, "relation": relation.value if relation else "", "differs": sorted(differs)}
    record("frameworks.link", one, by=by, at=at, after=told)


def turned(relation: Crossing) -> Crossing:
    """The relation read from the other side."""
    if relation is Crossing.NONE:
        return relation
    plain = Relation(relation.value)
    return Crossing(BACK.get(plain, plain).value)
