"""Events as sentences and tables: what stands in fields and keys becomes words; a few queries for any number."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.audit import words
from wenming.audit.models import Detail, Event
from wenming.audit.origin import OriginKind
from wenming.rules.chain import Json
from wenming.web.numbers import keys_in

ORIGIN_WORDS: Mapping[str, str | Promise] = {
    OriginKind.WEB: gettext_lazy("网页"),
    OriginKind.WORKER: gettext_lazy("后台任务"),
    OriginKind.COMMAND: gettext_lazy("命令行"),
}
_ROLES = ("accounts.post", "role")  # where the room of people and posts has the words of roles
_SIDES = ("before", "after")
_PERSON = settings.AUTH_USER_MODEL.lower()
_Key = tuple[str, str]  # kind and key of a thing
_Names = Mapping[_Key, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """One field, before and after."""

    field: str
    before: str
    after: str
    is_personal: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """An event in words."""

    event: Event
    who: str
    role: str
    held_for: str
    verb: str
    thing: str
    origin: str
    address: str
    differences: Sequence[Difference]


def tell(events: Collection[Event]) -> list[Told]:
    """The events in words. Two queries, and one for each kind of thing that they point to."""
    details = _details(events)
    names = _names(events)
    return [_told(event, details[event.number], names) for event in events]


def _told(event: Event, kept: Mapping[str, Json], names: _Names) -> Told:
    return Told(
        event=event,
        who=str(event.by) if event.by else _nobody(event),
        role=str(words.choices_of(*_ROLES).get(event.role, event.role)),
        held_for=names.get(_held_for(event), "") if event.held_for else "",
        verb=str(words.verb_words(event.verb)),
        thing=_thing(event, kept, names),
        origin=str(ORIGIN_WORDS.get(event.origin, event.origin)),
        address=str(kept.get("address", "")),
        differences=list(_differences(event, kept, names)),
    )


def _nobody(event: Event) -> str:
    return _("未登录者") if event.origin == OriginKind.WEB else _("系统")


def _thing(event: Event, kept: Mapping[str, Json], names: _Names) -> str:
    """What it was called then; a person's name that was erased is that of the account today."""
    if event.thing_name:
        return event.thing_name
    return str(kept.get("name") or names.get((event.thing_kind, event.thing_id), ""))


def _details(events: Collection[Event]) -> Mapping[int, dict[str, Json]]:
    """The personal values that are still kept, by event and name."""
    found: dict[int, dict[str, Json]] = defaultdict(dict)
    numbers = [event.number for event in events]
    for number, name, value in Detail.objects.filter(event__in=numbers, is_sealed=False).values_list(
        "event", "name", "value"
    ):
        found[number][name] = value
    return found


def _differences(event: Event, kept: Mapping[str, Json], names: _Names) -> Iterator[Difference]:
    """Each field that the event tells, in the order of the words of its kind."""
    sides = [_side(event, side, kept) for side in _SIDES]
    for name in words.in_order(event.thing_kind, [*sides[0], *sides[1]]):
        before, after = (_value(event, name, side[name], names) if name in side else "" for side in sides)
        is_personal = not event.details.keys().isdisjoint(f"{side}.{name}" for side in _SIDES)
        points_at_person = words.related_kind(event.thing_kind, name) == _PERSON
        yield Difference(str(words.field_words(event.thing_kind, name)), before, after, is_personal or points_at_person)


def _side(event: Event, side: str, kept: Mapping[str, Json]) -> dict[str, Json]:
    """What the event tells of one side, with what is kept beside it; what was erased is said to be so."""
    told: dict[str, Json] = dict(getattr(event, side))
    for path in event.details:
        where, _dot, name = path.partition(".")
        if where == side and name:
            told[name] = kept[path] if path in kept else _("（已依法删去）")
    return told


def _value(event: Event, name: str, value: Json, names: _Names) -> str:
    match value:
        case None | "" | []:
            return _("（空）")
        case bool():
            return _("是") if value else _("否")
        case list() | tuple():
            return "、".join(_value(event, name, one, names) for one in value)
        case dict():
            return json.dumps(value, ensure_ascii=False)
    related = words.related_kind(event.thing_kind, name)
    if related:
        return names.get((related, str(value)), str(value))
    return str(words.choices_of(event.thing_kind, name).get(value, value))


def _held_for(event: Event) -> _Key:
    """The thing for which the role is held: "unit:12" is places.unit 12."""
    what, _colon, key = event.held_for.partition(":")
    return f"places.{what}", key


def _names(events: Iterable[Event]) -> dict[_Key, str]:
    """Today's names of all things that the events point to and do not name; one query for each kind."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for event in events:
        for kind, key in _pointed_to(event):
            wanted[kind].add(key)
    return {(kind, key): name for kind, keys in wanted.items() for key, name in _named(kind, keys)}


def _pointed_to(event: Event) -> Iterator[_Key]:
    if event.held_for:
        yield _held_for(event)
    model = words.model_of(event.thing_kind)
    if not event.thing_name and model is not None and issubclass(model, AbstractBaseUser):
        yield event.thing_kind, event.thing_id
    for name, value in [*event.before.items(), *event.after.items()]:
        related = words.related_kind(event.thing_kind, name)
        if related:
            yield from ((related, str(key)) for key in (value if isinstance(value, list) else [value]) if key)


def _named(kind: str, keys: Collection[str]) -> Iterator[tuple[str, str]]:
    model = words.model_of(kind)
    numbers = keys_in(keys)
    if model is not None and numbers:
        for thing in model._default_manager.filter(pk__in=numbers):
            yield str(thing.pk), str(thing)
