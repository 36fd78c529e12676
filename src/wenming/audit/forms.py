"""What one looks for in the log."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django import forms
from django.http import QueryDict
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from wenming.audit import words


@dataclass(frozen=True, slots=True)
class Sought:
    """What events have in common; what is empty does not matter."""

    person: str = ""
    thing: str = ""
    verb: str = ""
    since: datetime | None = None
    until: datetime | None = None  # before this moment
    succeeded: bool | None = None
    address: str = ""
    kind: str = ""
    key: str = ""  # of the one thing of ``kind``


class SoughtForm(forms.Form):
    """The fields by which the log is searched; a wrong one is told and left out."""

    person = forms.CharField(label=_("人员"), required=False, max_length=40)
    thing = forms.CharField(label=_("对象名称"), required=False, max_length=80)
    verb = forms.ChoiceField(label=_("做了什么"), required=False)
    since = forms.DateField(label=_("从"), required=False, widget=forms.DateInput({"type": "date"}))
    until = forms.DateField(label=_("到"), required=False, widget=forms.DateInput({"type": "date"}))
    succeeded = forms.ChoiceField(
        label=_("结果"), required=False, choices=[("", _("全部")), ("1", _("成功")), ("0", _("未成功"))]
    )
    address = forms.CharField(label=_("来自地址"), required=False, max_length=45)
    of = forms.RegexField(r"^[a-z_]+\.[a-z_]+:.{1,40}$", required=False, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, label_suffix="")
        self.fields["verb"].choices = [("", _("全部")), *words.verbs_by_room()]  # type: ignore[attr-defined]

    def sought(self) -> Sought:
        """What is sought, as far as it was typed well."""
        self.is_valid()
        given = self.cleaned_data
        kind, _colon, key = given.get("of", "").partition(":")
        return Sought(
            person=given.get("person", ""),
            thing=given.get("thing", ""),
            verb=given.get("verb", ""),
            since=_midnight(given.get("since")),
            until=_midnight(given.get("until"), days=1),
            succeeded={"1": True, "0": False}.get(given.get("succeeded", "")),
            address=given.get("address", ""),
            kind=kind,
            key=key,
        )


def _midnight(day: date | None, days: int = 0) -> datetime | None:
    """The first moment of the day that many days later, in the county."""
    if day is None or day >= date.max - timedelta(days=2) or day.year < 1900:
        return None
    return make_aware(datetime.combine(day + timedelta(days=days), time.min))
