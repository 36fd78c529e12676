"""How a standard stands to another one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wenming.frameworks.models import Crossing, Difference

OPEN = "open"  # nobody has said


class LinkForm(forms.Form):
    """The relation, and in what both differ all the same."""

    relation = forms.ChoiceField(label=_("关系"), choices=[*Crossing.choices, (OPEN, _("取消"))])
    differs = forms.MultipleChoiceField(
        label=_("不同之处"), choices=Difference.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    @property
    def relation_said(self) -> Crossing | None:
        """What a good form says; None: nothing any more."""
        said = self.cleaned_data["relation"]
        return None if said == OPEN else Crossing(said)

    @property
    def differs_said(self) -> list[Difference]:
        """In what they differ."""
        return [Difference(one) for one in self.cleaned_data["differs"]]
