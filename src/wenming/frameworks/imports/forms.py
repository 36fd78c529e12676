"""What a person hands in to bring a framework in."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from wenming.frameworks.models import Framework
from wenming.rules.frameworks import shipped
from wenming.rules.frameworks.located import PackError
from wenming.rules.frameworks.messages import say
from wenming.rules.frameworks.model import Framework as Pack
from wenming.rules.frameworks.pack import read_pack
from wenming.web.content import ContentSelect

MOST_BYTES = 4 * 1024 * 1024  # some 10,000 standards


class FrameworkField(forms.ModelChoiceField[Framework]):
    """Of which framework something is the new edition."""

    def label_from_instance(self, obj: Framework) -> str:
        """As a choice beside a new framework."""
        return _("“%(title)s”的新版本") % {"title": obj.title}


class BringForm(forms.Form):
    """A pack of one's own, or one that comes with the program; a new framework or a new edition of one."""

    file = forms.FileField(label=gettext_lazy("体系文件"), max_length=200, required=False)
    shipped = forms.ChoiceField(label=gettext_lazy("自带的体系"), required=False)
    framework = FrameworkField(
        Framework.objects.none(),
        label=gettext_lazy("作为"),
        required=False,
        empty_label=gettext_lazy("新的测评体系"),
        widget=ContentSelect,
    )

    def __init__(self, *args: Any, frameworks: QuerySet[Framework], **kwargs: Any) -> None:  # noqa: ANN401  # as Django takes them
        super().__init__(*args, **kwargs)
        self.pack: Pack | None = None
        name, field = self.fields["shipped"], self.fields["framework"]
        if isinstance(name, forms.ChoiceField) and isinstance(field, forms.ModelChoiceField):
            name.choices = [("", ""), *((one, one) for one in shipped.names())]
            field.queryset = frameworks

    def clean(self) -> dict[str, Any]:
        """One of both, and it can be read."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        file, name = cleaned.get("file"), cleaned.get("shipped")
        if file:
            self._read(file)
        elif name:
            self.pack = shipped.shipped(name)
        elif not self.errors:
            self.add_error("file", _("请先选择体系文件。"))
        return cleaned

    def _read(self, file: UploadedFile[bytes]) -> None:
        if (file.size or 0) > MOST_BYTES:
            self.add_error("file", _("文件超过 4 MB：请确认选对了文件。"))
            return
        try:
            self.pack = read_pack(file.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            self.add_error("file", say(PackError("not_utf8"), get_language() or "zh"))
        except PackError as error:
            self.add_error("file", say(error, get_language() or "zh"))
