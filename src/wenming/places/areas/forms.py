"""What people type about areas."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wenming.places.models import Area, AreaKind
from wenming.places.reach import Scope, areas_in
from wenming.web.content import ContentSelect
from wenming.web.name_field import NameField

AREA_NAME_LENGTH = 60  # characters, as Area.name


class AreaForm(forms.Form):
    """An area: its name, level, place in the tree and code."""

    name = NameField(label=_("名称"), max_length=AREA_NAME_LENGTH)
    kind = forms.ChoiceField(label=_("层级"), choices=AreaKind.choices)
    parent = forms.ModelChoiceField(
        label=_("上一级"), queryset=Area.objects.none(), widget=ContentSelect, empty_label=_("请选择")
    )
    code = forms.CharField(
        label=_("区划代码"),
        max_length=20,
        required=False,
        help_text=_("县以上 6 位，乡镇街道 9 位，社区（村）12 位；不知道可以不填"),
    )

    def __init__(self, *args: Any, scope: Scope, area: Area | None = None, **kwargs: Any) -> None:  # noqa: ANN401 - handed on
        super().__init__(*args, **kwargs)
        field = self.fields["parent"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = _above(area, scope) if area else areas_in(scope)
        if area and area.parent_id is None:  # the topmost stays where it is
            field.required = False

    def clean_kind(self) -> AreaKind:
        """The level as the action takes it."""
        return AreaKind(self.cleaned_data["kind"])


def _above(area: Area, scope: Scope) -> QuerySet[Area]:
    """Where the area may be put: where it is, and where the right reaches."""
    return (areas_in(scope) | Area.objects.filter(children=area)).exclude(pk=area.pk).distinct()
