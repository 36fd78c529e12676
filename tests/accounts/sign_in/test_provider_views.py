"""Signing in through a real provider, spoken to over the loopback."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from tests.accounts.making import PASSWORD, make_person
from tests.accounts.sign_in.provider_process import NAME, provider_at, use
from tests.accounts.sign_in.provider_site.__main__ import PASSWORD as PASSWORD_THERE
from wenming.accounts.models import User
from wenming.accounts.sign_in import provider, second_factor
from wenming.audit.models import Event

pytestmark = pytest.mark.django_db

START, BACK, ACCOUNT = "/sign-in/provider/", "/sign-in/provider/back/", "/account/"


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """The provider's address."""
    with provider_at(f"http://testserver{BACK}") as address:
        yield address


@pytest.fixture(autouse=True)
def named(settings: Settings, issuer: str) -> None:
    """Our settings name the provider."""
    use(settings, issuer)


def at_provider(address: str, name: str = "xuqing") -> str:
    """Sign in there as a browser does; where it sends one back to, without host."""
    browser = requests.Session()
    page = browser.get(address, timeout=100)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)
    assert token, page.text
    given = {"csrfmiddlewaretoken": token[1], "login": name, "password": PASSWORD_THERE}
    answer = browser.post(page.url, data=given, timeout=100, allow_redirects=False)
    while not answer.headers.get("Location", "").startswith("http://testserver"):
        there = urljoin(answer.url, answer.headers["Location"])
        answer = browser.get(there, timeout=100, allow_redirects=False)
    return answer.headers["Location"].removeprefix("http://testserver")


def through(client: Client, start: str = START, name: str = "xuqing") -> HttpResponse:
    """There and back again."""
    sent = client.post(start, {"next": "/account/rules/"})
    assert sent.status_code == 302
    return client.get(at_provider(sent["Location"], name))  # type: ignore[return-value]


def is_in(client: Client) -> bool:
    """Signed in."""
    return client.get(ACCOUNT).status_code == 200


def linked(name: str = "xuqing") -> User:
    """A person who has signed in with a password and linked the account once."""
    person, client = make_person(name), Client()
    client.post("/sign-in/", {"username": name, "password": PASSWORD})
    assert through(client, "/account/provider/link")["Location"] == ACCOUNT
    assert "已关联" in client.get(ACCOUNT).content.decode()
    return person


class TestAsking:
    def test_state_nonce_and_pkce_go_with_it(self, client: Client, issuer: str) -> None:
        sent = client.post(START)["Location"]
        asked = parse_qs(urlsplit(sent).query)
        assert sent.startswith(issuer)
        assert asked["code_challenge_method"] == ["S256"]
        assert asked["response_type"] == ["code"]
        assert {"state", "nonce", "code_challenge"} <= set(asked)
        assert "email" not in asked["scope"][0]

    def test_no_two_requests_are_alike(self, client: Client) -> None:
        first, second = (parse_qs(urlsplit(client.post(START)["Location"]).query) for _ in range(2))
        assert all(first[one] != second[one] for one in ("state", "nonce", "code_challenge"))

    def test_a_link_does_not_start_it(self, client: Client) -> None:
        assert client.get(START).status_code == 405

    def test_the_sign_in_page_offers_it(self, client: Client) -> None:
        assert f"用{NAME}登录" in re.sub(r"<[^>]+>", "", client.get("/sign-in/").content.decode())


class TestSigningIn:
    def test_who_has_linked_the_account_is_in(self, client: Client) -> None:
        linked()
        assert through(client)["Location"] == "/account/rules/"
        assert is_in(client)
        assert Event.objects.order_by("number").last().after == {"means": ["socialaccount"]}  # type: ignore[union-attr]

    def test_nobody_is_made(self, client: Client) -> None:
        answer = through(client, name="stranger")
        assert answer.status_code == 422
        assert "还没有与本系统的人员关联" in answer.content.decode()
        assert not is_in(client)
        assert User.objects.count() == 0

    def test_the_same_name_is_not_enough_without_the_setting(self, client: Client) -> None:
        make_person("xuqing")
        assert through(client).status_code == 422
        assert not is_in(client)

    def test_where_the_settings_trust_a_claim_it_is(self, client: Client, settings: Settings, issuer: str) -> None:
        use(settings, issuer, claim="preferred_username")
        make_person("xuqing")
        assert through(client).status_code == 302
        assert is_in(client)
        assert Event.objects.filter(verb="accounts.link_provider").count() == 1

    def test_a_name_that_went_to_another_there_opens_nothing(
        self, client: Client, settings: Settings, issuer: str
    ) -> None:
        use(settings, issuer, claim="preferred_username")
        person = make_person("xuqing")
        app = settings.OIDC_APP["provider_id"]
        SocialAccount.objects.create(user=person, provider=app, uid="another")
        assert through(client).status_code == 422
        assert not is_in(client)
        assert SocialAccount.objects.get().uid == "another"

    def test_a_claim_that_is_not_told_matches_nobody(self, client: Client, settings: Settings, issuer: str) -> None:
        use(settings, issuer, claim="department")
        make_person("xuqing")
        assert through(client).status_code == 422

    def test_who_has_been_stopped_stays_out(self, client: Client) -> None:
        User.objects.filter(pk=linked().pk).update(is_active=False)
        answer = through(client)
        assert "这个账号已停用" in answer.content.decode()
        assert not is_in(client)

    def test_a_second_factor_is_asked_for_all_the_same(self, client: Client) -> None:
        codes = second_factor.set_up(linked(), secret=second_factor.new_secret(), counter=0)
        assert through(client)["Location"] == "/sign-in/code/"
        assert not is_in(client)
        client.post("/sign-in/code/", {"code": codes[0]})
        assert is_in(client)

    def test_nothing_is_kept_of_what_it_tells(self) -> None:
        linked()
        assert SocialAccount.objects.get().extra_data == {}
        assert not SocialToken.objects.exists()


