"""What people type about groups, seats and links. What is beyond one's reach is no choice."""

import re
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.accounts.models import User
from wenming.accounts.people.queries import OFFERED, units_called, units_offered
from wenming.command.actions import Holder, Shape, Target
from wenming.command.models import NAME_LENGTH, TITLE_LENGTH, Group, GroupKind, LinkKind
from wenming.places.models import SHORT_NAME_LENGTH, UNIT_NAME_LENGTH, Area, Unit
from wenming.places.reach import Scope, areas_in
from wenming.web.content import ContentSelect
from wenming.web.name_field import NameField

TITLES = (
    "总指挥",
    "第一副总指挥",
    "副总指挥",
    "办公室主任",
    "办公室副主任",
    "组长",
    "副组长",
    "牵头单位",
    "成员单位",
    "成员",
    "联络员",
)  # offered while one types; any other can be typed
EVERYWHERE = Scope(everywhere=True)  # any unit may sit in any group
_SEVERAL = re.compile(r"[、,，;；\n]+")
_WITH_USER_NAME = re.compile(r"(.*)[（(]([^（）()]+)[）)]\s*")
_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _unit_called(name: str) -> Unit:
    called = units_called(name, EVERYWHERE)
    if len(called) == 1:
        return called[0]
    if called:
        names = "、".join(unit.name for unit in called)
        raise forms.ValidationError(_("叫这个名字的不止一个：%(names)s。请写全称。") % {"names": names})
    raise forms.ValidationError(_("名录里没有叫“%(name)s”的单位。") % {"name": name})


class UnitField(forms.CharField):
    """One unit by any of its names, or nothing."""

    def clean(self, value: str) -> Unit | None:
        """The unit; ValidationError where none or more than one bears the name."""
        name = str(super().clean(value))
        return _unit_called(name) if name else None


class UnitsField(forms.CharField):
    """Units by any of their names, with 、 or a line break between them."""

    def clean(self, value: str) -> list[Unit]:
        """The units, each once, in the order in which they were typed."""
        names = [name.strip() for name in _SEVERAL.split(str(super().clean(value)))]
        return list(dict.fromkeys(_unit_called(name) for name in names if name))


class WhoField(NameField):
    """Somebody: one of ``people``, whose name or 姓名（用户名） was typed, or else whoever bears the name."""

    people: QuerySet[User] = User.objects.none()

    def clean(self, value: str) -> User | str:
        """The account that is meant, else the name; ValidationError where a user name is nobody's."""
        text = str(super().clean(value))
        given = _WITH_USER_NAME.fullmatch(text)
        if given:
            user = self.people.filter(username=given[2].strip()).first()
            if user is None:
                raise forms.ValidationError(
                    _("没有用户名是“%(name)s”的人；没有账号的，只写姓名。") % {"name": given[2]}
                )
            return user
        called = list(self.people.filter(Q(full_name=text) | Q(username=text))[:2]) if text else []
        if len(called) > 1:
            raise forms.ValidationError(_("叫“%(name)s”的不止一个人，请从列表里选。") % {"name": text})
        return called[0] if called else text


class DayForm(forms.Form):
    """One day."""

    day = forms.DateField(label=gettext_lazy("最后一天"), widget=_DAY)


class _PersonForm(forms.Form):
    """Who it is: an account, or only a name."""

    who = WhoField(
        label=gettext_lazy("姓名"),
        max_length=NAME_LENGTH,
        required=False,
        widget=forms.TextInput(attrs={"list": "people", "autocomplete": "off"}),
        help_text=gettext_lazy("有账号的从列表里选，没有账号的直接写姓名"),
    )
    post = NameField(
        label=gettext_lazy("职务"),
        max_length=NAME_LENGTH,
        required=False,
        help_text=gettext_lazy("本来的职务，例如：县委书记"),
    )

    def __init__(self, data: Any, *, people: QuerySet[User], **kwargs: Any) -> None:  # noqa: ANN401 - as Django takes it
        super().__init__(data, **kwargs)
        self._people = people.filter(is_active=True)
        field = self.fields["who"]
        if isinstance(field, WhoField):
            field.people = self._people

    @property
    def people(self) -> list[User]:
        """Whom to offer while one types."""
        return list(self._people.order_by("full_name", "pk")[:OFFERED])

    def holder(self, unit: Unit | None = None) -> Holder:
        """Who was typed, with that unit."""
        who, post = self.cleaned_data["who"], self.cleaned_data["post"]
        if isinstance(who, User):
            return Holder(user=who, post=post, unit=unit)
        return Holder(name=who, post=post, unit=unit)


class _HolderForm(_PersonForm):
    """Who holds a seat: a person, a unit, or a person of a unit."""

    @property
    def units(self) -> list[str]:
        """Names of units to offer while one types."""
        return units_offered(EVERYWHERE)


