"""The names by which units and classes go: each full name borne once, other names learned and forgotten."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from wenming.audit.recording import action, record
from wenming.places.models import Alias, Unit, UnitClass


class NameTaken(ValueError):
    """Another unit, class or area bears this name already."""


@contextmanager
def naming(name: str, *, of: Unit | UnitClass | None = None) -> Generator[None, None, None]:
    """Inside, a thing is given a name that no other bears; of two at the same moment the later raises NameTaken."""
    same = (Unit.objects.filter(name=name).first(), UnitClass.objects.filter(name=name).first())
    bearer = next((one for one in same if one is not None and one != of), None)
    if bearer is not None:
        raise NameTaken(_taken(name, bearer))
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise NameTaken(_taken(name, None)) from error


def _taken(name: str, bearer: Unit | UnitClass | None) -> str:
    if isinstance(bearer, Unit) and bearer.dissolved_on:
        return _("“%(name)s”是一个已撤销单位的名称，请换一个全称。") % {"name": name}
    return _("单位名录里已经有“%(name)s”，请直接选用它。") % {"name": name}


def owner_fields(thing: Unit | UnitClass) -> dict[str, Unit | UnitClass]:
    """The field of an alias that says whose it is."""
    return {"unit": thing} if isinstance(thing, Unit) else {"unit_class": thing}


def set_aliases(thing: Unit | UnitClass, aliases: Sequence[str]) -> None:
    """These are its other names from now on; what was learned of those kept stays known."""
    thing.aliases.exclude(name__in=aliases).delete()
    known = set(thing.aliases.values_list("name", flat=True))
    new = [name for name in dict.fromkeys(aliases) if name not in known]
    Alias.objects.bulk_create([Alias(name=name, **owner_fields(thing)) for name in new])


@action
def learn_alias(*, name: str, thing: Unit | UnitClass, by: AbstractBaseUser, at: datetime) -> Alias:
    """From now on ``name`` means ``thing``; what was learned before for the same name is forgotten."""
    learned = Alias.objects.filter(name=name, learned_at__isnull=False).exclude(**owner_fields(thing))
    for other in learned.select_related("unit", "unit_class").order_by("pk"):
        forget_alias(name=name, thing=other.owner, by=by, at=at)
    given = {"learned_by_id": by.pk, "learned_at": at}
    alias, is_new = Alias.objects.get_or_create(name=name, **owner_fields(thing), defaults=given)
    if is_new:
        record("places.learn_alias", thing, by=by, at=at, after={"alias": name})
    return alias


@action
def forget_alias(*, name: str, thing: Unit | UnitClass, by: AbstractBaseUser, at: datetime) -> None:
    """``name`` no longer means ``thing``."""
    gone, _each = thing.aliases.filter(name=name).delete()
    if gone:
        record("places.forget_alias", thing, by=by, at=at, before={"alias": name})
