"""What people type about a record: a photo and three fields; everything else is there when it is needed."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from wenming.places.models import Unit, UnitQuerySet
from wenming.places.picking import UnitPicker
from wenming.web.content import ContentSelect
from wenming.web.name_field import NameField
from wenming.work.models import Record, RecordKind
from wenming.work.models.commitments import REASON_LENGTH
from wenming.work.models.records import PLACE_LENGTH, TITLE_LENGTH, WORDS_LENGTH
from wenming.work.records import outcomes, roster
from wenming.work.records.content import Content, kept
from wenming.work.records.fields import LONG, MOST_MINUTES, SHEETS, OutcomesField, RosterField, RosterFileField, long_of

LISTED = 40  # units that one list offers; of more one searches
_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_MAIN = ("title", "kind", "first", "unit")
_TEXT_LENGTH = 200_000  # characters of a pasted list


def _roster_file(*, required: bool) -> RosterFileField:
    return RosterFileField(
        label=gettext_lazy("或者选一份 Excel 名单"),
        required=required,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ",".join(SHEETS)}),
        help_text=gettext_lazy("要有“姓名”这一列；有“单位”一列的也会读入"),
    )


class RosterForm(forms.Form):
    """A list of people as a workbook."""

    roster_file = _roster_file(required=True)


class RecordForm(forms.Form):
    """What was done. ``units``: those for which the person may record."""

    title = NameField(label=gettext_lazy("做了什么"), max_length=TITLE_LENGTH)
    kind = forms.ModelChoiceField(
        RecordKind.objects.none(), label=gettext_lazy("类型"), widget=ContentSelect, empty_label=gettext_lazy("请选择")
    )
    first = forms.DateField(label=gettext_lazy("哪一天"), widget=_DAY)
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=gettext_lazy("单位"), widget=ContentSelect, empty_label=gettext_lazy("请选择")
    )
    last = forms.DateField(
        label=gettext_lazy("到哪一天"), required=False, widget=_DAY, help_text=gettext_lazy("一天做完的不用填")
    )
    long = forms.DecimalField(
        label=gettext_lazy("用了多长时间"), required=False, min_value=0, max_digits=6, decimal_places=1
    )
    long_unit = forms.ChoiceField(
        label=gettext_lazy("时间单位"), required=False, choices=[(key, word) for key, (_minutes, word) in LONG.items()]
    )
    place = NameField(label=gettext_lazy("在哪里"), max_length=PLACE_LENGTH, required=False)
    people = forms.IntegerField(label=gettext_lazy("多少人参加"), required=False, min_value=0, max_value=10_000_000)
    outputs = OutcomesField(
        label=gettext_lazy("成果"),
        required=False,
        max_length=WORDS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("一行一样，例如：2 部 影片；300 份 宣传单"),
    )
    words = forms.CharField(
        label=gettext_lazy("说几句"), required=False, max_length=WORDS_LENGTH, widget=forms.Textarea(attrs={"rows": 3})
    )
    with_units = forms.ModelMultipleChoiceField(
        Unit.objects.standing(), label=gettext_lazy("一起做的单位"), required=False, widget=UnitPicker()
    )
    roster = RosterField(
        label=gettext_lazy("参加人员名单"),
        required=False,
        max_length=_TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("从 Excel 或聊天里粘贴，一行一人：姓名、单位。身份证号和电话不会保存。"),
    )
    roster_file = _roster_file(required=False)

    def __init__(self, data: Any, files: Any = None, *, units: UnitQuerySet, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(data, files, **kwargs)
        kind, unit = self.fields["kind"], self.fields["unit"]
        if isinstance(kind, forms.ModelChoiceField) and isinstance(unit, forms.ModelChoiceField):
            known = getattr(self.initial.get("kind"), "pk", None)  # one that is offered no more stays
            kind.queryset = RecordKind.objects.filter(Q(is_offered=True) | Q(pk=known))
            unit.queryset = units
            self._choose_among(list(units.order_by("pk").values_list("pk", flat=True)[: LISTED + 1]))

    def _choose_among(self, keys: list[int]) -> None:
        """Of one unit nothing is to be chosen; of very many one searches."""
        unit = self.fields["unit"]
        if len(keys) == 1:
            unit.widget = forms.HiddenInput()
            self.initial.setdefault("unit", keys[0])
        elif len(keys) > LISTED and isinstance(unit, forms.ModelChoiceField):
            unit.widget = UnitPicker(many=False)
            unit.widget.choices = unit.choices

    def clean(self) -> dict[str, Any]:
        """The days in their order; of a list the number of people."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", _("结束的日子不能早于开始的日子。"))
        if cleaned.get("long") and self._minutes(cleaned) > MOST_MINUTES:
            self.add_error("long", _("时间太长了，请检查单位选得对不对。"))
        return cleaned

    @staticmethod
    def _minutes(cleaned: Mapping[str, Any]) -> int:
        factor = LONG[cleaned.get("long_unit") or "hour"][0]
        return int((cleaned.get("long") or Decimal()) * factor)

    @property
    def main(self) -> list[forms.BoundField]:
        """What everybody fills in."""
        return [self[name] for name in _MAIN]

    @property
    def more(self) -> list[forms.BoundField]:
        """What is there when it is needed; how long stands before it."""
        return [self[name] for name in self.fields if name not in {*_MAIN, "long", "long_unit"}]

    @property
    def is_more_open(self) -> bool:
        """Whether one of them is filled in, or is not right."""
        rest = [*self.more, self["long"]]
        return any(field.errors for field in rest) or any(field.value() not in (None, "", []) for field in rest)

    @property
    def content(self) -> Content:
        """What was typed."""
        filled = self.cleaned_data
        people = tuple(dict.fromkeys((*filled["roster"], *filled["roster_file"])))
        own = {name: filled[name] for name in ("unit", "kind", "title", "first", "place", "words", "outputs")}
        return Content(
            **own,
            last=filled["last"] or filled["first"],
            minutes=self._minutes(filled) or None,
            people=filled["people"] if filled["people"] is not None else len(people) or None,
            with_units=tuple(unit for unit in filled["with_units"] if unit != filled["unit"]),
            roster=people,
        )


