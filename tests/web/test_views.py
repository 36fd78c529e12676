"""Pages that belong to no room."""

import errno
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from tests.accounts.making import make_person
from wenming.web import views

ErrorView = Callable[[HttpRequest, Exception], HttpResponse]
TEMPLATES = Path(views.__file__).parent / "templates/web/components"


@pytest.fixture
def office(client: Client, db: None) -> Client:
    """A browser in which somebody of the office is signed in."""
    client.force_login(make_person())
    return client


class TestComponents:
    def test_it_works(self, office: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
        with django_assert_num_queries(5):  # session, person, posts, areas, county
            assert office.get("/components/").status_code == 200

    def test_every_component_is_shown(self, office: Client) -> None:
        shown = office.get("/components/")
        used = {template.name for template in shown.templates}
        assert {f"web/components/{path.name}" for path in TEMPLATES.glob("*.html")} - used == set()

    def test_a_toast_can_be_tried(self, office: Client) -> None:
        assert "undo" in json.loads(office.post("/components/")["HX-Trigger"])["toast"]
        answer = office.post("/components/", {"kind": "error"})
        assert json.loads(answer["HX-Trigger"])["toast"]["kind"] == "error"

    def test_why_is_a_piece_for_the_drawer_and_a_page_for_a_link(self, office: Client) -> None:
        assert "<html" in office.get("/components/why").content.decode()
        assert "<html" not in office.get("/components/why", headers={"HX-Request": "true"}).content.decode()


class TestErrors:
    """Each says what happened, what is safe and what to do, and no more."""

    @pytest.mark.django_db
    def test_no_such_page(self, client: Client) -> None:
        answer = client.get("/nothing")
        assert answer.status_code == 404
        assert "没有这个页面" in answer.content.decode()
        assert "您的数据没有受影响" in answer.content.decode()

    @pytest.mark.django_db
    def test_a_form_kept_open_too_long(self) -> None:
        client = Client(enforce_csrf_checks=True)
        answer = client.post("/sign-out/")
        assert answer.status_code == 403
        assert "这次提交没有保存" in answer.content.decode()

    @pytest.mark.django_db
    def test_a_host_that_is_not_ours(self, settings: Settings) -> None:
        settings.ALLOWED_HOSTS = ["wenming.example"]
        answer = Client(headers={"host": "evil.example"}).get("/sign-in/")
        assert answer.status_code == 400

    @pytest.mark.parametrize(
        ("view", "status", "words"),
        [(views.bad_request, 400, "这个请求看不懂"), (views.forbidden, 403, "这一步不能由您来办")],
    )
    @pytest.mark.django_db
    def test_others(self, view: ErrorView, status: int, words: str) -> None:
        answer = view(request_of_nobody(), ValueError())
        assert answer.status_code == status
        assert words in answer.content.decode()

    def test_our_fault_asks_nothing_of_the_database(self) -> None:
        answer = views.server_error(request_of_nobody())
        assert answer.status_code == 500
        assert "不是您的操作有误" in answer.content.decode()


def request_of_nobody() -> HttpRequest:
    """A request before anybody signed in."""
    return RequestFactory().get("/nothing")


def test_the_search_box_leads_to_the_search(office: Client) -> None:
    assert f'role="search" action="{reverse("search")}"' in office.get("/components/").content.decode()


@pytest.mark.django_db
def test_who_is_not_signed_in_has_no_search_box(client: Client) -> None:
    assert 'role="search"' not in client.get("/nothing").content.decode()


@pytest.mark.django_db
def test_health_needs_nobody(client: Client) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.content) == (200, b"ok")


@pytest.mark.django_db
def test_pages_load_only_our_own_files(client: Client) -> None:
    answer = client.get("/sign-in/")
    loaded = re.findall(r'(?:src|href)="([^"#]*)"', answer.content.decode())
    assert loaded
    assert [address for address in loaded if not address.startswith("/")] == []
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("address", ["/", "/components/", "/components/why"])
def test_a_stranger_is_asked_to_sign_in(client: Client, address: str) -> None:
    assert client.get(address)["Location"] == f"/sign-in/?next={address}"


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (OSError(errno.ENOSPC, ""), 507, "磁盘空间不够"),
        (ConnectionResetError(), 503, "暂时连不上数据库或文件存放处"),
        (ValueError(), 500, "这一步没有办成"),
    ],
    ids=["full", "away", "our own"],
)
def test_a_fault_that_passes_has_a_page_of_its_own(
    error: Exception, status: int, said: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_args: object, **_given: object) -> None:
        raise error

    monkeypatch.setattr("django.contrib.auth.middleware.get_user", away)
    client.raise_request_exception = False
    answer = client.get("/search")
    assert (answer.status_code, said in answer.text) == (status, True)
    assert ("Retry-After" in answer) == (status == 503)
