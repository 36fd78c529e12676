"""The table by unit: what each unit answers for, itself and as a member of a class."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from wenming.places.models import Unit, UnitKind
from wenming.plans.models import Duty
from wenming.plans.table.selection import Selection, answering
from wenming.plans.term_words import ROLE_WORDS
from wenming.reading.model import Role

_ROLES = {role: rank for rank, role in enumerate(Role)}
_KINDS = {kind.value: rank for rank, kind in enumerate(UnitKind)}
_Held = dict[tuple[int, str], str]  # measure and role → the class's name in the document, empty for the unit itself


@dataclass(frozen=True, slots=True)
class Owner:
    """A unit of the directory, or a name that the directory does not know (``unit`` is None)."""

    name: str
    unit: Unit | None
    counts: Mapping[Role, int]  # how many measures in each role

    @property
    def count_words(self) -> list[tuple[object, int]]:
        """The roles it has in words, the leading first, each with how many measures."""
        return [(ROLE_WORDS[role], self.counts[role]) for role in Role if self.counts.get(role)]


@dataclass(frozen=True, slots=True)
class Line:
    """One duty of one owner: ``via`` is the class that the document addresses, empty where it names the unit."""

    owner: Owner
    measure: int
    role: Role
    via: str

    @property
    def role_word(self) -> object:
        """牵头, 责任, 配合 or 督查."""
        return ROLE_WORDS[self.role]


def lines_of(selection: Selection) -> list[Line]:
    """All duties that the filters leave, unit by unit in the directory's order, unknown names last; two queries."""
    known, unknown = _held(selection)
    return [
        *(
            line
            for unit in _asked_for(selection, known)
            for line in _lines(unit.short, unit, known[unit.pk], selection)
        ),
        *(line for name in sorted(unknown) for line in _lines(name, None, unknown[name], selection)),
    ]


def _held(selection: Selection) -> tuple[dict[int, _Held], dict[str, _Held]]:
    """What each unit holds, and what each name holds that the directory does not know."""
    known: dict[int, _Held] = defaultdict(dict)
    unknown: dict[str, _Held] = defaultdict(dict)
    left = set(selection.measures)
    duties = Duty.objects.live().filter(
        answering(selection.filters, selection.members), measure__version=selection.version
    )
    for measure, role, name, unit, unit_class in duties.values_list("measure", "role", "name", "unit", "unit_class"):
        if measure not in left:
            continue
        if unit:
            known[unit][measure, role] = ""  # named itself: that counts before any class
        elif unit_class:
            for member in selection.members.get(unit_class, ()):
                known[member].setdefault((measure, role), name)
        else:
            unknown[name][measure, role] = ""
    return known, unknown


def _asked_for(selection: Selection, known: Mapping[int, _Held]) -> list[Unit]:
    """The units in the order of the directory; where one is asked for, that one."""
    who = selection.filters.who
    wanted = {who.pk} & set(known) if who and who.kind == "unit" else set(known)
    units = Unit.objects.filter(pk__in=wanted)
    return sorted(units, key=lambda unit: (_KINDS.get(unit.kind, len(_KINDS)), unit.pk))


def _lines(name: str, unit: Unit | None, held: _Held, selection: Selection) -> list[Line]:
    owner = Owner(name, unit, Counter(Role(role) for _measure, role in held))
    lines = [Line(owner, measure, Role(role), via) for (measure, role), via in held.items()]
    return sorted(lines, key=lambda line: (_ROLES[line.role], selection.numbers[line.measure]))
