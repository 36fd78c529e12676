"""Who tries too often waits, and nobody waits for others."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from tests.accounts.making import PASSWORD, make_person
from wenming.accounts.models import FailedSignIn, User
from wenming.accounts.sign_in import attempts, entering
from wenming.accounts.sign_in.policy import POLICIES

pytestmark = pytest.mark.django_db

OFFICE_ADDRESS = "10.2.3.4"  # of a whole building
DENGBAO = POLICIES["dengbao"]


def browser() -> Client:
    """A browser of its own in the building."""
    return Client(REMOTE_ADDR=OFFICE_ADDRESS)


def known_browser(person: User) -> Client:
    """A browser in which the person has signed in before."""
    client = browser()
    enter(client, person.username)
    client.post("/sign-out/")
    return client


def enter(client: Client, name: str, password: str = PASSWORD) -> HttpResponse:
    """Send the form of the sign-in page."""
    return client.post("/sign-in/", {"username": name, "password": password})  # type: ignore[return-value]


def is_let_in(answer: HttpResponse) -> bool:
    """Signed in."""
    return answer.status_code == 302


def is_refused(name: str, password: str) -> bool:
    """From an unknown browser, below the page; the try was not even looked at."""
    request = RequestFactory(REMOTE_ADDR=OFFICE_ADDRESS).post("/sign-in/")
    try:
        assert entering.person_of(request, name=name, password=password, at=timezone.now()) is None
    except attempts.MustWait:
        return True
    return False


class TestDictionary:
    def test_the_owner_and_a_colleague_sign_in_at_once_while_a_dictionary_is_tried(self) -> None:
        owner, colleague = make_person("owner"), make_person("colleague")
        of_owner, of_colleague, attacker = known_browser(owner), known_browser(colleague), browser()
        refused = [is_refused("owner", f"guess-{number}") for number in range(1000)]
        assert refused.count(True) == 1000 - (DENGBAO.delays.free + 1)
        assert FailedSignIn.objects.count() == DENGBAO.delays.free + 1  # only so many were looked at
        assert not is_let_in(enter(attacker, "owner"))  # not even with the right one
        assert is_let_in(enter(of_owner, "owner"))
        assert is_let_in(enter(of_colleague, "colleague"))
        assert is_let_in(enter(browser(), "colleague"))  # from a new computer behind the same address, too

    def test_many_names_from_one_address_wait_as_well_but_known_browsers_do_not(self) -> None:
        person = make_person()
        known, attacker = known_browser(person), browser()
        for number in range(DENGBAO.address_delays.free + 1):
            enter(attacker, f"name{number}", "password")
        assert not is_let_in(enter(browser(), "xuqing"))
        assert is_let_in(enter(known, "xuqing"))

    def test_a_known_browser_has_its_own_small_count(self) -> None:
        known = known_browser(make_person())
        for number in range(5):
            enter(known, "xuqing", f"guess-{number}")
        assert "请等10 分钟再试" in enter(known, "xuqing").content.decode()

    def test_a_browser_is_known_for_who_signed_in_with_it_only(self) -> None:
        make_person("victim")
        insider = known_browser(make_person("insider"))
        for number in range(6):
            enter(insider, "victim", f"guess-{number}")
        assert FailedSignIn.objects.filter(device="").count() == 5

    def test_mistyping_is_forgotten_once_one_is_in(self) -> None:
        known = known_browser(make_person())
        for _ in range(3):
            for _ in range(4):
                enter(known, "xuqing", "mistyped")
            assert is_let_in(enter(known, "xuqing"))
            known.post("/sign-out/")

    def test_a_name_that_nobody_has_is_answered_alike(self) -> None:
        make_person()
        told = {
            name: [enter(browser(), name, "guess").content.decode().count(word) for _ in range(6) for word in WORDS]
            for name in ("xuqing", "nobody")
        }
        assert told["xuqing"] == told["nobody"]


WORDS = ("用户名或密码不对", "输错的次数太多了")


def test_the_cookie_cannot_be_made_by_others(settings: Settings) -> None:
    client = known_browser(make_person())
    genuine = client.cookies[attempts.COOKIE].value
    assert caller(genuine).device
    assert not caller(genuine[:-1]).device
    settings.SECRET_KEY = "another"
    assert not caller(genuine).device


def caller(cookie: str) -> attempts.Caller:
    """Who asks with this cookie for the name xuqing."""
    request = RequestFactory().get("/")
    request.COOKIES[attempts.COOKIE] = cookie
    return attempts.caller_of(request, "xuqing")


def test_the_cookie_is_for_the_server_only(client: Client) -> None:
    make_person()
    enter(client, "xuqing")
    cookie = client.cookies[attempts.COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert "xuqing" not in cookie.value


def test_an_office_computer_knows_several_people_and_forgets_the_first() -> None:
    client, names = browser(), [f"person{number}" for number in range(attempts.PEOPLE_KEPT + 1)]
    for name in names:
        make_person(name)
        enter(client, name)
        client.post("/sign-out/")
    request = RequestFactory().get("/")
    request.COOKIES[attempts.COOKIE] = client.cookies[attempts.COOKIE].value
    assert [bool(attempts.caller_of(request, name).device) for name in names] == [False, *[True] * attempts.PEOPLE_KEPT]


def test_tries_at_the_same_moment_count_each_other() -> None:
    at, who = timezone.now(), attempts.Caller("digest", "", "")
    for _ in range(DENGBAO.delays.free + 1):
        attempts.begin(who, at=at, policy=DENGBAO)  # none of them has failed yet
    with pytest.raises(attempts.MustWait):
        attempts.begin(who, at=at, policy=DENGBAO)


def test_the_wait_ends_and_grows() -> None:
    at, who = timezone.now(), attempts.Caller("digest", "", "")
    for _ in range(5):
        attempts.begin(who, at=at, policy=DENGBAO)
    assert attempts.waiting_until(who, at=at, policy=DENGBAO) == at + timedelta(minutes=10)
    later = at + timedelta(minutes=10)
    attempts.begin(who, at=later, policy=DENGBAO)
    assert attempts.waiting_until(who, at=later, policy=DENGBAO) == later + timedelta(minutes=20)


def test_looking_asks_little(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(4):  # the row, the name, the address, and the row away again
        attempts.begin(attempts.Caller("digest", "", OFFICE_ADDRESS), at=timezone.now(), policy=DENGBAO).delete()
