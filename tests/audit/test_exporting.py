"""People are named in a table only when somebody who may asks for it."""

import pytest
from django.test import RequestFactory

from wenming.audit.exporting import names_people


@pytest.mark.parametrize(
    ("method", "ticked", "held", "named"),
    [
        ("post", "1", {"audit_view"}, True),
        ("post", "", {"audit_view"}, False),
        ("post", "1", {"plan_view"}, False),
        ("post", "1", set(), False),
        ("get", "1", {"audit_view"}, False),
    ],
)
def test_only_with_the_box_ticked_and_the_right(method: str, ticked: str, held: set[str], named: bool) -> None:
    request = getattr(RequestFactory(), method)("/", {"with_people": ticked})
    request.rights = held
    assert names_people(request, "audit_view") is named


def test_a_request_without_rights_names_nobody() -> None:
    assert not names_people(RequestFactory().post("/", {"with_people": "1"}), "audit_view")
