"""What may be handed in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict
from pytest_django import Settings

from wenming.places.excel.forms import ImportForm


def form(name: str, data: bytes) -> ImportForm:
    return ImportForm({}, MultiValueDict({"file": [SimpleUploadedFile(name, data)]}))


@pytest.mark.parametrize("name", ["名录.xlsx", "名录.XLS", "名录.et", "名录.ods"])
def test_workbooks(name: str) -> None:
    assert form(name, b"x").is_valid()


def test_what_is_refused_and_why(settings: Settings) -> None:
    settings.DOCUMENT_BYTES = 10
    assert "请选择 Excel 文件" in str(form("名录.docx", b"x").errors)
    assert "分成几份" in str(form("名录.xlsx", b"x" * 11).errors)
    assert "是空的" in str(form("名录.xlsx", b"").errors)
    assert "请先选择" in str(ImportForm({}, MultiValueDict()).errors)
