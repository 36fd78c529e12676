"""The list of records: what an address asks for, and the rows that answer it. Nothing here writes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict

from wenming.accounts.powers import Powers
from wenming.places.models import Unit
from wenming.web.numbers import whole
from wenming.web.searching import searched
from wenming.work.models import Commitment, Proof, Record, RecordKind, RecordState, Use
from wenming.work.models.records import RecordQuerySet
from wenming.work.records.reach import records_seen

NEWEST = 8_000  # records among which words are looked for, unless somebody asks for older ones
MOST = 500  # records that a search shows


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of one address; what makes no sense in it is left out."""

    text: str = ""
    unit: int | None = None
    kind: int | None = None
    state: str = ""
    since: date | None = None
    until: date | None = None
    older: bool = False  # look for the words also beyond the NEWEST

    @classmethod
    def of(cls, given: QueryDict) -> "Asked":
        """What the address asks for."""
        state = given.get("state", "")
        return cls(
            text=searched(given),
            unit=whole(given.get("unit", "")),
            kind=whole(given.get("kind", "")),
            state=state if state in RecordState.values else "",
            since=_day(given.get("since", "")),
            until=_day(given.get("until", "")),
            older="older" in given,
        )

    @property
    def is_filtered(self) -> bool:
        """Whether it asks for less than everything."""
        return self != Asked()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def found(asked: Asked, powers: Powers) -> RecordQuerySet:
    """The records that the person sees and the address asks for, the last day first."""
    records = records_seen(powers).filter(_about(asked)).select_related("unit", "kind").order_by("-first", "-pk")
    if not asked.text:
        return records
    since = None if asked.older else looked_at_since(asked)
    return with_words(records if since is None else records.filter(first__gte=since), asked.text)[:MOST]


def with_words(records: RecordQuerySet, text: str) -> RecordQuerySet:
    """Those that have the text in what was done, where, in their words, or in the unit's short name."""
    named = Q(title__icontains=text) | Q(place__icontains=text) | Q(words__icontains=text)
    return records.filter(named | Q(unit__in=Unit.objects.filter(short__icontains=text).values("pk")))


def looked_at_since(asked: Asked) -> date | None:
    """The first day of the NEWEST records, where there are more and the address names neither unit nor days.

    No index finds a part of a Chinese word in both databases, so every record that is searched is read.
    """
    if not asked.text or asked.unit or asked.since or asked.until:
        return None
    days = Record.objects.order_by("-first", "-pk").values_list("first", flat=True)
    return next(iter(days[NEWEST : NEWEST + 1]), None)


def _about(asked: Asked) -> Q:
    given: dict[str, object] = {"unit": asked.unit, "kind": asked.kind, "state": asked.state}
    given |= {"last__gte": asked.since, "first__lte": asked.until}
    return Q(**{name: value for name, value in given.items() if value})


def evidence_counts(records: Iterable[Record]) -> dict[int, int]:
    """How many pieces of evidence each has; one query."""
    rows = Proof.objects.filter(record__in=[one.pk for one in records]).order_by()
    return dict(rows.values_list("record").annotate(Count("pk")))


def kinds_offered() -> QuerySet[RecordKind]:
    """The kinds in their order."""
    return RecordKind.objects.filter(is_offered=True)


def unit_of(asked: Asked) -> Unit | None:
    """The unit that the address names."""
    return Unit.objects.filter(pk=asked.unit).first() if asked.unit else None


def uses_shown(record: Record) -> QuerySet[Use]:
    """For what the record counts, and for what it was said not to, with the sentence of the plan; one query."""
    uses = record.uses.select_related("commitment__measure__version__plan")
    return uses.defer("commitment__measure__version__text", "commitment__measure__version__noise").order_by(
        "-is_counted", "pk"
    )


def activities(keys: Iterable[int]) -> dict[int, str]:
    """The commitments by what they ask to be done; one query."""
    return dict(Commitment.objects.filter(pk__in=set(keys)).values_list("pk", "activity"))
