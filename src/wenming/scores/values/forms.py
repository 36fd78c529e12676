"""What was seen, as somebody enters it: one value, or a table."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.template.defaultfilters import filesizeformat
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from wenming.frameworks.models import Filing
from wenming.places.excel.forms import SUFFIXES
from wenming.places.models import Unit
from wenming.rules.frameworks.located import PackError
from wenming.rules.frameworks.observed import grade_of, value_of
from wenming.rules.scoring.model import Node
from wenming.rules.scoring.scoring_rules import Grade
from wenming.scores.actions.measuring import Seen
from wenming.scores.models import NAME_LENGTH
from wenming.scores.values.table import kept, own_words
from wenming.web.content import ContentSelect

MOST_BYTES = 10 * 1024 * 1024


class ValueForm(forms.Form):
    """One value of one standard."""

    value = forms.CharField(
        label=gettext_lazy("数值"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    grade = forms.ChoiceField(label=gettext_lazy("等级"), required=False)
    method = forms.ChoiceField(label=gettext_lazy("测评方法"), required=False)
    site = forms.CharField(label=gettext_lazy("点位"), max_length=NAME_LENGTH, required=False)
    territory = forms.ModelChoiceField(
        Unit.objects.none(),
        label=gettext_lazy("属地"),
        required=False,
        empty_label=gettext_lazy("不属于哪个属地"),
        widget=ContentSelect,
    )
    note = forms.CharField(label=gettext_lazy("说明"), max_length=NAME_LENGTH, required=False)

    def __init__(self, *args: Any, leaf: Node, **kwargs: Any) -> None:  # noqa: ANN401  # as Django takes them
        super().__init__(*args, **kwargs)
        self.leaf = leaf
        self.fields["territory"].queryset = Unit.objects.standing().order_by("short")  # type: ignore[attr-defined]
        is_graded = isinstance(leaf.rule, Grade)
        self._offer("grade", [grade for grade, _share in leaf.rule.shares] if isinstance(leaf.rule, Grade) else [])
        self._offer("method", leaf.methods if len(leaf.methods) > 1 else [])
        if is_graded:
            del self.fields["value"]

    def _offer(self, name: str, words: Any) -> None:  # noqa: ANN401
        field = self.fields[name]
        if not words:
            del self.fields[name]
        elif isinstance(field, forms.ChoiceField):
            field.choices = [(word, word) for word in words]
            field.required = True

    def clean_value(self) -> Decimal:
        """A number that the standard's rule takes."""
        try:
            return kept(value_of(self.cleaned_data["value"].strip(), self.leaf))
        except PackError as error:
            raise forms.ValidationError(own_words(error, get_language() or "zh")) from error

    @property
    def seen(self) -> Seen:
        """What a good form says."""
        said = self.cleaned_data
        return Seen(
            self.leaf.code,
            said.get("value", Decimal(0)),
            grade=grade_of(said.get("grade", ""), self.leaf),
            method=said.get("method", ""),
            site=said["site"],
            territory=said["territory"],
            note=said["note"],
        )


class FillForm(forms.Form):
    """From which filing, and for which method."""

    filing = forms.ModelChoiceField(
        Filing.objects.none(), label=gettext_lazy("申报"), widget=ContentSelect, empty_label=None
    )
    method = forms.ChoiceField(label=gettext_lazy("算作哪种测评方法"), required=False)

    def __init__(self, *args: Any, filings: QuerySet[Filing], methods: Sequence[str], **kwargs: Any) -> None:  # noqa: ANN401  # as Django takes them
        super().__init__(*args, **kwargs)
        filing, method = self.fields["filing"], self.fields["method"]
        if isinstance(filing, forms.ModelChoiceField):
            filing.queryset = filings
        if not methods:
            del self.fields["method"]
        elif isinstance(method, forms.ChoiceField):
            method.choices = [(one, one) for one in methods]


class TableForm(forms.Form):
    """A table of values: a workbook, or CSV."""

    file = forms.FileField(
        label=gettext_lazy("测评数据表"),
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ",".join((*SUFFIXES, ".csv"))}),
        help_text=gettext_lazy("要有“测评标准”和“数值”两列；点位、属地、行业部门、等级、测评方法、说明可以不填。"),
        error_messages={"required": gettext_lazy("请先选择要导入的文件。")},
    )

    def clean_file(self) -> UploadedFile[bytes]:
        """Refuses what cannot be read."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if PurePath(file.name or "").suffix.lower() not in (*SUFFIXES, ".csv"):
            raise forms.ValidationError(_("请选择 Excel 文件或者 CSV 文件。"))
        most = min(MOST_BYTES, settings.DOCUMENT_BYTES)
        if (file.size or 0) > most:
            words = _("文件超过 %(limit)s，请分成几份再导入。")
            raise forms.ValidationError(words, params={"limit": filesizeformat(most)})
        return file
