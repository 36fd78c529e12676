"""Forms of this room."""

from django import forms
from django.conf import settings
from django.contrib.auth import password_validation
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from wenming.accounts.models import User


class SignInForm(AuthenticationForm):
    """User name and password; the name stays when the password is wrong."""

    error_messages = {  # noqa: RUF012 - as Django declares it
        "invalid_login": _("用户名或密码不对。请检查大小写后再试；忘了密码，请联系本县文明办重新设置。"),
        "inactive": _("这个账号已停用。需要恢复，请联系本县文明办。"),
    }

    def __init__(self, request: HttpRequest, data: QueryDict | None) -> None:
        super().__init__(request, data=data)
        self.fields["username"].label = _("用户名")
        self.fields["password"].label = _("密码")
        self._focus_on("password" if data else "username")

    def _focus_on(self, name: str) -> None:
        for field in self.fields.values():
            field.widget.attrs.pop("autofocus", None)
        if self.is_bound or not settings.DEMO:  # in demo mode the focus would scroll the sample people away
            self.fields[name].widget.attrs["autofocus"] = True


class NewPasswordForm(PasswordChangeForm):
    """The present password and twice the new one."""

    error_messages = {  # noqa: RUF012 - as Django declares it
        **PasswordChangeForm.error_messages,
        "password_incorrect": _("当前密码不对，请再输一次。密码没有改动。"),
        "password_mismatch": _("两次输入的新密码不一样，请重新输入。"),
    }

    def __init__(self, user: User, data: QueryDict | None) -> None:
        super().__init__(user, data=data)
        self.fields["old_password"].label = _("当前密码")
        self.fields["new_password1"].label = _("新密码")
        self.fields["new_password1"].help_text = " ".join(password_validation.password_validators_help_texts(None))
        self.fields["new_password2"].label = _("再输一次新密码")
        self.fields["new_password2"].help_text = ""
        self.fields["old_password"].widget.attrs.pop("autofocus", None)


class SamplePersonForm(forms.Form):
    """Whom a visitor of the demo wants to be."""

    person = forms.IntegerField(min_value=1)
