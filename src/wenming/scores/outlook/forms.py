"""What an outlook is asked for."""

from django import forms
from django.utils.translation import gettext_lazy as _

_MOST_DAYS = 2_000
_MOST_POINTS = 100_000


class EffortForm(forms.Form):
    """How many days there are, and how many a standard takes of which nothing is known."""

    limit = forms.IntegerField(label=_("一共有几天"), required=False, min_value=1, max_value=_MOST_DAYS)
    supposed = forms.IntegerField(label=_("没有做过的，每条算几天"), required=False, min_value=1, max_value=_MOST_DAYS)


class DaysForm(forms.Form):
    """How many days the office reckons for a standard."""

    days = forms.IntegerField(
        label=_("大约几天"),
        required=False,
        min_value=1,
        max_value=_MOST_DAYS,
        help_text=_("不填就按以前花的天数算。"),
    )


class TargetForm(forms.Form):
    """The score that is wanted."""

    target = forms.DecimalField(
        label=_("目标分"), required=False, min_value=0, max_value=_MOST_POINTS, max_digits=10, decimal_places=3
    )
