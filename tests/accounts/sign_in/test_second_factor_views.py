"""The second factor on the pages: set up, asked for, done without."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tests.accounts.making import PASSWORD, make_person
from wenming.accounts.models import PostRole, User
from wenming.accounts.sign_in import second_factor
from wenming.audit.models import Detail, Event

pytestmark = pytest.mark.django_db

SET_UP = "/account/code/"
CODE = "/sign-in/code/"
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


def code_now(secret: str = SECRET) -> str:
    """What the app shows."""
    return str(format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // 30)))


def with_code(person: User) -> list[str]:
    """The person has a second factor; its recovery codes."""
    return second_factor.set_up(person, secret=SECRET, counter=0)


def enter(client: Client, person: User) -> HttpResponse:
    """The first step."""
    return client.post("/sign-in/", {"username": person.username, "password": PASSWORD})  # type: ignore[return-value]


def is_in(client: Client) -> bool:
    """Signed in."""
    return client.get("/account/").status_code == 200


def secret_on(page: str) -> str:
    """The secret as the page writes it."""
    found = re.search(r'<code class="secret">([^<]+)</code>', page)
    assert found
    return found[1].replace(" ", "")


class TestSetUp:
    def test_the_square_the_text_and_the_first_code(self, client: Client) -> None:
        person = make_person()
        enter(client, person)
        page = client.get(SET_UP).content.decode()
        assert 'src="data:image/svg+xml;base64,' in page
        answer = client.post(SET_UP, {"code": code_now(secret_on(page))})
        codes = re.findall(r"<code>([A-Z]{4}-[A-Z]{4})</code>", answer.content.decode())
        assert len(codes) == 10
        assert second_factor.has_one(person)
        assert is_in(client)
        assert Event.objects.filter(verb="accounts.set_second_factor_up").count() == 1

    def test_a_wrong_code_keeps_the_square(self, client: Client) -> None:
        person = make_person()
        enter(client, person)
        secret = secret_on(client.get(SET_UP).content.decode())
        answer = client.post(SET_UP, {"code": "000000"})
        assert answer.status_code == 422
        assert secret_on(answer.content.decode()) == secret
        assert not second_factor.has_one(person)

    def test_who_has_been_away_says_first_who_they_are(self, client: Client) -> None:
        client.force_login(make_person())
        assert client.get(SET_UP)["Location"] == "/sign-in/confirm/?next=%2Faccount%2Fcode%2F"
        answer = client.post("/sign-in/confirm/", {"password": "wrong", "next": SET_UP})
        assert answer.status_code == 422
        answer = client.post("/sign-in/confirm/", {"password": PASSWORD, "next": SET_UP})
        assert answer["Location"] == SET_UP
        assert client.get(SET_UP).status_code == 200

    def test_the_session_has_a_new_key(self, client: Client) -> None:
        enter(client, make_person())
        before = client.session.session_key
        client.post(SET_UP, {"code": code_now(secret_on(client.get(SET_UP).content.decode()))})
        assert client.session.session_key != before
        assert client.get("/account/sessions/").content.decode().count('class="card"') == 1


class TestSecondStep:
    def test_the_password_alone_opens_nothing(self, client: Client) -> None:
        person = make_person()
        with_code(person)
        assert enter(client, person)["Location"] == CODE
        assert not is_in(client)
        assert not Event.objects.filter(verb="accounts.sign_in").exists()

    def test_with_the_code_one_is_where_one_wanted_to_be(self, client: Client) -> None:
        person = make_person()
        with_code(person)
        client.post("/sign-in/", {"username": person.username, "password": PASSWORD, "next": "/account/rules/"})
        assert client.post(CODE, {"code": code_now()})["Location"] == "/account/rules/"
        assert is_in(client)
        assert Event.objects.get(verb="accounts.sign_in").after == {"means": ["password", "totp"]}

    def test_a_code_opens_once(self) -> None:
        person = make_person()
        with_code(person)
        code = code_now()
        first, second = Client(), Client()
        for client in (first, second):
            enter(client, person)
            client.post(CODE, {"code": code})
        assert is_in(first)
        assert not is_in(second)

    def test_a_recovery_code_opens_and_that_is_told(self, client: Client) -> None:
        person = make_person()
        code = with_code(person)[3]
        enter(client, person)
        client.post(CODE, {"code": code})
        assert is_in(client)
        assert Event.objects.get(verb="accounts.use_recovery_code").after == {"left": 9}

    def test_guessing_codes_has_to_wait(self, client: Client) -> None:
        person = make_person()
        with_code(person)
        enter(client, person)
        for _ in range(5):
            assert client.post(CODE, {"code": "000000"}).status_code == 422
        assert "请等10 分钟再试" in client.post(CODE, {"code": code_now()}).content.decode()
        assert not is_in(client)
        enter(client, person)  # the password again gives no new tries
        assert "输错的次数太多了" in enter(client, person).content.decode()

    def test_without_the_password_there_is_no_second_step(self, client: Client) -> None:
        assert client.get(CODE)["Location"] == "/sign-in/"
        assert client.post(CODE, {"code": code_now()})["Location"] == "/sign-in/"

    def test_codes_are_told_to_nobody(self, client: Client) -> None:
        person = make_person()
        with_code(person)
        enter(client, person)
        client.post(CODE, {"code": "135790"})
        assert "135790" not in str(list(Event.objects.values())) + str(list(Detail.objects.values()))


class TestFirstThings:
    @pytest.fixture(autouse=True)
    def level_three(self, settings: Settings) -> None:
        """The office and the administrators must have a second factor."""
        settings.SECURITY = "dengbao3"

    @pytest.mark.parametrize("address", ["/", "/plans/", "/account/", "/account/sessions/", "/search?q=a"])
    def test_who_must_have_one_is_led_to_it_from_everywhere(self, client: Client, address: str) -> None:
        client.force_login(make_person(role=PostRole.OFFICE))
        assert client.get(address)["Location"] == SET_UP
        assert client.post(address)["Location"] == SET_UP
        assert client.get(address, headers={"HX-Request": "true"})["HX-Redirect"] == SET_UP

    def test_once_it_is_there_everything_opens(self, client: Client) -> None:
        person = make_person(role=PostRole.OFFICE)
        enter(client, person)
        client.post(SET_UP, {"code": code_now(secret_on(client.get(SET_UP).content.decode()))})
        assert client.get("/plans/").status_code == 200

    def test_others_need_none(self, client: Client) -> None:
        client.force_login(make_person(role=PostRole.LIAISON))
        assert client.get("/plans/").status_code == 200

    def test_sample_people_need_none_in_demo_mode_only(self, client: Client, settings: Settings) -> None:
        client.force_login(make_person(role=PostRole.OFFICE, is_sample=True))
        assert client.get("/plans/").status_code == 302
        settings.DEMO = True
        assert client.get("/plans/").status_code == 200

    def test_a_new_phone_is_set_up_at_once(self, client: Client) -> None:
        person = make_person(role=PostRole.OFFICE)
        codes = with_code(person)
        enter(client, person)
        client.post(CODE, {"code": codes[0]})
        answer = client.post("/account/code/remove/", {"code": codes[1]})
        assert answer["Location"] == SET_UP
        assert client.get("/plans/")["Location"] == SET_UP


def test_doing_without_needs_a_code(client: Client) -> None:
    person = make_person()
    codes = with_code(person)
    enter(client, person)
    client.post(CODE, {"code": codes[0]})
    assert client.post("/account/code/remove/", {"code": "000000"}).status_code == 422
    assert second_factor.has_one(person)
    assert client.post("/account/code/remove/", {"code": codes[1]})["Location"] == "/account/"
    assert not second_factor.has_one(person)


def test_new_recovery_codes_are_shown_once(client: Client) -> None:
    person = make_person()
    codes = with_code(person)
    enter(client, person)
    client.post(CODE, {"code": codes[0]})
    assert "还有 9 个" in client.get("/account/code/recovery/").content.decode()
    page = client.post("/account/code/recovery/").content.decode()
    assert page.count("<code>") == 10
    assert second_factor.use(person, codes[1], at=timezone.now() + timedelta(minutes=1)) is None
