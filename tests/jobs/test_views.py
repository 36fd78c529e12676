"""The page of background work, as the system administrator sees it."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now
from pytest_django import DjangoAssertNumQueries

from tests.jobs.test_actions import count, deliver
from tests.plans.making import make_person
from wenming.accounts.models import PostRole, User
from wenming.jobs import actions, clock
from wenming.jobs.models import Job, JobState
from wenming.jobs.workers import beat

pytestmark = pytest.mark.django_db

PAGE = "/system/jobs/"


@pytest.fixture
def administrator(client: Client) -> Client:
    """The system administrator."""
    client.force_login(make_person("周砚", PostRole.SYSTEM))
    return client


def make_job(by: User | None = None) -> Job:
    """A job in the queue."""
    job = actions.start(kind="read_plan", total=4, about={}, by=by or make_person(), at=now())
    actions.run(count, job)
    return job


def test_it_says_that_nobody_works_and_what_to_do(administrator: Client) -> None:
    assert "没有后台程序在运行" in administrator.get(PAGE).text
    beat("a", at=now())
    assert "1 个后台程序在运行" in administrator.get(PAGE).text


def test_it_shows_jobs_and_the_work_of_the_clock(administrator: Client) -> None:
    make_job()
    clock.tick(at=now())
    text = administrator.get(PAGE).text
    assert "读取方案" in text
    assert all(str(work.words) in text for work in clock.registry().values())


def test_a_failed_job_says_why_and_is_done_again(administrator: Client) -> None:
    job = make_job()
    actions.fail(job, code=actions.LOST, at=now())
    assert "没有做完" in administrator.get(PAGE).text
    answer = administrator.post(reverse("jobs:retry", args=[job.pk]), follow=True)
    assert "已重新排队" in answer.text
    job.refresh_from_db()
    assert job.state == JobState.WAITING


def test_what_is_done_is_not_done_again(administrator: Client) -> None:
    job = make_job()
    actions.finish(job, at=now())
    assert "没有重做" in administrator.post(reverse("jobs:retry", args=[job.pk]), follow=True).text


def test_a_waiting_job_is_cancelled(administrator: Client) -> None:
    job = make_job()
    administrator.post(reverse("jobs:cancel", args=[job.pk]))
    job.refresh_from_db()
    assert job.state == JobState.CANCELLED


def test_a_job_that_waits_for_another_try_says_when(administrator: Client) -> None:
    job = make_job()
    deliver(job, TimeoutError())
    assert "第 1 次没有做成" in administrator.get(PAGE).text


def test_others_find_no_such_page(client: Client) -> None:
    client.force_login(make_person("沈知远"))
    assert client.get(PAGE).status_code == 404


def test_many_jobs_need_no_more_queries(
    administrator: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for by in [make_person()] * 30:
        make_job(by)
    with django_assert_max_num_queries(14):
        administrator.get(PAGE)
