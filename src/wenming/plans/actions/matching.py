"""Which unit or class of units a name of the document means: chosen by a person, for all the same names at once."""

from dataclasses import dataclass
from datetime import datetime

from wenming.accounts.models import User
from wenming.audit.recording import action
from wenming.places import actions as places
from wenming.places.models import SHORT_NAME_LENGTH, UNIT_NAME_LENGTH, Area, Unit, UnitClass, UnitKind
from wenming.plans.actions.marking import Seen
from wenming.plans.actions.steps import Changes, Learned, fetch, lock
from wenming.plans.models import Act, Duty, MarkState, PlanVersion, Step
from wenming.rules.matching import Reason

CHOSEN = "chosen"  # the reason of a match that a person made


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit to be made there and then."""

    name: str
    kind: UnitKind
    area: Area


@dataclass(frozen=True, slots=True)
class NewClass:
    """A class of units to be made there and then: all units of these kinds in the area of the plan."""

    name: str
    kinds: tuple[UnitKind, ...]


Meant = Unit | UnitClass | NewUnit | NewClass | None


@action
def match_name(*, version_id: int, seen: Seen, meant: Meant, everywhere: bool, by: User, at: datetime) -> Step:
    """The name of the duty means ``meant`` (None: nothing of the directory), here or ``everywhere`` in this version.

    The directory learns the name as an alias, and forgets it when the step is undone; a unit or class made here stays.
    Raises Stale, NotOpen, places.NameTaken, Unit.DoesNotExist.
    """
    changes = Changes(lock(version_id), by=by, at=at)
    duty = fetch(changes.version, "duty", seen.pk, seen.revision)
    if not isinstance(duty, Duty):
        raise TypeError(seen.kind)
    thing = _made(meant, changes.version, by, at)
    for one in _same(duty) if everywhere else [duty]:
        _match(changes, one, thing)
    return changes.keep(Act.MATCH, _learn(duty.name, thing, by, at))


def _made(meant: Meant, version: PlanVersion, by: User, at: datetime) -> Unit | UnitClass | None:
    if isinstance(meant, NewUnit):
        short = meant.name[:SHORT_NAME_LENGTH]
        return places.add_unit(name=meant.name, short=short, kind=meant.kind, area=meant.area, by=by, at=at)
    if isinstance(meant, NewClass):
        return places.add_class(name=meant.name, kinds=meant.kinds, area=version.plan.area, by=by, at=at)
    if isinstance(meant, Unit):  # locked, so that nobody merges it into another before this act is done
        return Unit.objects.select_for_update(no_key=True).get(pk=meant.pk)
    return meant


def _same(duty: Duty) -> list[Duty]:
    """All duties of the version with the same name that are not removed; the one chosen among them."""
    same = Duty.objects.filter(measure__version__measures=duty.measure_id, name=duty.name)
    return [*same.standing().exclude(pk=duty.pk), duty]


def _match(changes: Changes, duty: Duty, thing: Unit | UnitClass | None) -> None:
    unit = thing if isinstance(thing, Unit) else None
    unit_class = thing if isinstance(thing, UnitClass) else None
    state = MarkState.CONFIRMED if duty.state == MarkState.READ else duty.state
    reason = CHOSEN if thing else Reason.UNKNOWN.value
    changes.change(
        duty, unit_id=unit and unit.pk, unit_class_id=unit_class and unit_class.pk, reason=reason, state=state
    )
    changes.settle_doubts_of([duty])


def _learn(name: str, thing: Unit | UnitClass | None, by: User, at: datetime) -> Learned:
    """Teach the directory the name, unless it is known; a name with ``*`` stands for many and is not learned."""
    if thing is None or "*" in name or name in _names(thing) or len(name) > UNIT_NAME_LENGTH:
        return []
    places.learn_alias(name=name, thing=thing, by=by, at=at)
    return [(name, "unit" if isinstance(thing, Unit) else "class", thing.pk)]


def _names(thing: Unit | UnitClass) -> set[str]:
    own = {thing.name, thing.short} if isinstance(thing, Unit) else {thing.name}
    return own | set(thing.aliases.values_list("name", flat=True))
