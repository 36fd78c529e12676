"""What a reviewer fills in; the rules of values are those of ``plans.terms``."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wenming.places.models import UNIT_NAME_LENGTH, Area, UnitKind
from wenming.places.queries import areas_within
from wenming.plans.models import TITLE_LENGTH, PlanVersion
from wenming.plans.term_words import HORIZON_WORDS, KIND_WORDS, PERIOD_WORDS, ROLE_WORDS
from wenming.plans.terms import FIELDS, BadValue, Json, fields_of, value_from
from wenming.plans.texts import find_words
from wenming.reading.model import Period, TermKind
from wenming.web.content import ContentSelect
from wenming.web.name_field import NameField

FAULT_WORDS = {
    "missing": _("请填写这一项。"),
    "number": _("请填数字，例如 3 或 0.5。"),
    "negative": _("不能小于 0。"),
    "order": _("后一个不能小于前一个。"),
    "date": _("请写成 2026-06-30、2026年6月 或 2026；没有年份就写 6月30日 或 6月。"),
    "long": _("太长了，请不要超过 40 个字。"),
    "choice": _("请选一项。"),
}
_LABELS = {
    "min": _("至少"),
    "max": _("至多"),
    "unit": _("计量单位"),
    "every": _("每几个周期"),
    "period": _("周期"),
    "from": _("从"),
    "to": _("到（截止）"),
    "each": _("覆盖谁"),
    "horizon": _("期别"),
}
_CHOICES: Mapping[str, list[tuple[str, Any]]] = {
    "period": [("", _("请选择")), *((period.value, PERIOD_WORDS[period]) for period in Period)],
    "horizon": [(horizon.value, word) for horizon, word in HORIZON_WORDS.items()],
}


class _WordsForm(forms.Form):
    """Words of the document, given as text; ``span`` is where they stand."""

    words = forms.CharField(
        label=_("原文文字"), max_length=500, help_text=_("改成原文里的另一段文字，标注就移到那里；也可以在左边选中。")
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)  # where the words were selected
    end = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, version: PlanVersion, place: tuple[int, int], **kwargs: Any) -> None:  # noqa: ANN401
        self._version = version
        self._place = place
        kwargs.setdefault("initial", {}).setdefault("words", version.text[slice(*place)])
        super().__init__(data, **kwargs)
        self.span = place

    def clean(self) -> dict[str, Any]:
        """Finds the words in the document, or refuses those that are not the document's."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if words := cleaned.get("words"):
            found = self._found(words, (cleaned.get("start"), cleaned.get("end")))
            if found is None:
                self.add_error("words", _("原文附近没有这段文字，请照原文写，或者在左边直接选中。"))
            self.span = found or self._place
        return cleaned

    def _found(self, words: str, selected: tuple[int | None, int | None]) -> tuple[int, int] | None:
        """Where the words stand: where they did, where they were selected, else the nearest place."""
        text, (start, end) = self._version.text, selected
        if start is not None and end is not None and words == text[start:end].strip():
            return start, end
        if words == text[slice(*self._place)].strip():
            return self._place
        return find_words(text, self._version.noise, words, self._place[0])


class DutyForm(_WordsForm):
    """A unit's role and the words that name it."""

    role = forms.ChoiceField(label=_("角色"), choices=[(role.value, word) for role, word in ROLE_WORDS.items()])
    field_order = ("role", "words", "start", "end")


class TermForm(_WordsForm):
    """A term: its kind, its words and the fields of its kind."""

    kind = forms.ChoiceField(label=_("类别"), choices=[(kind.value, word) for kind, word in KIND_WORDS.items()])

    def __init__(self, data: Any, *, kind: TermKind, value: object = None, **kwargs: Any) -> None:  # noqa: ANN401
        self._kind = kind
        self.value: Json = {}
        filled = fields_of(kind, value) if value else {}
        kwargs["initial"] = {"kind": kind.value, **filled, **kwargs.get("initial", {})}
        super().__init__(data, **kwargs)
        for name in FIELDS[kind]:
            self.fields[name] = _field(name)
        self.order_fields(["kind", *FIELDS[kind], "words", "start", "end"])

    def clean(self) -> dict[str, Any]:
        """The value that the fields make, or what is wrong with each."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        try:
            self.value = value_from(self._kind, {name: cleaned.get(name) or "" for name in FIELDS[self._kind]})
        except BadValue as error:
            for fault in error.faults:
                self.add_error(fault.field, forms.ValidationError(FAULT_WORDS[fault.code]))
        return cleaned


def _field(name: str) -> forms.Field:
    if name in _CHOICES:
        return forms.ChoiceField(label=_LABELS[name], choices=_CHOICES[name], required=False)  # ``plans.terms`` asks
    numeric = {"inputmode": "decimal"} if name in {"min", "max", "every"} else {}
    initial = "1" if name == "every" else ""
    return forms.CharField(
        label=_LABELS[name], required=False, max_length=60, initial=initial, widget=forms.TextInput(attrs=numeric)
    )


class MeasureForm(forms.Form):
    """A measure's title."""

    title = forms.CharField(label=_("措施标题"), max_length=TITLE_LENGTH, widget=forms.Textarea(attrs={"rows": 2}))


class NewUnitForm(forms.Form):
    """A unit that the directory does not have yet, in the plan's area or below."""

    name = NameField(label=_("单位全称"), max_length=UNIT_NAME_LENGTH)
    kind = forms.ChoiceField(label=_("类型"), choices=UnitKind.choices)
    area = forms.ModelChoiceField(Area.objects.none(), label=_("辖区"), empty_label=None, widget=ContentSelect)

    def __init__(self, data: Any, *, area: Area, initial: dict[str, Any] | None = None) -> None:  # noqa: ANN401
        super().__init__(data, initial={"area": area, **(initial or {})})
        field = self.fields["area"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Area.objects.filter(pk__in=areas_within(area.pk))


class NewClassForm(forms.Form):
    """A class of units that the directory does not have yet."""

    name = NameField(label=_("类别名称"), max_length=UNIT_NAME_LENGTH)
    kinds = forms.MultipleChoiceField(
        label=_("包括哪些类型的单位"), choices=UnitKind.choices, widget=forms.CheckboxSelectMultiple
    )
