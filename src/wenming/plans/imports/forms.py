"""What a person hands in to import documents."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.template.defaultfilters import filesizeformat
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from wenming.files.naming import shown_name
from wenming.files.taking import NotWhatItSays, look_into
from wenming.plans.models import Plan
from wenming.reading.messages import say
from wenming.reading.model import UnreadableDocument
from wenming.web.content import ContentSelect

Upload = UploadedFile[bytes]

# What the reader opens; the content decides, the name only tells which files are worth sending.
SUFFIXES = (
    ".docx", ".doc", ".wps", ".pdf", ".xlsx", ".xls", ".et", ".ods", ".txt", ".md", ".html", ".htm", ".mht", ".mhtml",
)  # fmt: skip


class _FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or more files, each checked by itself."""

    def clean(self, data: Sequence[Upload] | Upload | None, initial: object = None) -> list[Upload]:
        """The files in the order they were chosen."""
        files = list(data) if isinstance(data, (list, tuple)) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files or [None]]


class _PlanField(forms.ModelChoiceField[Plan]):
    def label_from_instance(self, obj: Plan) -> str:
        return _("“%(title)s”的新版本") % {"title": obj.title}


class ImportForm(forms.Form):
    """Documents, and whether they are new plans or a new version of one."""

    documents = FilesField(
        label=gettext_lazy("文件"),
        max_length=200,
        widget=_FilesInput(attrs={"accept": ",".join(SUFFIXES)}),
        error_messages={
            "required": gettext_lazy("请先选择要导入的文件。"),
            "empty": gettext_lazy("有一份文件是空的，请检查后重新选择。"),
        },
    )
    plan = _PlanField(
        Plan.objects.none(),
        label=gettext_lazy("作为"),
        required=False,
        empty_label=gettext_lazy("新的方案"),
        widget=ContentSelect,
    )
    again = forms.BooleanField(label=gettext_lazy("已经导入过的文件也再导入一次"), required=False)

    def __init__(self, *args: Any, plans: QuerySet[Plan], **kwargs: Any) -> None:  # noqa: ANN401  # as Django takes them
        super().__init__(*args, **kwargs)
        field = self.fields["plan"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = plans

    def clean_documents(self) -> list[Upload]:
        """Refuses what cannot be read, each file with its name."""
        files: list[Upload] = self.cleaned_data["documents"]
        faults = [fault for file in files if (fault := _fault(file))]
        if faults:
            raise forms.ValidationError(faults)
        return files

    def clean(self) -> dict[str, object]:
        """A new version is one document."""
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        files = self.cleaned_data.get("documents") or []
        if self.cleaned_data.get("plan") and len(files) > 1:
            self.add_error("documents", _("一个方案的新版本只能是一份文件。请只留下一份，或者作为新的方案导入。"))
        return cleaned


def _fault(file: Upload) -> str:
    name = shown_name(file.name or "")
    if PurePath(name).suffix.lower() not in SUFFIXES:
        return _("“%(name)s”不是可以读取的格式。可以导入：%(formats)s。") % {"name": name, "formats": formats()}
    if (file.size or 0) > settings.DOCUMENT_BYTES:
        limit = filesizeformat(settings.DOCUMENT_BYTES)
        return _("“%(name)s”超过 %(limit)s。请删去文件里的图片，或者分成几份再导入。") % {"name": name, "limit": limit}
    return _fault_inside(file, name)


def _fault_inside(file: Upload, name: str) -> str:
    try:
        look_into(file, name)
    except NotWhatItSays:
        return _("“%(name)s”的内容和后缀不符，没有接收。请用原来的软件打开它，另存以后再导入。") % {"name": name}
    except UnreadableDocument as error:
        why = say(error.code, {key: str(value) for key, value in error.about.items()}, get_language() or "")
        return _("“%(name)s”没有接收。%(why)s") % {"name": name, "why": why}
    return ""


def formats() -> str:
    """The formats in words."""
    return _("Word、WPS、PDF、Excel、网页和文本文件")
