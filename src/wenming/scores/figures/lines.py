"""What the figures say of a round's standards today, beside what the round has."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from django.db.models import Q
from django.utils.translation import gettext as _

from wenming.rules.frameworks.located import PackError
from wenming.rules.scoring.figures import Aim, Point, Taken, Wants, figure_of, value_for, wants
from wenming.rules.scoring.model import Node
from wenming.rules.scoring.scoring_rules import Better
from wenming.scores.actions.measuring import Seen
from wenming.scores.models import NAME_LENGTH, TAKEN_WORDS, Measurement, Period, Round, Supply
from wenming.scores.standing import framework_in
from wenming.scores.values.table import kept
from wenming.scores.words import points_words
from wenming.work.commitments.subjects import ALL
from wenming.work.figures.actions import plainly
from wenming.work.figures.series import Place
from wenming.work.figures.workbook import OF_ALL
from wenming.work.models import Figure


class State(StrEnum):
    """How the figure stands to what the round has."""

    NEW = "new"  # there is no value yet
    MOVED = "moved"  # the value was taken when the figure said something else
    SAME = "same"
    BY_HAND = "by_hand"  # somebody entered values: they are not touched
    NO_FIGURE = "no_figure"
    UNFIT = "unfit"  # the standard's rule cannot take it
    UNSEEN = "unseen"  # the figure is not the person's to see


TO_TAKE = (State.NEW, State.MOVED)


@dataclass(frozen=True, slots=True)
class Line:
    """One standard with the figure that it takes its value from; ``figure`` and ``value`` None where there is none."""

    supply: Supply
    leaf: Node
    state: State
    figure: Fraction | None = None
    last: Figure | None = None  # the last of its values that count, for its day and source
    value: Decimal | None = None
    there: Measurement | None = None

    @property
    def may_be_taken(self) -> bool:
        """Whether it would change something."""
        return self.state in TO_TAKE

    @property
    def key(self) -> str:
        """By what it is ticked: what was seen is what is taken."""
        return f"{self.supply.pk}:{self.value}"

    @property
    def value_words(self) -> str:
        """The value without zeros at its end."""
        return "" if self.value is None else f"{self.value.normalize():f}"

    @property
    def number(self) -> str:
        """The figure, to two digits behind the point."""
        return points_words(self.figure)

    @property
    def seen(self) -> Seen:
        """It as a value that comes in."""
        value = self.value if self.value is not None else Decimal(0)
        return Seen(self.leaf.code, value, method=self.supply.method, note=note_of(self), supply=self.supply)


def supplied(found: Round, seen: Container[Place]) -> list[Line]:
    """Every standard of the round that takes its value from a figure, in the framework's order; three queries."""
    leaves = {leaf.code: (at, leaf) for at, leaf in enumerate(framework_in(found).tree.leaves())}
    rows = Supply.objects.filter(framework=found.edition.framework_id).select_related("unit")
    supplies = [one for one in rows if one.standard in leaves]
    figures = _figures(supplies, found.last)
    there = _there(found, supplies)
    supplies.sort(key=lambda one: (leaves[one.standard][0], one.method))
    return [_line(found, one, leaves[one.standard][1], figures, there, seen) for one in supplies]


def place_of(supply: Supply) -> Place:
    """The series that it is."""
    return supply.name, supply.unit_id or ALL


def _figures(supplies: Iterable[Supply], until: date) -> Mapping[Place, Sequence[Figure]]:
    wanted = Q(pk__in=())
    for name, unit in {(one.name, one.unit_id) for one in supplies}:
        wanted |= Q(name=name, unit=unit)
    found: dict[Place, list[Figure]] = defaultdict(list)
    for one in Figure.objects.filter(wanted, is_withdrawn=False, on__lte=until).order_by("on", "pk"):
        found[one.name, one.unit_id or ALL].append(one)
    return found


def _there(found: Round, supplies: Iterable[Supply]) -> Mapping[tuple[str, str], Sequence[Measurement]]:
    rows = found.measurements.filter(withdrawn_at=None, standard__in={one.standard for one in supplies})
    there: dict[tuple[str, str], list[Measurement]] = defaultdict(list)
    for one in rows.order_by("pk"):
        there[one.standard, one.method].append(one)
    return there


def _line(
    found: Round,
    supply: Supply,
    leaf: Node,
    figures: Mapping[Place, Sequence[Figure]],
    there: Mapping[tuple[str, str], Sequence[Measurement]],
    seen: Container[Place],
) -> Line:
    if place_of(supply) not in seen:
        return Line(supply, leaf, State.UNSEEN)
    rows = figures.get(place_of(supply), ())
    first, last = span_of(found, supply)
    number = figure_of([Point(one.on, Fraction(one.value)) for one in rows], Taken(supply.taken), first, last)
    value = None if number is None else worth(leaf, supply, number)
    measured = there.get((supply.standard, supply.method), ())
    newest = next((one for one in reversed(rows) if one.on >= first), None)
    state = _state(number, value, measured)
    return Line(supply, leaf, state, number, newest, value, measured[-1] if measured else None)


def span_of(found: Round, supply: Supply) -> tuple[date, date]:
    """The days whose values count."""
    first = found.first if supply.period == Period.WINDOW else found.last.replace(month=1, day=1)
    return first, found.last


def worth(leaf: Node, supply: Supply, number: Fraction) -> Decimal | None:
    """The value that the standard gets for it; None where its rule cannot take it."""
    aim = None if supply.target is None else Aim(Fraction(supply.target), Better(supply.better))
    value = value_for(leaf, number, aim)
    try:
        return None if value is None else kept(value)
    except PackError:  # a number that is larger than any that is kept
        return None


def _state(number: Fraction | None, value: Decimal | None, measured: Sequence[Measurement]) -> State:
    if any(one.supply_id is None for one in measured):
        return State.BY_HAND
    if number is None:
        return State.NO_FIGURE
    if value is None:
        return State.UNFIT
    if not measured:
        return State.NEW
    return State.SAME if measured[-1].value == value else State.MOVED


def note_of(line: Line) -> str:
    """Where the value comes from, as it is kept with it."""
    supply, last = line.supply, line.last
    words = _("%(name)s（%(unit)s），%(taken)s：%(number)s") % {
        "name": supply.name,
        "unit": supply.unit.short if supply.unit else OF_ALL,
        "taken": TAKEN_WORDS[Taken(supply.taken)],
        "number": line.number,
    }
    if wants(line.leaf) is Wants.SHARE and supply.target is not None:
        words += _("，目标 %(target)s") % {"target": plainly(supply.target)}
    if last is not None:
        words += _("；%(day)s，%(source)s") % {"day": last.on, "source": last.source or _("没有写来源")}
    return words[:NAME_LENGTH]
