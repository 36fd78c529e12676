"""The summary before a version is put in force."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.plans import read
from tests.plans.making import make_version
from wenming.plans.models import Doubt, Duty, PlanVersion, VersionState
from wenming.reading.model import Role

pytestmark = pytest.mark.django_db


def address(version: PlanVersion) -> str:
    return reverse("plans:enforce", args=[version.pk])


def test_what_stands_and_what_warns(office: Client, version: PlanVersion) -> None:
    page = office.get(address(version)).content.decode()
    assert "5 项，落到 3 个单位或类别" in page
    assert "需要您看的还有 3 处" in page
    assert "**镇党委" in page
    assert "disabled" not in page


def test_a_finding_leads_to_the_measure_around_it(office: Client, version: PlanVersion) -> None:
    duty = read.duty_of(version, "教育局")
    Duty.objects.create(measure=duty.measure, name=duty.name, role=Role.COOPERATING, start=duty.start, end=duty.end)
    findings = office.get(address(version)).content.decode().split("方案本身可以再斟酌的地方")[1]
    assert f'?mark=measure-{duty.measure_id}"><span lang="zh-Hans">{duty.measure.title}</span></a> — ' in findings


def test_doubts_wait_for_a_tick(office: Client, version: PlanVersion) -> None:
    response = office.post(address(version))
    assert response.status_code == 422
    assert "还有存疑没有看" in response.content.decode()
    assert office.post(address(version), {"knowing": "on"}).status_code == 302
    version.refresh_from_db()
    assert version.state == VersionState.IN_FORCE


def test_the_table_comes_next(office: Client, version: PlanVersion) -> None:
    Doubt.objects.update(settled_by=version.uploaded_by, settled_at=read.NOON)
    Duty.objects.update(state="confirmed")
    response = office.post(address(version))
    assert response["Location"] == reverse("plans:table", args=[version.plan_id])
    assert office.get(address(version))["Location"] == reverse("plans:plan", args=[version.plan_id])


def test_nothing_to_put_in_force(office: Client, version: PlanVersion) -> None:
    version.measures.update(state="removed")
    page = office.get(address(version)).content.decode()
    assert "这一版没有措施" in page
    assert "disabled" in page
    assert office.post(address(version), {"knowing": "on"}).status_code == 422


def test_a_newer_one_is_in_force(office: Client, version: PlanVersion) -> None:
    make_version(plan=version.plan)
    assert "更新的一版已经在执行" in office.get(address(version)).content.decode()
