"""What an office sets at an item."""

from fractions import Fraction

from django import forms
from django.utils.translation import gettext_lazy as _

from wenming.rules.frameworks.located import exact

_MOST = 10_000  # points of one item


class PointsForm(forms.Form):
    """The points of an item; nothing written: they are not known."""

    points = forms.CharField(
        label=_("分值"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": 8}),
    )

    def clean_points(self) -> Fraction | None:
        """An exact number."""
        text: str = self.cleaned_data["points"]
        if not text:
            return None
        number = exact(text)
        if number is None or not 0 <= number <= _MOST:
            raise forms.ValidationError(_("请填 0 到 10000 之间的数，例如 2.5；还不知道就空着。"))
        return number
