"""The county's command structure: read, checked against its units and people, and put into the program."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files

from wenming.accounts.models import User
from wenming.command import actions
from wenming.command.models import Group, GroupKind, LinkKind
from wenming.places.models import Area, Unit
from wenming.sample.register import Person, Register
from wenming.sample.rows import Row, SampleError, day, only, rows, text, texts


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody by ``account`` or by ``name``, with their post; both empty where it is a unit alone."""

    account: str
    name: str
    post: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A title in a group, for a person or for each of ``units`` by short name."""

    title: str
    holder: Holder
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DraftGroup:
    """A group under the key by which others name it as their parent."""

    key: str
    name: str
    kind: str
    parent: str
    host: str
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class DraftLink:
    """A leader and the places they look after: areas and units by name, or a site in one area."""

    holder: Holder
    kind: str
    areas: tuple[str, ...]
    units: tuple[str, ...]
    site: str


@dataclass(frozen=True, slots=True)
class Structure:
    """All of it, from one day on."""

    since: date
    groups: tuple[DraftGroup, ...]
    links: tuple[DraftLink, ...]


def load_structure(register: Register, people: tuple[Person, ...]) -> Structure:
    """The command structure of the sample county; SampleError where it names what is not there."""
    table = tomllib.loads(files("wenming.sample").joinpath("command.toml").read_text(encoding="utf-8"))
    return read_structure(table, register, people)


def read_structure(table: Row, register: Register, people: tuple[Person, ...]) -> Structure:
    """The structure in a TOML table; SampleError where a unit, an area, an account or a parent is unknown."""
    only(table, ("since", "groups", "links"))
    groups = tuple(map(_group, rows(table, "groups")))
    structure = Structure(day(table, "since"), groups, tuple(map(_link, rows(table, "links"))))
    keys: set[str] = set()
    for group in groups:
        _known((group.parent,), keys, f"{group.name}的上级")
        keys.add(group.key)
    _known(_units_of(structure), {unit.short for unit in register.units}, "单位")
    _known((one for link in structure.links for one in link.areas), {area.name for area in register.areas}, "辖区")
    _known((holder.account for holder in _holders(structure)), {person.account for person in people}, "登录名")
    return structure


def _units_of(structure: Structure) -> Iterator[str]:
    for group in structure.groups:
        yield group.host
        for seat in group.seats:
            yield from seat.units
    for link in structure.links:
        yield from link.units


def _holders(structure: Structure) -> Iterator[Holder]:
    yield from (seat.holder for group in structure.groups for seat in group.seats)
    yield from (link.holder for link in structure.links)


def _known(names: Iterator[str] | tuple[str, ...], known: set[str], what: str) -> None:
    for name in names:
        if name and name not in known:
            raise SampleError(f"{what}“{name}”不存在")


def _optional(row: Row, key: str) -> str:
    return text(row, key) if key in row else ""


def _holder(row: Row) -> Holder:
    return Holder(_optional(row, "account"), _optional(row, "name"), _optional(row, "post"))


def _group(row: Row) -> DraftGroup:
    only(row, ("key", "name", "kind", "parent", "host", "seats"))
    seats = tuple(map(_seat, rows(row, "seats")))
    where = (_optional(row, "parent"), _optional(row, "host"))
    return DraftGroup(text(row, "key"), text(row, "name"), text(row, "kind"), *where, seats)


def _seat(row: Row) -> Seat:
    only(row, ("title", "account", "name", "post", "units"))
    return Seat(text(row, "title"), _holder(row), texts(row, "units"))


def _link(row: Row) -> DraftLink:
    only(row, ("account", "name", "post", "kind", "areas", "units", "site"))
    areas, units = texts(row, "areas"), texts(row, "units")
    if not areas and not units:
        raise SampleError(f"没有写明挂哪里：{dict(row)}")
    return DraftLink(_holder(row), text(row, "kind"), areas, units, _optional(row, "site"))


def put_in(structure: Structure, *, area: Area, at: datetime) -> None:
    """Set up the groups with their seats, and the links, by the actions that a person would take."""
    made: dict[str, Group] = {}
    for group in structure.groups:
        host = _unit(group.host) if group.host else None
        shape = actions.Shape(group.name, GroupKind(group.kind), area, made.get(group.parent), host)
        made[group.key] = actions.add_group(shape=shape, since=structure.since, by=None, at=at)
        for seat in group.seats:
            _give(seat, made[group.key], structure.since, at)
    for link in structure.links:
        for target in _targets(link):
            leader, kind = _who(link.holder), LinkKind(link.kind)
            actions.add_link(kind=kind, leader=leader, target=target, since=structure.since, by=None, at=at)


def _give(seat: Seat, group: Group, since: date, at: datetime) -> None:
    for short in seat.units or ("",):
        holder = _who(seat.holder, _unit(short) if short else None)
        actions.add_seat(group=group, title=seat.title, holder=holder, since=since, by=None, at=at)


def _who(holder: Holder, unit: Unit | None = None) -> actions.Holder:
    user = User.objects.get(username=holder.account) if holder.account else None
    return actions.Holder(user=user, name=holder.name, post=holder.post, unit=unit)


def _unit(short: str) -> Unit:
    found: Unit = Unit.objects.get(short=short)
    return found


def _targets(link: DraftLink) -> Iterator[actions.Target]:
    for name in link.areas:
        yield actions.Target(Area.objects.get(name=name), site=link.site)
    for short in link.units:
        unit = _unit(short)
        yield actions.Target(unit.area, unit=unit)
