"""Nobody keeps our pages."""

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from tests.accounts.making import make_person
from wenming.web.caching import no_store_middleware

FORBIDDEN = "private, no-store"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/account/", "/plans/", "/nowhere/"])
def test_no_page_is_kept(client: Client, address: str) -> None:
    client.force_login(make_person())
    assert client.get(address)["Cache-Control"] == FORBIDDEN


def test_a_view_may_say_otherwise() -> None:
    said = HttpResponse(headers={"Cache-Control": "max-age=60"})
    assert no_store_middleware(lambda _request: said)(RequestFactory().get("/"))["Cache-Control"] == "max-age=60"
