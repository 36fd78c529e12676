"""The county's areas, units, classes of units and people, checked against each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from wenming.sample.rows import Row, SampleError, only, rows, text, texts


class AreaKind(StrEnum):
    """The level of an area."""

    COUNTY = "county"  # 县
    TOWN = "town"  # 乡镇（街道）
    COMMUNITY = "community"  # 社区（村）


class UnitKind(StrEnum):
    """What sort of organisation a unit is."""

    PARTY = "party"  # 党委部门
    GOVERNMENT = "government"  # 政府部门
    MASS = "mass"  # 群团组织
    VERTICAL = "vertical"  # 垂直管理单位
    ENTERPRISE = "enterprise"  # 国有企业
    INSTITUTION = "institution"  # 事业单位
    TOWN = "town"  # 乡镇
    SUBDISTRICT = "subdistrict"  # 街道
    COMMUNITY = "community"  # 社区
    VILLAGE = "village"  # 村
    SCHOOL = "school"  # 学校


class PersonRole(StrEnum):
    """What a person does in the programme."""

    OFFICE = "office"  # 文明办
    LIAISON = "liaison"  # 联络员
    LEADER = "leader"  # 领导
    INSPECTOR = "inspector"  # 督查员
    ASSESSOR = "assessor"  # 测评员
    SYSTEM = "system"  # 系统管理员
    SECURITY = "security"  # 安全管理员
    AUDIT = "audit"  # 审计管理员


ADMINISTRATORS = frozenset({PersonRole.SYSTEM, PersonRole.SECURITY, PersonRole.AUDIT})  # of no unit


@dataclass(frozen=True, slots=True)
class Area:
    """A node of the tree county › town › community, under the name of its parent."""

    name: str
    kind: AreaKind
    parent: str | None


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisation: full name, the short name papers use, its area's name, its parents' short names."""

    name: str
    short: str
    kind: UnitKind
    area: str
    parents: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitClass:
    """A named set of units: ``members`` by short name, or all of ``kinds`` (within ``area``, where one is given)."""

    name: str
    aliases: tuple[str, ...]
    kinds: tuple[UnitKind, ...]
    area: str | None
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """Areas before the areas within them; units; classes."""

    areas: tuple[Area, ...]
    units: tuple[Unit, ...]
    classes: tuple[UnitClass, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A fictional person who may sign in in demo mode; ``units`` by short name."""

    account: str
    name: str
    role: PersonRole
    post: str
    units: tuple[str, ...]


def read_register(table: Row) -> Register:
    """The register in a TOML table; ``SampleError`` where a name is unknown, used twice, or a class is empty."""
    only(table, ("areas", "units", "classes"))
    areas = tuple(_area(row) for row in rows(table, "areas"))
    if not areas:
        raise SampleError("没有辖区")
    units = tuple(_unit(row, areas[0].name) for row in rows(table, "units"))
    register = Register(areas, units, tuple(_unit_class(row) for row in rows(table, "classes")))
    _check_areas(register.areas)
    _check_units(register)
    _check_classes(register)
    named(register)
    return register


def read_people(table: Row, register: Register) -> tuple[Person, ...]:
    """The people in a TOML table, each with units of ``register``; administrators have none."""
    only(table, ("people",))
    people = tuple(_person(row) for row in rows(table, "people"))
    known = {unit.short for unit in register.units}
    _once((person.account for person in people), "登录名")
    _once((person.name for person in people), "姓名")
    for person in people:
        if bool(person.units) == (person.role in ADMINISTRATORS):
            raise SampleError(f"{person.name}{'是三员，不属于单位' if person.units else '没有单位'}")
        _refer(person.units, known, f"{person.name}的单位")
    return people


def named(register: Register) -> dict[str, Unit | UnitClass]:
    """Every name, short name and alias with what it means; ``SampleError`` where one name means two things."""
    found: dict[str, Unit | UnitClass] = {}
    entries: tuple[Unit | UnitClass, ...] = (*register.units, *register.classes)
    for entry in entries:
        short = (entry.short,) if isinstance(entry, Unit) else ()
        for name in dict.fromkeys((entry.name, *short, *entry.aliases)):
            if name in found:
                raise SampleError(f"名称“{name}”既指{found[name].name}，又指{entry.name}")
            found[name] = entry
    return found


def members_of(unit_class: UnitClass, register: Register) -> tuple[Unit, ...]:
    """The units of a class, in the order of the register."""
    within = _within(unit_class.area, register.areas)
    return tuple(
        unit
        for unit in register.units
        if unit.short in unit_class.members or (unit.kind in unit_class.kinds and unit.area in within)
    )


def _within(top: str | None, areas: tuple[Area, ...]) -> set[str]:
    within = {area.name for area in areas if top in (None, area.name)}
    for area in areas:
        if area.parent in within:
            within.add(area.name)
    return within


def _area(row: Row) -> Area:
    only(row, ("name", "kind", "parent"))
    parent = text(row, "parent") if "parent" in row else None
    return Area(text(row, "name"), _one_of(AreaKind, text(row, "kind"), row), parent)


def _unit(row: Row, county: str) -> Unit:
    only(row, ("name", "short", "kind", "area", "parents", "aliases"))
    area = text(row, "area") if "area" in row else county
    kind = _one_of(UnitKind, text(row, "kind"), row)
    return Unit(text(row, "name"), text(row, "short"), kind, area, texts(row, "parents"), texts(row, "aliases"))


def _unit_class(row: Row) -> UnitClass:
    only(row, ("name", "aliases", "kinds", "area", "members"))
    kinds = tuple(_one_of(UnitKind, kind, row) for kind in texts(row, "kinds"))
    area = text(row, "area") if "area" in row else None
    return UnitClass(text(row, "name"), texts(row, "aliases"), kinds, area, texts(row, "members"))


def _person(row: Row) -> Person:
    only(row, ("account", "name", "role", "post", "units"))
    role = _one_of(PersonRole, text(row, "role"), row)
    return Person(text(row, "account"), text(row, "name"), role, text(row, "post"), texts(row, "units"))


Choice = TypeVar("Choice", bound=StrEnum)


def _one_of(choices: type[Choice], value: str, row: Row) -> Choice:
    try:
        return choices(value)
    except ValueError:
        raise SampleError(f"“{value}”不在{'、'.join(choices)}之中：{dict(row)}") from None


def _once(names: Iterable[str], what: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise SampleError(f"{what}“{name}”重复")
        seen.add(name)


def _refer(names: Iterable[str], known: set[str], what: str) -> None:
    for name in names:
        if name not in known:
            raise SampleError(f"{what}“{name}”不存在")


def _check_areas(areas: tuple[Area, ...]) -> None:
    _once((area.name for area in areas), "辖区")
    above: set[str] = set()
    for area in areas:
        if (area.parent is None) != (not above):
            raise SampleError(f"第一个辖区没有上级，其余都有：{area.name}")
        _refer([area.parent] if area.parent else [], above, f"{area.name}的上级")
        above.add(area.name)


def _check_units(register: Register) -> None:
    areas = {area.name for area in register.areas}
    shorts = {unit.short for unit in register.units}
    _once((unit.name for unit in register.units), "单位全称")
    _once((unit.short for unit in register.units), "单位简称")
    for unit in register.units:
        _refer([unit.area], areas, f"{unit.short}的辖区")
        _refer(unit.parents, shorts - {unit.short}, f"{unit.short}的上级")


def _check_classes(register: Register) -> None:
    shorts = {unit.short for unit in register.units}
    areas = {area.name for area in register.areas}
    for unit_class in register.classes:
        _refer(unit_class.members, shorts, f"{unit_class.name}的成员")
        _refer([unit_class.area] if unit_class.area else [], areas, f"{unit_class.name}的辖区")
        _once(unit_class.members, f"{unit_class.name}的成员")
        if not members_of(unit_class, register):
            raise SampleError(f"{unit_class.name}没有成员")
