"""What is typed when a round is opened, when something is given, and when it is judged."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wenming.frameworks.actions.filing_rounds import Opening
from wenming.frameworks.models import FILING_LENGTH, NAME_LENGTH, TEXT_LENGTH, PieceState
from wenming.frameworks.queries import Part
from wenming.places.models import Unit, UnitQuerySet
from wenming.rules.filing.lengths import length
from wenming.web.content import ContentSelect
from wenming.web.name_field import NameField
from wenming.work.models import REASON_LENGTH


def _day(**attrs: str) -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date", **attrs}, format="%Y-%m-%d")


class OpeningForm(forms.Form):
    """What a round is called, of which days its material is, until when, and for which parts."""

    title = NameField(label=_("名称"), max_length=FILING_LENGTH, help_text=_("例如：2026年度申报。"))
    first = forms.DateField(label=_("材料从哪天起"), widget=_day())
    last = forms.DateField(label=_("材料到哪天止"), widget=_day())
    due = forms.DateField(label=_("申报截止"), widget=_day(), help_text=_("到这一天，材料要交齐。"))
    parts = forms.MultipleChoiceField(
        label=_("哪些部分"), widget=forms.CheckboxSelectMultiple, help_text=_("只列出要材料的部分。")
    )
    pages_only = forms.BooleanField(
        label=_("规范文件只交红头页和盖章页的图片"),
        required=False,
        help_text=_("打材料包时，PDF 的第一页和最后一页会转成图片，正文不放进去。"),
    )

    def __init__(self, *args: Any, parts: Sequence[Part], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        field = self.fields["parts"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(str(one.item.position), f"{one.item.code} {one.item.title}".strip()) for one in parts]
            field.initial = [str(one.item.position) for one in parts]

    def clean(self) -> dict[str, Any]:
        """The days stand in their order."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", _("止的日期早于起的日期，请改一改。"))
        return cleaned

    def opening(self, standards: Sequence[int]) -> Opening:
        """What a good form says."""
        given = self.cleaned_data
        days: tuple[date, date, date] = (given["first"], given["last"], given["due"])
        return Opening(given["title"], *days, pages_only=given["pages_only"], standards=standards)


class _GivenForm(forms.Form):
    """What everything that is given has: a title and whose it is."""

    title = NameField(label=_("标题"), max_length=NAME_LENGTH)
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("哪个单位的"), required=False, widget=ContentSelect)

    def __init__(self, *args: Any, units: UnitQuerySet, must: bool = False, **kwargs: Any) -> None:  # noqa: ANN401
        """``must``: it has to be of one of the units."""
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset, field.required = units, must
            field.empty_label = None if must else field.empty_label


class TextForm(_GivenForm):
    """A report that is written here; its length is counted while it is written, and again here."""

    text = forms.CharField(
        label=_("正文"), max_length=TEXT_LENGTH, widget=forms.Textarea(attrs={"rows": 14, "data-counted": ""})
    )

    def __init__(self, *args: Any, most: int | None, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.most = most
        if most:
            self.fields["text"].widget.attrs["data-most"] = str(most)
            self.fields["text"].help_text = gettext("不超过 %(most)d 字。超过也能先存着，但不算齐。") % {"most": most}

    @property
    def words(self) -> int:
        """How long the text is as it stands."""
        return length(str(self["text"].value() or ""))


class LinkForm(_GivenForm):
    """Something that was published elsewhere."""

    link = forms.URLField(label=_("网址"), max_length=500, assume_scheme="https")
    first = forms.DateField(label=_("发布日期"), widget=_day())


class FileForm(_GivenForm):
    """A file from the person's computer: it is taken in as evidence of the unit, and given."""

    file = forms.FileField(label=_("文件"))
    first = forms.DateField(
        label=_("材料自己的日期"),
        required=False,
        widget=_day(),
        help_text=_("文件落款、照片拍摄的日期。照片自己带日期的可以不填。"),
    )
    title = NameField(label=_("标题"), max_length=NAME_LENGTH, required=False, help_text=_("不填就用文件名。"))


class DaysForm(forms.Form):
    """The piece's own days."""

    first = forms.DateField(label=_("从"), widget=_day())
    last = forms.DateField(label=_("到"), widget=_day(), required=False)


class JudgeForm(forms.Form):
    """What the office says."""

    state = forms.ChoiceField(choices=PieceState.choices)
    reason = forms.CharField(max_length=REASON_LENGTH, required=False)


class ProvingForm(forms.Form):
    """Which words, on which page."""

    words = forms.CharField(label=_("印证语句"), max_length=REASON_LENGTH, widget=forms.Textarea(attrs={"rows": 2}))
    page = forms.IntegerField(label=_("第几页"), required=False, min_value=1, max_value=10_000)
