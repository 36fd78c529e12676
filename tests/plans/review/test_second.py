"""What the review page says of the second reader, and the pieces that come once it has seen all."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from tests.plans import read
from tests.plans.suggesting import twice
from wenming.jobs import actions as jobs
from wenming.jobs.models import Job, JobState
from wenming.plans.models import PlanVersion, VersionState
from wenming.plans.review.second import second_of
from wenming.plans.tasks import SECOND

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def asked(version: PlanVersion) -> PlanVersion:
    """The second reader has seen one measure of three."""
    version.job = jobs.start(
        kind="read_plan", total=4, about={"version": version.pk}, by=version.uploaded_by, at=read.NOON
    )
    version.save()
    jobs.step(version.job, stage=SECOND, done=1, total=3)
    version.job.refresh_from_db()
    return version


def page(office: Client, version: PlanVersion, name: str = "review") -> str:
    return office.get(reverse(f"plans:{name}", args=[version.pk])).content.decode()


def ended(version: PlanVersion, **fields: object) -> None:
    Job.objects.update(**fields)
    assert version.job is not None
    version.job.refresh_from_db()


class TestStanding:
    def test_how_far_it_is(self, asked: PlanVersion) -> None:
        standing = second_of(asked)
        assert standing is not None
        assert (standing.is_asking, standing.done, standing.total) == (True, 1, 3)

    def test_nothing_once_it_has_seen_all(self, asked: PlanVersion) -> None:
        ended(asked, state=JobState.DONE)
        assert second_of(asked) is None

    def test_nothing_once_the_review_is_over(self, asked: PlanVersion) -> None:
        asked.state = VersionState.IN_FORCE
        assert second_of(asked) is None

    @pytest.mark.parametrize(
        ("state", "code", "words"),
        [
            (JobState.CANCELLED, "", "不再请第二读者看"),
            (JobState.FAILED, jobs.LOST, "出了差错"),
            (JobState.DONE, "second_slow", "30 秒内没有答完一条，有 2 条措施"),
        ],
    )
    def test_why_it_did_not_see_all(
        self, asked: PlanVersion, settings: Settings, state: JobState, code: str, words: str
    ) -> None:
        ended(asked, state=state, code=code, about={"seconds": "30", "left": "2"})
        standing = second_of(asked)
        assert standing is not None
        assert words in standing.words
        assert not standing.can_ask_again
        settings.SECOND_READER_URL, settings.SECOND_READER_MODEL = "http://127.0.0.1:1", "small"
        standing = second_of(asked)
        assert standing is not None
        assert standing.can_ask_again


class TestPages:
    def test_the_progress_page_names_the_stage_and_leads_on_to_review(self, office: Client, asked: PlanVersion) -> None:
        shown = page(office, asked, "version")
        assert "请第二读者看一遍" in shown
        assert "1/3" in shown
        assert f'href="{reverse("plans:review", args=[asked.pk])}"' in shown
        response = office.get(reverse("plans:progress", args=[asked.pk]), headers=HTMX)
        assert "HX-Refresh" not in response
        ended(asked, state=JobState.DONE)
        assert office.get(reverse("plans:progress", args=[asked.pk]), headers=HTMX)["HX-Refresh"] == "true"

    def test_the_review_shows_how_far_it_is(self, office: Client, asked: PlanVersion) -> None:
        assert "正在请第二读者看：1/3 条" in page(office, asked)
        assert "第二读者还没有看完" in page(office, asked, "enforce")

    def test_cancelling_says_so(self, office: Client, asked: PlanVersion) -> None:
        office.post(reverse("plans:cancel", args=[asked.pk]))
        assert "等它答完这一条就停" in page(office, asked)
        ended(asked, state=JobState.CANCELLED)
        assert "不再请第二读者看，它没有看完。规则读取的结果是完整的" in page(office, asked)

    def test_a_first_reading_needs_no_words(self, office: Client, version: PlanVersion) -> None:
        assert "第二读者" not in page(office, version).split('id="keys"')[0]


class TestPoll:
    def test_while_it_is_asked(self, office: Client, asked: PlanVersion) -> None:
        shown = page(office, asked, "review_second")
        assert "every 3s" in shown
        assert 'id="bar"' not in shown

    def test_at_the_end_the_suggestions_come(
        self, office: Client, asked: PlanVersion, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        twice(asked)
        ended(asked, state=JobState.DONE)
        with django_assert_max_num_queries(18):
            response = office.get(reverse("plans:review_second", args=[asked.pk]), headers=HTMX)
        shown = response.content.decode()
        assert "every 3s" not in shown
        assert "共 2 处" in shown
        assert shown.count('<p class="paragraph') == 2
        assert "看完了" in json.loads(response["HX-Trigger"])["toast"]["text"]

    def test_what_failed_is_no_success(self, office: Client, asked: PlanVersion) -> None:
        ended(asked, state=JobState.CANCELLED)
        response = office.get(reverse("plans:review_second", args=[asked.pk]), headers=HTMX)
        assert "HX-Trigger" not in response
        assert "没有看完" in response.content.decode()
