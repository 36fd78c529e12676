"""Importing, the list of plans, a plan's page, progress and the document, through the client."""

import re

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now
from pytest_django import DjangoAssertNumQueries, Settings

from tests.plans import read
from tests.plans.making import Says, make_person, make_version
from wenming.accounts.models import PostRole, User
from wenming.jobs.models import Job, JobState, WorkerBeat
from wenming.plans.actions import importing
from wenming.plans.models import Plan, PlanVersion, VersionState
from wenming.plans.tasks import read_plan

pytestmark = pytest.mark.django_db

IMPORT = "/plans/import/"


@pytest.fixture
def liaison() -> Client:
    client = Client()
    client.force_login(make_person("田晓", PostRole.LIAISON))
    return client


def file(name: str = "方案.txt", content: bytes = read.TEXT.encode()) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def imported(me: User, content: bytes = read.TEXT.encode()) -> PlanVersion:
    return importing.import_document(file=file(content=content), plan=None, by=me, at=now())


class TestImport:
    def test_one_file_leads_to_its_progress(self, office: Client) -> None:
        response = office.post(IMPORT, {"documents": file()})
        version = PlanVersion.objects.get()
        assert response["Location"] == reverse("plans:version", args=[version.pk])
        assert "正在排队" in office.get(response["Location"]).content.decode()

    def test_several_files_are_several_plans(self, office: Client) -> None:
        response = office.post(IMPORT, {"documents": [file("甲.txt", b"a"), file("乙.txt", b"b")]}, follow=True)
        assert sorted(Plan.objects.values_list("title", flat=True)) == ["乙", "甲"]
        assert "收到 2 份文件" in response.content.decode()

    def test_a_new_version(self, office: Client, me: User) -> None:
        plan = imported(me).plan
        office.post(IMPORT, {"documents": file(content=b"x"), "plan": plan.pk})
        assert plan.versions.count() == 2

    def test_a_new_version_is_one_file(self, office: Client, me: User) -> None:
        plan = imported(me).plan
        response = office.post(IMPORT, {"documents": [file("甲.txt", b"a"), file("乙.txt", b"b")], "plan": plan.pk})
        assert response.status_code == 422
        assert "只能是一份文件" in response.content.decode()
        assert plan.versions.count() == 1

    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("照片.jpg", b"x", "“照片.jpg”不是可以读取的格式"),
            ("没有后缀", b"x", "不是可以读取的格式"),
            ("空.txt", b"", "空的"),
        ],
    )
    def test_what_cannot_be_read_is_said_by_name(self, office: Client, name: str, content: bytes, words: str) -> None:
        response = office.post(IMPORT, {"documents": file(name, content)})
        assert response.status_code == 422
        assert words in response.content.decode()
        assert not Plan.objects.exists()

    def test_too_large(self, office: Client, settings: Settings) -> None:
        settings.DOCUMENT_BYTES = 10
        response = office.post(IMPORT, {"documents": file("大.txt", b"x" * 11)})
        assert "“大.txt”超过" in response.content.decode()

    def test_nothing_chosen(self, office: Client) -> None:
        assert "请先选择要导入的文件" in office.post(IMPORT, {}).content.decode()

    def test_the_same_file_twice(self, office: Client, me: User) -> None:
        version = imported(me)
        response = office.post(IMPORT, {"documents": [file("再来.txt"), file("新.txt", b"new")]})
        page = response.content.decode()
        assert response.status_code == 422
        assert "没有重复导入" in page
        assert f'href="{reverse("plans:version", args=[version.pk])}"' in page
        assert PlanVersion.objects.count() == 2  # the new one was taken
        office.post(IMPORT, {"documents": file(), "again": "on"})
        assert PlanVersion.objects.count() == 3

    def test_the_page_says_what_can_be_taken(self, office: Client) -> None:
        page = office.get(IMPORT).content.decode()
        assert ".docx" in page
        assert f'data-max="{settings.DOCUMENT_BYTES}"' in page


