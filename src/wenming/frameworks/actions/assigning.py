"""Who answers for which standard: giving, taking back, and reading off what the framework itself says."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.frameworks.models import Assignment, AssignmentRole, Edition, EditionState, Item
from wenming.frameworks.rows import item_of
from wenming.frameworks.rulings import Place, Rulings, is_released, rulings_of
from wenming.places.models import Unit, UnitClass
from wenming.places.queries import directory
from wenming.rules.frameworks.model import Question, Role, SiteCheck
from wenming.rules.matching import Directory, EntryKind, match

Whom = tuple[int | None, int | None]  # the key of a unit, or of a class


class Superseded(ValueError):
    """The edition is no longer in force: its table is history."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """What became of a wish: how many places were given, how many have another lead already, and how many it was
    decided that the unit does not answer for."""

    made: int
    led: int
    ruled: int


@dataclass(frozen=True, slots=True)
class AsWritten:
    """What the framework's own words gave, and the names that the directory does not know with how often."""

    made: int
    unknown: Mapping[str, int]


@action
def assign(
    *, edition: Edition, places: Sequence[Place], to: Unit | UnitClass, role: AssignmentRole, by: User, at: datetime
) -> Assigned:
    """Let a unit or class answer for these places in this role. Raises Superseded.

    Whoever answers there already gets the new role. A place that another leads keeps its lead and is counted. Where it
    was decided that the unit does not answer, it is not given to it.
    """
    kept = locked(edition)
    whom: Whom = (to.pk, None) if isinstance(to, Unit) else (None, to.pk)
    rulings, asked = rulings_of(kept), places_of(kept, places)
    wishes = [(place, whom, role) for place in asked if not is_released(rulings, place, whom[0])]
    made, led = _give(kept, wishes, by, at)
    after = {"count": made, "role": role.value, "name": to.name}
    record("frameworks.assign", kept, by=by, at=at, after=after)
    return Assigned(made, led, len(asked) - len(wishes))


@action
def take_back(*, assignment: Assignment, by: User, at: datetime) -> None:
    """The unit or class does not answer for it any more. Raises Superseded, Assignment.DoesNotExist."""
    edition = locked(assignment.item.edition)
    kept = Assignment.objects.select_for_update().get(pk=assignment.pk)
    record("frameworks.take_back", edition, by=by, at=at, before=state_of(kept, "item", "role", "unit", "unit_class"))
    kept.delete()


@action
def assign_as_written(*, edition: Edition, by: User, at: datetime) -> AsWritten:
    """Give each standard to the units that the framework itself names, as far as the directory knows them.

    Who was given by hand stays; a second lead of one place becomes responsible. Where a decision moved a standard to
    another unit, that one gets it. Raises Superseded.
    """
    kept = locked(edition)
    known, unknown = directory(), Counter[str]()
    taken = set(Assignment.objects.filter(item__edition=kept).values_list("item_id", "wanted"))
    wishes, rulings = [], rulings_of(kept)
    for item in kept.items.filter(is_standard=True).order_by("position"):
        for place, role in _written(item):
            whom = whom_of(known, role.unit)
            if whom is None:
                unknown[role.unit] += 1
            elif place not in taken and (ruled := _as_ruled(rulings, place, whom)):
                wishes.append((place, ruled, AssignmentRole(role.role)))
    made, _led = _give(kept, _one_lead(wishes), by, at)
    record("frameworks.assign_as_written", kept, by=by, at=at, after={"count": made, "unknown": len(unknown)})
    return AsWritten(made, dict(unknown.most_common()))


def _as_ruled(rulings: Rulings, place: Place, whom: Whom) -> Whom | None:
    """Whom a decision puts in the place of the unit; None where nobody."""
    if not is_released(rulings, place, whom[0]):
        return whom
    given_to = rulings[place][whom[0] or 0].given_to_id
    return (given_to, None) if given_to else None


def _written(item: Item) -> Iterator[tuple[Place, Role]]:
    """Whom the pack names for a standard: for all of it, for its checks and questions, and for each piece wanted."""
    pack = item_of(item)
    whole = [*pack.roles, *_roles(pack.checks), *_roles(pack.survey)]
    yield from (((item.pk, 0), role) for role in dict.fromkeys(whole))
    for number, one in enumerate(pack.evidence, start=1):
        yield from (((item.pk, number), role) for role in one.roles)


def _roles(things: Iterable[SiteCheck] | Iterable[Question]) -> Iterator[Role]:
    return (role for one in things for role in one.roles)


def whom_of(known: Directory, name: str) -> Whom | None:
    """The unit or class that a name means; None where the directory does not know it, or knows several."""
    entry = match(name, known).entry
    if entry is None:
        return None
    return (entry.id, None) if entry.kind is EntryKind.UNIT else (None, entry.id)


def _one_lead(wishes: Iterable[tuple[Place, Whom, AssignmentRole]]) -> Iterator[tuple[Place, Whom, AssignmentRole]]:
    led: set[Place] = set()
    for place, whom, role in wishes:
        is_second = role is AssignmentRole.LEAD and place in led
        if role is AssignmentRole.LEAD:
            led.add(place)
        yield place, whom, AssignmentRole.RESPONSIBLE if is_second else role


def locked(edition: Edition) -> Edition:
    """The edition, for this action alone; raises Superseded where its table is history."""
    kept = Edition.objects.select_for_update().get(pk=edition.pk)
    if kept.state == EditionState.SUPERSEDED:
        raise Superseded(_("这一版已被新版替代，不能再改。"))
    return kept


def places_of(edition: Edition, places: Sequence[Place]) -> list[Place]:
    """The places that are the edition's: standards, and no more pieces than each wants."""
    rows = Item.objects.filter(edition=edition, is_standard=True, pk__in={item for item, _number in places})
    most = {row.pk: len(row.body.get("evidence", ())) for row in rows}
    return [(item, number) for item, number in places if item in most and 0 <= number <= most[item]]


def _give(
    edition: Edition, wishes: Iterable[tuple[Place, Whom, AssignmentRole]], by: User, at: datetime
) -> tuple[int, int]:
    """Make or change the rows; how many, and how many places have another lead."""
    rows = {(one.item_id, one.wanted, one.unit_id, one.unit_class_id): one for one in _rows(edition)}
    leads = {key[:2]: key[2:] for key, one in rows.items() if one.role == AssignmentRole.LEAD}
    new: dict[tuple[Place, Whom], Assignment] = {}
    changed, led = [], 0
    for place, whom, role in wishes:
        if role is AssignmentRole.LEAD and leads.setdefault(place, whom) != whom:
            led += 1
        elif (row := rows.get((*place, *whom))) is None:
            new.setdefault((place, whom), _assignment(place, whom, role, by, at))
        elif row.role != role:
            row.role, row.made_by, row.made_at = role, by, at
            changed.append(row)
    Assignment.objects.bulk_create(new.values(), batch_size=500)
    Assignment.objects.bulk_update(changed, ["role", "made_by", "made_at"], batch_size=200)
    return len(new) + len(changed), led


def _rows(edition: Edition) -> list[Assignment]:
    return list(Assignment.objects.filter(item__edition=edition))


def _assignment(place: Place, whom: Whom, role: AssignmentRole, by: User, at: datetime) -> Assignment:
    (item, wanted), (unit, unit_class) = place, whom
    return Assignment(
        item_id=item, wanted=wanted, role=role, unit_id=unit, unit_class_id=unit_class, made_by=by, made_at=at
    )
