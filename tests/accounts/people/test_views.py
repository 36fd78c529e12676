"""The pages of people and their posts."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_area, make_person, make_unit
from wenming.accounts.models import Post, PostRole, User
from wenming.audit.models import Event
from wenming.places.models import AreaKind, Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Unit:
    """A unit of a town."""
    return make_unit("文昌街道", area=make_area("文昌街道", AreaKind.TOWN, make_area()))


@pytest.fixture
def office(client: Client, town: Unit) -> Client:
    """Somebody of the town's office."""
    client.force_login(make_person("许青", PostRole.OFFICE, town))
    return client


@pytest.fixture
def liaison(town: Unit) -> User:
    """A liaison of the town."""
    return make_person("秦素", PostRole.LIAISON, town)


class TestList:
    def test_it_works(self, office: Client, liaison: User) -> None:
        make_person("县里的", PostRole.LIAISON, make_unit("县教育局"))
        page = office.get(reverse("accounts:people"), {"q": "文昌"}).content.decode()
        assert str(liaison) in page
        assert "县里的" not in page

    def test_nobody_found(self, office: Client) -> None:
        assert "没有找到这样的人员" in office.get(reverse("accounts:people"), {"q": "没有"}).content.decode()

    def test_a_page_takes_the_same_queries(
        self, office: Client, town: Unit, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        for number in range(60):
            make_person(f"某{number}", PostRole.LIAISON, town)
        with django_assert_max_num_queries(9):
            assert office.get(reverse("accounts:people"), {"page": 2}).status_code == 200


class TestPerson:
    def test_posts_now_and_before(self, office: Client, liaison: User) -> None:
        page = office.get(reverse("accounts:person", args=[liaison.pk])).content.decode()
        assert "文昌街道" in page
        assert "以前的职务" not in page
        office.post(reverse("accounts:end_post", args=[liaison.posts.get().pk]))
        assert "以前的职务" in office.get(reverse("accounts:person", args=[liaison.pk])).content.decode()

    def test_the_phone_is_for_those_who_give_posts(self, office: Client, liaison: User, town: Unit) -> None:
        User.objects.filter(pk=liaison.pk).update(phone="13800000000")
        address = reverse("accounts:person", args=[liaison.pk])
        assert "13800000000" in office.get(address).content.decode()
        office.force_login(make_person("同事", PostRole.LIAISON, town))
        assert "13800000000" not in office.get(address).content.decode()

    def test_nothing_is_offered_for_oneself(self, office: Client) -> None:
        me = User.objects.get(username="许青")
        page = office.get(reverse("accounts:person", args=[me.pk])).content.decode()
        assert "安排职务" not in page
        assert "停用账号" not in page


class TestGive:
    def test_it_works(self, office: Client, liaison: User) -> None:
        data = {"role": "inspector", "unit": "文昌街道", "until": "2030-12-31"}
        answer = office.post(reverse("accounts:give_post", args=[liaison.pk]), data)
        assert answer.status_code == 302
        post = liaison.posts.get(role="inspector")
        assert (str(post.given_by), post.until and post.until.year) == ("许青", 2030)
        event = Event.objects.get(verb="accounts.give_post")
        assert (event.role, event.held_for) == ("office", f"unit:{post.unit_id}")

    @pytest.mark.parametrize("data", [{"role": "office", "unit": "文昌街道"}, {"role": "liaison", "unit": "县教育局"}])
    def test_what_is_not_ones_to_give_is_refused(self, office: Client, liaison: User, data: dict[str, str]) -> None:
        make_unit("县教育局")
        answer = office.post(reverse("accounts:give_post", args=[liaison.pk]), data)
        assert answer.status_code == 422
        assert Post.objects.filter(user=liaison).count() == 1

    def test_twice_is_said_and_kept(self, office: Client, liaison: User) -> None:
        data = {"role": "liaison", "unit": "文昌街道"}
        answer = office.post(reverse("accounts:give_post", args=[liaison.pk]), data)
        assert answer.status_code == 422
        assert "已是文昌街道的联络员" in answer.content.decode()

    def test_nobody_gives_to_themselves(self, office: Client, town: Unit) -> None:
        me = User.objects.get(username="许青")
        data = {"role": "leader", "unit": "文昌街道"}
        assert "不能给自己安排职务" in office.post(reverse("accounts:give_post", args=[me.pk]), data).content.decode()


def test_a_deputy(office: Client, liaison: User, town: Unit) -> None:
    other = make_person("顾兰", PostRole.LEADER, town)
    address = reverse("accounts:deputy", args=[liaison.posts.get().pk])
    assert "代理" in office.get(address).content.decode()
    data = {"person": "顾兰", "since": "2030-01-01", "until": "2030-01-09"}
    assert office.post(address, data).status_code == 302
    assert other.posts.get(role="liaison").deputy_of == liaison.posts.get()
    assert office.post(address, {**data, "until": "2029-01-01"}).status_code == 422
    assert "由别人代理" in office.get(reverse("accounts:person", args=[liaison.pk])).content.decode()


def test_ending_twice_says_so(office: Client, liaison: User) -> None:
    address = reverse("accounts:end_post", args=[liaison.posts.get().pk])
    office.post(address)
    answer = office.post(address, follow=True)
    assert "这个职务已经结束了" in answer.content.decode()


def test_stopping_and_restoring(office: Client, liaison: User) -> None:
    office.post(reverse("accounts:stop_account", args=[liaison.pk]))
    liaison.refresh_from_db()
    assert not liaison.is_active
    office.post(reverse("accounts:restore_account", args=[liaison.pk]))
    liaison.refresh_from_db()
    assert liaison.is_active


def test_what_the_security_administrator_stopped_the_office_does_not_restore(client: Client, town: Unit) -> None:
    person = make_person("秦素", PostRole.LIAISON, town)
    stops, restores = (reverse(f"accounts:{verb}_account", args=[person.pk]) for verb in ("stop", "restore"))
    office, keeper = make_person("许青", PostRole.OFFICE, town), make_person("保卫", PostRole.SECURITY)
    client.force_login(keeper)
    client.post(stops)
    client.force_login(office)
    assert "请找安全管理员" in client.get(reverse("accounts:person", args=[person.pk])).content.decode()
    assert client.post(restores).status_code == 404
    client.force_login(keeper)
    assert client.post(restores).status_code == 302
    client.force_login(office)
    client.post(stops)
    assert client.post(restores).status_code == 302
    assert User.objects.get(pk=person.pk).is_active


def test_the_security_administrator_sees_where_somebody_is_signed_in_and_ends_it(client: Client, town: Unit) -> None:
    person, theirs = make_person("秦素", PostRole.LIAISON, town), Client()
    theirs.force_login(person)
    theirs.get("/")
    page, end = (reverse(f"accounts:{name}", args=[person.pk]) for name in ("person", "end_sessions_of"))
    client.force_login(make_person("许青", PostRole.OFFICE, town))
    assert "正在登录" not in client.get(page).text
    assert client.post(end).status_code == 404
    client.force_login(make_person("保卫", PostRole.SECURITY))
    assert "正在登录" in client.get(page).text
    assert "已退出 秦素 的 1 处登录" in client.post(end, follow=True).text
    assert theirs.get("/").status_code == 302
    assert "正在登录" not in client.get(page).text
    theirs.force_login(person)
    assert theirs.get("/").status_code == 200
    event = Event.objects.get(verb="accounts.end_sessions")
    assert (event.role, event.thing_id) == ("security", str(person.pk))


def test_nobody_ends_their_own_so(client: Client) -> None:
    me = make_person("保卫", PostRole.SECURITY)
    client.force_login(me)
    assert client.post(reverse("accounts:end_sessions_of", args=[me.pk])).status_code == 404
