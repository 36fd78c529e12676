"""What the steps of a review say: what was done, to what, and which unit a name was given."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.places.models import Unit, UnitClass
from wenming.plans.models import Act, Step
from wenming.plans.review.words import MEASURE, about_words

ACT_WORDS = {
    Act.CONFIRM: gettext_lazy("已确认"),
    Act.CORRECT: gettext_lazy("已更正"),
    Act.REMOVE: gettext_lazy("已删除"),
    Act.RESTORE: gettext_lazy("已恢复"),
    Act.ADD: gettext_lazy("已补充"),
    Act.SPLIT: gettext_lazy("已拆分"),
    Act.MERGE: gettext_lazy("已合并"),
    Act.MATCH: gettext_lazy("已对应"),
    Act.SETTLE: gettext_lazy("已看过"),
    Act.UNDO: gettext_lazy("已撤销"),
    Act.CARRY: gettext_lazy("已沿用上一版"),
}
_KEPT = gettext_lazy("名录里没有，先保留")
_Change = dict[str, Any]


def tell(step: Step, text: str) -> str:
    """One step in words; ``text`` is the document's."""
    return next(iter(tell_all([step], text)))


def tell_all(steps: Iterable[Step], text: str) -> list[str]:
    """Steps in words, each what was done and to what: 已对应：县文广局 = 县文旅局."""
    kept = list(steps)
    names = _names(kept)
    return [
        _("%(act)s：%(words)s") % {"act": _act(step), "words": _first_and_how_many(step, text, names)} for step in kept
    ]


def _act(step: Step) -> str | Promise:
    return _KEPT if step.act == Act.MATCH and not _given(step) else ACT_WORDS[Act(step.act)]


def _first_and_how_many(step: Step, text: str, names: Mapping[tuple[str, int], str]) -> str:
    """The first mark that the step changed, and of how many."""
    changes: list[_Change] = step.changes
    if not changes:
        return ""
    if step.act in {Act.SPLIT, Act.MERGE}:  # the measure itself is changed last, after what was parted from it
        return str(next(one["after"]["title"] for one in reversed(changes) if one["mark"] == MEASURE))
    first = next((one for one in changes if one["mark"] != "doubt"), changes[0])
    about = about_words(first["mark"], first["after"] or {}, text)
    given = _given(step)
    if step.act == Act.MATCH and given:
        about = f"{first['after']['name']} = {names.get(given, '')}"
    count = len([one for one in changes if one["mark"] == first["mark"]])
    return about if count == 1 else _("%(about)s等 %(count)s 处") % {"about": about, "count": count}


def _given(step: Step) -> tuple[str, int] | None:
    """The unit or class that a name was given."""
    changed = (one["after"] for one in step.changes if one["mark"] == "duty" and one["after"])
    fields: Mapping[str, Any] = next(changed, {})
    kinds = (kind for kind in ("unit", "unit_class") if fields.get(f"{kind}_id"))
    kind = next(kinds, None)
    return (kind, fields[f"{kind}_id"]) if kind else None


def _names(steps: Iterable[Step]) -> dict[tuple[str, int], str]:
    """The names of all units and classes that names were given, in at most two queries."""
    given = {found for step in steps if step.act == Act.MATCH and (found := _given(step))}
    units = {pk for kind, pk in given if kind == "unit"}
    classes = {pk for kind, pk in given if kind == "unit_class"}
    names = {("unit", unit.pk): str(unit) for unit in Unit.objects.filter(pk__in=units)} if units else {}
    of_classes = UnitClass.objects.filter(pk__in=classes) if classes else ()
    return names | {("unit_class", each.pk): str(each) for each in of_classes}
