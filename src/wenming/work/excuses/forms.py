"""From when to when a unit is excused, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wenming.work.excuses.actions import Days
from wenming.work.models import REASON_LENGTH, ExcuseKind

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ExcuseForm(forms.Form):
    """A suspension or an exemption, with its days and its reason."""

    kind = forms.ChoiceField(label=_("怎么办"), choices=ExcuseKind.choices, widget=forms.RadioSelect)
    first = forms.DateField(label=_("从哪天起"), widget=_DAY)
    last = forms.DateField(label=_("到哪天止"), required=False, widget=_DAY, help_text=_("不填就一直到您结束它为止。"))
    reason = forms.CharField(label=_("理由"), max_length=REASON_LENGTH, widget=forms.Textarea(attrs={"rows": 3}))

    def given(self) -> dict[str, Any]:
        """What a good form says, as the action takes it."""
        said = self.cleaned_data
        days = Days(said["first"], said["last"])
        return {"kind": ExcuseKind(said["kind"]), "days": days, "reason": said["reason"]}
