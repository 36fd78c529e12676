"""The one set of filters above every face of the table, as fields."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wenming.places.models import Unit, UnitClass, UnitKind
from wenming.plans.models import Duty
from wenming.plans.table.filters import STEP, Filters, Lack, Who
from wenming.plans.table.selection import Chapter, Selection
from wenming.plans.term_words import KIND_WORDS, ROLE_WORDS
from wenming.web.content import ContentSelect

Choices = list[tuple[Any, Any]]
_LACKS = {Lack.OWNER: _("没有责任单位"), Lack.DATE: _("没有时限和频次")}
_INDENT = "\u3000"  # a select has no other way to show depth


class FilterForm(forms.Form):
    """Text, chapter, unit or class, role, kind of term, and what is lacking."""

    q = forms.CharField(label=_("搜索措施"), required=False, widget=forms.TextInput(attrs={"type": "search"}))
    chapter = forms.ChoiceField(label=_("章节"), required=False, widget=ContentSelect)
    who = forms.ChoiceField(label=_("单位"), required=False, widget=ContentSelect)
    role = forms.ChoiceField(label=_("角色"), required=False)
    term = forms.ChoiceField(label=_("要求"), required=False)
    lack = forms.ChoiceField(label=_("缺少"), required=False)

    def __init__(self, selection: Selection) -> None:
        super().__init__(initial=_initial(selection.filters), auto_id="filter_%s")
        choices = {
            "chapter": [("", _("全部章节")), *map(_chapter, selection.chapters)],
            "who": [("", _("全部单位")), *_who(selection)],
            "role": [("", _("全部角色")), *((role.value, word) for role, word in ROLE_WORDS.items())],
            "term": [("", _("全部要求")), *((kind.value, word) for kind, word in KIND_WORDS.items())],
            "lack": [("", _("不限")), *((lack.value, word) for lack, word in _LACKS.items())],
        }
        for name, offered in choices.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = offered


def _initial(filters: Filters) -> dict[str, str]:
    return {
        "q": filters.text,
        "chapter": STEP.join(filters.chapter),
        "who": str(filters.who or ""),
        "role": filters.role or "",
        "term": filters.term or "",
        "lack": filters.lack or "",
    }


def _chapter(chapter: Chapter) -> tuple[str, str]:
    return STEP.join(chapter.path), f"{_INDENT * chapter.depth}{chapter.path[-1]} ({chapter.count})"


def _who(selection: Selection) -> Choices:
    """The classes and units that answer for anything in this version; three queries."""
    named = (
        Duty.objects.live()
        .filter(measure__version=selection.version)
        .order_by()
        .values_list("unit", "unit_class")
        .distinct()
    )
    unit_ids, class_ids = ({pk for pk in column if pk} for column in zip(*named, strict=True)) if named else ((), ())
    addressed = set(unit_ids).union(*(selection.members.get(pk, frozenset()) for pk in class_ids))
    classes = UnitClass.objects.filter(pk__in=class_ids)
    units = [unit for unit in Unit.objects.order_by("pk") if unit.pk in addressed]
    return [
        (_("单位类别"), [(str(Who("class", one.pk)), one.name) for one in classes]),
        *((UnitKind(kind).label, options) for kind, options in _by_kind(units).items()),
    ]


def _by_kind(units: Iterable[Unit]) -> Mapping[str, Choices]:
    found: dict[str, Choices] = {}
    for kind in UnitKind:
        options: Choices = [(str(Who("unit", unit.pk)), unit.short) for unit in units if unit.kind == kind]
        if options:
            found[kind] = options
    return found