class TestLinking:
    def test_an_account_is_one_persons(self) -> None:
        linked()
        other = Client()
        other.force_login(make_person("limin"))
        other.post("/sign-in/confirm/", {"password": PASSWORD})
        through(other, "/account/provider/link")
        assert "已经与另一个人关联" in other.get(ACCOUNT).content.decode()
        assert SocialAccount.objects.get().user.username == "xuqing"

    def test_it_needs_who_has_just_said_who_they_are(self, client: Client) -> None:
        client.force_login(make_person())
        assert client.post("/account/provider/link")["Location"].startswith("/sign-in/confirm/")

    def test_it_can_be_undone(self, client: Client) -> None:
        person = linked()
        client.post("/sign-in/", {"username": person.username, "password": PASSWORD})
        client.post("/account/provider/unlink")
        assert not SocialAccount.objects.exists()
        assert Event.objects.filter(verb="accounts.unlink_provider").count() == 1


class TestForgery:
    @pytest.mark.parametrize("query", ["", "?code=x", "?code=x&state=y", "?state=y&error=access_denied"])
    def test_an_answer_nobody_asked_for_is_refused(self, client: Client, query: str) -> None:
        answer = client.get(f"{BACK}{query}")
        assert answer.status_code == 422
        assert f"{NAME}现在用不了" in answer.content.decode()

    def test_an_answer_opens_one_browser_once(self, client: Client) -> None:
        linked()
        back = at_provider(client.post(START)["Location"])
        assert Client().get(back).status_code == 422
        assert client.get(back).status_code == 302
        client.post("/sign-out/")
        assert client.get(back).status_code == 422

    def test_a_code_of_another_request_is_refused(self, client: Client) -> None:
        linked()
        code = parse_qs(urlsplit(at_provider(client.post(START)["Location"])).query)["code"][0]
        state = parse_qs(urlsplit(client.post(START)["Location"]).query)["state"][0]
        assert client.get(BACK, {"code": code, "state": state}).status_code == 422
        assert not is_in(client)

    def test_a_token_for_another_request_is_refused(self, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        linked()
        back = at_provider(client.post(START)["Location"])
        monkeypatch.setattr(provider, "nonce_of", lambda _verifier: "another")
        assert client.get(back).status_code == 422
        assert not is_in(client)

    def test_a_provider_that_calls_itself_otherwise_is_refused(
        self, client: Client, settings: Settings, issuer: str
    ) -> None:
        linked()
        use(settings, f"{issuer}/.well-known/openid-configuration")  # leads to the right document under another name
        settings.OIDC_APP["provider_id"] = SocialAccount.objects.get().provider
        assert through(client).status_code == 422
        assert not is_in(client)

    def test_another_issuers_links_are_other_people(self, client: Client, settings: Settings) -> None:
        linked()
        settings.OIDC_APP = {**settings.OIDC_APP, "provider_id": "oidc-another"}
        assert through(client).status_code == 422


def test_a_provider_that_is_down_says_so_in_one_sentence(client: Client, settings: Settings) -> None:
    use(settings, "http://127.0.0.1:9")
    answer = client.post(START)
    assert answer.status_code == 422
    assert f"{NAME}现在用不了，没有登录。" in answer.content.decode()


def test_where_no_provider_is_named_there_are_no_such_pages(client: Client, settings: Settings) -> None:
    settings.OIDC_NAME = ""
    assert client.post(START).status_code == 404
    assert client.get(BACK).status_code == 404
    assert "统一身份认证" not in client.get("/sign-in/").content.decode()
