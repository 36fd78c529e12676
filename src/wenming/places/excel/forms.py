"""What a person hands in to change the directory."""

from pathlib import PurePath

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

SUFFIXES = (".xlsx", ".xls", ".et", ".ods")  # the content decides; the name only tells which files are worth sending


class ImportForm(forms.Form):
    """A workbook."""

    file = forms.FileField(
        label=gettext_lazy("文件"),
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
        error_messages={
            "required": gettext_lazy("请先选择要导入的文件。"),
            "empty": gettext_lazy("这份文件是空的，请检查后重新选择。"),
        },
    )

    def clean_file(self) -> UploadedFile[bytes]:
        """Refuses what cannot be read."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if PurePath(file.name or "").suffix.lower() not in SUFFIXES:
            raise forms.ValidationError(_("请选择 Excel 文件：.xlsx、.xls、.et 或 .ods。"))
        if (file.size or 0) > settings.DOCUMENT_BYTES:
            limit = filesizeformat(settings.DOCUMENT_BYTES)
            raise forms.ValidationError(_("文件超过 %(limit)s，请分成几份再导入。"), params={"limit": limit})
        return file
