"""Signing in and out: the password, the code, the demo."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.accounts.making import PASSWORD, make_person
from wenming.accounts.models import PostRole
from wenming.audit.models import Event

pytestmark = pytest.mark.django_db

SIGN_IN = "/sign-in/"
ACCOUNT = "/account/"
DEMO = "/demo/sign-in"


def signed_in(client: Client) -> bool:
    """Somebody is signed in."""
    return "_auth_user_id" in client.session


class TestSignIn:
    def test_it_works(self, client: Client) -> None:
        make_person()
        answer = client.post(SIGN_IN, {"username": "xuqing", "password": PASSWORD})
        assert (answer.status_code, answer["Location"]) == (302, reverse("home"))
        assert signed_in(client)

    def test_a_page_that_needs_sign_in_leads_here_and_back(self, client: Client) -> None:
        make_person()
        answer = client.get(ACCOUNT)
        assert answer["Location"] == f"{SIGN_IN}?next={ACCOUNT}"
        assert f'name="next" value="{ACCOUNT}"' in client.get(answer["Location"]).content.decode()
        answer = client.post(SIGN_IN, {"username": "xuqing", "password": PASSWORD, "next": ACCOUNT})
        assert answer["Location"] == ACCOUNT

    @pytest.mark.parametrize("wanted", ["https://example.org/", "//example.org/", "javascript:alert(1)", "httpx"])
    def test_it_sends_nobody_to_another_site(self, client: Client, wanted: str) -> None:
        make_person()
        answer = client.post(SIGN_IN, {"username": "xuqing", "password": PASSWORD, "next": wanted})
        assert answer["Location"] == reverse("home")

    def test_a_wrong_password_keeps_the_name_and_says_what_to_do(self, client: Client) -> None:
        make_person()
        answer = client.post(SIGN_IN, {"username": "xuqing", "password": "wrong"})
        page = answer.content.decode()
        assert answer.status_code == 422
        assert 'value="xuqing"' in page
        assert "wrong" not in page
        assert "用户名或密码不对" in page
        assert not signed_in(client)

    def test_who_is_signed_in_goes_on(self, client: Client) -> None:
        client.force_login(make_person())
        assert client.get(SIGN_IN)["Location"] == reverse("home")

    def test_whose_session_ended_is_told_so(self, client: Client) -> None:
        assert "登录已过期" in client.get(SIGN_IN, {"lapsed": "1"}).content.decode()
        assert "登录已过期" not in client.get(SIGN_IN).content.decode()

    def test_sample_people_are_not_offered_outside_demo_mode(self, client: Client) -> None:
        make_person("luwen", is_sample=True)
        assert "luwen" not in client.get(SIGN_IN).content.decode()


class TestSignInAsSample:
    def test_it_works(self, client: Client, settings: Settings) -> None:
        settings.DEMO = True
        person = make_person("luwen", is_sample=True, role=PostRole.INSPECTOR)
        page = client.get(SIGN_IN).content.decode()
        assert "luwen先生" in page
        assert "督查员" in page
        assert "县文明办" in page
        assert client.post(DEMO, {"person": person.pk})["Location"] == reverse("home")
        assert signed_in(client)

    def test_there_is_no_such_page_outside_demo_mode(self, client: Client) -> None:
        person = make_person(is_sample=True)
        assert client.post(DEMO, {"person": person.pk}).status_code == 404
        assert not signed_in(client)

    def test_nobody_real_can_be_entered_as(self, client: Client, settings: Settings) -> None:
        settings.DEMO = True
        person = make_person("real")
        assert "real先生" not in client.get(SIGN_IN).content.decode()
        assert client.post(DEMO, {"person": person.pk}).status_code == 404
        assert not signed_in(client)

    @pytest.mark.parametrize("person", ["", "nobody", "999999"])
    def test_nonsense_is_no_page(self, client: Client, settings: Settings, person: str) -> None:
        settings.DEMO = True
        assert client.post(DEMO, {"person": person}).status_code == 404

    def test_it_is_no_link(self, client: Client, settings: Settings) -> None:
        settings.DEMO = True
        assert client.get(DEMO).status_code == 405


class TestSignOut:
    def test_it_works(self, client: Client) -> None:
        client.force_login(make_person())
        assert client.post("/sign-out/")["Location"] == SIGN_IN
        assert not signed_in(client)

    def test_twice_is_no_error(self, client: Client) -> None:
        assert client.post("/sign-out/")["Location"] == SIGN_IN

    def test_it_is_no_link(self, client: Client) -> None:
        client.force_login(make_person())
        assert client.get("/sign-out/").status_code == 405
        assert signed_in(client)

    def test_the_browser_forgets_our_pages_but_not_that_it_is_known(self, client: Client) -> None:
        client.force_login(make_person())
        assert client.post("/sign-out/")["Clear-Site-Data"] == '"cache"'

    def test_it_is_told(self, client: Client) -> None:
        client.force_login(make_person())
        client.post("/sign-out/")
        assert Event.objects.filter(verb="accounts.sign_out").count() == 1
