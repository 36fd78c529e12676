"""What the office asks for, what a unit answers with, and the reasons of both."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wenming.places.models import Unit, UnitClass, UnitQuerySet
from wenming.places.picking import UnitPicker
from wenming.web.content import ContentSelect, ContentSelectMultiple
from wenming.web.name_field import NameField
from wenming.work.models import REASON_LENGTH, Commitment, Request
from wenming.work.requests.actions import Asking
from wenming.work.requests.answering import Said

WORDS_LENGTH = 2000
MOST_MINUTES = 10_000
_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class RequestForm(forms.Form):
    """What is wanted, by what right, by when, from whom."""

    title = NameField(label=_("征集什么"), max_length=100, help_text=_("例如：一季度志愿服务活动照片。"))
    words = forms.CharField(
        label=_("具体要求"), max_length=WORDS_LENGTH, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    basis = NameField(label=_("依据"), max_length=200, help_text=_("哪份文件、哪项测评要这份材料。"))
    commitment = forms.ModelChoiceField(
        Commitment.objects.none(),
        label=_("和哪条要求有关"),
        required=False,
        widget=ContentSelect,
        help_text=_("选了它，已经为这条要求登记过的材料会自动找出来。"),
    )
    due = forms.DateField(label=_("时限"), widget=_DAY)
    unit_classes = forms.ModelMultipleChoiceField(
        UnitClass.objects.all(),
        label=_("向哪些类别的单位征集"),
        required=False,
        widget=ContentSelectMultiple(attrs={"size": 8}),
        help_text=_("按住 Ctrl 键可以选几类。"),
    )
    units = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label=_("还向哪些单位征集"), required=False, widget=UnitPicker()
    )

    def __init__(self, data: Any, *, units: UnitQuerySet, areas: Q, **kwargs: Any) -> None:  # noqa: ANN401
        """``areas``: whose plans the commitments may be of."""
        super().__init__(data, **kwargs)
        named, asks = self.fields["units"], self.fields["commitment"]
        if isinstance(named, forms.ModelMultipleChoiceField) and isinstance(asks, forms.ModelChoiceField):
            named.queryset = units
            asks.queryset = Commitment.objects.binding().filter(areas).select_related("measure")

    def clean(self) -> dict[str, Any]:
        """Somebody is asked."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not cleaned.get("unit_classes") and not cleaned.get("units"):
            self.add_error("unit_classes", _("请选择向哪一类单位或哪些单位征集。"))
        return cleaned

    def asking(self) -> Asking:
        """What a good form says."""
        given = self.cleaned_data
        own = {name: given[name] for name in ("title", "words", "basis", "due", "commitment")}
        return Asking(**own, unit_classes=list(given["unit_classes"]), units=list(given["units"]))


def filled_from(request: Request) -> dict[str, Any]:
    """The fields as the draft has them."""
    own = {name: getattr(request, name) for name in ("title", "words", "basis", "due", "commitment")}
    return own | {"unit_classes": list(request.unit_classes.all()), "units": list(request.units.all())}


class AnswerForm(forms.Form):
    """What a unit says besides what it ticks."""

    words = forms.CharField(
        label=_("说明"), max_length=REASON_LENGTH, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    minutes = forms.IntegerField(
        label=_("准备这份材料用了多少分钟"),
        required=False,
        min_value=0,
        max_value=MOST_MINUTES,
        help_text=_("只用来统计各单位的负担，不评比。"),
    )

    def said(self, records: list[int], evidence: list[int]) -> Said:
        """What a good form says, with what was ticked."""
        given = self.cleaned_data
        return Said(records, evidence, given["words"].strip(), given["minutes"])


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=_("原因"),
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("请写明原因，对方要看到。")},
    )


class UnitsForm(forms.Form):
    """More units."""

    units = forms.ModelMultipleChoiceField(
        Unit.objects.none(),
        label=_("再向哪些单位征集"),
        widget=UnitPicker(),
        error_messages={"required": _("请选择单位。")},
    )

    def __init__(self, data: Any, *, units: UnitQuerySet, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(data, **kwargs)
        field = self.fields["units"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = units
