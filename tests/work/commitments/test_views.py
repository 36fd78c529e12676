"""The office turns a plan into commitments in the browser."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import Says, make_class, make_person, make_unit, make_version
from tests.work.making import make_commitment, make_measure
from wenming.places.models import UnitKind
from wenming.plans.models import PlanVersion
from wenming.plans.terms import Json
from wenming.reading.model import Role, TermKind
from wenming.rules.commitments.kept import commitment_of
from wenming.rules.commitments.model import Amount, Every, Recurring, Span
from wenming.work.models import Cell, Commitment, CommitmentState, Whom

pytestmark = pytest.mark.django_db
OFTEN: Json = {"min": 1, "max": None, "unit": "次", "every": 1, "period": "month"}


@pytest.fixture
def office(client: Client) -> Client:
    """Somebody of the office, signed in."""
    client.force_login(make_person())
    return client


def a_version(count: int = 1) -> PlanVersion:
    unit = make_unit("县民政局")
    terms: list[tuple[str, TermKind, Json]] = [("每月开展一次", TermKind.FREQUENCY, OFTEN)]
    says = [
        Says(f"措施{number}", "每月开展一次走访", duties=[("县民政局", Role.LEAD, unit)], terms=terms)
        for number in range(count)
    ]
    return make_version(*says)


def filled(**fields: Any) -> dict[str, Any]:  # noqa: ANN401
    """A form as the office fills it."""
    usual = {"activity": "入户走访", "kind": "recurring", "every": "1", "period": "quarter", "min": "2", "unit": "次"}
    days = {"first": "2026-01-01", "last": "2026-12-31", "grace_days": "3", "soon_days": "7"}
    return {**usual, **days, "whom": "owners", "revision": "0", **fields}


def test_from_the_plan_to_what_binds(office: Client) -> None:
    version = a_version()
    address = reverse("work:commitments", args=[version.plan_id])
    assert "还没有要求" in office.get(address).content.decode()
    html = office.post(reverse("work:propose", args=[version.plan_id]), follow=True).content.decode()
    assert "生成了 1 条要求" in html
    assert "每月 · 至少1次 · 走访" in html
    assert "措施0。每月开展一次走访" in html  # the sentence that it is drawn from
    office.post(reverse("work:confirm", args=[version.plan_id]), {"all": "1"})
    assert Commitment.objects.get().state == CommitmentState.CONFIRMED
    assert Cell.objects.count() == 12
    assert "已确认" in office.get(address, {"state": "confirmed"}).content.decode()
    assert "没有这样的要求" in office.get(address, {"state": "proposed"}).content.decode()


def test_what_was_due_before_the_plan_was_in_force_here_is_not_asked(office: Client) -> None:
    version = a_version()
    PlanVersion.objects.update(in_force_at=datetime(2026, 9, 10, 4, tzinfo=UTC))
    html = office.get(reverse("work:commitments", args=[version.plan_id])).content.decode()
    assert 'name="since" value="2026-09-10"' in html
    office.post(reverse("work:propose", args=[version.plan_id]), {"since": "2026-09-10"})
    assert commitment_of(Commitment.objects.get().rule).span == Span(date(2026, 9, 10), date(2026, 12, 31))


def test_a_day_that_is_none_is_told(office: Client) -> None:
    version = a_version()
    html = office.post(reverse("work:propose", args=[version.plan_id]), {"since": "九月"}, follow=True).content.decode()
    assert "起算日期请写成" in html
    assert not Commitment.objects.exists()


def test_only_those_chosen_are_confirmed(office: Client) -> None:
    version = a_version(2)
    office.post(reverse("work:propose", args=[version.plan_id]))
    first, second = Commitment.objects.all()
    office.post(reverse("work:confirm", args=[version.plan_id]), {"commitment": [first.pk, "nonsense"]})
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("confirmed", "proposed")


def test_adjusting_shows_the_sentence_and_an_example_calendar(office: Client) -> None:
    commitment = make_commitment(make_measure(make_unit()), state=CommitmentState.PROPOSED)
    address = reverse("work:edit_commitment", args=[commitment.pk])
    html = office.get(address).content.decode()
    assert "每季度开展民主评议" in html
    assert "2026-12-31" in html
    assert office.post(address, filled()).status_code == 302
    commitment.refresh_from_db()
    assert (commitment.activity, commitment.state) == ("入户走访", "confirmed")
    rule = commitment_of(commitment.rule)
    assert (rule.demand, rule.grace_days) == (Recurring(Amount(2, None, "次"), 1, Every.QUARTER), 3)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"min": ""}, "“至少”和“至多”填一个"),
        ({"max": "1"}, "后一个不能小于前一个"),
        ({"least_min": "5", "least_max": "3"}, "后一个不能小于前一个"),
        ({"last": "2025-12-31"}, "最后一天不能早于第一天"),
        ({"whom": "class"}, "请选择对哪一类单位提出要求"),
        ({"whom": "units", "units": "没有这个局"}, "没有这个局"),
        ({"kind": "rate", "figure": "", "target": "95"}, "请填写这一项"),
        ({"kind": "coverage"}, "请填写这一项"),
        ({"revision": "7"}, "刚刚被别人改过"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(office: Client, fields: dict[str, str], words: str) -> None:
    commitment = make_commitment(make_measure(make_unit()))
    answer = office.post(reverse("work:edit_commitment", args=[commitment.pk]), filled(**fields))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "入户走访" in answer.content.decode()
    commitment.refresh_from_db()
    assert commitment.activity == "民主评议"


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "total", "min": "8", "max": "10", "unit": "个", "whom": "together"},
        {"kind": "coverage", "population": "干部", "size": "120", "times": "1", "period": "year"},
        {"kind": "deadline"},
        {"kind": "length", "min": "3", "unit": "小时"},
        {"kind": "rate", "figure": "亮灯率", "direction": "reach", "target": "95", "unit": "%"},
        {"kind": "growth", "figure": "投入", "reference": "收入"},
        {"kind": "standing", "period": "half_year"},
        {"months": ["5", "6"], "least_min": "0.5", "least_unit": "天", "needs_evidence": "on"},
        {"least_min": "3", "least_max": "5", "least_unit": "天"},
        {"least_max": "2", "least_unit": "小时"},
    ],
)
def test_every_kind_can_be_said_and_comes_back_into_the_form(office: Client, fields: dict[str, Any]) -> None:
    commitment = make_commitment(make_measure(make_unit()))
    address = reverse("work:edit_commitment", args=[commitment.pk])
    assert office.post(address, filled(**fields)).status_code == 302
    commitment.refresh_from_db()
    assert commitment.kind == fields.get("kind", "recurring")
    kept = commitment.rule
    form = office.get(address).context["form"]
    again = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    assert office.post(address, again | {"revision": "1"}).status_code == 302
    commitment.refresh_from_db()
    assert commitment.rule == kept


def test_one_more_for_a_class(office: Client) -> None:
    community = make_unit("东街社区", kind=UnitKind.COMMUNITY)
    communities = make_class("各社区", kinds=[UnitKind.COMMUNITY])
    measure = make_measure(make_unit())
    address = reverse("work:add_commitment", args=[measure.pk])
    assert office.get(address).status_code == 200
    assert office.post(address, filled(whom="class", unit_class=communities.pk)).status_code == 302
    made = measure.commitments.get()
    assert (made.whom, made.state) == (Whom.CLASS, "confirmed")
    assert set(made.cells.values_list("unit", flat=True)) == {community.pk}


def test_the_preview_keeps_nothing(office: Client) -> None:
    html = office.post(reverse("work:preview_commitment"), filled()).content.decode()
    assert "每季度 · 至少2次 · 入户走访" in html
    assert "一共 4 个周期" in html
    assert "填好后" in office.post(reverse("work:preview_commitment"), {}).content.decode()
    assert not Commitment.objects.exists()


def test_setting_aside(office: Client) -> None:
    commitment = make_commitment(make_measure(make_unit()))
    address = reverse("work:set_aside_commitment", args=[commitment.pk])
    assert "刚刚被别人改过" in office.post(address, {"revision": "5"}, follow=True).content.decode()
    office.post(address, {"revision": "0"})
    commitment.refresh_from_db()
    assert commitment.state == CommitmentState.SET_ASIDE


def test_queries_do_not_grow(office: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    version = a_version(20)
    office.post(reverse("work:propose", args=[version.plan_id]))
    with django_assert_max_num_queries(22):
        office.get(reverse("work:commitments", args=[version.plan_id]))
