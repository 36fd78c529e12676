"""Requests and answers as pages show them; nothing here writes."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.places.models import Unit, UnitQuerySet
from wenming.places.queries import member_ids
from wenming.places.reach import units_in
from wenming.rules.asking import Fit, Wanted, alike
from wenming.rules.days.months import week_of
from wenming.work.models import Answer, AnswerState, Request, RequestState
from wenming.work.requests.finding import There, there, wanted_by
from wenming.work.requests.states import OPEN
from wenming.work.requests.turns import RUNS, SAID, UNITS_TURN

LOOKED_AT = 200  # requests that are compared with a draft


@dataclass(frozen=True, slots=True)
class Sum:
    """How far a request has come, always of all who were asked."""

    asked: int
    waiting: int = 0  # for the units
    answered: int = 0  # for the office
    not_ours: int = 0
    accepted: int = 0

    @property
    def done(self) -> int:
        """Who has said something."""
        return self.asked - self.waiting


@dataclass(frozen=True, slots=True)
class Row:
    """A unit before it is asked: what it has, what it is asked already, and what was decided earlier."""

    unit: Unit
    there: list[There]
    this_week: list[Answer]
    earlier: Answer | None  # it was agreed that something alike is not theirs

    @property
    def records(self) -> list[There]:
        """What can be proposed as the answer."""
        return [one for one in self.there if one.record is not None]


def requests_seen(powers: Powers) -> QuerySet[Request]:
    """The requests of the areas for which the person asks."""
    return Request.objects.filter(powers.scope(Right.WORK_REVIEW).within("area"))


def units_to_ask(powers: Powers) -> UnitQuerySet:
    """The units that the person may ask."""
    return units_in(powers.scope(Right.WORK_REVIEW)).standing()


def units_meant(request: Request, powers: Powers) -> list[Unit]:
    """Whom the draft asks, by class or by name, as the directory stands today and as far as the person's right
    reaches, in the order of the directory.
    """
    members = member_ids(request.unit_classes.all())
    keys = {unit for units in members.values() for unit in units} | set(request.units.values_list("pk", flat=True))
    return list(units_to_ask(powers).filter(pk__in=keys).select_related("area").order_by("area__code", "pk"))


def found(powers: Powers, *, text: str = "", state: str = "") -> QuerySet[Request]:
    """The requests that a list shows: drafts and open ones first, then the newest."""
    rows = requests_seen(powers).select_related("made_by")
    if text:
        rows = rows.filter(Q(title__icontains=text) | Q(basis__icontains=text) | Q(words__icontains=text))
    if state in RequestState.values:
        rows = rows.filter(state=state)
    is_over = Case(
        When(state__in=[RequestState.DRAFT, RequestState.SENT], then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
    return rows.order_by(is_over, "-made_at", "-pk")


def sums(requests: Iterable[Request]) -> dict[int, Sum]:
    """Request → how far it has come; one query."""
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    rows = Answer.objects.filter(request__in=[one.pk for one in requests]).order_by()
    for request, state, number in rows.values_list("request", "state").annotate(Count("pk")):
        counts[request][state] += number
    return {request: _sum(of) for request, of in counts.items()}


def _sum(of: Mapping[str, int]) -> Sum:
    waiting = sum(of.get(state, 0) for state in OPEN)
    answered, accepted = of.get(AnswerState.ANSWERED, 0), of.get(AnswerState.ACCEPTED, 0)
    return Sum(sum(of.values()), waiting, answered, of.get(AnswerState.NOT_OURS, 0), accepted)


def asked_of(units: Collection[int]) -> QuerySet[Answer]:
    """What the units have still to answer, the nearest day first."""
    rows = Answer.objects.filter(UNITS_TURN, unit__in=units)
    return rows.select_related("request", "unit").order_by("request__due", "pk")


@dataclass(frozen=True, slots=True)
class Ticked:
    """What the office ticked before it sends: units, records that it proposes; ``without_have`` leaves out who has."""

    units: Collection[int]
    records: Collection[int]
    without_have: bool = False


def ticked_at_first(rows: Iterable[Row]) -> Ticked:
    """What the office finds ticked: who was not excused earlier, and what is more than of the same kind."""
    kept = list(rows)
    units = {row.unit.pk for row in kept if not row.earlier}
    near = (one for row in kept for one in row.records if one.fit is not Fit.KIND)
    return Ticked(units, {one.record.pk for one in near if one.record})


def asking(rows: Iterable[Row], ticked: Ticked) -> dict[int, list[int]]:
    """Unit that is to be asked → the records that are proposed to it; only of the rows, whatever is ticked."""
    asked = [row for row in rows if row.unit.pk in ticked.units and not (ticked.without_have and row.there)]
    return {
        row.unit.pk: [one.record.pk for one in row.records if one.record and one.record.pk in ticked.records]
        for row in asked
    }


def before_sending(request: Request, units: list[Unit], *, today: date) -> list[Row]:
    """Each unit that the draft means, first those of which there is something to see; six queries, however many."""
    keys = [unit.pk for unit in units]
    has = there(request, keys, today=today)
    this_week, earlier = _this_week(keys, today), _decided(request, keys)
    rows = [Row(unit, has.get(unit.pk, []), this_week.get(unit.pk, []), earlier.get(unit.pk)) for unit in units]
    return sorted(rows, key=lambda row: (not row.there, not row.earlier, not row.this_week))


def _this_week(units: Collection[int], today: date) -> dict[int, list[Answer]]:
    """What the units were asked this week, or have to answer in it."""
    monday, sunday = week_of(today)
    now = Q(asked_at__date__range=(monday, sunday)) | Q(request__due__range=(monday, sunday), state__in=OPEN)
    rows = Answer.objects.filter(RUNS & now, unit__in=units)
    asked: dict[int, list[Answer]] = defaultdict(list)
    for one in rows.select_related("request").order_by("request__due", "pk"):
        asked[one.unit_id].append(one)
    return asked


def _decided(request: Request, units: Collection[int]) -> dict[int, Answer]:
    """Unit → where it was agreed that something alike is not theirs."""
    rows = Answer.objects.filter(unit__in=units, state=AnswerState.NOT_OURS, judged_at__isnull=False)
    wanted = wanted_by(request)
    rows = rows.select_related("request", "judged_by").order_by("judged_at")
    return {one.unit_id: one for one in rows if alike(wanted, _wanted(one.request))}


def like(request: Request, powers: Powers) -> list[Request]:
    """Open requests that ask for the same thing, the newest first; one query."""
    wanted = wanted_by(request)
    rows = requests_seen(powers).filter(state=RequestState.SENT).exclude(pk=request.pk)
    return [one for one in rows.order_by("-sent_at", "-pk")[:LOOKED_AT] if alike(wanted, _wanted(one))]


def _wanted(request: Request) -> Wanted:
    return Wanted(request.title, request.commitment_id)


def answers_of(request: Request, *, state: str = "", text: str = "") -> QuerySet[Answer]:
    """The units' parts: what waits for the office first, then what waits for the units."""
    rows = request.answers.select_related("unit", "answered_by", "judged_by")
    rows = rows.prefetch_related("records", "evidence")
    if state in AnswerState.values:
        rows = rows.filter(state=state)
    if text:
        rows = rows.filter(Q(unit__short__icontains=text) | Q(unit__name__icontains=text))
    turn = Case(
        When(SAID, then=Value(0)),
        When(state__in=OPEN, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return rows.order_by(turn, "unit__area__code", "unit")


def in_turn(rows: QuerySet[Answer]) -> QuerySet[Answer]:
    """What the units have still to answer first, the nearest day first; then what they said, the last first."""
    turn = Case(When(UNITS_TURN, then=Value(0)), default=Value(1), output_field=IntegerField())
    return rows.select_related("request", "unit").order_by(turn, "request__due", "-pk")
