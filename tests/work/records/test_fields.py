"""Lengths as people type them; lists from workbooks."""

from decimal import Decimal

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from wenming.work.records.fields import LONG, MOST_MINUTES, RosterFileField, long_of


@pytest.mark.parametrize(
    ("minutes", "typed"),
    [
        (None, (None, "hour")),
        (0, (None, "hour")),
        (50, (Decimal(50), "minute")),
        (60, (Decimal(1), "hour")),
        (90, (Decimal("1.5"), "hour")),
        (180, (Decimal(1), "half")),
        (360, (Decimal(1), "day")),
        (540, (Decimal(3), "half")),
        (1080, (Decimal(3), "day")),
    ],
)
def test_a_length_as_somebody_would_type_it(minutes: int | None, typed: tuple[Decimal | None, str]) -> None:
    assert long_of(minutes) == typed


@given(st.integers(1, MOST_MINUTES))
def test_a_length_shown_for_changing_stays_the_same(minutes: int) -> None:
    long, unit = long_of(minutes)
    assert long is not None
    assert long * LONG[unit][0] == minutes
    assert -int(long.normalize().as_tuple().exponent) <= 1  # the field takes one place


def test_half_a_day_is_three_hours() -> None:
    assert LONG["half"][0] == 3 * LONG["hour"][0] == LONG["day"][0] / 2


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("名单.txt", b"x", "请选择 Excel 文件"),
        ("名单.xlsx", b"PK no workbook", ""),
        ("名单.xlsx", b"x" * 200, "名单超过"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(name: str, content: bytes, said: str, settings: Settings) -> None:
    settings.DOCUMENT_BYTES = 100
    with pytest.raises(forms.ValidationError) as caught:
        RosterFileField(required=False).clean(SimpleUploadedFile(name, content))
    assert said in caught.value.messages[0]
