"""Coverage by name: who of a unit's roll took part, matched by name and office, and whom each period asks for.

Nobody is guessed: a name that could be several people, or another's, reaches nobody and is told as unclear.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from wenming.rules.commitments.model import Commitment, Coverage, Population


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Somebody on the roll, with the days from which and until which they are; none: from ever, until further notice.

    ``office`` is the post, office or village by which namesakes are told apart.
    """

    key: int
    name: str
    office: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Attending:
    """Somebody who took part, as the record has it."""

    name: str
    office: str = ""


class Unclear(StrEnum):
    """Why nobody can say whether somebody who took part is the one on the roll."""

    NAMESAKES = "namesakes"  # several on the roll bear the name
    OTHER_OFFICE = "other_office"  # the name is on the roll, with another office
    WHICH_UNIT = "which_unit"  # several units took part, and the record does not say which this one is from


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name that reaches nobody, and the keys of those who may be meant."""

    who: Attending
    why: Unclear
    choices: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """Whom of the roll a record reaches; ``doubts`` in the order of the names."""

    reached: frozenset[int]
    doubts: tuple[Doubt, ...] = ()


def match(
    roll: Iterable[Enrolled],
    people: Iterable[Attending],
    first: date,
    last: date,
    *,
    own: Collection[str] = (),
    is_shared: bool = False,
    elsewhere: Iterable[tuple[str, str]] = (),
) -> Matched:
    """Who of the roll took part in what was done from ``first`` to ``last``.

    ``own`` are the names of the unit: as an office they say only that somebody is of it. ``is_shared``: other units
    took part as well, so that a name alone says nothing; ``elsewhere`` are the names and offices on their rolls. The
    order of no list matters.
    """
    known: dict[str, list[Enrolled]] = {}
    for one in roll:
        if _was_on(one, first, last):
            known.setdefault(_plain(one.name), []).append(one)
    names = frozenset(map(_plain, own))
    others = frozenset((_plain(name), _plain(office)) for name, office in elsewhere)
    reached: set[int] = set()
    doubts = set()
    for who in people:
        found = _found(who, known.get(_plain(who.name), []), names, is_shared=is_shared)
        if isinstance(found, int) and (_plain(who.name), _plain(who.office)) in others:
            found = Doubt(who, Unclear.WHICH_UNIT, (found,))
        if isinstance(found, Doubt):
            doubts.add(found)
        elif found is not None:
            reached.add(found)
    return Matched(frozenset(reached), tuple(sorted(doubts, key=lambda doubt: (doubt.who.name, doubt.who.office))))


def _plain(text: str) -> str:
    return "".join(text.split())


def _was_on(one: Enrolled, first: date, last: date) -> bool:
    return (one.first is None or one.first <= last) and (one.last is None or one.last >= first)


def _found(who: Attending, same: Sequence[Enrolled], own: Collection[str], *, is_shared: bool) -> int | Doubt | None:
    """Who it is: a key, nobody on the roll, or a doubt."""
    if not same:
        return None
    office, keys = _plain(who.office), tuple(sorted(one.key for one in same))
    exact = [one.key for one in same if office and _plain(one.office) == office]
    if len(exact) == 1:
        return exact[0]
    if not office and is_shared:
        return Doubt(who, Unclear.WHICH_UNIT, keys)
    if len(same) > 1:
        return Doubt(who, Unclear.NAMESAKES, keys)
    if not office or office in own or (not _plain(same[0].office) and not is_shared):
        return same[0].key
    return Doubt(who, Unclear.OTHER_OFFICE, keys)


def by_name(commitment: Commitment, roll: Collection[Enrolled]) -> Commitment:
    """The commitment over those on the roll; as it is where it covers nobody, or there is no roll."""
    demand = commitment.demand
    if not roll or not isinstance(demand, Coverage):
        return commitment
    population = Population(demand.population.name, None, frozenset(one.key for one in roll))
    return replace(commitment, demand=replace(demand, population=population))


def asked_in(roll: Iterable[Enrolled], last: date) -> frozenset[int]:
    """Whom of the roll a period asks for: those still on it on its ``last`` day.

    Who has left before can be reached no more, and who comes after was not there.
    """
    return frozenset(one.key for one in roll if _was_on(one, last, last))
