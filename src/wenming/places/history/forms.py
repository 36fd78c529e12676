"""What people type when something happens to a unit."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wenming.places.history.hanging import Row
from wenming.places.models import SHORT_NAME_LENGTH, UNIT_NAME_LENGTH, Unit
from wenming.places.picking import UnitPicker
from wenming.places.reach import Scope, units_in
from wenming.rules.seen import one_line
from wenming.web.name_field import NameField

BASIS_LENGTH = 200  # characters, as UnitChange.basis


class OrderForm(forms.Form):
    """From which day, and by which document."""

    on = forms.DateField(label=_("从哪天起"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    basis = NameField(
        label=_("依据"),
        max_length=BASIS_LENGTH,
        required=False,
        help_text=_("批准文件的文号或名称"),
    )

    def __init__(self, *args: Any, unit: Unit, scope: Scope, **kwargs: Any) -> None:  # noqa: ANN401 - handed on
        super().__init__(*args, **kwargs)
        self.unit = unit
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = units_in(scope).standing()
        self.order_fields([name for name in self.fields if name not in {"on", "basis"}] + ["on", "basis"])


class RenameForm(OrderForm):
    """The names that the unit bears from then on."""

    name = NameField(label=_("新的全称"), max_length=UNIT_NAME_LENGTH)
    short = NameField(label=_("新的简称"), max_length=SHORT_NAME_LENGTH, required=False, help_text=_("不填就用全称"))


class JoinForm(OrderForm):
    """The units that become one with this one, and which that is: one that exists, or a new one."""

    others = forms.ModelMultipleChoiceField(
        label=_("和哪些单位合并"), queryset=Unit.objects.none(), widget=UnitPicker()
    )
    into = forms.ModelChoiceField(
        label=_("合并后是名录里的哪个单位"),
        queryset=Unit.objects.none(),
        required=False,
        widget=UnitPicker(many=False),
        help_text=_("可以就是其中一家；新组建的单位请填下面两项"),
    )
    name = NameField(label=_("新组建单位的全称"), max_length=UNIT_NAME_LENGTH, required=False)
    short = NameField(label=_("新组建单位的简称"), max_length=SHORT_NAME_LENGTH, required=False)

    def clean(self) -> dict[str, Any]:
        """One that exists or a new one, not both and not neither."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if bool(cleaned.get("into")) == bool(cleaned.get("name")) and not self.errors:
            raise forms.ValidationError(_("请选合并后的单位，或者填新组建单位的全称，二者填一项。"))
        return cleaned

    def joined(self, into: Unit) -> list[Unit]:
        """The units that are dissolved: this one and the others, without the one that stays."""
        return [unit for unit in {self.unit, *self.cleaned_data["others"]} if unit != into]


class PartsForm(forms.Form):
    """Into which units this one is split: some that exist, some new."""

    successors = forms.ModelMultipleChoiceField(
        label=_("名录里已有的单位"), queryset=Unit.objects.none(), required=False, widget=UnitPicker()
    )
    names = forms.CharField(
        label=_("新组建的单位"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("每行一个全称"),
    )

    def __init__(self, *args: Any, unit: Unit, scope: Scope, **kwargs: Any) -> None:  # noqa: ANN401 - handed on
        super().__init__(*args, **kwargs)
        field = self.fields["successors"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = units_in(scope).standing().exclude(pk=unit.pk)

    def clean_names(self) -> list[str]:
        """The names, each once."""
        names = [one_line(name) for name in str(self.cleaned_data["names"]).splitlines()]
        kept = list(dict.fromkeys(name for name in names if name))
        if any(len(name) > UNIT_NAME_LENGTH for name in kept):
            raise forms.ValidationError(_("每个全称不超过 %(limit)s 个字。"), params={"limit": UNIT_NAME_LENGTH})
        return kept

    def clean(self) -> dict[str, Any]:
        """Nothing is split into nothing."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not cleaned.get("successors") and not cleaned.get("names"):
            raise forms.ValidationError(_("请选或填分设后的单位。"))
        return cleaned

    @property
    def part_names(self) -> list[str]:
        """The full names of all parts, in the order in which the action takes them."""
        return [*(unit.name for unit in self.cleaned_data["successors"]), *self.cleaned_data["names"]]


class SplitForm(OrderForm):
    """Which part takes which row; ``given``: each row with the index of the part chosen beforehand."""

    def __init__(self, *args: Any, parts: Sequence[str], given: Sequence[tuple[Row, int]], **kwargs: Any) -> None:  # noqa: ANN401 - handed on
        super().__init__(*args, **kwargs)
        self.rows = [row for row, _default in given]
        choices = [(str(index), name) for index, name in enumerate(parts)]
        for row, default in given:
            self.fields[row.field] = forms.ChoiceField(label=row.words, choices=choices, initial=str(default))

    def shares(self, parts: Sequence[Unit]) -> dict[str, dict[int, int]]:
        """As the action takes them."""
        found: dict[str, dict[int, int]] = {}
        for row in self.rows:
            found.setdefault(row.pointer.key, {})[row.key] = parts[int(self.cleaned_data[row.field])].pk
        return found


class DissolveForm(OrderForm):
    """Who takes over."""

    into = forms.ModelChoiceField(
        label=_("由哪个单位承接"),
        queryset=Unit.objects.none(),
        required=False,
        widget=UnitPicker(many=False),
        help_text=_("不选就是没有单位承接，责任仍留在这个单位名下，直到方案里改为别的单位"),
    )
