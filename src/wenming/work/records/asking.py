"""What the form of a record is asked with: its key, the commitment that asks, which ticks somebody set."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID, uuid4

from django.http import HttpRequest, QueryDict
from django.utils.timezone import localdate

from wenming.places.models import Unit, UnitQuerySet
from wenming.web.numbers import keys_in, whole
from wenming.work.commitments.subjects import open_to, subjects_of
from wenming.work.models import Commitment, Record, RecordKind
from wenming.work.models.records import TITLE_LENGTH
from wenming.work.records.offering import Offers, offers, open_commitments
from wenming.work.records.proposing import Done

JSON = "application/json"


def wants_json(request: HttpRequest) -> bool:
    """Whether the queue of a device asks, rather than a page."""
    return request.headers.get("Accept", "").startswith(JSON)


def key_of(request: HttpRequest) -> UUID:
    """The key of what is being entered; a new one where none is given or the given one is used up."""
    given = request.POST.get("key", "") if request.method == "POST" else request.GET.get("draft", "")
    try:
        key = UUID(given)
    except ValueError:
        return uuid4()
    is_used = request.method == "GET" and Record.objects.filter(key=key).exists()
    return uuid4() if is_used else key


def commitment_asked(given: QueryDict, units: Iterable[int]) -> Commitment | None:
    """The commitment that asks for the record, where it binds one of these units."""
    key = whole(given.get("commitment", ""))
    if key is None:
        return None
    found = Commitment.objects.binding().filter(open_to(list(units)), pk=key)
    return found.select_related("measure__version__plan").first()


def initial_for(
    given: QueryDict, asked: Commitment | None, units: UnitQuerySet, own: int | None = None
) -> dict[str, object]:
    """What the empty form begins with: from the commitment that asks, and from the address; else ``own`` unit."""
    initial: dict[str, object] = {"first": localdate(), "long_unit": "hour"}
    unit = whole(given.get("unit", "")) or _unit_for(asked, units, own)
    if unit and units.filter(pk=unit).exists():
        initial["unit"] = unit
    if others := keys_in(given.getlist("with_units")):
        initial["with_units"] = others
    if title := given.get("title", "").replace("\0", "").strip():
        initial["title"] = title[:TITLE_LENGTH]  # of a request for material
    if asked is not None:
        initial["title"] = (asked.activity or asked.measure.title)[:TITLE_LENGTH]
        initial["kind"] = RecordKind.objects.filter(name__in=asked.record_kinds, is_offered=True).first()
    return initial


def _unit_for(asked: Commitment | None, units: UnitQuerySet, own: int | None) -> int | None:
    """Whose record it is likely to be: of a unit that the commitment judges, one's own before others."""
    judged = subjects_of([asked])[asked.pk] if asked else frozenset()
    if own in judged or not judged:
        return own
    return units.filter(pk__in=judged).order_by("pk").values_list("pk", flat=True).first() or own


def offers_for(
    given: Mapping[str, object] | QueryDict,
    *,
    asked: int | None,
    units: Iterable[int],
    said: Mapping[int, bool] | None = None,
) -> Offers:
    """What to propose for the fields as they stand, however little is filled in yet."""
    first = _day(given.get("first")) or localdate()
    done = Done(
        title=str(given.get("title") or ""),
        kind=_kind_name(given.get("kind")),
        first=first,
        last=max(first, _day(given.get("last")) or first),
        asked=asked,
    )
    return offers(done, open_commitments(list(units)), said)


def units_named(given: QueryDict | Mapping[str, object], units: UnitQuerySet) -> list[int]:
    """The unit of the fields, where one may record for it, and those that took part."""
    own = _key(given.get("unit"))
    others = given.getlist("with_units") if isinstance(given, QueryDict) else given.get("with_units") or []
    if own is None or not units.filter(pk=own).exists():
        return []
    return [own, *(key for one in _listed(others) if (key := _key(one)) is not None)]


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _key(value: object) -> int | None:
    return value.pk if isinstance(value, Unit | RecordKind) else whole(str(value or ""))


def _kind_name(value: object) -> str:
    key = _key(value)
    return RecordKind.objects.filter(pk=key).values_list("name", flat=True).first() or "" if key else ""


def _day(value: object) -> date | None:
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value or ""))
    except ValueError:
        return None


def ticks(given: QueryDict) -> dict[int, bool]:
    """Every box that stood on the page: whether it was ticked when the form was sent."""
    ticked = set(keys_in(given.getlist("use")))
    return {key: key in ticked for key in keys_in(given.getlist("shown"))}


def ticks_set(given: QueryDict) -> dict[int, bool]:
    """Only the boxes that somebody's hand changed since the page proposed them."""
    before = set(keys_in(given.getlist("was")))
    return {key: is_ticked for key, is_ticked in ticks(given).items() if is_ticked != (key in before)}
