"""An entry typed in, and a table of them."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from wenming.rules.days.added import Added, AddedKind
from wenming.rules.days.added_table import NAME_LENGTH
from wenming.work.days.forms import MOST_BYTES, DaysForm, TableForm
from wenming.work.models import DAYS_NAME_LENGTH


def test_one_day_needs_no_last_and_a_festival_goes_by_its_own_name() -> None:
    form = DaysForm({"kind": "festival", "first": "2027-05-16", "name": "古尔邦"})
    assert form.is_valid()
    assert form.added() == Added(AddedKind.FESTIVAL, date(2027, 5, 16), date(2027, 5, 16), "古尔邦节")


def test_a_notice_is_of_its_whole_year() -> None:
    form = DaysForm({"kind": "notice", "first": "2027-03-05"})
    assert form.is_valid()
    assert form.added() == Added(AddedKind.NOTICE, date(2027, 1, 1), date(2027, 12, 31), "放假通知已录齐")


@pytest.mark.parametrize("kind", ["off", "festival"])
def test_days_off_have_a_name(kind: str) -> None:
    assert "name" in DaysForm({"kind": kind, "first": "2027-05-16"}).errors


def table_form(*files: SimpleUploadedFile) -> TableForm:
    """The form with these files chosen."""
    return TableForm({}, MultiValueDict({"file": list(files)} if files else {}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_in_any_encoding_that_excel_saves(encoding: str) -> None:
    text = "第一天,最后一天,类型,名称,依据\n2027-05-16,,放假,古尔邦节,自治区人民政府办公厅的通知\n"
    form = table_form(SimpleUploadedFile("甲.csv", text.encode(encoding)))
    assert form.is_valid()
    assert form.cleaned_data["table"].removeprefix("\ufeff").splitlines() == text.splitlines()


@pytest.mark.parametrize("data", [b"PK\x03\x04" + bytes(range(256)) * 4, b"x" * (MOST_BYTES + 1)])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    assert "file" in table_form(SimpleUploadedFile("甲.xlsx", data)).errors


def test_nothing_chosen() -> None:
    assert "file" in table_form().errors


def test_the_lengths_are_one() -> None:
    assert DAYS_NAME_LENGTH == NAME_LENGTH
