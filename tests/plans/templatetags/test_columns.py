"""The heads of tables."""

import pytest
from django.template import Context, Template
from django.utils import translation


@pytest.mark.parametrize(("language", "head"), [("zh-hans", "牵头单位"), ("en", "Lead")])
def test_a_column_is_called_so_in_the_readers_language(language: str, head: str) -> None:
    with translation.override(language):
        assert Template('{% load columns %}{% column "lead" %}').render(Context()) == head
