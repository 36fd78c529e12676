"""The score on the page: the whole, a part opened, an item with its working."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.plans.making import NOON, make_person
from tests.scores.making import POSITIONS, make, make_open, saw, towns
from wenming.accounts.models import PostRole, User
from wenming.rules.scoring.negative import Status
from wenming.scores.actions.rounds import close
from wenming.scores.models import Round

pytestmark = pytest.mark.django_db


@pytest.fixture
def me(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


def seen(client: Client, found: Round, query: str = "") -> str:
    return client.get(reverse("scores:round", args=[found.pk]) + query).content.decode()


def item(client: Client, found: Round, code: str) -> str:
    return client.get(reverse("scores:item", args=[found.pk, POSITIONS[code]])).content.decode()


def test_preparing_it_says_what_comes_next(client: Client, me: User) -> None:
    page = seen(client, make(me, status=Status.HOLDER))
    assert "开始测评" in page
    assert "已命名" in page


def test_the_whole_and_one_part(client: Client, me: User) -> None:
    found = make_open(me)
    assert "还没有得分" in seen(client, found)
    found = make_open(me, saw("A-1", "0.5"), title="有数据的")
    page = seen(client, found)
    assert "<strong>2</strong>" in page
    assert "一共 22 分，其中 4 分已有数据" in page
    assert "背街小巷路灯完好" in page
    assert "办结率" not in page
    assert "办结率" in seen(client, found, f"?part={POSITIONS['B']}")


def test_an_item_tells_how_its_score_came_about(client: Client, me: User) -> None:
    (town,) = towns("文昌街道")
    found = make_open(me, saw("A-1", "0.5", site="文昌路", territory=town), saw("A-1", "1", site="学府路"))
    page = item(client, found, "A-1")
    for words in ("亮灯率不低于95%", "(0.5 + 1) ÷ 2 × 4 = 3", "文昌路", "文昌街道", "抽到的各点位", "录入数据"):
        assert words in page
    above = item(client, found, "A")
    assert "公厕干净" in above
    assert client.get(reverse("scores:item", args=[found.pk, 99])).status_code == 404
    assert client.get(reverse("scores:item", args=[make(me).pk, 2])).status_code == 404


def test_what_does_not_concern_the_city_is_left_out_and_comes_back(client: Client, me: User) -> None:
    found = make_open(me, saw("A-1"))
    address = reverse("scores:leave_out", args=[found.pk, POSITIONS["A-1"]])
    assert "已设为不适用" in client.post(address, follow=True).content.decode()
    assert "不适用" in item(client, found, "A-1")
    assert "已设为不适用" in client.post(address, follow=True).content.decode()  # from a page that is behind
    assert "又计分了" in client.post(address, {"counts": "1"}, follow=True).content.decode()
    found.refresh_from_db()
    assert found.left_out == []
    close(closed=found, by=me, at=NOON)
    assert "已经结束" in client.post(address, follow=True).content.decode()
    assert client.post(reverse("scores:leave_out", args=[found.pk, 99])).status_code == 404


def test_the_tree_as_excel(client: Client, me: User) -> None:
    found = make_open(me, saw("A-1"))
    answer = client.get(reverse("scores:excel", args=[found.pk]))
    assert answer["Content-Disposition"].startswith("attachment")
    assert b"".join(answer).startswith(b"PK")  # a file is streamed


def test_whoever_only_looks_changes_nothing(client: Client, me: User) -> None:
    found = make_open(me, saw("A-1"))
    client.force_login(make_person("孟", PostRole.LEADER))
    page = item(client, found, "A-1")
    assert "录入数据" not in page
    assert "撤回" not in page
    assert client.post(reverse("scores:leave_out", args=[found.pk, 2])).status_code == 404


def test_of_two_items_with_one_code_only_the_one_that_was_meant_is_left_out(client: Client, me: User) -> None:
    found = make_open(me, saw("A-1"), saw("B-1", method="问卷调查"))
    found.frame["items"][1]["code"] = "A"
    found.save()
    address = reverse("scores:leave_out", args=[found.pk, POSITIONS["B"]])
    assert "已设为不适用" in client.post(address, follow=True).content.decode()
    found.refresh_from_db()
    assert found.left_out == ["B-1", "B-2"]
    assert "恢复计分" in item(client, found, "B")
    assert "恢复计分" not in item(client, found, "A")
    client.post(address, {"counts": "1"})
    found.refresh_from_db()
    assert found.left_out == []
    found.frame["items"][1]["code"] = "A-1"
    found.save()
    assert "分不清" in client.post(reverse("scores:leave_out", args=[found.pk, 2]), follow=True).content.decode()
