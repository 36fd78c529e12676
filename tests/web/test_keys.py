"""Numbers in an address that no row can bear."""

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client

from tests.accounts.making import make_person
from wenming.web.keys import LARGEST, KeysInReach


def view(_request: HttpRequest) -> HttpResponse:
    return HttpResponse()


@pytest.mark.parametrize("value", [0, 7, LARGEST, "9" * 30])
def test_what_a_row_can_bear_goes_on(value: object) -> None:
    KeysInReach(view).process_view(HttpRequest(), view, (), {"pk": value})


@pytest.mark.parametrize("value", [LARGEST + 1, 10**29])
def test_what_none_can_bear_leads_nowhere(value: int) -> None:
    with pytest.raises(Http404):
        KeysInReach(view).process_view(HttpRequest(), view, (), {"pk": value})


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/plans/{}/", "/units/{}/", "/plans/versions/{}/review/", "/units/{}/edit/"])
def test_no_page_stumbles_over_a_forged_number(address: str, client: Client) -> None:
    client.force_login(make_person())
    assert client.get(address.format("9" * 30)).status_code == 404


@pytest.mark.django_db
def test_a_forged_choice_in_a_form_is_no_choice(client: Client) -> None:
    client.force_login(make_person())
    answer = client.post("/units/new/", {"name": "x", "kind": "party", "area": "9" * 30, "parents": ["9" * 30]})
    assert answer.status_code == 422
