"""What somebody hands in as evidence."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4, uuid5

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from wenming.places.models import Unit, UnitQuerySet
from wenming.web.content import ContentSelect

MOST_FILES = 30  # in one request


class AddForm(forms.Form):
    """Files, or the end of an upload in pieces, or a link, or words about where it was published."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("单位"), required=False, widget=ContentSelect)
    record = forms.UUIDField(required=False, widget=forms.HiddenInput)
    upload = forms.UUIDField(required=False, widget=forms.HiddenInput)
    link = forms.CharField(
        label=_("链接"),
        max_length=500,
        required=False,
        validators=[URLValidator(schemes=["http", "https"], message=_("链接要写完整，以 http:// 或 https:// 开头。"))],
    )
    words = forms.CharField(label=_("说明"), max_length=200, required=False)

    def __init__(self, *args: Any, units: UnitQuerySet, **kwargs: Any) -> None:  # noqa: ANN401  # as Django takes them
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = units

    def given_files(self) -> list[UploadedFile[bytes]]:
        """The files of the request, at most ``MOST_FILES``."""
        return list(self.files.getlist("files"))[:MOST_FILES] if hasattr(self.files, "getlist") else []

    def clean(self) -> dict[str, Any]:
        """Something has to be there."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not (cleaned.get("unit") or cleaned.get("record")):
            raise forms.ValidationError(_("请先选择单位。"))
        if not self.errors and not (
            self.given_files() or any(cleaned.get(name) for name in ("upload", "link", "words"))
        ):
            raise forms.ValidationError(_("请先选择照片或文件，或者填写链接。"))
        return cleaned


def keys_for(given: Sequence[str], count: int) -> list[UUID]:
    """One key for each of ``count`` pieces: those given, else ones that follow from the first, else new ones.

    Sent twice with the same keys, the pieces are the same.
    """
    known = [key for text in given if (key := key_of(text)) is not None]
    if not known:
        return [uuid4() for _number in range(count)]
    return [known[number] if number < len(known) else uuid5(known[0], str(number)) for number in range(count)]


def key_of(text: str) -> UUID | None:
    """The key; None where it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
