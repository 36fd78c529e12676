"""A record in words: its fields, its versions, what differs between two, why it may count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from wenming.work.models import RecordVersion
from wenming.work.records.fields import LONG, long_of
from wenming.work.records.proposing import Why

Told = Mapping[str, object]  # a version's content
Names = Mapping[int, str]  # commitment → its activity

LABELS: Mapping[str, str | Promise] = {
    "title": gettext_lazy("做了什么"),
    "kind": gettext_lazy("类型"),
    "unit": gettext_lazy("单位"),
    "first": gettext_lazy("哪一天"),
    "last": gettext_lazy("到哪一天"),
    "minutes": gettext_lazy("用了多长时间"),
    "place": gettext_lazy("在哪里"),
    "people": gettext_lazy("多少人参加"),
    "with_units": gettext_lazy("一起做的单位"),
    "outputs": gettext_lazy("成果"),
    "roster": gettext_lazy("参加人员名单"),
    "words": gettext_lazy("说几句"),
    "uses": gettext_lazy("计入的要求"),
}
WHY_WORDS: Mapping[Why, str | Promise] = {
    Why.ASKED: gettext_lazy("就是从这条要求登记的"),
    Why.NAMED: gettext_lazy("“做了什么”里有这件事"),
    Why.ALIKE: gettext_lazy("类型相同，用词相近"),
    Why.KIND: gettext_lazy("类型相同"),
    Why.CHOSEN: gettext_lazy("您选的"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two versions say differently."""

    label: str | Promise
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A version with what is new in it."""

    version: RecordVersion
    differences: tuple[Difference, ...]


def long_words(minutes: int | None) -> str:
    """180 minutes are 半天, 720 two days, 90 an hour and a half; empty where nothing was said."""
    long, unit = long_of(minutes)
    if long is None:
        return ""
    if unit == "half" and long == 1:
        return _("半天")
    return _("%(number)s %(unit)s") % {"number": f"{long.normalize():f}", "unit": LONG[unit][1]}


def field_words(name: str, value: object, names: Names) -> str:
    """One field of a version's content in words; empty where nothing was said."""
    if value is None or value == "" or value == []:
        return ""
    match name:
        case "minutes":
            return long_words(int(str(value)))
        case "first" | "last":
            return date_format(date.fromisoformat(str(value)), "DATE_FORMAT")
        case "roster":
            return ngettext("%(count)d 人", "%(count)d 人", int(str(value))) % {"count": value} if value else ""
        case "uses":
            keys = value if isinstance(value, list) else []
            return pgettext("between names", "、").join(names.get(key, f"#{key}") for key in keys)
        case "with_units" | "outputs":
            parts = value if isinstance(value, list) else [value]
            return pgettext("between names", "、").join(map(str, parts))
    return str(value)


def differences(before: Told, after: Told, names: Names) -> tuple[Difference, ...]:
    """The fields that differ, in the order of the page."""
    changed = [name for name in LABELS if before.get(name) != after.get(name)]
    return tuple(
        Difference(LABELS[name], field_words(name, before.get(name), names), field_words(name, after.get(name), names))
        for name in changed
    )


def shown_versions(versions: Sequence[RecordVersion], names: Names) -> list[Shown]:
    """The versions, the last first, each with what is new since the one before."""
    pairs = zip([None, *versions], versions, strict=False)
    found = [
        Shown(one, differences(before.content, one.content, names) if before is not None else ())
        for before, one in pairs
    ]
    return found[::-1]