class TestProgress:
    def test_it_polls_while_reading(self, office: Client, me: User) -> None:
        version = imported(me)
        Job.objects.update(state=JobState.RUNNING, stage="read", done=1)
        response = office.get(reverse("plans:progress", args=[version.pk]), headers={"HX-Request": "true"})
        assert "读取措施、责任和时限" in response.content.decode()
        assert "every 1s" in response.content.decode()
        assert "HX-Refresh" not in response

    def test_it_leads_on_when_read(self, office: Client, me: User) -> None:
        version = imported(me)
        read_plan.call(Job.objects.get().pk)
        assert office.get(reverse("plans:progress", args=[version.pk]))["HX-Refresh"] == "true"
        response = office.get(reverse("plans:version", args=[version.pk]))
        assert response["Location"] == reverse("plans:review", args=[version.pk])

    def test_nobody_works(self, office: Client, me: User) -> None:
        version = imported(me)
        address = reverse("plans:version", args=[version.pk])
        Job.objects.update(asked_at=read.NOON)
        assert "后台程序好像没有运行" in office.get(address).content.decode()
        WorkerBeat.objects.create(worker_id="a", at=now())
        assert "后台程序好像没有运行" not in office.get(address).content.decode()

    def test_cancel_and_read_again(self, office: Client, me: User) -> None:
        version = imported(me)
        page = office.post(reverse("plans:cancel", args=[version.pk]), follow=True).content.decode()
        assert "已经取消读取" in page
        office.post(reverse("plans:read_again", args=[version.pk]))
        assert Job.objects.get().state == JobState.WAITING
        page = office.post(reverse("plans:read_again", args=[version.pk]), follow=True).content.decode()
        assert "不用再点" in page

    def test_unreadable_says_why_and_what_to_do(self, office: Client, me: User) -> None:
        version = imported(me, b"\x89PNG\r\n\x1a\n" + bytes(200))
        read_plan.call(Job.objects.get().pk)
        page = office.get(reverse("plans:version", args=[version.pk])).content.decode()
        assert "这是图片" in page
        assert "换一份文件" in page
        assert "every 1s" not in page
        for address in (reverse("plans:plan", args=[version.plan_id]), reverse("home")):
            assert "看原因" in office.get(address).content.decode()


class TestDiscard:
    def test_it_works(self, office: Client, me: User) -> None:
        version = imported(me)
        page = office.post(reverse("plans:discard", args=[version.pk]), follow=True).content.decode()
        assert "已删除“方案.txt”" in page
        assert not Plan.objects.exists()

    def test_refusals_are_said(self, office: Client, me: User) -> None:
        version = make_version(Says("清扫"), by=me)
        page = office.post(reverse("plans:discard", args=[version.pk]), follow=True).content.decode()
        assert "留存备查" in page
        reading = imported(me)
        Job.objects.update(state=JobState.RUNNING)
        page = office.post(reverse("plans:discard", args=[reading.pk]), follow=True).content.decode()
        assert "请先取消" in page


class TestDocument:
    def test_it_is_a_download_and_nothing_else(self, office: Client, me: User) -> None:
        version = imported(me)
        response = office.get(reverse("plans:document", args=[version.pk]))
        assert response.getvalue() == read.TEXT.encode()
        assert response["Content-Disposition"].startswith("attachment;")
        assert (response["Content-Type"], response["X-Content-Type-Options"]) == ("application/octet-stream", "nosniff")

    def test_a_lost_file_is_not_found(self, office: Client, me: User) -> None:
        version = make_version(Says("清扫"), by=me)
        PlanVersion.objects.update(document="plans/00/none.txt")
        assert office.get(reverse("plans:document", args=[version.pk])).status_code == 404


