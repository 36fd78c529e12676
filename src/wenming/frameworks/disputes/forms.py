"""What a unit says against a standard, and what the office decides."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wenming.frameworks.actions.disputing import Decision, Objecting
from wenming.frameworks.models import DISPUTE_LENGTH, AssignmentRole, DisputeOutcome
from wenming.places.models import UNIT_NAME_LENGTH, Unit
from wenming.places.picking import UnitPicker
from wenming.web.name_field import NameField

_DECISIONS = [one for one in DisputeOutcome.choices if one[0] != DisputeOutcome.WITHDRAWN]


class ObjectingForm(forms.Form):
    """Why it is not theirs, and whose it is."""

    reason = forms.CharField(
        label=_("为什么不归我们"), max_length=DISPUTE_LENGTH, widget=forms.Textarea(attrs={"rows": 3})
    )
    whose = NameField(label=_("应当是哪个单位的"), max_length=UNIT_NAME_LENGTH, required=False)

    def said(self, role: AssignmentRole) -> Objecting:
        """What a good form says of a standard for which the unit answers in that role."""
        return Objecting(role, self.cleaned_data["reason"], self.cleaned_data["whose"])


class DecisionForm(forms.Form):
    """It stays, another answers, or nobody yet; and why."""

    outcome = forms.ChoiceField(label=_("怎样定"), choices=_DECISIONS, widget=forms.RadioSelect)
    to = forms.ModelChoiceField(
        Unit.objects.standing(), label=_("改由哪个单位负责"), required=False, widget=UnitPicker(many=False)
    )
    answer = forms.CharField(label=_("理由"), max_length=DISPUTE_LENGTH, widget=forms.Textarea(attrs={"rows": 2}))

    def clean(self) -> dict[str, Any]:
        """A unit only where it moves there."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("outcome") != DisputeOutcome.MOVED:
            cleaned["to"] = None
        elif not cleaned.get("to") and "to" not in self.errors:
            self.add_error("to", _("请选改由哪个单位负责。"))
        return cleaned

    @property
    def decision(self) -> Decision:
        """What a good form decides."""
        said = self.cleaned_data
        return Decision(DisputeOutcome(said["outcome"]), said["answer"], said["to"])
