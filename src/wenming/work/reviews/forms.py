"""What the office finds."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wenming.work.models import REASON_LENGTH


class ReviewForm(forms.Form):
    """Whether it is enough, and in words why."""

    finding = forms.ChoiceField(
        label=_("评议结果"),
        choices=[("enough", _("做到了")), ("not_enough", _("还不够"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("请选“做到了”或者“还不够”。")},
    )
    words = forms.CharField(
        label=_("评议意见"),
        max_length=REASON_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("好在哪里；不够的，写明还要做什么。单位看得到。"),
    )

    @property
    def is_enough(self) -> bool:
        """What a good form says."""
        return bool(self.cleaned_data["finding"] == "enough")
