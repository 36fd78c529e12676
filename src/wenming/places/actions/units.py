"""Adding units, and giving them other particulars."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext as _

from wenming.audit.recording import action, record, state_of
from wenming.places.actions.areas import WrongCode
from wenming.places.actions.naming import naming, owner_fields, set_aliases
from wenming.places.code_words import credit_fault_words
from wenming.places.models import SHORT_NAME_LENGTH, Alias, Area, Unit, UnitKind
from wenming.rules.codes import credit_code, credit_code_fault
from wenming.rules.reaching import reached, turned

FIELDS = ("name", "short", "kind", "area", "credit_code", "dissolved_on")


class OwnParent(ValueError):
    """A unit would stand above itself."""


class NoShortName(ValueError):
    """A full name that is too long for tables stands without a short one."""


@action
def add_unit(  # noqa: PLR0913 - the particulars of a unit, each by its name
    *,
    name: str,
    short: str,
    kind: UnitKind,
    area: Area,
    by: AbstractBaseUser | None,
    at: datetime,
    parents: Collection[Unit] = (),
    aliases: Sequence[str] = (),
    code: str = "",
) -> Unit:
    """A new unit with the names it goes by; ``code`` is its 统一社会信用代码.

    Raises NameTaken, WrongCode, NoShortName.
    """
    unit = Unit(name=name, short=short_name(name, short), kind=kind, area=area, credit_code=credit_code(code))
    check_credit_code(unit)
    with naming(name):
        unit.save()
    unit.parents.set(parents)
    Alias.objects.bulk_create([Alias(name=alias, **owner_fields(unit)) for alias in dict.fromkeys(aliases)])
    record("places.add_unit", unit, by=by, at=at, after=state(unit))
    return unit


@action
def change_unit(  # noqa: PLR0913 - the particulars of a unit, each by its name
    *,
    unit: Unit,
    name: str,
    short: str,
    kind: UnitKind,
    area: Area,
    by: AbstractBaseUser | None,
    at: datetime,
    parents: Collection[Unit] = (),
    aliases: Sequence[str] = (),
    code: str = "",
) -> Unit:
    """Correct the unit's names, kind, area, code, parents and other names.

    Raises NameTaken, OwnParent, WrongCode, NoShortName, Unit.DoesNotExist. A unit that got a new name is renamed
    instead, so that its history tells of it.
    """
    locked = Unit.objects.select_for_update().get(pk=unit.pk)
    before = state(locked)
    if locked.pk in ancestors(parents):
        raise OwnParent(_("“%(name)s”不能是自己的上级，请看看所选上级的上级。") % {"name": locked.short})
    locked.name, locked.short, locked.kind, locked.area = name, short_name(name, short), kind, area
    locked.credit_code = credit_code(code)
    check_credit_code(locked)
    with naming(name, of=locked):
        locked.save()
    locked.parents.set(parents)
    set_aliases(locked, aliases)
    record("places.change_unit", locked, by=by, at=at, before=before, after=state(locked))
    return locked


def state(unit: Unit) -> dict[str, object]:
    """What an event tells of a unit."""
    names = list(unit.aliases.order_by("name").values_list("name", flat=True))
    parents = list(unit.parents.order_by("pk").values_list("pk", flat=True))
    return {**state_of(unit, *FIELDS), "parents": parents, "aliases": names}


def short_name(name: str, short: str) -> str:
    """The short one, or the full one where that is short enough; raises NoShortName."""
    if not short and len(name) > SHORT_NAME_LENGTH:
        raise NoShortName(
            _("“%(name)s”超过 %(limit)s 个字，请另填一个简称。") % {"name": name, "limit": SHORT_NAME_LENGTH}
        )
    return short or name


def check_credit_code(unit: Unit) -> None:
    """Raises WrongCode where the unit's code cannot be right, or is another unit's."""
    if not unit.credit_code:
        return
    fault = credit_code_fault(unit.credit_code)
    if fault:
        raise WrongCode(credit_fault_words(fault))
    other = Unit.objects.filter(credit_code=unit.credit_code).exclude(pk=unit.pk).first()
    if other is not None:
        raise WrongCode(_("这个代码已经登记在“%(name)s”名下。") % {"name": other.name})


def ancestors(units: Collection[Unit]) -> frozenset[int]:
    """These units and all above them; one query."""
    above = turned(Unit.parents.through.objects.values_list("to_unit", "from_unit"))
    return reached((unit.pk for unit in units), above)
