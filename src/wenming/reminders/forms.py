"""What people type about reminders."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.places.models import Area
from wenming.reminders.actions import NewBot, Wish
from wenming.reminders.models import BOT_NAME_LENGTH, FIRST_HOUR, LAST_HOUR, Bot, BotKind, Channel
from wenming.reminders.webhook import LONGEST_ADDRESS
from wenming.rules.reminding.matters import Steps
from wenming.web.name_field import NameField

MOST_DAYS = 60
HOURS = [(hour, f"{hour}:00") for hour in range(FIRST_HOUR, LAST_HOUR + 1)]
SECRET_LENGTH = 200


class WishForm(forms.Form):
    """How one wants to be reminded."""

    channel = forms.ChoiceField(label=gettext_lazy("方式"), choices=Channel.choices, widget=forms.RadioSelect)
    email = forms.EmailField(
        label=gettext_lazy("邮箱"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    hour = forms.TypedChoiceField(label=gettext_lazy("几点"), coerce=int, choices=HOURS)

    def clean(self) -> dict[str, Any]:
        """Mail needs somewhere to go."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("channel") == Channel.MAIL and not cleaned.get("email") and "email" not in self.errors:
            self.add_error("email", _("要发邮件，请填邮箱。"))
        return cleaned

    def wish(self) -> Wish:
        """What a good form says."""
        given = self.cleaned_data
        return Wish(Channel(given["channel"]), given["hour"], given["email"])


class StepsForm(forms.Form):
    """After how many working days what is late goes up."""

    unit_leader = forms.IntegerField(
        label=gettext_lazy("逾期几个工作日，提醒单位领导"), required=False, min_value=1, max_value=MOST_DAYS
    )
    in_charge = forms.IntegerField(
        label=gettext_lazy("逾期几个工作日，提醒分管领导"), required=False, min_value=1, max_value=MOST_DAYS
    )

    def clean(self) -> dict[str, Any]:
        """Nobody is passed over: the leader in charge does not hear of it before the unit's."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        first, second = cleaned.get("unit_leader"), cleaned.get("in_charge")
        if first and second and second < first:
            self.add_error("in_charge", _("提醒分管领导的天数，不能比提醒单位领导的少。"))
        return cleaned

    def steps(self) -> Steps:
        """What a good form says."""
        return Steps(self.cleaned_data["unit_leader"], self.cleaned_data["in_charge"])


class BotForm(forms.Form):
    """A bot of a group. Address and secret are never shown again; left empty, those of a bot that is there stay."""

    area = forms.ModelChoiceField(
        label=gettext_lazy("辖区"),
        queryset=Area.objects.none(),
        empty_label=None,
        widget=forms.Select(attrs={"lang": "zh-Hans"}),  # names of areas are Chinese on every page
    )
    name = NameField(
        label=gettext_lazy("名称"), max_length=BOT_NAME_LENGTH, help_text=gettext_lazy("例如群的名称，方便认出来")
    )
    kind = forms.ChoiceField(label=gettext_lazy("类型"), choices=BotKind.choices)
    address = forms.CharField(
        label=gettext_lazy("地址"),
        max_length=LONGEST_ADDRESS,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "url", "spellcheck": "false"}),
    )
    secret = forms.CharField(
        label=gettext_lazy("密钥"),
        max_length=SECRET_LENGTH,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy("钉钉的“加签”、飞书的“签名校验”给出的那一串；企业微信没有，不填"),
    )
    no_secret = forms.BooleanField(label=gettext_lazy("去掉原来的密钥"), required=False)
    hour = forms.TypedChoiceField(label=gettext_lazy("几点"), coerce=int, choices=HOURS)
    is_on = forms.BooleanField(label=gettext_lazy("向这个群发提醒"), required=False)

    def __init__(self, *args: Any, areas: QuerySet[Area], bot: Bot | None = None, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        field = self.fields["area"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = areas
        if bot is None:
            del self.fields["no_secret"]
            self.fields["address"].help_text = _("在群里添加机器人以后复制的 Webhook 地址；保存以后不再显示")
        else:
            self.fields["address"].required = False
            told = {"host": bot.host}
            self.fields["address"].help_text = _("现在发到 %(host)s。不改就不填；保存以后不再显示") % told
            if not bot.sealed_secret:
                del self.fields["no_secret"]

    def new(self) -> NewBot:
        """What a good form says."""
        given = self.cleaned_data
        secret = "" if given.get("no_secret") else given["secret"] or None
        return NewBot(
            area=given["area"],
            name=given["name"],
            kind=BotKind(given["kind"]),
            address=given["address"] or None,
            secret=secret,
            hour=given["hour"],
            is_on=given["is_on"],
        )