class TestList:
    def test_newest_first_with_counts(self, office: Client, me: User) -> None:
        read.read_version(me)
        page = office.get("/plans/").content.decode()
        assert read.TITLE in page
        assert "核对中" in page
        counts = re.findall(r'<td class="number">(\d+)</td>', page)
        assert counts == ["3", "5", "3"]  # measures, duties, what needs a look

    @pytest.mark.parametrize(
        ("state", "words"), [("running", "正在读取"), ("failed", "没有读成"), ("cancelled", "已取消读取")]
    )
    def test_how_reading_goes(self, office: Client, me: User, state: str, words: str) -> None:
        imported(me)
        Job.objects.update(state=state)
        assert f"</svg>{words}</span>" in office.get("/plans/").content.decode()

    @pytest.mark.parametrize(
        ("query", "found"),
        [({"q": "市容"}, True), ({"q": "方案.docx"}, True), ({"q": "没有"}, False), ({"state": "reading"}, False)],
    )
    def test_search(self, office: Client, me: User, query: dict[str, str], found: bool) -> None:
        make_version(Says("清扫"), title="市容提升方案", by=me)
        page = office.get("/plans/", query).content.decode()
        assert ("市容提升方案</a>" in page) is found
        assert ("没有符合条件的方案" in page) is not found

    def test_empty_says_how_to_begin(self, office: Client, liaison: Client) -> None:
        assert "导入第一份方案" in office.get("/plans/").content.decode()
        page = liaison.get("/plans/").content.decode()
        assert "还没有执行中的方案" in page
        assert IMPORT not in page

    def test_a_page_takes_the_same_queries(
        self, office: Client, me: User, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for count in (2, 25):
            for number in range(count):
                make_version(Says("清扫"), title=f"方案{number}", by=me)
            with django_assert_num_queries(8):
                page = office.get("/plans/").content.decode()
        assert "下一页" in page

    def test_a_liaison_sees_only_what_is_or_was_in_force(self, liaison: Client, me: User) -> None:
        make_version(Says("清扫"), title="草稿方案", state=VersionState.REVIEW, by=me)
        version = make_version(Says("清扫"), title="执行方案", by=me)
        make_version(Says("清扫"), plan=version.plan, state=VersionState.REVIEW, by=me)
        page = liaison.get("/plans/").content.decode()
        assert "执行方案" in page
        assert "草稿方案" not in page
        assert "第 2 版" not in page


class TestPlan:
    def test_versions_and_who_put_them_in_force(self, office: Client, me: User) -> None:
        version = make_version(Says("清扫"), by=me)
        make_version(Says("清扫"), plan=version.plan, state=VersionState.REVIEW, by=me)
        page = office.get(reverse("plans:plan", args=[version.plan_id])).content.decode()
        assert "第 1 版" in page
        assert "第 2 版" in page
        assert "沈知远" in page

    def test_another_title(self, office: Client, me: User) -> None:
        plan = make_version(Says("清扫"), by=me).plan
        address = reverse("plans:rename", args=[plan.pk])
        page = office.post(address, {"title": "  市容 方案 "}, follow=True).content.decode()
        assert "<h1>市容 方案</h1>" in page.replace("\n", "")
        assert "没有改" in office.post(address, {"title": " "}, follow=True).content.decode()
        plan.refresh_from_db()
        assert plan.title == "市容 方案"

    def test_a_liaison_does_not_see_drafts(self, liaison: Client, me: User) -> None:
        draft = make_version(Says("清扫"), state=VersionState.REVIEW, by=me)
        assert liaison.get(reverse("plans:plan", args=[draft.plan_id])).status_code == 404
        assert liaison.get(reverse("plans:version", args=[draft.pk])).status_code == 404
        assert liaison.get(reverse("plans:document", args=[draft.pk])).status_code == 404


@pytest.mark.parametrize(
    ("name", "verb"),
    [("progress", "get"), ("cancel", "post"), ("read_again", "post"), ("discard", "post")],
)
def test_outsiders_find_no_such_page(liaison: Client, me: User, name: str, verb: str) -> None:
    version = make_version(Says("清扫"), by=me)
    assert getattr(liaison, verb)(reverse(f"plans:{name}", args=[version.pk])).status_code == 404
    assert liaison.post(reverse("plans:rename", args=[version.plan_id]), {"title": "x"}).status_code == 404
    assert liaison.get(IMPORT).status_code == 404
    assert liaison.post(IMPORT, {"documents": file()}).status_code == 404
