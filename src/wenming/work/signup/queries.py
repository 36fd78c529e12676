"""What hangs on a sign-up: its record, its names, and which of them stand on the roster. Nothing here writes."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.places.models import UnitQuerySet
from wenming.work.models import Record, Signing, SigningState, SignUp
from wenming.work.records.roster import Person, as_text


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a sign-up by what became of them."""

    proposed: tuple[Signing, ...]
    listed: tuple[Signing, ...]
    leaving: tuple[Signing, ...]
    set_aside: tuple[Signing, ...]


def sign_ups_of(powers: Powers) -> QuerySet[SignUp]:
    """The sign-ups of the units for which the person records, the last day first, with how many signed up."""
    mine = powers.scope(Right.WORK_RECORD).within("unit__area", unit_field="unit")
    return SignUp.objects.filter(mine).select_related("unit").annotate(count=Count("signings")).order_by("-on", "-pk")


def record_of(sign_up: SignUp) -> Record | None:
    """The record that the names are for, where it is made."""
    return Record.objects.filter(key=sign_up.record_key, unit=sign_up.unit_id).select_related("unit").first()


def as_person(signing: Signing) -> Person:
    """The name as a roster has it."""
    return Person(signing.name, signing.office)


def names_of(sign_up: SignUp, record: Record | None) -> Names:
    """Who signed up, in that order; two queries."""
    signings = list(sign_up.signings.order_by("pk"))
    rows = record.attendees.values_list("name", "office") if record else []
    roster = {Person(name, office) for name, office in rows}
    found: dict[str, list[Signing]] = {"proposed": [], "listed": [], "leaving": [], "set_aside": []}
    for one in signings:
        is_leaving = one.state == SigningState.LEAVING  # shown until it is gone, on the roster or not
        found["listed" if as_person(one) in roster and not is_leaving else str(one.state)].append(one)
    return Names(**{place: tuple(rows) for place, rows in found.items()})


def waiting_for(record_key: UUID, units: UnitQuerySet) -> dict[str, object]:
    """What a sign-up of one of these units knows of a record still to be made, as its form takes it."""
    found = SignUp.objects.filter(record_key=record_key, unit__in=units).first()
    if found is None:
        return {}
    signings = found.signings.filter(state=SigningState.PROPOSED).order_by("pk")
    roster = as_text(dict.fromkeys(as_person(one) for one in signings))
    return {"title": found.title, "first": found.on, "place": found.place, "unit": found.unit_id, "roster": roster}
