"""The page of the year, adding, taking away, bringing a table."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.plans.making import NOON, make_area, make_person, make_unit
from wenming.accounts.models import PostRole, User
from wenming.jobs.models import Job, JobState
from wenming.places.models import AreaKind
from wenming.work.days import views
from wenming.work.models import LocalDays

pytestmark = pytest.mark.django_db
EID = {"kind": "off", "first": "2026-05-27", "last": "2026-05-28", "name": "古尔邦节", "source": "自治区通知"}
TABLE = (
    "第一天,最后一天,类型,名称,依据\n2026-05-27,2026-05-28,放假,古尔邦节,通知\n2027-01-01,2027-12-31,放假通知,,国办\n"
)


@pytest.fixture
def office(client: Client) -> User:
    """Signed in, of the county's office."""
    person = make_person("陈晓", PostRole.OFFICE, make_unit("县文明办", area=make_area()))
    client.force_login(person)
    return person


def page(client: Client, year: int = 2026) -> str:
    """The year's page."""
    return client.get(reverse("work:days"), {"year": year}).content.decode()


def test_a_day_off_is_added_seen_and_taken_away(client: Client, office: User) -> None:
    assert "这一年没有添加" in page(client)
    answer = client.post(reverse("work:add_days"), EID, follow=True)
    assert "已添加" in answer.content.decode()
    html = page(client)
    assert "year-local" in html
    assert "自治区通知" in html
    made = LocalDays.objects.get()
    assert made.added_by == office
    answer = client.post(reverse("work:remove_days", args=[made.pk]), follow=True)
    assert not LocalDays.objects.exists()
    assert 'value="2026-05-27"' in answer.content.decode()  # the form holds it, to be put back
    assert "古尔邦节" in answer.content.decode()
    assert client.post(reverse("work:remove_days", args=[made.pk])).status_code == 404


def test_bad_input_is_kept_and_told(client: Client, office: User) -> None:
    answer = client.post(reverse("work:add_days"), EID | {"last": "2026-05-01"})
    assert answer.status_code == 422
    assert "最后一天早于第一天" in answer.content.decode()
    assert "自治区通知" in answer.content.decode()
    assert client.post(reverse("work:add_days"), EID | {"first": "x"}).status_code == 422


def test_a_year_whose_notice_is_missing_says_so_until_it_is_there(client: Client, office: User) -> None:
    assert "2027年放假安排尚未公布" in page(client, 2027)
    client.post(reverse("work:add_days"), {"kind": "notice", "first": "2027-01-01"})
    assert "2027年放假安排尚未公布" not in page(client, 2027)


@pytest.mark.parametrize("year", ["", "x", "1900", "9999"])
def test_a_year_that_is_none_is_this_one(client: Client, office: User, year: str) -> None:
    assert client.get(reverse("work:days"), {"year": year}).status_code == 200


def test_a_table_is_looked_at_before_it_is_added(client: Client, office: User) -> None:
    address = reverse("work:import_days")
    assert client.get(address).status_code == 200
    looked = client.post(address, {"file": SimpleUploadedFile("甲.csv", TABLE.encode("gb18030"))})
    assert "将添加 2 条" in looked.content.decode()
    assert not LocalDays.objects.exists()
    applied = client.post(address, {"table": TABLE, "apply": "1"}, follow=True)
    assert "添加了 2 条" in applied.content.decode()
    assert LocalDays.objects.count() == 2
    again = client.post(address, {"table": TABLE, "apply": "1"})
    assert "原来都有" in again.content.decode()
    stored = client.get(reverse("work:days_table"))
    assert stored["Content-Disposition"] == 'attachment; filename="days.csv"'
    assert "2026-05-27,2026-05-28,放假,古尔邦节,通知" in stored.getvalue().decode()


def test_lines_that_are_wrong_are_named_and_nothing_is_added(client: Client, office: User) -> None:
    text = TABLE + "明天,,放假,甲,\n2026-05-28,,上班,乙,\n"
    answer = client.post(reverse("work:import_days"), {"table": text, "apply": "1"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "第 4 行" in html
    assert "第 5 行" in html
    assert "“明天”不是日期" in html
    assert not LocalDays.objects.exists()
    assert client.post(reverse("work:import_days"), {}).status_code == 422


def test_a_liaison_looks_and_does_not_change(client: Client) -> None:
    make_area()
    client.force_login(make_person("顾兰", PostRole.LIAISON, make_unit("甲镇")))
    html = page(client)
    assert reverse("work:add_days") not in html
    assert client.post(reverse("work:add_days"), EID).status_code == 404
    assert not LocalDays.objects.exists()


def test_a_towns_office_does_not_change_the_calendar_of_all(client: Client) -> None:
    town = make_area("甲镇", AreaKind.TOWN, make_area())
    client.force_login(make_person("顾兰", PostRole.OFFICE, make_unit("甲镇", area=town)))
    assert reverse("work:add_days") not in page(client)
    assert client.post(reverse("work:add_days"), EID).status_code == 404
    assert client.get(reverse("work:import_days")).status_code == 404


def test_the_job_is_shown_while_it_is_at_work(client: Client, office: User) -> None:
    Job.objects.create(kind="recalculate", total=7, done=3, state=JobState.RUNNING, asked_by=office, asked_at=NOON)
    assert "3/7" in client.get(reverse("work:days_progress")).content.decode()
    Job.objects.update(state=JobState.DONE)
    assert client.get(reverse("work:days_progress")).content.decode().strip() == ""


def test_as_many_queries_for_many_days(client: Client, office: User) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            page(client)
        return len(queries)

    page(client)
    made = {"kind": "off", "name": "县庆日", "added_by": office, "added_at": NOON}
    LocalDays.objects.create(first="2026-01-05", last="2026-01-05", **made)
    few = count()
    for day in range(6, 30):
        LocalDays.objects.create(first=f"2026-01-{day:02}", last=f"2026-01-{day:02}", **made)
    assert count() == few


def test_what_somebody_else_removed_meanwhile_is_not_there(
    client: Client, office: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = LocalDays.objects.create(**EID, added_by=office, added_at=NOON)
    LocalDays.objects.filter(pk=held.pk).delete()
    monkeypatch.setattr(views, "get_object_or_404", lambda *_asked, **_more: held)  # found a moment before it went
    assert client.post(reverse("work:remove_days", args=[held.pk])).status_code == 404
