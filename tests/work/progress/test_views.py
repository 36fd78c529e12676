"""Progress by chapter as people see it."""

import json
import re

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_commitment, make_measure, make_record
from wenming.accounts.models import PostRole
from wenming.work.models import Commitment, Use
from wenming.work.verdicts.refreshing import refresh

pytestmark = pytest.mark.django_db


def told(html: str, name: str) -> dict[str, object]:
    """What the page hands to the chart of that name."""
    found = re.search(rf'<script id="{name}" type="application/json">(.*?)</script>', html)
    assert found
    answer: dict[str, object] = json.loads(found[1])
    return answer


def a_plan(count: int = 2) -> Commitment:
    """A plan that some units have to keep, of which the first has done it."""
    units = [make_unit(f"{number}镇") for number in range(count)]
    commitment = make_commitment(make_measure(*units), chapter="重点任务")
    Use.objects.create(record=make_record(units[0]), commitment=commitment, why="kind")
    with transaction.atomic():
        refresh(commitments=None, units=None, at=NOON)
    return commitment


def page(client: Client, commitment: Commitment) -> str:
    answer = client.get(reverse("work:progress", args=[commitment.measure.version.plan_id]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_chart_and_the_table_say_the_same(client: Client) -> None:
    client.force_login(make_person())
    html = page(client, a_plan())
    chart = told(html, "progress-chart")
    assert chart["labels"] == ["重点任务  1/2"]
    assert chart["lines"] == [
        {"name": "已完成", "tone": "met", "values": [1]},
        {"name": "进行中", "tone": "open", "values": [1]},
    ]
    assert '<td class="number">1/2</td><td class="number">1</td><td class="number">1</td>' in html
    assert "/board/?plan=" in html


def test_a_liaison_sees_how_far_their_unit_is(client: Client) -> None:
    commitment = a_plan()
    client.force_login(make_person("顾兰", PostRole.LIAISON, make_unit("1镇")))
    assert "到今天应做 1 项，做到 0 项。" in page(client, commitment)


def test_nothing_is_confirmed_yet(client: Client) -> None:
    client.force_login(make_person())
    measure = make_measure(make_unit())
    html = client.get(reverse("work:progress", args=[measure.version.plan_id])).content.decode()
    assert "还没有确认的要求" in html


def test_queries_do_not_grow(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    client.force_login(make_person())
    commitment = a_plan(12)
    with django_assert_max_num_queries(15):
        page(client, commitment)
