"""Rows turned into what the rule of reminders takes; a fixed number of queries, however many units and people."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate, make_aware

from wenming.accounts.models import Post, PostRole, User
from wenming.accounts.queries import in_force
from wenming.places.models import Area, Unit
from wenming.reminders.leading import Leader, leaders_in_charge
from wenming.reminders.models import AreaSteps
from wenming.rules.reminding.digests import Digest, Line, Part, Reach, lines_of, told
from wenming.rules.reminding.matters import NEAR, Kind, Matter, Steps
from wenming.work.board.grid import TO_DO
from wenming.work.models import Answer, Cell, Commitment, Record, RecordState
from wenming.work.requests.turns import UNITS_TURN
from wenming.work.verdicts.days import calendar

BACK = timedelta(days=90)  # what fell due, or came back, earlier is left to the desk
_Keys = QuerySet[Unit, Any]  # of units, for a query


@dataclass(frozen=True, slots=True)
class Day:
    """All that is told on a day: what stands, who gets which digest, and what reaches nobody."""

    day: date
    lines: tuple[Line, ...] = ()
    digests: tuple[Digest, ...] = ()
    unreached: tuple[Part, ...] = ()
    units: Mapping[int, Unit] = field(default_factory=dict)
    people: Mapping[int, User] = field(default_factory=dict)
    in_charge: Mapping[int, tuple[Leader, ...]] = field(default_factory=dict)  # by unit, also those without an account

    def digest_of(self, person: int) -> Digest | None:
        """What that person is told."""
        return next((one for one in self.digests if one.person == person), None)


def load_day(day: date, *, seen: Q | None = None) -> Day:
    """What is told on that day as things stand now, of the units of ``seen`` (all where None). Twelve queries at most.

    Nothing at all on a day off.
    """
    known = calendar()
    if not known.is_working(day):
        return Day(day)
    seen_units = Unit.objects.standing().filter(seen or Q())
    units = {unit.pk: unit for unit in seen_units.select_related("area")}
    parents = dict(Area.objects.values_list("pk", "parent_id"))
    lines = lines_of(_matters(seen_units.order_by().values("pk"), day), day, _steps(units.values(), parents), known)
    concerned = [units[key] for key in dict.fromkeys(line.matter.unit for line in lines)]
    in_charge = leaders_in_charge(concerned, parents, day)
    reaches, people = _people({unit.pk for unit in concerned}, in_charge, day)
    found = told(lines, reaches, day, known)
    return Day(day, lines, found.digests, found.unreached, units, people, in_charge)


def _matters(units: _Keys, day: date) -> Iterator[Matter]:
    yield from _tasks(units, day)
    yield from _returned(units, day)
    yield from _asked(units)


def _tasks(units: _Keys, day: date) -> Iterator[Matter]:
    binding = Commitment.objects.binding().order_by().values("pk")
    days = {"due__gte": day - BACK, "due__lte": day + timedelta(days=NEAR)}
    cells = Cell.objects.filter(unit__in=units, commitment__in=binding, state__in=TO_DO, **days).order_by()
    for pk, unit, activity, due in cells.values_list("pk", "unit", "commitment__activity", "due"):
        yield Matter(Kind.TASK, pk, unit or 0, activity, due=due)


def _returned(units: _Keys, day: date) -> Iterator[Matter]:
    since = make_aware(datetime.combine(day - BACK, time.min))
    rows = Record.objects.filter(unit__in=units, state=RecordState.RETURNED, judged_at__gte=since).order_by()
    for pk, unit, title, at in rows.values_list("pk", "unit", "title", "judged_at"):
        yield Matter(Kind.RETURNED, pk, unit, title, since=localdate(at) if at else None)


def _asked(units: _Keys) -> Iterator[Matter]:
    rows = Answer.objects.filter(UNITS_TURN, unit__in=units).order_by()
    asked = rows.values_list("pk", "unit", "request__title", "request__due", "asked_at", "judged_at")
    for pk, unit, title, due, asked_at, judged_at in asked:
        at = judged_at or asked_at  # judged and open again: it came back
        yield Matter(Kind.ASKED, pk, unit, title, due=due, since=localdate(at) if at else None)


def _steps(units: Iterable[Unit], parents: Mapping[int, int | None]) -> dict[int, Steps]:
    """Unit → its steps: those of its area, else of the nearest area above that has some."""
    set_up = {one.area_id: Steps(one.unit_leader, one.in_charge) for one in AreaSteps.objects.all()}
    return {unit.pk: steps_for(unit.area_id, set_up, parents) for unit in units}


def steps_for(area: int | None, set_up: Mapping[int, Steps], parents: Mapping[int, int | None]) -> Steps:
    """The steps that hold in the area."""
    while area is not None:
        if area in set_up:
            return set_up[area]
        area = parents.get(area)
    return Steps()


def _people(
    units: Collection[int], in_charge: Mapping[int, tuple[Leader, ...]], day: date
) -> tuple[dict[int, Reach], dict[int, User]]:
    """Who is told of which units, with their accounts; stopped accounts are told nothing."""
    own, leads, charge = (
        defaultdict[int, set[int]](set),
        defaultdict[int, set[int]](set),
        defaultdict[int, set[int]](set),
    )
    people: dict[int, User] = {}
    for post in _posts(units, day):
        people[post.user_id] = post.user
        (own if post.role == PostRole.LIAISON else leads)[post.user_id].add(post.unit_id or 0)
    for unit, leaders in in_charge.items():
        for user in (leader.user for leader in leaders if leader.user and leader.user.is_active):
            people[user.pk] = user
            charge[user.pk].add(unit)
    reaches = {key: Reach(frozenset(own[key]), frozenset(leads[key]), frozenset(charge[key])) for key in people}
    return reaches, people


def _posts(units: Collection[int], day: date) -> QuerySet[Post]:
    """Liaisons and leaders of units; their number is that of people, so the units are looked at here."""
    posts = Post.objects.filter(in_force(day), role__in=[PostRole.LIAISON, PostRole.LEADER], user__is_active=True)
    return posts.filter(unit__in=units).select_related("user")
