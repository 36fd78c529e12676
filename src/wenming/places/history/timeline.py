"""The history of a unit in words, the latest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from wenming.places.models import ChangeKind, Unit, UnitChange


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as the page of one of its units tells it; ``units`` are the others, to go to."""

    change: UnitChange
    words: str
    units: tuple[Unit, ...]


def timeline(unit: Unit) -> list[Entry]:
    """All that happened to the unit, undone changes too; three queries."""
    own = UnitChange.objects.filter(unit=unit) | UnitChange.objects.filter(others=unit)
    changes = own.distinct().select_related("unit", "made_by", "undone_by").prefetch_related("others")
    return [entry_of(change, unit) for change in changes]


def entry_of(change: UnitChange, unit: Unit) -> Entry:
    """The change as ``unit``'s page tells it."""
    others = tuple(one for one in (change.unit, *change.others.all()) if one != unit)
    words = _own_words(change, others) if change.unit_id == unit.pk else _other_words(change, unit)
    return Entry(change, words, others)


def _own_words(change: UnitChange, others: Sequence[Unit]) -> str:
    names = listed(others)
    match ChangeKind(change.kind):
        case ChangeKind.RENAMED:
            return _("由“%(old)s”更名为“%(new)s”") % {"old": change.before.get("name", ""), "new": new_name(change)}
        case ChangeKind.SAME:
            return _("“%(name)s”是同一家单位的重复登记，已合并到这里") % {"name": change.before.get("name", "")}
        case ChangeKind.MERGED:
            return _("“%(names)s”并入本单位") % {"names": names}
        case ChangeKind.SPLIT:
            return _("撤销，分设为“%(names)s”") % {"names": names}
    return _("撤销，职责由“%(names)s”承接") % {"names": names} if others else _("撤销，没有单位承接")


def _other_words(change: UnitChange, unit: Unit) -> str:
    names = {"name": change.unit.name, "unit": unit.name}
    match ChangeKind(change.kind):
        case ChangeKind.MERGED:
            return _("撤销，并入“%(name)s”") % names
        case ChangeKind.SPLIT:
            return _("由“%(name)s”分设，承接它的部分职责") % names
    return _("“%(name)s”撤销，职责由本单位承接") % names


def new_name(change: UnitChange) -> str:
    """The name that a renaming gave."""
    given = (note["new"] for note in change.moved if note["what"] == "set" and note["field"] == "name")
    return str(next(given, ""))


def listed(units: Sequence[Unit]) -> str:
    """Their names, one after the other."""
    return pgettext("between names", "、").join(unit.name for unit in units)
