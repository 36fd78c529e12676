"""What people type about a roll."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from wenming.work.members.forms import ListForm, MemberForm, filled
from wenming.work.members.listing import Row, workbook
from wenming.work.models import Member


def test_a_list_is_pasted_or_a_file() -> None:
    nothing = ListForm({"population": "干部"})
    assert "请粘贴名单" in str(nothing.errors)
    file = SimpleUploadedFile("名册.xlsx", workbook([Member(name="李青山")]))
    form = ListForm({"population": "干部", "people": "王敏 办公室 13900000000"}, MultiValueDict({"file": [file]}))
    assert form.is_valid()
    assert form.listed.rows == (Row("王敏", "办公室"), Row("李青山"))
    wrong = ListForm({"population": "干部"}, MultiValueDict({"file": [SimpleUploadedFile("名册.docx", b"x")]}))
    assert "file" in wrong.errors
    broken = ListForm({"population": "干部"}, MultiValueDict({"file": [SimpleUploadedFile("名册.xlsx", b"x")]}))
    assert broken.is_valid()
    assert broken.listed.faults


def test_one_person() -> None:
    form = MemberForm({"population": "干部", "name": "王敏", "since": "2026-03-05", "until": "2026-03-01"})
    assert list(form.errors) == ["until"]
    assert "since" in MemberForm({"population": "干部", "name": "王敏", "since": "0026-03-05"}).errors
    good = MemberForm({"population": "干部", "name": "王敏", "until": "2026-03-01"})
    assert good.is_valid()
    assert good.row == Row("王敏", until=date(2026, 3, 1))
    assert filled(Member(name="王敏", population="干部"))["name"] == "王敏"
