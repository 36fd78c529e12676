"""Forms of signing in."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import password_validation
from django.contrib.auth.forms import UsernameField
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wenming.accounts.models import User
from wenming.accounts.sign_in import second_factor

CODE_LENGTH = 20  # characters: a code with blanks and hyphens


class SignInForm(forms.Form):
    """User name and password; the name stays when the password is wrong."""

    username = forms.CharField(label=_("用户名"), max_length=150)
    password = forms.CharField(label=_("密码"), strip=False, widget=forms.PasswordInput, max_length=4096)

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data=data)
        self.fields["username"].widget.attrs |= {"autocomplete": "username", "autocapitalize": "none"}
        self.fields["password"].widget.attrs |= {"autocomplete": "current-password"}
        if self.is_bound or not settings.DEMO:  # in demo mode the focus would scroll the sample people away
            self.fields["password" if data else "username"].widget.attrs["autofocus"] = True


class SamplePersonForm(forms.Form):
    """Whom a visitor of the demo wants to be."""

    person = forms.IntegerField(min_value=1, max_value=2**31)


class CodeForm(forms.Form):
    """A code of the app, or a recovery code."""

    code = forms.CharField(
        label=_("验证码"),
        max_length=CODE_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}),
    )


class ConfirmForm(forms.Form):
    """The password once more, or a code where there is no password; nothing for who comes through a provider only."""

    def __init__(self, user: User, data: QueryDict | None = None) -> None:
        super().__init__(data=data)
        if user.has_usable_password():
            hidden = forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True})
            self.fields["password"] = forms.CharField(label=_("密码"), strip=False, widget=hidden)
        elif second_factor.has_one(user):
            self.fields["code"] = CodeForm.base_fields["code"]


class _NewPassword(forms.Form):
    """Twice the password that somebody chooses."""

    new_password = forms.CharField(
        label=_("新密码"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    again = forms.CharField(
        label=_("再输一次新密码"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(self, user: User, data: QueryDict | None = None) -> None:
        super().__init__(data=data)
        self.user = user
        self.fields["new_password"].help_text = " ".join(
            filter(None, password_validation.password_validators_help_texts())
        )

    def clean_new_password(self) -> str:
        """Good enough by the rules that hold here."""
        password: str = self.cleaned_data["new_password"]
        password_validation.validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any]:
        """Both alike."""
        given = super().clean() or {}
        if "new_password" in given and given["new_password"] != given.get("again"):
            self.add_error("again", ValidationError(_("两次输入的新密码不一样，请重新输入。")))
        return given


class NewPasswordForm(_NewPassword):
    """The present password and twice the new one."""

    old_password = forms.CharField(
        label=_("当前密码"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    field_order = ("old_password", "new_password", "again")


class InvitationForm(_NewPassword):
    """The user name that the guest wants, and a password."""

    username = UsernameField(  # one that turns a name into how it is kept first, and then looks whether it is one
        label=_("用户名"),
        max_length=150,
        help_text=_("登录时要输入的名字，自己起，可用字母、数字和 @ . + - _，也可以用汉字。"),
        validators=[User.username_validator],
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "autofocus": True}),
    )
    field_order = ("username", "new_password", "again")

    def __init__(self, user: User, data: QueryDict | None = None) -> None:
        super().__init__(user, data=data)
        self.fields["new_password"].label = _("密码")
        self.fields["again"].label = _("再输一次密码")

    def clean_username(self) -> str:
        """The rules about passwords know it from now on."""
        name: str = self.cleaned_data["username"]
        self.user.username = name
        return name
