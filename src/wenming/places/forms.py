"""What people type about units and classes."""

import re

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from wenming.places.models import SHORT_NAME_LENGTH, UNIT_NAME_LENGTH, Area, Unit, UnitClass, UnitKind
from wenming.places.picking import UnitPicker
from wenming.places.reach import Scope, areas_in, reaches_classes_of_all, units_in
from wenming.rules.seen import one_line
from wenming.web.content import ContentSelect
from wenming.web.name_field import NameField


class AliasesField(forms.CharField):
    """Other names, one a line or separated by 、，; a list when cleaned."""

    widget = forms.Textarea(attrs={"rows": 3})

    def clean(self, value: str) -> list[str]:
        """The names without blanks and doubles."""
        names = [one_line(name) for name in re.split(r"[\n、，,；;]", super().clean(value) or "")]
        kept = list(dict.fromkeys(name for name in names if name))
        if any(len(name) > UNIT_NAME_LENGTH for name in kept):
            raise forms.ValidationError(_("其他叫法每个不超过 %(limit)s 个字。"), params={"limit": UNIT_NAME_LENGTH})
        return kept


class UnitForm(forms.Form):
    """A unit: its names, what it is, where it belongs."""

    name = NameField(label=_("全称"), max_length=UNIT_NAME_LENGTH, help_text=_("公文里的全称，例如 青禾县教育局"))
    short = NameField(
        label=_("简称"),
        max_length=SHORT_NAME_LENGTH,
        required=False,
        help_text=_("表格里显示的叫法，例如 县教育局；不填就用全称"),
    )
    kind = forms.ChoiceField(label=_("类型"), choices=UnitKind.choices)
    area = forms.ModelChoiceField(label=_("辖区"), queryset=Area.objects.all(), empty_label=None, widget=ContentSelect)
    code = forms.CharField(
        label=_("统一社会信用代码"), max_length=40, required=False, help_text=_("18 位，填了会查一遍对不对")
    )
    parents = forms.ModelMultipleChoiceField(
        label=_("上级单位"),
        queryset=Unit.objects.all(),
        required=False,
        help_text=_("可以不止一个"),
        widget=UnitPicker(),
    )
    aliases = AliasesField(
        label=_("其他叫法"),
        required=False,
        help_text=_("文件里见过的叫法，每行一个。方案里出现时会自动对应到这个单位。"),
    )

    def __init__(self, *args: object, scope: Scope, unit: Unit | None = None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        _among(self, "area", areas_in(scope))
        parents = Unit.objects.standing()
        if unit:
            parents = Unit.objects.filter(Q(dissolved_on=None) | Q(children=unit)).exclude(pk=unit.pk).distinct()
        _among(self, "parents", parents)

    def clean_kind(self) -> UnitKind:
        """The kind as the action takes it."""
        return UnitKind(self.cleaned_data["kind"])


def initial_of(unit: Unit) -> dict[str, object]:
    """The form's fields as the unit has them."""
    return {
        "name": unit.name,
        "short": unit.short,
        "kind": unit.kind,
        "area": unit.area_id,
        "code": unit.credit_code,
        "parents": [parent.pk for parent in unit.parents.all()],
        "aliases": "\n".join(alias.name for alias in unit.aliases.all()),
    }


class ClassForm(forms.Form):
    """A class of units: by rule, by name, or both."""

    name = NameField(label=_("名称"), max_length=UNIT_NAME_LENGTH, help_text=_("方案里的叫法，例如 各社区"))
    kinds = forms.MultipleChoiceField(
        label=_("按类型"), choices=UnitKind.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    area = forms.ModelChoiceField(
        label=_("限于辖区"),
        queryset=Area.objects.all(),
        required=False,
        empty_label=_("不限"),
        widget=ContentSelect,
    )
    named_members = forms.ModelMultipleChoiceField(
        label=_("逐个指定"),
        queryset=Unit.objects.all(),
        required=False,
        widget=UnitPicker(),
    )
    aliases = AliasesField(label=_("其他叫法"), required=False, help_text=_("每行一个"))

    def __init__(self, *args: object, scope: Scope, unit_class: UnitClass | None = None, **kwargs: object) -> None:
        """``scope``: how far the person's right reaches; members that the class has already may stay."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        _among(self, "area", areas_in(scope))
        self.fields["area"].required = not reaches_classes_of_all(scope)
        present = Q(named_in=unit_class) if unit_class else Q(pk__in=[])
        within = Q(pk__in=units_in(scope).standing().values("pk"))
        _among(self, "named_members", Unit.objects.filter(within | present).distinct())

    def clean_kinds(self) -> list[UnitKind]:
        """The kinds as the action takes them."""
        return [UnitKind(kind) for kind in self.cleaned_data["kinds"]]

    def clean(self) -> dict[str, object]:
        """A class without anybody in it would bind nobody."""
        cleaned = super().clean() or {}
        if not cleaned.get("kinds") and not cleaned.get("named_members"):
            raise forms.ValidationError(_("请勾选类型，或逐个指定单位，不然这一类里没有单位。"))
        return cleaned


def initial_of_class(unit_class: UnitClass) -> dict[str, object]:
    """The form's fields as the class has them."""
    return {
        "name": unit_class.name,
        "kinds": unit_class.kinds,
        "area": unit_class.area_id,
        "named_members": [unit.pk for unit in unit_class.named_members.all()],
        "aliases": "\n".join(alias.name for alias in unit_class.aliases.all()),
    }


class MergeForm(forms.Form):
    """The unit that stays when two are one."""

    into = forms.ModelChoiceField(
        label=_("并入"),
        queryset=Unit.objects.none(),
        widget=UnitPicker(many=False),
        help_text=_("查找并选择保留的单位"),
    )

    def __init__(self, *args: object, scope: Scope, unit: Unit, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        _among(self, "into", units_in(scope).standing().exclude(pk=unit.pk))


def _among(form: forms.Form, name: str, things: QuerySet[Unit] | QuerySet[Area]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = things
