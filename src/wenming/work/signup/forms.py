"""What a liaison says of a sign-up, and what those who take part write."""

import re
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.timezone import get_current_timezone, localtime, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.rules.seen import one_line
from wenming.web.name_field import NameField
from wenming.work.models import Record, SignUp
from wenming.work.models.records import NAME_LENGTH, PLACE_LENGTH, TITLE_LENGTH
from wenming.work.models.sign_ups import Asks
from wenming.work.records.roster import Person
from wenming.work.signup.actions import Given

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
_INPUT = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
LONGEST = timedelta(days=31)  # that names are taken
LONGEST_AHEAD = timedelta(days=92)  # that they may still be taken: names are kept until so long after it closes
_FIRST_YEAR, _LAST_YEAR = 2000, 2200  # others are slips
_OFFICE_LABELS = {Asks.OFFICE: gettext_lazy("单位"), Asks.VILLAGE: gettext_lazy("村（社区）")}
_DIGITS = re.compile(r"\d{5,}")  # a telephone or an identity number, not part of a name
_SEPARATORS = re.compile(r"[\t,，;；|/\\<>]")
_HAN = re.compile(r"[㐀-鿿]")


class SignUpForm(forms.Form):
    """Title, day, place, what is asked, from when to when."""

    title = NameField(label=gettext_lazy("什么活动"), max_length=TITLE_LENGTH)
    on = forms.DateField(label=gettext_lazy("哪一天"), widget=_DAY)
    place = NameField(label=gettext_lazy("在哪里"), max_length=PLACE_LENGTH, required=False)
    asks = forms.ChoiceField(
        label=gettext_lazy("请大家写什么"),
        choices=Asks.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("不问电话，也不问身份证号。"),
    )
    opens = forms.DateTimeField(label=gettext_lazy("从什么时候起"), widget=_MOMENT, input_formats=_INPUT)
    closes = forms.DateTimeField(label=gettext_lazy("到什么时候止"), widget=_MOMENT, input_formats=_INPUT)

    def clean_opens(self) -> datetime:
        """A moment that may be."""
        return _possible(self.cleaned_data["opens"])

    def clean_closes(self) -> datetime:
        """A moment that may be."""
        return _possible(self.cleaned_data["closes"])

    def clean(self) -> dict[str, Any]:
        """It closes after it opens, and not weeks later."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        opens, closes = cleaned.get("opens"), cleaned.get("closes")
        if closes and closes > now() + LONGEST_AHEAD:
            self.add_error("closes", _("截止的时间最多在三个月以内。"))
        elif opens and closes and closes <= opens:
            self.add_error("closes", _("截止的时间要晚于开始的时间。"))
        elif opens and closes and closes - opens > LONGEST:
            self.add_error("closes", _("签到最多开放 31 天。"))
        return cleaned

    @property
    def given(self) -> Given:
        """What a good form says."""
        return Given(**{name: self.cleaned_data[name] for name in self.fields})


def _possible(moment: datetime) -> datetime:
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise forms.ValidationError(_("请核对日期：这一年不对。"))
    return moment


def blank(record: Record | None, title: str, at: datetime) -> dict[str, object]:
    """What the form of a new sign-up begins with: until the end of the day."""
    now = localtime(at).replace(second=0, microsecond=0)
    evening = datetime.combine(now.date(), time(23, 59), tzinfo=get_current_timezone())
    about = {"title": record.title, "place": record.place, "on": record.last} if record else {"title": title}
    return {"on": now.date(), "asks": Asks.OFFICE, "opens": now, "closes": evening, **about}


def filled(sign_up: SignUp) -> dict[str, object]:
    """What the form of one that is there shows."""
    names = ("title", "on", "place", "asks")
    moments = {name: localtime(getattr(sign_up, name)) for name in ("opens", "closes")}
    return {name: getattr(sign_up, name) for name in names} | moments


class SigningForm(forms.Form):
    """One's own name, and where one is from if that is asked; nothing else."""

    name = NameField(label=gettext_lazy("姓名"), max_length=NAME_LENGTH)
    office = NameField(label=gettext_lazy("单位"), max_length=NAME_LENGTH)
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, asks: str, **kwargs: Any) -> None:  # noqa: ANN401 - as Django's
        super().__init__(data, **kwargs)
        self.fields["name"].widget.attrs |= {"autocomplete": "name"}
        if asks == Asks.NAME:
            del self.fields["office"]
        else:
            self.fields["office"].label = _OFFICE_LABELS[Asks(asks)]

    def clean_name(self) -> str:
        """A name as a list has it: the blank within 王 敏 goes."""
        name = _without_numbers(self.cleaned_data["name"])
        return "".join(name.split()) if _HAN.search(name) else name

    def clean_office(self) -> str:
        """Where one is from."""
        return _without_numbers(self.cleaned_data["office"])

    @property
    def person(self) -> Person:
        """Who a good form says that it is."""
        return Person(self.cleaned_data["name"], self.cleaned_data.get("office", ""))


def _without_numbers(text: str) -> str:
    if _DIGITS.search(text):
        raise forms.ValidationError(_("这里不要写电话或者身份证号。"))
    if _SEPARATORS.search(text) or not any(letter.isalpha() for letter in text):
        raise forms.ValidationError(_("请只写文字，不要有逗号、斜线这些符号。"))
    return one_line(text)
