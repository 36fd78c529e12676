"""Standards whose values come from figures, as the office goes about it."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import NOON, make_person
from tests.scores.figures.making import lamps, supply
from tests.scores.making import POSITIONS, make, make_open
from tests.work.figures.making import LAMPS
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.scores.actions.rounds import close
from wenming.scores.models import Measurement, Round, Supply
from wenming.work.models import Figure

pytestmark = pytest.mark.django_db
SAID = {"figure": f"0 {LAMPS}", "taken": "last", "period": "year", "target": "95", "better": "up"}


@pytest.fixture
def me(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


def page(client: Client, found: Round) -> str:
    return client.get(reverse("scores:figures", args=[found.pk])).content.decode()


def tick(client: Client, found: Round, *keys: str) -> str:
    return client.post(reverse("scores:figures", args=[found.pk]), {"take": keys}, follow=True).content.decode()


def setting(found: Round, standard: str = "A-1") -> str:
    return reverse("scores:supply", args=[found.pk]) + f"?standard={standard}"


def test_from_saying_which_to_taking_and_taking_back(client: Client, me: User) -> None:
    found = make_open(me)
    lamps(me, "76")
    assert "还没有标准从指标取数" in page(client, found)
    assert "名称相近" not in client.get(setting(found, "B-2")).content.decode()
    html = client.post(setting(found), SAID, follow=True).content.decode()
    assert "记下了" in html and "可以填入" in html
    key = f"{Supply.objects.get().pk}:0.8"
    html = tick(client, found, key)
    assert "从指标填入了 1 条标准" in html and "撤销这次导入" in html
    row = Measurement.objects.get()
    assert (str(row.value.normalize()), row.supply_id) == ("0.8", Supply.objects.get().pk)
    assert "已填入，没有变" in page(client, found)
    client.post(reverse("scores:undo", args=[found.pk]), {"batch": str(row.batch)})
    assert "可以填入" in page(client, found)
    assert set(Event.objects.values_list("verb", flat=True)) >= {"scores.set_supply", "scores.take_figures"}


def test_a_figure_that_moved_takes_the_place_and_undoing_brings_back(client: Client, me: User) -> None:
    found = make_open(me)
    lamps(me, "76")
    row = supply(found, me)
    tick(client, found, f"{row.pk}:0.8")
    Figure.objects.update(value=95)
    item = reverse("scores:item", args=[found.pk, POSITIONS["A-1"]])
    assert "填入时是 0.8，现在是 1" in client.get(item).content.decode()
    tick(client, found, f"{row.pk}:1")
    standing = Measurement.objects.filter(withdrawn_at=None)
    assert [one.value for one in standing] == [1]
    client.post(reverse("scores:undo", args=[found.pk]), {"batch": str(standing.get().batch)})
    assert [str(one.value.normalize()) for one in Measurement.objects.filter(withdrawn_at=None)] == ["0.8"]


def test_what_is_taken_is_what_was_seen(client: Client, me: User) -> None:
    found = make_open(me)
    lamps(me, "76")
    key = f"{supply(found, me).pk}:0.8"
    Figure.objects.update(value=95)
    assert "这期间变了" in tick(client, found, key)
    assert "请先选" in tick(client, found)
    assert not Measurement.objects.exists()


def test_a_round_that_is_over_takes_nothing(client: Client, me: User) -> None:
    found = make_open(me)
    lamps(me)
    key = f"{supply(found, me).pk}:0.8"
    close(closed=found, by=me, at=NOON)
    assert 'name="take"' in page(client, found) or "填入选中的" not in page(client, found)
    tick(client, found, key)
    assert not Measurement.objects.exists()


def test_it_is_taken_back_that_a_standard_takes_its_value_there(client: Client, me: User) -> None:
    found = make_open(me)
    lamps(me)
    row = supply(found, me)
    tick(client, found, f"{row.pk}:0.8")
    assert "不再从指标取数" in client.get(setting(found)).content.decode()
    drop = reverse("scores:drop_supply", args=[found.pk, row.pk])
    assert "已经填入的数据还在" in client.post(drop, follow=True).content.decode()
    assert Measurement.objects.get().supply is None
    assert client.post(drop).status_code == 404


def test_what_no_figure_can_feed_or_has_not_begun_has_no_page(client: Client, me: User) -> None:
    found = make_open(me)
    assert client.get(setting(found, "A-2")).status_code == 404
    assert client.get(setting(found, "Z-9")).status_code == 404
    assert "还没有指标" in client.get(setting(found)).content.decode()
    coming = make(me, title="还没开始")
    assert client.get(reverse("scores:figures", args=[coming.pk])).status_code == 404


def test_a_standard_of_two_methods_has_a_figure_for_each(client: Client, me: User) -> None:
    found = make_open(me)
    lamps(me)
    for method in ("问卷调查", "实地考察", "没有这种"):
        client.post(setting(found, "B-1") + f"&method={method}", SAID)
    assert sorted(Supply.objects.values_list("method", flat=True)) == ["实地考察", "问卷调查"]


def test_a_bad_form_says_what_is_missing(client: Client, me: User) -> None:
    found = make_open(me)
    lamps(me)
    answer = client.post(setting(found), SAID | {"target": "0"})
    assert answer.status_code == 422
    assert "目标要大于 0" in answer.content.decode()


def test_queries_do_not_grow(client: Client, me: User, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    found = make_open(me)
    lamps(me)
    for standard in ("A-1", "A-3", "B-2"):
        supply(found, me, standard)
    page(client, found)
    with django_assert_max_num_queries(26):
        page(client, found)
