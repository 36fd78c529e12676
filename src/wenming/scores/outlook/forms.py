"""What an outlook is asked for."""

from django import forms
from django.utils.translation import gettext_lazy as _

_MOST_STANDARDS = 200
_MOST_POINTS = 100_000


class EffortForm(forms.Form):
    """How many standards can be taken on."""

    limit = forms.IntegerField(label=_("最多动几条标准"), required=False, min_value=1, max_value=_MOST_STANDARDS)


class TargetForm(forms.Form):
    """The score that is wanted."""

    target = forms.DecimalField(
        label=_("目标分"), required=False, min_value=0, max_value=_MOST_POINTS, max_digits=10, decimal_places=3
    )
