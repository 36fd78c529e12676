"""Every page asks who is there."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

PAGE = "http://testserver/plans/?q=a"
LAPSED = "/sign-in/?next=%2Fplans%2F%3Fq%3Da&lapsed=1"


def test_a_page_is_where_one_comes_back_to(client: Client) -> None:
    assert client.get("/account/?a=1")["Location"] == "/sign-in/?next=/account/%3Fa%3D1"


def test_a_form_leads_back_to_the_page_it_stood_on(client: Client) -> None:
    assert client.post("/account/", headers={"referer": PAGE})["Location"] == LAPSED


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_piece_sends_the_whole_page_to_sign_in(client: Client, method: str) -> None:
    answer = getattr(client, method)("/account/", headers={"HX-Request": "true", "referer": PAGE})
    assert answer["HX-Redirect"] == LAPSED


@pytest.mark.parametrize("referer", ["", "https://example.org/plans/", "nonsense"])
def test_from_elsewhere_it_leads_to_the_first_page(client: Client, referer: str) -> None:
    assert client.post("/account/", headers={"referer": referer})["Location"] == "/sign-in/?next=%2F&lapsed=1"
