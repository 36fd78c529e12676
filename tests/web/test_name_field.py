"""A field for the name of something."""

import pytest
from django.core.exceptions import ValidationError

from wenming.web.name_field import NameField


def test_what_nobody_sees_is_no_part_of_a_name() -> None:
    assert NameField().clean("县\u202e教育局\u200b\n") == "县教育局"


@pytest.mark.parametrize("wrong", ["", "\u200b", "县\0", "县" * 11])
def test_a_name_is_there_and_not_too_long(wrong: str) -> None:
    with pytest.raises(ValidationError):
        NameField(max_length=10).clean(wrong)


def test_what_nobody_sees_does_not_make_it_too_long() -> None:
    assert NameField(max_length=2).clean("县\u200b局") == "县局"
