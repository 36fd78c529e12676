"""Who shall answer, and for what."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.frameworks.models import COLUMN_LENGTH, ENTRY_LENGTH, AssignmentRole, Column, ColumnKind
from wenming.places.excel.cells import day_in
from wenming.places.models import Unit, UnitClass
from wenming.places.picking import UnitPicker
from wenming.rules.seen import one_line
from wenming.web.content import ContentSelect
from wenming.web.numbers import whole

MOST_PLACES = 1000  # standards at once
_LONGEST_WORDS = 60


class AssignForm(forms.Form):
    """A unit or a class, its role, and the standards: ticked in a table, or the one of the page."""

    unit = forms.ModelChoiceField(
        Unit.objects.standing(), label=gettext_lazy("单位"), required=False, widget=UnitPicker(many=False)
    )
    unit_class = forms.ModelChoiceField(
        UnitClass.objects.all(),
        label=gettext_lazy("或者一类单位"),
        required=False,
        empty_label=gettext_lazy("（不选）"),
        widget=ContentSelect,
    )
    role = forms.ChoiceField(
        label=gettext_lazy("角色"), choices=AssignmentRole.choices, initial=AssignmentRole.RESPONSIBLE
    )
    wanted = forms.TypedChoiceField(label=gettext_lazy("负责什么"), coerce=int, required=False)

    def __init__(self, *args: Any, pieces: Sequence[str] = (), **kwargs: Any) -> None:  # noqa: ANN401 - as Django takes them
        super().__init__(*args, **kwargs)
        field = self.fields["wanted"]
        if isinstance(field, forms.TypedChoiceField):
            named = enumerate((one_line(one)[:_LONGEST_WORDS] for one in pieces), start=1)
            field.choices = [(0, _("整条标准")), *((number, words) for number, words in named)]

    def clean(self) -> dict[str, Any]:
        """One of both."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and bool(cleaned.get("unit")) == bool(cleaned.get("unit_class")):
            self.add_error("unit", _("请选一个单位，或者一类单位，只选其中一样。"))
        cleaned["wanted"] = cleaned.get("wanted") or 0
        return cleaned

    @property
    def to(self) -> Unit | UnitClass:
        """Whom a good form names."""
        chosen: Unit | UnitClass = self.cleaned_data["unit"] or self.cleaned_data["unit_class"]
        return chosen


class ColumnForm(forms.Form):
    """One more column of the office's own."""

    name = forms.CharField(label=gettext_lazy("栏目名称"), max_length=COLUMN_LENGTH)
    kind = forms.ChoiceField(label=gettext_lazy("填什么"), choices=ColumnKind.choices, initial=ColumnKind.TEXT)


class EntryForm(forms.Form):
    """What shall stand in one of the office's own columns."""

    column = forms.ModelChoiceField(Column.objects.none(), label=gettext_lazy("栏目"))
    text = forms.CharField(label=gettext_lazy("内容"), max_length=ENTRY_LENGTH, required=False)

    def __init__(self, *args: Any, columns: QuerySet[Column], **kwargs: Any) -> None:  # noqa: ANN401 - as Django takes them
        super().__init__(*args, **kwargs)
        field = self.fields["column"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = columns

    def clean(self) -> dict[str, Any]:
        """A column of dates takes a date."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        column, text = cleaned.get("column"), (cleaned.get("text") or "").strip()
        if column and column.kind == ColumnKind.DATE and text:
            day = day_in(text)
            if day is None:
                self.add_error("text", _("“%(text)s”不是日期，请写成 2026-03-05 这样。") % {"text": text[:20]})
            text = day.isoformat() if day else ""
        cleaned["text"] = text
        return cleaned


def ticked(values: Sequence[str]) -> list[int]:
    """The keys of the ticked rows, as many as one request may change."""
    return [key for value in values[:MOST_PLACES] if (key := whole(value)) is not None]