def initial_of(record: Record) -> dict[str, object]:
    """The fields as the record has them."""
    content = kept(record)
    long, long_unit = long_of(content.minutes)
    names = ("unit", "kind", "title", "first", "place", "people", "words")
    return {
        **{name: getattr(content, name) for name in names},
        "last": content.last if content.last != content.first else None,
        "long": long,
        "long_unit": long_unit,
        "with_units": list(content.with_units),
        "outputs": outcomes.as_text(content.outputs),
        "roster": roster.as_text(content.roster),
    }


RETURN_REASONS = {
    "evidence": gettext_lazy("缺少佐证材料"),
    "unclear": gettext_lazy("做了什么写得不清楚"),
    "when": gettext_lazy("时间或者时长对不上"),
    "count": gettext_lazy("人数或者数量对不上"),
    "photo": gettext_lazy("照片看不清，或者和内容对不上"),
    "double": gettext_lazy("和另一条记录重复"),
}
WITHDRAW_REASONS = {
    "mistake": gettext_lazy("登记错了"),
    "double": gettext_lazy("重复登记"),
    "other_unit": gettext_lazy("是别的单位做的"),
}


class ReasonForm(forms.Form):
    """Why: one of a short list, or in words, or both."""

    why = forms.ChoiceField(label=gettext_lazy("原因"), required=False, widget=forms.RadioSelect)
    words = forms.CharField(
        label=gettext_lazy("具体说明"),
        required=False,
        max_length=REASON_LENGTH - 60,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, data: Any, *, reasons: Mapping[str, Any], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(data, auto_id=kwargs.pop("auto_id", "id_%s"), **kwargs)
        self._reasons = reasons
        field = self.fields["why"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(reasons.items())

    def clean(self) -> dict[str, Any]:
        """One of both is said."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not cleaned.get("why") and not cleaned.get("words"):
            self.add_error("why", _("请选一个原因，或者写几个字。"))
        return cleaned

    @property
    def reason(self) -> str:
        """In Chinese, as the other reads it, whatever language the page was in."""
        with override("zh-hans"):
            chosen = str(self._reasons.get(self.cleaned_data["why"], ""))
        said = self.cleaned_data["words"].strip()
        return "：".join(part for part in (chosen, said) if part)
