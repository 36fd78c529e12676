"""One's own account."""

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from tests.accounts.making import PASSWORD, make_person
from wenming.accounts.models import PostRole, User
from wenming.audit.models import Event

pytestmark = pytest.mark.django_db

ACCOUNT = "/account/"
PASSWORD_PAGE = "/account/password/"
SESSIONS = "/account/sessions/"
NEW = "Plum-rain-7788"


def change(client: Client, old: str, new: str = NEW) -> HttpResponse:
    """Send the form for a new password."""
    given = {"old_password": old, "new_password": new, "again": new}
    return client.post(PASSWORD_PAGE, given)  # type: ignore[return-value]


def signed_in_as(person: User, **given: str) -> Client:
    """A browser of its own, signed in through the page."""
    client = Client(headers=given)
    answer = client.post("/sign-in/", {"username": person.username, "password": PASSWORD})
    assert answer.status_code == 302
    return client


def is_in(client: Client) -> bool:
    """The browser is signed in."""
    return client.get(ACCOUNT).status_code == 200


class TestAccount:
    def test_it_shows_who_one_is(self, client: Client) -> None:
        client.force_login(make_person(role=PostRole.LIAISON))
        page = client.get(ACCOUNT).content.decode()
        assert "xuqing先生" in page
        assert "联络员" in page
        assert "青禾县（县文明办）" in page

    def test_without_a_post_it_says_whom_to_ask(self, client: Client) -> None:
        client.force_login(make_person(role=None))
        assert "还没有职务" in client.get(ACCOUNT).content.decode()

    def test_an_administrator_holds_a_post_of_no_place(self, client: Client) -> None:
        person = make_person(role=None)
        person.posts.create(role=PostRole.AUDIT)
        client.force_login(person)
        assert "审计管理员" in client.get(ACCOUNT).content.decode()


class TestPassword:
    def test_it_changes_and_one_stays_signed_in(self, client: Client) -> None:
        client.force_login(make_person())
        before = client.session.session_key
        assert change(client, PASSWORD)["Location"] == ACCOUNT
        assert "密码已更改" in client.get(ACCOUNT).content.decode()
        assert User.objects.get().check_password(NEW)
        assert client.session.session_key != before

    def test_the_others_are_signed_out(self) -> None:
        person = make_person()
        here, there = signed_in_as(person), signed_in_as(person)
        change(here, PASSWORD)
        assert "另有 1 处登录已退出" in here.get(ACCOUNT).content.decode()
        assert not is_in(there)
        assert here.get(SESSIONS).content.decode().count('class="card"') == 1

    def test_a_refused_password_changes_nothing(self, client: Client) -> None:
        client.force_login(make_person())
        answer = change(client, "wrong")
        assert answer.status_code == 422
        assert "当前密码不对" in answer.content.decode()
        assert User.objects.get().check_password(PASSWORD)

    def test_guessing_the_present_one_has_to_wait_as_well(self, client: Client) -> None:
        client.force_login(make_person())
        for _ in range(5):
            change(client, "wrong")
        assert "请等10 分钟再试" in change(client, PASSWORD).content.decode()
        assert User.objects.get().check_password(PASSWORD)

    def test_it_is_told_without_the_password(self, client: Client) -> None:
        client.force_login(make_person())
        change(client, PASSWORD)
        event = Event.objects.get(verb="accounts.change_password")
        assert (event.before, event.after) == ({}, {})

    def test_who_has_no_password_has_no_such_page(self, client: Client) -> None:
        client.force_login(make_person(password=None, is_sample=True))
        assert client.get(PASSWORD_PAGE).status_code == 404


class TestSessions:
    def test_each_browser_is_listed_this_one_first(self) -> None:
        person = make_person()
        signed_in_as(person, user_agent="Mozilla/5.0 (Windows NT 10.0) Chrome/128.0 Safari/537.36")
        here = signed_in_as(person, user_agent="Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0")
        page = here.get(SESSIONS).content.decode()
        assert page.index("安卓 · 微信") < page.index("Windows · Chrome")
        assert page.count("这一处") == 1

    def test_one_of_the_others_is_ended_at_once(self) -> None:
        person = make_person()
        here, there = signed_in_as(person), signed_in_as(person)
        page = here.get(SESSIONS)
        other = next(one for one in page.context["sessions"] if not one.is_this)
        here.post(f"{SESSIONS}{other.pk}/end")
        assert is_in(here)
        assert not is_in(there)
        assert Event.objects.get(verb="accounts.end_sessions").after == {"count": 1}

    def test_all_others_are_ended(self) -> None:
        person = make_person()
        here, *others = [signed_in_as(person) for _ in range(3)]
        here.post(f"{SESSIONS}end-others")
        assert is_in(here)
        assert [is_in(one) for one in others] == [False, False]

    def test_ending_this_one_leads_to_the_way_in(self) -> None:
        here = signed_in_as(make_person())
        [this] = here.get(SESSIONS).context["sessions"]
        assert here.post(f"{SESSIONS}{this.pk}/end")["Location"] == "/sign-in/"
        assert not is_in(here)

    def test_nobody_ends_anothers(self) -> None:
        here, stranger = signed_in_as(make_person()), signed_in_as(make_person("limin"))
        [this] = here.get(SESSIONS).context["sessions"]
        assert stranger.post(f"{SESSIONS}{this.pk}/end").status_code == 404
        assert is_in(here)

    def test_who_has_been_stopped_is_out_at_once(self) -> None:
        person = make_person()
        here = signed_in_as(person)
        User.objects.filter(pk=person.pk).update(is_active=False)
        assert not is_in(here)

    def test_the_list_asks_the_same_however_long_it_is(
        self, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        person = make_person()
        here = [signed_in_as(person) for _ in range(6)][-1]
        with django_assert_max_num_queries(7):
            here.get(SESSIONS)


@pytest.mark.parametrize(("preset", "said"), [("dengbao", "每90天要更换一次"), ("asvs", "不要求定期更换")])
def test_the_rules_are_there_to_be_read(client: Client, settings: Settings, preset: str, said: str) -> None:
    settings.SECURITY = preset
    client.force_login(make_person())
    assert said in client.get("/account/rules/").content.decode()