class SeatForm(_HolderForm):
    """New seats in a group: one for a person, or one for each unit."""

    title = NameField(
        label=gettext_lazy("职位"),
        max_length=TITLE_LENGTH,
        widget=forms.TextInput(attrs={"list": "titles", "autocomplete": "off", "autofocus": True}),
    )
    units_typed = UnitsField(
        label=gettext_lazy("单位"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("成员单位可以一次写好几家，用顿号隔开"),
    )
    since = forms.DateField(label=gettext_lazy("第一天"), widget=_DAY)
    field_order = ("title", "who", "post", "units_typed", "since")
    titles = TITLES

    def clean(self) -> dict[str, Any]:
        """A person, or units; a person is of one unit at most."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        who, units = cleaned.get("who"), cleaned.get("units_typed")
        if not self.errors and not who and not units:
            self.add_error("who", _("请写姓名，或者写单位。"))
        if who and units and len(units) > 1:
            self.add_error("units_typed", _("写了姓名，就只能写他所在的一家单位。"))
        return cleaned

    @property
    def holders(self) -> list[Holder]:
        """Who gets a seat each."""
        units: list[Unit | None] = list(self.cleaned_data["units_typed"])
        return [self.holder(unit) for unit in units or [None]]


class ReplaceSeatForm(_HolderForm):
    """Who holds the seat from a day on."""

    unit = UnitField(
        label=gettext_lazy("单位"),
        max_length=UNIT_NAME_LENGTH,
        required=False,
        widget=forms.TextInput(attrs={"list": "units", "autocomplete": "off"}),
    )
    since = forms.DateField(label=gettext_lazy("从哪天起"), widget=_DAY)

    def clean(self) -> dict[str, Any]:
        """A person or a unit."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not cleaned.get("who") and not cleaned.get("unit"):
            self.add_error("who", _("请写姓名，或者写单位。"))
        return cleaned


class ReplaceLinkForm(_PersonForm):
    """Who looks after the place from a day on."""

    since = forms.DateField(label=gettext_lazy("从哪天起"), widget=_DAY)

    def __init__(self, data: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as Django takes it
        super().__init__(data, **kwargs)
        self.fields["who"].required = True


class LinkForm(_HolderForm):
    """A leader and what they look after."""

    kind = forms.ChoiceField(label=gettext_lazy("方式"), choices=LinkKind.choices)
    area = forms.ModelChoiceField(
        Area.objects.none(), label=gettext_lazy("辖区"), widget=ContentSelect, empty_label=gettext_lazy("请选择")
    )
    unit = UnitField(
        label=gettext_lazy("单位"),
        max_length=UNIT_NAME_LENGTH,
        required=False,
        widget=forms.TextInput(attrs={"list": "units", "autocomplete": "off"}),
        help_text=gettext_lazy("挂的是一家单位时填写"),
    )
    site = NameField(
        label=gettext_lazy("点位"),
        max_length=SHORT_NAME_LENGTH,
        required=False,
        help_text=gettext_lazy("路段、街巷、市场等，写名称，例如：人民路（东段）"),
    )
    since = forms.DateField(label=gettext_lazy("第一天"), widget=_DAY)
    field_order = ("who", "post", "kind", "area", "unit", "site", "since")

    def __init__(self, data: Any, *, scope: Scope, **kwargs: Any) -> None:  # noqa: ANN401 - as Django takes it
        super().__init__(data, **kwargs)
        self.fields["who"].required = True
        field = self.fields["area"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = areas_in(scope).order_by("code", "pk")

    @property
    def target(self) -> Target:
        """What is looked after."""
        return Target(**{name: self.cleaned_data[name] for name in ("area", "unit", "site")})


class GroupForm(forms.Form):
    """A group: what it is and where it stands."""

    name = NameField(label=gettext_lazy("名称"), max_length=UNIT_NAME_LENGTH)
    kind = forms.ChoiceField(label=gettext_lazy("类型"), choices=GroupKind.choices)
    parent = forms.ModelChoiceField(
        Group.objects.none(),
        label=gettext_lazy("上级机构"),
        required=False,
        widget=ContentSelect,
        empty_label=gettext_lazy("没有，就是最上一级"),
    )
    area = forms.ModelChoiceField(
        Area.objects.none(), label=gettext_lazy("辖区"), widget=ContentSelect, empty_label=gettext_lazy("请选择")
    )
    host = UnitField(
        label=gettext_lazy("设在哪个单位"),
        max_length=UNIT_NAME_LENGTH,
        required=False,
        widget=forms.TextInput(attrs={"list": "units", "autocomplete": "off"}),
    )
    since = forms.DateField(label=gettext_lazy("第一天"), widget=_DAY)

    def __init__(
        self,
        data: Any,  # noqa: ANN401 - as Django takes it
        *,
        scope: Scope,
        parents: QuerySet[Group],
        is_new: bool = True,
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(data, **kwargs)
        parent, area = self.fields["parent"], self.fields["area"]
        if isinstance(parent, forms.ModelChoiceField) and isinstance(area, forms.ModelChoiceField):
            parent.queryset, area.queryset = parents, areas_in(scope).order_by("code", "pk")
        if not is_new:
            del self.fields["since"]

    @property
    def units(self) -> list[str]:
        """Names of units to offer while one types."""
        return units_offered(EVERYWHERE)

    @property
    def shape(self) -> Shape:
        """What was typed."""
        filled = self.cleaned_data
        kind = GroupKind(filled["kind"])
        return Shape(filled["name"], kind, filled["area"], parent=filled["parent"], host=filled["host"])
