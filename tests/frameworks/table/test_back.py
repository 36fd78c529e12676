"""Where somebody is led back to."""

import pytest
from django.test import RequestFactory

from wenming.frameworks.models import Edition
from wenming.frameworks.table.back import back_to


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/frameworks/standards/7/", "/frameworks/standards/7/"),
        ("https://example.com/frameworks/", "/frameworks/editions/5/table/"),
        ("/sign-out/", "/frameworks/editions/5/table/"),
    ],
)
def test_only_to_a_page_of_frameworks(asked: str, led: str) -> None:
    request = RequestFactory().post("/", {"back": asked})
    assert back_to(request, Edition(pk=5)) == led
