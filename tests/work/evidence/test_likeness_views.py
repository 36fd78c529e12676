"""The office's page of evidence that looks alike."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.plans.making import NOON, make_area, make_person, make_unit
from tests.work.evidence import files
from tests.work.evidence.conftest import browser_of
from tests.work.evidence.making import make_evidence
from tests.work.making import make_record
from wenming.accounts.models import PostRole, User
from wenming.places.models import AreaKind, Unit, UnitKind
from wenming.work.models import Evidence, EvidenceKind, Likeness, LikenessState

pytestmark = pytest.mark.django_db

ADDRESS = "/likenesses/"


@pytest.fixture
def pair(unit: Unit, me: User) -> Likeness:
    """One photo that two units handed in for two records."""
    other, colleague = make_unit("乙社区"), make_person("别人", None)
    make_evidence(files.photo(), unit, me, proves=make_record(unit, me, title="甲社区评议"))
    make_evidence(files.photo(), other, colleague, proves=make_record(other, colleague, title="乙社区评议"))
    return Likeness.objects.get()


def test_both_side_by_side(at_office: Client, pair: Likeness) -> None:
    text = at_office.get(ADDRESS).text
    assert text.count("/preview/?v=") == 2
    for words in ("同一文件", "甲社区评议", "乙社区评议", "没有问题", "重复使用", "HUAWEI Mate 60"):
        assert words in text


@pytest.mark.parametrize(("state", "word"), [("fine", "没有问题"), ("reused", "重复使用")])
def test_judging(at_office: Client, office: User, pair: Likeness, state: str, word: str) -> None:
    answer = at_office.post(f"{ADDRESS}{pair.pk}/judge/", {"state": state, "words": "看过了"}, follow=True)
    assert "已记下" in answer.text
    pair.refresh_from_db()
    assert (pair.state, pair.words, pair.looked_by) == (state, "看过了", office)
    assert "没有要看的" in at_office.get(ADDRESS).text
    assert "看过了" in at_office.get(f"{ADDRESS}?state={state}").text
    assert "已经有人看过" in at_office.post(f"{ADDRESS}{pair.pk}/judge/", {"state": "fine"}, follow=True).text
    at_office.post(f"{ADDRESS}{pair.pk}/judge/", {"state": "open"})
    assert "同一文件" in at_office.get(ADDRESS).text


def test_judging_nothing(at_office: Client, pair: Likeness) -> None:
    answer = at_office.post(f"{ADDRESS}{pair.pk}/judge/", {"state": "nonsense"}, follow=True)
    assert "请选择" in answer.text
    pair.refresh_from_db()
    assert pair.state == LikenessState.OPEN


def test_units_do_not_see_it(liaison: Client, pair: Likeness) -> None:
    assert liaison.get(ADDRESS).status_code == 404
    assert liaison.post(f"{ADDRESS}{pair.pk}/judge/", {"state": "fine"}).status_code == 404


def test_of_what_is_beyond_reach_only_that_it_is_there(unit: Unit, me: User) -> None:
    town = make_area("文昌街道", AreaKind.TOWN, make_area())
    own = make_unit("书院社区", UnitKind.COMMUNITY, town)
    make_evidence(files.photo(), own, me, name="书院.jpg")
    make_evidence(files.photo(), unit, me, name="别处.jpg")
    in_town = browser_of(make_person("街道办", PostRole.OFFICE, make_unit("街道党政办", UnitKind.TOWN, town)))
    text = in_town.get(ADDRESS).text
    assert ("书院.jpg" in text, "别处.jpg" in text, "别的辖区" in text) == (True, False, True)


def test_queries_do_not_grow_with_what_is_waiting(at_office: Client, unit: Unit, me: User) -> None:
    about = {"unit": unit, "kind": EvidenceKind.WORD, "added_by": me, "added_at": NOON, "is_ready": True}
    made = [Evidence.objects.create(**about) for _number in range(60)]

    def counted() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert at_office.get(ADDRESS).status_code == 200
        return len(queries)

    Likeness.objects.bulk_create(Likeness(earlier=made[0], later=one, kind="same") for one in made[1:13])
    few = counted()
    Likeness.objects.bulk_create(Likeness(earlier=made[1], later=one, kind="same") for one in made[14:])
    assert counted() <= few
