"""A measure's page."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import Says, make_unit, make_version
from wenming.plans.models import MarkState, Measure, PlanVersion, VersionState
from wenming.reading.model import Role, TermKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def measure() -> Measure:
    version = make_version(
        Says(
            "修好路灯",
            "县城管局每月检查。",
            duties=[("县城管局", Role.RESPONSIBLE, make_unit("县城管局"))],
            terms=[
                ("每月", TermKind.FREQUENCY, {"min": None, "max": None, "unit": None, "every": 1, "period": "month"})
            ],
        ),
        Says("公布结果"),
    )
    return version.measures.get(position=1)


def page(client: Client, measure: Measure) -> str:
    client.force_login(measure.version.uploaded_by)
    response = client.get(f"/plans/measures/{measure.pk}/")
    assert response.status_code == 200
    return response.content.decode()


def test_it_shows_the_sentence_with_its_marks(client: Client, measure: Measure) -> None:
    html = page(client, measure)
    assert '<mark class="mark mark-unit">县城管局</mark>' in html
    assert '<mark class="mark mark-term">每月</mark>检查' in html
    assert "原文“每月”" in html
    assert "责任写在别处" not in html
    assert f'href="/plans/versions/{measure.version_id}/review/?mark=measure-{measure.pk}"' in html


def test_a_statement_elsewhere_is_shown_with_its_line(client: Client, measure: Measure) -> None:
    other = measure.version.measures.get(position=2)
    measure.duties.update(measure=other)
    html = page(client, other)
    assert "责任写在别处" in html
    assert html.count('<mark class="mark mark-unit">县城管局</mark>') == 1


def test_what_is_missing_is_said(client: Client, measure: Measure) -> None:
    html = page(client, measure.version.measures.get(position=2))
    assert "方案没有写明责任单位。" in html
    assert "方案没有写明时限、频次和数量。" in html
    measure.duties.update(state=MarkState.REMOVED)
    assert "方案没有写明责任单位。" in page(client, measure)


def test_a_superseded_one_says_so(client: Client, measure: Measure) -> None:
    PlanVersion.objects.update(state=VersionState.SUPERSEDED)
    assert "已被新版替代" in page(client, measure)


@pytest.mark.parametrize("hide", ["version", "measure"])
def test_it_is_not_shown_before_it_is_in_force_nor_removed(client: Client, measure: Measure, hide: str) -> None:
    if hide == "version":
        PlanVersion.objects.update(state=VersionState.REVIEW)
    else:
        Measure.objects.update(state=MarkState.REMOVED)
    client.force_login(measure.version.uploaded_by)
    assert client.get(f"/plans/measures/{measure.pk}/").status_code == 404


def test_queries_are_few(
    client: Client, measure: Measure, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(measure.version.uploaded_by)
    with django_assert_max_num_queries(9):
        client.get(f"/plans/measures/{measure.pk}/")
