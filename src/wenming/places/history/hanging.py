"""What hangs on a unit, before anything happens to it: how many rows of each sort would move, and how many stay."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from wenming.places.held import EVERYTHING, Pointer, pointers
from wenming.places.models import Unit


@dataclass(frozen=True, slots=True)
class Hanging:
    """Rows of one sort: ``open`` go to a successor, ``past`` stay and tell of what was."""

    word: str | Promise
    open: int
    past: int


def hanging_on(unit: Unit) -> list[Hanging]:
    """The sorts of which there are any; what only tells of what was is left out. Two queries for each sort."""
    sorts = [one for one in pointers(Unit) if not one.is_own and one.held.past != EVERYTHING]
    found = [_hanging(pointer, unit) for pointer in sorts]
    return [one for one in found if one.open or one.past]


def _hanging(pointer: Pointer, unit: Unit) -> Hanging:
    whole, kept = pointer.rows(unit.pk).count(), pointer.open_rows(unit.pk).count()
    return Hanging(pointer.held.word, kept, whole - kept)


@dataclass(frozen=True, slots=True)
class Row:
    """One open row, to be given to one of several successors; ``field`` is its name in the form."""

    pointer: Pointer
    key: int
    words: str

    @property
    def field(self) -> str:
        """What the form calls it."""
        return f"{self.pointer.key}-{self.key}"


def open_rows(unit: Unit) -> Iterator[tuple[str | Promise, Sequence[Row]]]:
    """The open rows of each sort with words to tell them apart; one query for each sort."""
    for pointer in pointers(Unit):
        if pointer.is_own:
            continue
        rows = pointer.open_rows(unit.pk).order_by("pk").values_list("pk", *pointer.held.told)
        told = [Row(pointer, key, " · ".join(map(str, words))) for key, *words in rows]
        if told:
            yield pointer.held.word, told
