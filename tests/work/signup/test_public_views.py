"""The page that everybody opens: without account, cookie or script."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.work.signup.making import HOUR, make_sign_up, make_signing
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.rules.buckets import Limit
from wenming.web.rates import Buckets
from wenming.work.models import Signing, SignUp
from wenming.work.signup import public_views

pytestmark = pytest.mark.django_db


@pytest.fixture
def sign_up(unit: Unit, me: User) -> SignUp:
    """Open now."""
    return make_sign_up(unit, me)


@pytest.fixture
def address(sign_up: SignUp) -> str:
    """Of its page."""
    return reverse("work:sign", args=[sign_up.code])


@pytest.fixture
def _counting(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """With limits, and buckets of this test's own."""
    settings.RATES = True
    monkeypatch.setattr(public_views, "_buckets", Buckets())
    yield


def said(**fields: str) -> dict[str, str]:
    return {"name": "王敏", "office": "县教育局", "token": str(uuid4()), **fields}


def test_from_the_square_to_the_name_and_back(client: Client, sign_up: SignUp, address: str) -> None:
    html = client.get(address).content.decode()
    assert all(words in html for words in ("理论宣讲", "社区礼堂", "30 天后删除", "个人信息处理说明"))
    answer = client.post(address, said(), follow=True)
    assert "已签到" in answer.content.decode()
    assert sign_up.signings.get().name == "王敏"
    gone = client.post(answer.redirect_chain[0][0])
    assert "姓名已删除" in gone.content.decode()
    assert not Signing.objects.exists()


def test_no_cookie_is_set(client: Client, sign_up: SignUp, address: str) -> None:
    client.get(address)
    answer = client.post(address, said(), follow=True)
    client.get(answer.redirect_chain[0][0])
    client.get(reverse("work:find_sign_up"))
    assert not client.cookies


def test_sent_twice_it_is_one_name(client: Client, sign_up: SignUp, address: str) -> None:
    once = said()
    for _time in range(2):
        assert client.post(address, once).status_code == 302
    assert sign_up.signings.count() == 1


def test_bad_input_keeps_what_was_typed(client: Client, address: str) -> None:
    answer = client.post(address, said(name="王敏 13900000000"))
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "不要写电话" in html
    assert "县教育局" in html
    assert client.post(address, {"name": "王敏", "office": "局", "token": "x"}).status_code == 422
    assert client.post(address, {"name": ["王敏"] * 50, "office": "'; drop table"}).status_code == 422
    assert not Signing.objects.exists()


def test_what_is_written_is_shown_as_text(client: Client, sign_up: SignUp) -> None:
    mine = make_signing(sign_up, "<b>王敏</b>")
    html = client.get(reverse("work:signed", args=[sign_up.code, mine.token])).content.decode()
    assert "&lt;b&gt;王敏" in html


def test_closed_and_not_yet_open_say_so(client: Client, unit: Unit, me: User, sign_up: SignUp) -> None:
    for field, move, words in (("opens", HOUR * 3, "还没有开始"), ("closes", -HOUR * 3, "截止")):
        moved = {name: getattr(sign_up, name) + move for name in ("opens", "closes")}
        other = make_sign_up(unit, me, **moved)
        address = reverse("work:sign", args=[other.code])
        assert words in client.get(address).content.decode(), field
        answer = client.post(address, said())
        assert (answer.status_code, other.signings.count()) == (409, 0)
        assert words in answer.content.decode()


def test_the_code_is_typed(client: Client, sign_up: SignUp, address: str) -> None:
    find = reverse("work:find_sign_up")
    assert client.get(find, {"code": f" {sign_up.code.lower()} "}).headers["Location"] == address
    wrong = client.get(find, {"code": "<b>222"})
    assert (wrong.status_code, "没有这个签到码" in wrong.content.decode()) == (404, True)
    assert client.get(reverse("work:sign", args=["222222"])).status_code == 404


def test_english_goes_along_in_the_address(client: Client, address: str) -> None:
    answer = client.get(f"{address}?lang=en")
    assert ("Sign up" in answer.content.decode(), answer.headers["Content-Language"]) == (True, "en")
    sent = client.post(f"{address}?lang=en", said())
    assert sent.headers["Location"].endswith("?lang=en")
    assert client.get(f"{address}?lang=xx").headers["Content-Language"] == "zh-hans"


def test_a_form_of_another_site_is_refused(client: Client, sign_up: SignUp, address: str) -> None:
    assert client.post(address, said(), headers={"origin": "https://example.org"}).status_code == 403
    assert client.post(address, said(), headers={"origin": "http://testserver"}).status_code == 302


@pytest.mark.usefixtures("_counting")
def test_a_hall_behind_one_address_gets_in_and_a_script_does_not(
    client: Client, sign_up: SignUp, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [client.post(address, said(name=f"甲{'乙' * (number % 9)}")).status_code for number in range(300)]
    assert set(answers) == {302}
    assert sign_up.signings.count() == 300
    monkeypatch.setattr(public_views, "HALL", Limit(size=2, each_minute=1))
    more = [client.post(address, said()).status_code for _number in range(4)]
    assert more[-1] == 429


@pytest.mark.usefixtures("_counting")
def test_codes_are_not_guessed(client: Client, sign_up: SignUp) -> None:
    guesses = [client.get(f"/s/2222{letter}{letter}/").status_code for letter in "23456789ABCDEFGHJKMNPQRTUVWXYZ" * 2]
    assert 429 in guesses
    assert client.get(reverse("work:sign", args=[sign_up.code])).status_code == 200


def test_few_queries(client: Client, address: str, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(3):
        client.get(address)
    with django_assert_max_num_queries(9):
        client.post(address, said())
