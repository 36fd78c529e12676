"""Which filing rounds a person sees, and what of them: a unit only what it answers for, the office all."""

from collections.abc import Collection
from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from wenming.accounts.access import rights_for
from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.frameworks.filing.answering import Answering, answering
from wenming.frameworks.models import Filing, Piece, Want
from wenming.frameworks.reach import binding
from wenming.places.models import Unit
from wenming.places.reach import units_in


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody sees and fills of a round; ``units`` None: all of it."""

    answering: Answering
    seen: Collection[int] | None
    filled: Collection[int] | None
    is_office: bool

    def sees(self, want: Want) -> bool:
        """Whether they see it."""
        return self.seen is None or not self.answering.units_of(want).isdisjoint(self.seen)

    def fills(self, want: Want) -> bool:
        """Whether they may give material for it."""
        return self.filled is None or not self.answering.units_of(want).isdisjoint(self.filled)

    def own_units(self, want: Want) -> list[int]:
        """The units that answer for it and for which they act, the leading first."""
        units = [*self.answering.in_order(want), *sorted(self.answering.units_of(want))]
        return [one for one in dict.fromkeys(units) if self.filled is None or one in self.filled]


def sight_of(filing: Filing, powers: Powers) -> Sight:
    """What the person sees and fills of it."""
    area = filing.edition.framework.area_id
    is_office = powers.reaches(Right.FRAMEWORK_EDIT, area=area)
    sees_all = is_office or powers.reaches(Right.WORK_VIEW, area=area)
    seen = None if sees_all else _units(powers, Right.WORK_VIEW)
    filled = None if is_office else _units(powers, Right.WORK_RECORD)
    return Sight(answering(filing), seen, filled, is_office)


def _units(powers: Powers, right: Right) -> frozenset[int]:
    if right not in powers:
        return frozenset()
    return frozenset(units_in(powers.scope(right)).values_list("pk", flat=True))


def filing_or_404(request: HttpRequest, pk: int) -> Filing:
    """A round of a framework that binds where the person is."""
    seen = Filing.objects.filter(binding(rights_for(request), "edition__framework__area"))
    return get_object_or_404(seen.select_related("edition__framework", "job", "opened_by", "closed_by"), pk=pk)


def edited_filing_or_404(request: HttpRequest, pk: int) -> Filing:
    """A round that is the person's to run; to others there is no such page."""
    filing = get_object_or_404(Filing.objects.select_related("edition__framework", "job"), pk=pk)
    if not rights_for(request).exercise(Right.FRAMEWORK_EDIT, area=filing.edition.framework.area_id):
        raise Http404
    return filing


def want_or_404(request: HttpRequest, pk: int) -> tuple[Want, Sight]:
    """A wanted piece that the person sees."""
    want = get_object_or_404(Want.objects.select_related("filing__edition__framework", "item"), pk=pk)
    filing_or_404(request, want.filing_id)
    sight = sight_of(want.filing, rights_for(request))
    if not sight.sees(want):
        raise Http404
    return want, sight


def filled_or_404(request: HttpRequest, pk: int) -> tuple[Want, Sight]:
    """A wanted piece for which the person may give material."""
    want, sight = want_or_404(request, pk)
    _act_for(request, want, sight)
    return want, sight


def _act_for(request: HttpRequest, want: Want, sight: Sight) -> None:
    """The log tells in which role they act; to whom it is none of theirs there is no such page."""
    powers = rights_for(request)
    area = want.filing.edition.framework.area_id
    if sight.is_office and powers.exercise(Right.FRAMEWORK_EDIT, area=area):
        return
    units = Unit.objects.filter(pk__in=sight.answering.units_of(want)).filter(pk__in=sight.filled or ())
    if not any(powers.exercise(Right.WORK_RECORD, area=one.area_id, unit=one.pk) for one in units):
        raise Http404


def piece_or_404(request: HttpRequest, pk: int) -> tuple[Piece, Sight]:
    """A piece for something that the person sees."""
    piece = get_object_or_404(
        Piece.objects.select_related("evidence", "record", "unit", "added_by", "judged_by"), pk=pk
    )
    piece.want, sight = want_or_404(request, piece.want_id)
    return piece, sight


def filled_piece_or_404(request: HttpRequest, pk: int) -> tuple[Piece, Sight]:
    """A piece for something that the person fills."""
    piece, sight = piece_or_404(request, pk)
    _act_for(request, piece.want, sight)
    return piece, sight
