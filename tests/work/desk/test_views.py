"""我的事 with what there is to record."""

from datetime import date
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_commitment, make_measure, make_record
from wenming.accounts.models import PostRole
from wenming.places.models import Unit
from wenming.rules.commitments.kept import as_json
from wenming.rules.commitments.model import Amount, Commitment, Every, Recurring, Span
from wenming.work.models import Commitment as Row
from wenming.work.models import CommitmentState, RecordState, Whom
from wenming.work.verdicts.refreshing import refresh

pytestmark = pytest.mark.django_db


def weekly(unit: Unit, **fields: Any) -> Row:  # noqa: ANN401
    """Something that the unit has to do each week of this year."""
    year = localdate().year
    rule = Commitment(Recurring(Amount(1, None, "次"), 1, Every.WEEK), Span(date(year, 1, 1), date(year, 12, 31)))
    commitment = make_commitment(make_measure(unit), rule=as_json(rule), **fields)
    with transaction.atomic():
        refresh(commitments=None, units=None, at=now())
    return commitment


def home(client: Client) -> str:
    return client.get(reverse("home")).content.decode()


@pytest.fixture
def unit(client: Client) -> Unit:
    """A unit whose liaison is signed in."""
    unit = make_unit("甲镇")
    client.force_login(make_person("顾兰", PostRole.LIAISON, unit))
    return unit


@pytest.mark.parametrize("whom", [Whom.OWNERS, Whom.TOGETHER])
def test_what_is_due_is_a_card_with_one_button(client: Client, unit: Unit, whom: Whom) -> None:
    commitment = weekly(unit, whom=whom)
    html = home(client)
    assert "近期要做" in html
    assert f"{reverse('work:new_record')}?commitment={commitment.pk}" in html


def test_what_came_back_says_why(client: Client, unit: Unit) -> None:
    record = make_record(unit, state=RecordState.RETURNED, reason="照片看不清", judged_by=make_person(), judged_at=NOON)
    html = home(client)
    assert "照片看不清" in html
    assert reverse("work:change_record", args=[record.pk]) in html


def test_nothing_to_do(client: Client, unit: Unit) -> None:
    del unit
    assert "这一周没有要到期的" in home(client)


def test_the_office_sees_what_waits(client: Client) -> None:
    unit = make_unit("甲镇")
    client.force_login(make_person())
    make_commitment(make_measure(unit), state=CommitmentState.PROPOSED)
    make_record(unit)
    html = home(client)
    assert "1 条要求等您确认" in html
    assert "1 条工作记录还没有看过" in html


def test_queries_do_not_grow(client: Client, unit: Unit, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(5):
        weekly(unit)
    with django_assert_max_num_queries(34):
        home(client)
