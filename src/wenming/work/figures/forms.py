"""What is said of a figure: a value of a day with its source, a correction, a workbook."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wenming.work.models import REASON_LENGTH
from wenming.work.models.records import SOURCE_LENGTH

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _value() -> forms.DecimalField:
    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    wrong = {"invalid": _("请填一个数，例如 95.5。")}
    return forms.DecimalField(label=_("数值"), max_digits=16, decimal_places=4, widget=widget, error_messages=wrong)


def _source() -> forms.CharField:
    return forms.CharField(
        label=_("来源"), max_length=SOURCE_LENGTH, help_text=_("哪份文件、报表或者统计，例如：县统计局月报。")
    )


class ValueForm(forms.Form):
    """A value of a day."""

    on = forms.DateField(label=_("数据是哪一天的"), widget=_DAY)
    value = _value()
    source = _source()


class CorrectionForm(forms.Form):
    """What it should be, and why."""

    value = _value()
    source = _source()
    reason = forms.CharField(label=_("为什么更正"), max_length=REASON_LENGTH, widget=forms.Textarea(attrs={"rows": 2}))


class WithdrawalForm(forms.Form):
    """Why it is withdrawn."""

    reason = forms.CharField(label=_("为什么撤回"), max_length=REASON_LENGTH)
