"""What is asked of whoever makes a feed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wenming.papers.models import NAME_LENGTH, Alarm
from wenming.places.models import Unit, UnitQuerySet
from wenming.web.content import ContentSelect


class FeedForm(forms.Form):
    """What the feed is called, of which unit, and when it rings."""

    name = forms.CharField(
        label=_("名称"), max_length=NAME_LENGTH, help_text=_("写明用在哪里，以后好认：我的手机、科里的电脑。")
    )
    unit = forms.ModelChoiceField(
        label=_("哪个单位"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("我看得到的全部单位"),
        widget=ContentSelect,
    )
    alarm = forms.TypedChoiceField(label=_("提醒"), choices=Alarm.choices, coerce=int, initial=Alarm.DAY_BEFORE)

    def __init__(self, *args: Any, units: UnitQuerySet, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]  # Django's own way; a field of units
