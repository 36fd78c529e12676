"""What can be handed in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.datastructures import MultiValueDict

from tests.plans.making import Says, make_version
from wenming.plans.imports.forms import SUFFIXES, ImportForm
from wenming.plans.models import Plan

pytestmark = pytest.mark.django_db


TEXTS = (".txt", ".md", ".html", ".htm", ".mht", ".mhtml")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_of_the_reader(suffix: str) -> None:
    # Under the names of office programs pages are saved, too: the content decides.
    file = SimpleUploadedFile(f"方案{suffix.upper()}", b"x" if suffix in TEXTS else b"<html>x")
    form = ImportForm({}, MultiValueDict({"documents": [file]}), plans=Plan.objects.none())
    assert form.is_valid(), form.errors
    assert form.cleaned_data["documents"] == [file]


def test_each_refused_file_is_named() -> None:
    files: list[UploadedFile[bytes]] = [SimpleUploadedFile(name, b"x") for name in ("甲.jpg", "乙.txt", "丙.exe")]
    form = ImportForm({}, MultiValueDict({"documents": files}), plans=Plan.objects.none())
    assert not form.is_valid()
    assert [str(words)[:7] for words in form.errors["documents"]] == ["“甲.jpg”", "“丙.exe”"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("方案.docx", b"x", "“方案.docx”的内容和后缀不符"),
        ("方案.txt", b"\x7fELF\0\0", "“方案.txt”的内容和后缀不符"),
        ("方案.docx", b"Rar!\x1a\x07\x01\0", "“方案.docx”没有接收。"),
        ("方\u202e案.docx", b"x", "“方案.docx”的内容"),
    ],
)
def test_what_is_inside_decides(name: str, content: bytes, words: str) -> None:
    files: list[UploadedFile[bytes]] = [SimpleUploadedFile(name, content)]
    form = ImportForm({}, MultiValueDict({"documents": files}), plans=Plan.objects.none())
    assert not form.is_valid()
    assert str(form.errors["documents"][0]).startswith(words)


def test_a_plan_is_offered_as_what_a_new_version_is_of() -> None:
    make_version(Says("清扫"), title="市容方案")
    assert "“市容方案”的新版本" in str(ImportForm(plans=Plan.objects.all())["plan"])
