"""依据: the working of a verdict, as a drawer and as a page."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.plans.making import make_person, make_unit
from tests.work.making import make_commitment, make_measure, make_record
from wenming.accounts.models import PostRole
from wenming.work.models import RecordState, Use, Whom

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def office(client: Client) -> Client:
    """Somebody of the office, signed in."""
    client.force_login(make_person())
    return client


def test_it_tells_what_counted_what_did_not_and_why(office: Client) -> None:
    unit = make_unit("甲镇")
    commitment = make_commitment(make_measure(unit))
    for title, state in (("春季评议", RecordState.RECORDED), ("补开评议", RecordState.WITHDRAWN)):
        Use.objects.create(record=make_record(unit, title=title, state=state), commitment=commitment, why="kind")
    address = reverse("work:why", args=[commitment.pk, unit.pk])
    html = office.get(address).content.decode()
    assert "<html" in html
    for words in ("春季评议", "补开评议", "撤回", "每年", "每季度开展民主评议", "沈知远"):
        assert words in html
    drawer = office.get(address, headers=HTMX).content.decode()
    assert "<html" not in drawer
    assert "春季评议" in drawer


def test_all_together(office: Client) -> None:
    commitment = make_commitment(make_measure(make_unit()), whom=Whom.TOGETHER)
    assert "全体合计" in office.get(reverse("work:why", args=[commitment.pk, 0])).content.decode()


@pytest.mark.parametrize("first", ["2026-01-02", "nonsense", "9999-99-99"])
def test_a_period_that_is_none(office: Client, first: str) -> None:
    unit = make_unit()
    commitment = make_commitment(make_measure(unit))
    assert office.get(reverse("work:why_on", args=[commitment.pk, unit.pk, first])).status_code == 404


def test_a_unit_that_is_not_judged(office: Client) -> None:
    commitment = make_commitment(make_measure(make_unit("甲镇")))
    assert office.get(reverse("work:why", args=[commitment.pk, make_unit("乙镇").pk])).status_code == 404


def test_a_liaison_sees_the_working_of_their_own_unit_only(client: Client) -> None:
    own, other = make_unit("甲镇"), make_unit("乙镇")
    commitment = make_commitment(make_measure(own, other))
    client.force_login(make_person("顾兰", PostRole.LIAISON, own))
    assert client.get(reverse("work:why", args=[commitment.pk, own.pk])).status_code == 200
    assert client.get(reverse("work:why", args=[commitment.pk, other.pk])).status_code == 404
