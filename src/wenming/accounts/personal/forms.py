"""What people type about personal data."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.accounts.models import User
from wenming.accounts.personal.erasing import names_of
from wenming.web.name_field import NameField


class CorrectForm(forms.Form):
    """One's own name and phone."""

    full_name = NameField(
        label=gettext_lazy("姓名"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = forms.CharField(
        label=gettext_lazy("手机"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
        help_text=gettext_lazy("可以不填，只有安排职务的人看得到"),
    )


class ReasonForm(forms.Form):
    """Why somebody else's data is handed out."""

    reason = NameField(
        label=gettext_lazy("原因"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("例如“本人书面申请”，会记入日志。不要写姓名和号码。"),
    )

    def __init__(self, data: Any, *, person: User) -> None:  # noqa: ANN401  # as Django takes it
        super().__init__(data)
        self._person = person

    def clean_reason(self) -> str:
        """Without the person's name and numbers: it stays in the log when all else is gone."""
        typed: str = self.cleaned_data["reason"]
        if any(name in typed for name in names_of(self._person)):
            raise forms.ValidationError(_("原因里请不要写这个人的姓名、用户名和号码。"))
        return typed


class EraseForm(ReasonForm):
    """Why, and once more the user name, so that nobody is erased by a slip."""

    username = forms.CharField(
        label=gettext_lazy("再输一次这个人的用户名"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def clean_username(self) -> str:
        """The very one."""
        typed: str = self.cleaned_data["username"]
        if typed != self._person.username:
            raise forms.ValidationError(_("和这个人的用户名不一样，没有注销。"))
        return typed
