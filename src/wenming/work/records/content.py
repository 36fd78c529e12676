"""What a unit says that it did, as one value; kept in a record's rows, and in its versions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wenming.audit.recording import plain
from wenming.places.models import Unit
from wenming.work.models import Attendee, Output, Record, RecordKind, Use
from wenming.work.records.outcomes import Produced, as_line
from wenming.work.records.proposing import Why
from wenming.work.records.roster import Person


@dataclass(frozen=True, slots=True)
class Counts:
    """Whether the record counts for a commitment, and why it was proposed."""

    is_counted: bool
    why: Why


Uses = Mapping[int, Counts]  # commitment → …


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What was done; ``minutes`` of all days together, ``people`` for or with how many."""

    unit: Unit
    kind: RecordKind
    title: str
    first: date
    last: date
    minutes: int | None = None
    place: str = ""
    people: int | None = None
    words: str = ""
    with_units: Sequence[Unit] = ()
    outputs: Sequence[Produced] = ()
    roster: Sequence[Person] = ()


OWN_FIELDS = ("unit", "kind", "title", "first", "last", "minutes", "place", "people", "words")


def kept(record: Record) -> Content:
    """What the record says now; five queries, fewer where they were fetched before."""
    return Content(
        **{name: getattr(record, name) for name in OWN_FIELDS},
        with_units=tuple(record.with_units.all()),
        outputs=tuple(Produced(one.count, one.word, one.name) for one in record.outputs.all()),
        roster=tuple(Person(one.name, one.office) for one in record.attendees.all()),
    )


def keep(record: Record, content: Content) -> None:
    """Write what hangs on a record that is saved: units, outcomes, names."""
    record.with_units.set(content.with_units)
    record.outputs.all().delete()
    Output.objects.bulk_create(
        Output(record=record, count=one.count, word=one.word, name=one.name) for one in content.outputs
    )
    record.attendees.all().delete()
    Attendee.objects.bulk_create(Attendee(record=record, name=one.name, office=one.office) for one in content.roster)


def keep_uses(record: Record, uses: Uses) -> None:
    """Let the record count for these commitments, and for no others."""
    record.uses.exclude(commitment__in=list(uses)).delete()
    made = [
        Use(record=record, commitment_id=commitment, is_counted=one.is_counted, why=one.why)
        for commitment, one in uses.items()
    ]
    Use.objects.bulk_create(
        made, update_conflicts=True, unique_fields=["record", "commitment"], update_fields=["is_counted", "why"]
    )


def told(content: Content, uses: Uses) -> dict[str, object]:
    """The content as a version keeps it: plain values, of the names of people only how many."""
    own = {name: plain(getattr(content, name)) for name in OWN_FIELDS if name not in {"unit", "kind"}}
    return {
        "unit": content.unit.short,
        "kind": content.kind.name,
        **own,
        "with_units": [unit.short for unit in content.with_units],
        "outputs": [as_line(one) for one in content.outputs],
        "roster": len(content.roster),
        "uses": sorted(commitment for commitment, one in uses.items() if one.is_counted),
    }


def units_of(contents: Iterable[Content]) -> set[int]:
    """Every unit that had a part."""
    return {unit.pk for content in contents for unit in (content.unit, *content.with_units)}
