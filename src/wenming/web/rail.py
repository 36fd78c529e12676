"""The places of the left rail: one table for the rail, the bar on a phone, and the tests."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Place:
    """A place of the product: shown to those who hold ``right`` (a name in ``may``; empty: everybody signed in)."""

    label: str | Promise
    icon: str
    view: str  # the name of its first page's address
    right: str = ""
    leads_to: tuple[str, ...] = ()  # first pages of rooms that are reached from here
    instead_of: str = ""  # shown to those alone who do not hold that right, who come there another way


PLACES = (
    Place(_("我的事"), "desk", "home"),
    Place(_("工作"), "work", "work:records", "work_view"),
    Place(_("落实情况"), "board", "work:board", "work_view"),
    Place(_("报表"), "papers", "papers:reports", "work_view"),
    Place(_("方案"), "plan", "plans:list", "plan_view"),
    Place(_("测评体系"), "framework", "frameworks:list", "framework_view", ("scores:list",)),
    Place(_("测评轮次"), "framework", "scores:list", "round_view", instead_of="framework_view"),
    Place(_("单位"), "unit", "places:list", "unit_view", ("command:tree",)),
    Place(_("日志"), "log", "audit:list", "audit_view"),
    Place(_("人员"), "person", "accounts:people", "person_view"),
    Place(_("后台任务"), "system", "jobs:overview", "system_run"),
)


@dataclass(frozen=True)
class Entry:
    """A place as one page shows it."""

    label: str | Promise
    icon: str
    address: str
    is_current: bool


def entries(may: Mapping[str, object], path: str) -> list[Entry]:
    """The places of someone who may do ``may``, seen from the page at ``path``."""
    return [
        _entry(place, path)
        for place in PLACES
        if (not place.right or place.right in may) and not (place.instead_of and place.instead_of in may)
    ]


def _entry(place: Place, path: str) -> Entry:
    address = reverse(place.view)
    all_of_it = (address, *map(reverse, place.leads_to))
    is_current = path == address if place.view == "home" else path.startswith(all_of_it)
    return Entry(place.label, place.icon, address, is_current)
