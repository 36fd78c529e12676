"""An entry of the calendar typed in, and a table of them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wenming.reading.files.plain import decode
from wenming.reading.model import UnreadableDocument
from wenming.rules.days.added import Added, AddedKind
from wenming.rules.days.added_table import NAME_LENGTH, SOURCE_LENGTH
from wenming.rules.days.festivals import FESTIVALS
from wenming.web.name_field import NameField
from wenming.work.models import LocalDaysKind

MOST_BYTES = 200 * 1024
_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_BY_ANY_NAME = {name: one.name for one in FESTIVALS for name in (one.name, *one.aliases)}
_UNNAMED = {LocalDaysKind.AUTUMN, LocalDaysKind.SPRING, LocalDaysKind.NOTICE, LocalDaysKind.WORK}


class DaysForm(forms.Form):
    """From when to when, what is said of the days, and which document says so."""

    kind = forms.ChoiceField(label=_("类型"), choices=LocalDaysKind.choices)
    first = forms.DateField(label=_("第一天"), widget=_DAY)
    last = forms.DateField(label=_("最后一天"), required=False, widget=_DAY, help_text=_("只有一天的不用填。"))
    name = NameField(
        label=_("名称"), max_length=NAME_LENGTH, required=False, help_text=_("什么节日，或者为什么放假：古尔邦节。")
    )
    source = NameField(label=_("依据"), max_length=SOURCE_LENGTH, required=False, help_text=_("文件名或文号。"))

    def clean(self) -> dict[str, Any]:
        """Days off and festivals have a name."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        kind = cleaned.get("kind")
        if kind and kind not in _UNNAMED and not cleaned.get("name"):
            self.add_error("name", _("请写明是什么节日或为什么放假。"))
        return cleaned

    def added(self) -> Added:
        """What a good form says."""
        given = self.cleaned_data
        kind = AddedKind(given["kind"])
        first, last = given["first"], given["last"] or given["first"]
        if kind is AddedKind.NOTICE:
            first, last = first.replace(month=1, day=1), first.replace(month=12, day=31)
        name = given["name"] or str(LocalDaysKind(given["kind"]).label)
        if kind is AddedKind.FESTIVAL:
            name = _BY_ANY_NAME.get(name, name)
        return Added(kind, first, last, name, given["source"])


class TableForm(forms.Form):
    """A table as a file, or its text once it has been looked at."""

    file = forms.FileField(required=False)
    table = forms.CharField(required=False, strip=False, max_length=MOST_BYTES, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """One of the two, as text."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        file = cleaned.get("file")
        if file is None:
            if not cleaned.get("table"):
                self.add_error("file", _("请先选择 CSV 文件。"))
            return cleaned
        if file.size > MOST_BYTES:
            self.add_error("file", _("文件太大：这样的表最多 500 行。"))
            return cleaned
        try:
            cleaned["table"] = decode(file.read())
        except UnreadableDocument:
            self.add_error("file", _("这不是文字文件。请在 Excel 里“另存为”CSV（逗号分隔）再选。"))
        return cleaned
