"""The review page, bulk confirmation, undo, history and news through the client."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.plans import read
from tests.plans.making import make_person, make_unit
from wenming.accounts.models import PostRole, User
from wenming.plans.actions import marking
from wenming.plans.actions.marking import Seen
from wenming.plans.models import Duty, MarkState, Measure, PlanVersion, Presence, Step, Term, VersionState
from wenming.reading.model import TermKind

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


def address(name: str, version: PlanVersion, *more: object) -> str:
    return reverse(f"plans:{name}", args=[version.pk, *more])


class TestReview:
    def test_it_works(self, office: Client, version: PlanVersion) -> None:
        page = office.get(address("review", version)).content.decode()
        assert "还有 3 处需要您看" in page
        assert 'href="?mark=duty-' in page
        assert "每月不少于1次" in page

    def test_the_address_can_open_a_mark(self, office: Client, version: PlanVersion) -> None:
        key = f"term-{read.term_of(version, TermKind.DATE).pk}"
        page = office.get(address("review", version), {"mark": key}).content.decode()
        assert f'data-panel="{key}"' in page

    @pytest.mark.parametrize("key", ["", "duty-0", "duty-x", "plan-1", "duty"])
    def test_a_mark_that_is_not_there_is_no_error(self, office: Client, version: PlanVersion, key: str) -> None:
        assert office.get(address("review", version), {"mark": key}).status_code == 200
        if key:
            assert office.get(address("review_mark", version, key)).status_code == 404

    @pytest.mark.parametrize("state", [VersionState.READING, VersionState.UNREADABLE])
    def test_only_what_can_be_reviewed(self, office: Client, version: PlanVersion, state: VersionState) -> None:
        PlanVersion.objects.update(state=state)
        assert office.get(address("review", version)).status_code == 404

    def test_what_was_superseded_leads_to_the_plan(self, office: Client, version: PlanVersion) -> None:
        PlanVersion.objects.update(state=VersionState.SUPERSEDED)
        response = office.get(address("review", version), follow=True)
        assert response.redirect_chain == [(reverse("plans:plan", args=[version.plan_id]), 302)]
        assert "这一版已被新版替代" in response.content.decode()

    def test_a_settled_doubt_says_who_looked_at_it(self, office: Client, version: PlanVersion, me: User) -> None:
        doubt = read.doubt_of(version, "date_impossible")
        opened = address("review_mark", version, f"doubt-{doubt.pk}")
        assert "看过了，没有问题" in office.get(opened, headers=HTMX).content.decode()
        marking.settle(version_id=version.pk, doubt_id=doubt.pk, by=me, at=read.NOON)
        panel = office.get(opened, headers=HTMX).content.decode()
        assert "看过了，没有问题" not in panel
        assert "已看过 沈知远" in panel

    def test_what_is_in_force_can_still_be_corrected(self, office: Client, version: PlanVersion) -> None:
        PlanVersion.objects.update(state=VersionState.IN_FORCE)
        assert "更正会立即生效" in office.get(address("review", version)).content.decode()

    def test_a_large_document_takes_no_more_queries(
        self, office: Client, version: PlanVersion, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        grow(version, 60)
        with django_assert_num_queries(19):
            office.get(address("review", version))
        grow(version, 240)
        with django_assert_num_queries(19):
            office.get(address("review", version))


def grow(version: PlanVersion, count: int) -> None:
    """So many measures more, with three units and a term each."""
    text = "9.检查台账。每月组织一次检查。（责任单位：教育局、教育局、教育局）"
    at = len(version.text)
    rows = [
        Measure(
            version=version,
            position=100 + n,
            title="检查台账",
            text=text,
            start=at + n * (len(text) + 1),
            end=at + n * (len(text) + 1) + len(text),
        )
        for n in range(count)
    ]
    Measure.objects.bulk_create(rows)
    version.text += "\n".join([text] * count) + "\n"
    version.save()
    unit = make_unit("县教育局")
    Duty.objects.bulk_create(
        [
            Duty(
                measure=row,
                name="教育局",
                role="lead",
                unit=unit,
                start=row.start + 22 + 4 * k,
                end=row.start + 25 + 4 * k,
            )
            for row in rows
            for k in range(3)
        ]
    )
    value = {"min": 1, "unit": "次", "every": 1, "period": "month"}
    Term.objects.bulk_create(
        [Term(measure=row, kind="frequency", value=value, start=row.start + 7, end=row.start + 13) for row in rows]
    )


class TestOutsiders:
    @pytest.mark.parametrize(
        ("name", "more", "verb"),
        [
            ("review", (), "get"),
            ("review_news", (), "post"),
            ("review_history", (), "get"),
            ("review_undo", (), "post"),
            ("review_confirm_all", ("unit",), "post"),
            ("review_add", ("unit",), "get"),
            ("review_mark", ("duty-1",), "get"),
            ("review_units", ("duty-1",), "get"),
            ("review_act", ("duty-1", "remove"), "post"),
            ("enforce", (), "get"),
            ("enforce", (), "post"),
        ],
    )
    def test_there_is_no_such_page(
        self, client: Client, version: PlanVersion, name: str, more: tuple[str, ...], verb: str
    ) -> None:
        client.force_login(make_person("外人", PostRole.LIAISON))
        assert getattr(client, verb)(address(name, version, *more)).status_code == 404


class TestConfirmAll:
    def test_one_kind_at_once(self, office: Client, version: PlanVersion) -> None:
        response = office.post(address("review_confirm_all", version, "unit"), headers=HTMX)
        assert response.status_code == 200
        states = dict(Duty.objects.values_list("name", "state"))
        assert states == {"教育局": "confirmed", "各社区": "confirmed", "县城管局": "read", "**镇党委": "read"}
        assert Step.objects.count() == 1

    @pytest.mark.parametrize("code", ["horizon", "nonsense"])
    def test_nothing_to_confirm_is_no_step(self, office: Client, version: PlanVersion, code: str) -> None:
        assert office.post(address("review_confirm_all", version, code), headers=HTMX).status_code == 200
        assert not Step.objects.exists()

    def test_without_htmx_the_page_comes_back(self, office: Client, version: PlanVersion) -> None:
        response = office.post(address("review_confirm_all", version, "unit"))
        assert response.status_code == 302


class TestUndo:
    def test_the_panel_and_the_pieces_come_back(self, office: Client, version: PlanVersion, me: User) -> None:
        duty = read.duty_of(version, "教育局")
        marking.remove(version_id=version.pk, seen=Seen("duty", duty.pk), by=me, at=read.NOON)
        response = office.post(address("review_undo", version), headers=HTMX)
        page = response.content.decode()
        assert json.loads(response["HX-Trigger"])["toast"] == {"text": "已撤销：教育局 · 责任", "kind": "success"}
        assert f'data-panel="duty-{duty.pk}"' in page
        assert f'id="chip-duty-{duty.pk}"' in page
        duty.refresh_from_db()
        assert duty.state == MarkState.READ

    def test_nothing_to_undo_is_said(self, office: Client, version: PlanVersion) -> None:
        response = office.post(address("review_undo", version), headers=HTMX)
        assert response.status_code == 204
        assert json.loads(response["HX-Trigger"])["toast"]["kind"] == "error"

    def test_a_step_under_a_later_one_is_refused(self, office: Client, version: PlanVersion, me: User) -> None:
        duty = read.duty_of(version, "教育局")
        step = marking.remove(version_id=version.pk, seen=Seen("duty", duty.pk), by=me, at=read.NOON)
        marking.restore(version_id=version.pk, seen=Seen("duty", duty.pk), by=me, at=read.NOON)
        assert office.post(address("review_undo", version), {"step": step.pk}, headers=HTMX).status_code == 204
        page = office.post(address("review_undo", version), {"step": step.pk}, follow=True).content.decode()
        assert "不能单独撤销" in page


class TestHistory:
    def test_who_did_what(self, office: Client, version: PlanVersion) -> None:
        office.post(address("review_confirm_all", version, "unit"))
        office.post(address("review_undo", version))
        for headers in (HTMX, {}):
            page = office.get(address("review_history", version), headers=headers).content.decode()
            assert "<del>已确认：教育局 · 责任等 2 处</del>" in page
            assert "沈知远 已撤销" in page


class TestNews:
    def test_who_else_is_here(self, office: Client, version: PlanVersion) -> None:
        other = Client()
        other.force_login(make_person("李敏"))
        other.post(f"{address('review_news', version)}?since=0")
        page = office.post(f"{address('review_news', version)}?since=0").content.decode()
        assert "李敏 正在核对这一版" in page
        assert Presence.objects.count() == 2

    def test_what_others_changed(self, office: Client, version: PlanVersion) -> None:
        duty = read.duty_of(version, "教育局")
        step = marking.remove(version_id=version.pk, seen=Seen("duty", duty.pk), by=make_person("李敏"), at=read.NOON)
        page = office.post(f"{address('review_news', version)}?since=0").content.decode()
        assert f'id="measure-{duty.measure_id}"' in page
        assert f"since={step.pk}" in page
        quiet = office.post(f"{address('review_news', version)}?since={step.pk}").content.decode()
        assert "measure-" not in quiet

    def test_a_page_of_a_superseded_version_is_told_to_load_again(self, office: Client, version: PlanVersion) -> None:
        PlanVersion.objects.update(state=VersionState.SUPERSEDED)
        response = office.post(f"{address('review_news', version)}?since=0", headers=HTMX)
        assert (response.status_code, response["HX-Refresh"]) == (204, "true")

    def test_a_strange_number_is_no_error(self, office: Client, version: PlanVersion) -> None:
        assert office.post(f"{address('review_news', version)}?since=x").status_code == 200
