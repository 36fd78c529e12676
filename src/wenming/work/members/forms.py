"""What people type about a roll: a pasted list, a workbook, or one person."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from wenming.places.excel.forms import SUFFIXES, ImportForm
from wenming.reading.files.cells import open_cells
from wenming.reading.messages import say
from wenming.reading.model import UnreadableDocument
from wenming.web.name_field import NameField
from wenming.work.members.listing import Fault, Listed, Row, of_people, of_sheets
from wenming.work.models import POPULATION_LENGTH, Member
from wenming.work.models.records import NAME_LENGTH
from wenming.work.records.fields import RosterField
from wenming.work.records.roster import Person

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_TEXT_LENGTH = 200_000  # characters of a pasted list


class ListForm(forms.Form):
    """A list of people: pasted, or as a workbook."""

    population = NameField(
        label=gettext_lazy("是哪些人"),
        max_length=POPULATION_LENGTH,
        help_text=gettext_lazy("用方案里的词，例如：干部、党员、教师。要和要求里“覆盖谁”写得一样。"),
    )
    people = RosterField(
        label=gettext_lazy("粘贴名单"),
        required=False,
        max_length=_TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("一行一人：姓名、职务（或科室、村）。身份证号和电话不会保存。"),
    )
    file = forms.FileField(
        label=gettext_lazy("或者选一份 Excel"),
        required=False,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
        help_text=gettext_lazy("要有“姓名”这一列；职务、从哪天起、到哪天止可以不填。"),
    )

    def clean_file(self) -> UploadedFile[bytes] | None:
        """Refuses what cannot be read."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file:
            checked = ImportForm(files=MultiValueDict({"file": [file]}))
            if not checked.is_valid():
                raise forms.ValidationError(list(checked.errors["file"]))
        return file

    def clean(self) -> dict[str, Any]:
        """One of both has come."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not cleaned.get("people") and not cleaned.get("file"):
            self.add_error("people", _("请粘贴名单，或者选一份 Excel。"))
        return cleaned

    @property
    def listed(self) -> Listed:
        """What a good form brings."""
        people: tuple[Person, ...] = self.cleaned_data["people"]
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if not file:
            return of_people(people)
        try:
            found = of_sheets(open_cells(file.read(), name=file.name or ""))
        except UnreadableDocument as error:
            return Listed(faults=(Fault("", say(error.code, error.about, get_language() or "zh")),))
        return Listed((*of_people(people).rows, *found.rows), found.faults)


class MemberForm(forms.Form):
    """One person."""

    population = NameField(label=gettext_lazy("是哪些人"), max_length=POPULATION_LENGTH)
    name = NameField(label=gettext_lazy("姓名"), max_length=NAME_LENGTH)
    office = NameField(
        label=gettext_lazy("职务、科室或村（社区）"),
        max_length=NAME_LENGTH,
        required=False,
        help_text=gettext_lazy("有同名的人，一定要写，好分清是谁。"),
    )
    since = forms.DateField(
        label=gettext_lazy("从哪天起"), required=False, widget=_DAY, help_text=gettext_lazy("一直都在的不用填")
    )
    until = forms.DateField(
        label=gettext_lazy("到哪天止"), required=False, widget=_DAY, help_text=gettext_lazy("调走、退休的，填最后一天")
    )

    def clean(self) -> dict[str, Any]:
        """The days in their order."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        for name, day in (("since", since), ("until", until)):
            if day and not 1900 <= day.year <= 2199:
                self.add_error(name, _("请核对日期：这一年不对。"))
        if since and until and until < since:
            self.add_error("until", _("结束的日子不能早于开始的日子。"))
        return cleaned

    @property
    def row(self) -> Row:
        """What a good form says."""
        return Row(**{name: self.cleaned_data[name] for name in ("name", "office", "since", "until")})


def filled(member: Member) -> dict[str, object]:
    """What the form of somebody on the roll shows."""
    return {name: getattr(member, name) for name in MemberForm.base_fields}
