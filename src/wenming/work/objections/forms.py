"""What a unit says against a commitment, and what the office answers."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wenming.command.models import Group, Seat
from wenming.places.models import UNIT_NAME_LENGTH
from wenming.web.content import ContentSelect
from wenming.web.name_field import NameField
from wenming.work.models import REASON_LENGTH, ObjectionKind
from wenming.work.objections.actions import Said
from wenming.work.objections.referring import places_to_refer


class ObjectionForm(forms.Form):
    """Not ours, or cannot; why; and whose it is."""

    kind = forms.ChoiceField(label=_("怎么回事"), choices=ObjectionKind.choices, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("理由"), max_length=REASON_LENGTH, widget=forms.Textarea(attrs={"rows": 3}))
    whose = NameField(label=_("应当是哪个单位的"), max_length=UNIT_NAME_LENGTH, required=False)

    def said(self) -> Said:
        """What a good form says."""
        given = self.cleaned_data
        return Said(ObjectionKind(given["kind"]), given["reason"], given["whose"])


class AnswerForm(forms.Form):
    """The office agrees or not; a refusal says why."""

    outcome = forms.ChoiceField(choices=[("accept", _("同意")), ("refuse", _("不同意"))])
    answer = forms.CharField(label=_("答复"), max_length=REASON_LENGTH, required=False)

    def clean(self) -> dict[str, Any]:
        """A refusal without a reason is none."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("outcome") == "refuse" and not cleaned.get("answer"):
            self.add_error("answer", _("不同意的，请写明理由。"))
        return cleaned

    @property
    def is_accepted(self) -> bool:
        """Whether a good form agrees."""
        return bool(self.cleaned_data["outcome"] == "accept")


class ReferralForm(forms.Form):
    """To whom it is passed, and what is asked of them."""

    to = forms.ChoiceField(
        label=_("上报给"),
        widget=ContentSelect,
        error_messages={"required": _("请选择上报给谁。"), "invalid_choice": _("请从列表里选择上报给谁。")},
    )
    words = forms.CharField(
        label=_("请他们解决什么"),
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("请写明要解决什么。")},
    )

    def __init__(self, data: Any, *, on: date, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(data, **kwargs)
        groups, seats = places_to_refer(on)
        self._places: dict[str, Group | Seat] = {f"group-{one.pk}": one for one in groups}
        self._places |= {f"seat-{one.pk}": one for one in seats}
        field = self.fields["to"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                ("", "—"),
                *((f"group-{one.pk}", one.name) for one in groups),
                *((f"seat-{one.pk}", f"{one} {one.who}") for one in seats),
            ]

    def clean_to(self) -> Group | Seat:
        """The group or the seat."""
        return self._places[self.cleaned_data["to"]]


class ReferralAnswerForm(forms.Form):
    """What a group or leader says."""

    answer = forms.CharField(label=_("答复"), max_length=REASON_LENGTH)
