"""What people type about posts, invitations and handing over. What is beyond one's reach is no choice."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.accounts.actions import NewPost
from wenming.accounts.models import NOBODY_TWICE, PostRole, User
from wenming.accounts.people import queries
from wenming.places.models import Area, Unit
from wenming.places.reach import Scope, areas_in
from wenming.web.content import ContentSelect
from wenming.web.name_field import NameField

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_WITH_USER_NAME = re.compile(r".*[（(]([^（）()]+)[）)]\s*")


class PostForm(forms.Form):
    """A post: the role, for which unit or area, in which days. ``givable``: how far each role may be given."""

    role = forms.ChoiceField(label=gettext_lazy("角色"))
    unit = forms.CharField(
        label=gettext_lazy("单位"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"list": "units", "autocomplete": "off"}),
        help_text=gettext_lazy("全称、简称或者其他叫法。三员不用填。"),
    )
    area = forms.ModelChoiceField(
        Area.objects.none(),
        label=gettext_lazy("或者辖区"),
        required=False,
        empty_label=gettext_lazy("按单位"),
        widget=ContentSelect,
        help_text=gettext_lazy("不属于某个单位、管一个辖区的，选辖区。"),
    )
    since = forms.DateField(
        label=gettext_lazy("第一天"), required=False, widget=_DAY, help_text=gettext_lazy("不填就是现在")
    )
    until = forms.DateField(
        label=gettext_lazy("最后一天"), required=False, widget=_DAY, help_text=gettext_lazy("不填就是一直到有人结束它")
    )

    def __init__(self, data: Any, *, givable: Mapping[PostRole, Scope], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(data, **kwargs)
        self._givable = givable
        self._whole = Scope()
        for scope in givable.values():
            self._whole |= scope
        role, area = self.fields["role"], self.fields["area"]
        if isinstance(role, forms.ChoiceField) and isinstance(area, forms.ModelChoiceField):
            role.choices = [("", _("请选择")), *((one.value, one.label) for one in givable)]
            area.queryset = areas_in(self._whole)

    @property
    def units(self) -> list[str]:
        """Names to offer while one types."""
        return queries.units_offered(self._whole)

    def clean_role(self) -> PostRole:
        """The role as the action takes it."""
        return PostRole(self.cleaned_data["role"])

    def clean_unit(self) -> Unit | None:
        """The unit of that name, within one's reach."""
        name = self.cleaned_data["unit"]
        if not name:
            return None
        role: PostRole | None = self.cleaned_data.get("role")
        called = queries.units_called(name, self._givable[role] if role else self._whole)
        if len(called) == 1:
            return called[0]
        if called:
            names = "、".join(unit.name for unit in called)
            raise forms.ValidationError(_("叫这个名字的不止一个：%(names)s。请写全称。") % {"names": names})
        raise forms.ValidationError(_("名录里没有叫“%(name)s”的单位，或者它不归您管。") % {"name": name})

    def clean(self) -> dict[str, Any]:
        """One place, and for an administrator none."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        role, unit, area = cleaned.get("role"), cleaned.get("unit"), cleaned.get("area")
        if role and not self.errors:
            self._check(role, unit, area)
        return cleaned

    def _check(self, role: PostRole, unit: Unit | None, area: Area | None) -> None:
        if role in NOBODY_TWICE:
            if unit or area:
                self.add_error("role", _("三员不属于哪个单位或辖区，请把单位和辖区清空。"))
        elif bool(unit) == bool(area):
            self.add_error("unit", _("请写明单位，或者选辖区，二者填一个。"))
        elif area and not self._givable[role].holds(area=area.pk):
            self.add_error("area", _("这个辖区的这个角色不归您安排。"))

    @property
    def new_post(self) -> NewPost:
        """The post that was filled in."""
        return NewPost(**{name: self.cleaned_data[name] for name in ("role", "unit", "area", "since", "until")})


class InvitationForm(PostForm):
    """Who is invited, and to which post."""

    full_name = NameField(label=gettext_lazy("姓名"), max_length=40)
    phone = forms.CharField(
        label=gettext_lazy("手机"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
        help_text=gettext_lazy("可以不填，只有安排职务的人看得到"),
    )
    field_order = ("full_name", "phone", "role", "unit", "area", "until")

    def __init__(self, data: Any, *, givable: Mapping[PostRole, Scope]) -> None:  # noqa: ANN401  # as Django takes it
        super().__init__(data, givable=givable)
        del self.fields["since"]  # from the day on which it is accepted

    @property
    def new_post(self) -> NewPost:
        """The post that was filled in."""
        return NewPost(**{name: self.cleaned_data[name] for name in ("role", "unit", "area", "until")})


class PersonField(forms.CharField):
    """Somebody of ``people``, by user name or, where only one bears it, by name; 许青（xuqing） is offered."""

    people: QuerySet[User] = User.objects.none()

    def clean(self, value: str) -> User:
        """The person; ValidationError where nobody or more than one is meant."""
        text = str(super().clean(value))
        given = _WITH_USER_NAME.fullmatch(text)
        name = given[1].strip() if given else text
        called = list(self.people.filter(Q(username=name) | Q(full_name=name))[:2])
        exact = [one for one in called if one.username == name] or called
        if len(exact) == 1:
            return exact[0]
        if exact:
            raise forms.ValidationError(_("叫“%(name)s”的不止一个人，请写用户名。") % {"name": name})
        raise forms.ValidationError(_("没有找到“%(name)s”。请写姓名或用户名，要是能登录的人。") % {"name": name})


class _OtherForm(forms.Form):
    """Another person, found among ``people``."""

    person = PersonField(
        label=gettext_lazy("哪一位"),
        max_length=200,
        widget=forms.TextInput(attrs={"list": "people", "autocomplete": "off"}),
        help_text=gettext_lazy("姓名或用户名"),
    )

    def __init__(self, data: Any, *, people: QuerySet[User], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(data, **kwargs)
        self._people = people.filter(is_active=True)
        field = self.fields["person"]
        if isinstance(field, PersonField):
            field.people = self._people

    @property
    def people(self) -> list[User]:
        """Whom to offer while one types."""
        return list(self._people.order_by("full_name", "pk")[: queries.OFFERED])


class DeputyForm(_OtherForm):
    """Who acts in somebody's place, and in which days."""

    since = forms.DateField(label=gettext_lazy("第一天"), widget=_DAY)
    until = forms.DateField(label=gettext_lazy("最后一天"), widget=_DAY)


class TakerForm(_OtherForm):
    """Who takes over."""

    stops = forms.BooleanField(label=gettext_lazy("交接后停用原来的账号"), required=False)
