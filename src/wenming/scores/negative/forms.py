"""What happened, as somebody enters it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.rules.scoring.negative import Entry
from wenming.scores.models import EVENT_TEXT_LENGTH


class EventForm(forms.Form):
    """An event of the list."""

    entry = forms.ChoiceField(label=gettext_lazy("清单条目"))
    on = forms.DateField(
        label=gettext_lazy("哪天发生"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    text = forms.CharField(
        label=gettext_lazy("发生了什么"),
        max_length=EVENT_TEXT_LENGTH,
        help_text=gettext_lazy("写事情，不写个人姓名。"),
    )
    source = forms.CharField(
        label=gettext_lazy("出处"),
        max_length=EVENT_TEXT_LENGTH,
        required=False,
        help_text=gettext_lazy("文号、通报或者网址。"),
    )

    def __init__(self, *args: Any, entries: Sequence[Entry], **kwargs: Any) -> None:  # noqa: ANN401  # as Django takes them
        super().__init__(*args, **kwargs)
        field = self.fields["entry"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.code, f"{one.code} {one.title}") for one in entries]

    def clean_on(self) -> object:
        """A day that was."""
        on = self.cleaned_data["on"]
        if on > localdate():
            raise ValidationError(_("这一天还没有到：请写已经发生的日子。"))
        return on
