"""The points of an item, which a framework often leaves open until an office sets them."""

from datetime import datetime
from fractions import Fraction

from wenming.accounts.models import User
from wenming.audit.recording import action, record
from wenming.frameworks.actions.assigning import locked
from wenming.frameworks.models import Item
from wenming.rules.frameworks.writing import decimal


@action
def set_points(*, item: Item, points: Fraction | None, by: User, at: datetime) -> None:
    """So many points, or not known. Raises Superseded."""
    locked(item.edition)
    kept = Item.objects.get(pk=item.pk)
    before = kept.body.get("points")
    body = {name: value for name, value in kept.body.items() if name != "points"}
    kept.body = body if points is None else body | {"points": decimal(points)}
    kept.save(update_fields=["body"])
    record(
        "frameworks.set_points",
        kept,
        by=by,
        at=at,
        before={"points": before},
        after={"points": kept.body.get("points")},
    )
