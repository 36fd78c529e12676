"""What was read becomes rows."""

from dataclasses import replace

import pytest

from tests.plans import read
from tests.plans.making import make_area, make_person
from wenming.plans.actions.saving import save_reading
from wenming.plans.models import Duty, Plan, PlanVersion, Term, VersionState
from wenming.reading import model
from wenming.rules.matching import Reason

pytestmark = pytest.mark.django_db


def test_everything_read_is_kept() -> None:
    version = read.read_version()
    assert version.plan.title == read.TITLE
    assert version.text == read.TEXT
    assert [measure.title for measure in version.measures.all()] == ["1.清扫街巷", "2.整治菜场", "3.开展宣讲"]
    assert Duty.objects.count() == 5
    assert [term.value for term in Term.objects.order_by("start")][1:] == [
        {"from": None, "to": "--12"},
        {"min": 3, "max": 3, "unit": "个"},
    ]
    assert version.noise == [[*read.at("点击下载本文"), "furniture"]]


def test_names_are_matched_with_the_reason() -> None:
    version = read.read_version()
    matched = {duty.name: (str(duty.unit or duty.unit_class or ""), duty.reason) for duty in Duty.objects.all()}
    assert matched == {
        "县城管局": ("县城管局", Reason.SHORT),
        "教育局": ("县教育局", Reason.AREA),
        "**镇党委": ("", Reason.UNKNOWN),
        "各社区": ("各社区", Reason.NAME),
    }
    assert version.state == VersionState.REVIEW


def test_a_doubt_is_about_the_unit_else_the_measure_at_its_place() -> None:
    version = read.read_version()
    assert read.doubt_of(version, "unit_may_be_two").duty == read.duty_of(version, "县城管局")
    date = read.doubt_of(version, "date_impossible")
    assert (date.measure, date.duty, date.term) == (read.measure_of(version, 1), None, None)


def test_what_was_read_once_stays() -> None:
    version = read.read_version()
    Duty.objects.filter(name="教育局").update(state="confirmed")
    assert not save_reading(
        version=version, reading=read.make_reading(), matches={}, by=version.uploaded_by, at=read.NOON
    )
    assert read.duty_of(version, "教育局").state == "confirmed"


def test_what_an_earlier_try_left_goes() -> None:
    version = read.read_version()
    PlanVersion.objects.update(state=VersionState.READING)
    read.save(version, read.make_reading())
    assert (version.measures.count(), version.doubts.count(), Duty.objects.count()) == (3, 2, 5)


def test_the_title_of_a_second_version_does_not_rename_the_plan() -> None:
    first = read.read_version()
    Plan.objects.update(title="我们的方案")
    second = PlanVersion.objects.create(
        plan=first.plan,
        number=2,
        file_name="b",
        sha256="1" * 64,
        uploaded_by=first.uploaded_by,
        uploaded_at=read.NOON,
        handled_by=first.uploaded_by,
    )
    read.save(second, read.make_reading())
    assert Plan.objects.get().title == "我们的方案"


def test_several_plans_in_a_document_stand_under_their_titles() -> None:
    by = make_person()
    plan = Plan.objects.create(title="x", area=make_area(), created_by=by, created_at=read.NOON)
    version = PlanVersion.objects.create(
        plan=plan, number=1, file_name="a", sha256="2" * 64, uploaded_by=by, uploaded_at=read.NOON, handled_by=by
    )
    reading = read.make_reading()
    one = reading.plans[0]
    untitled = model.Plan(None, one.measures[2:])
    read.save(version, replace(reading, plans=(replace(one, measures=one.measures[:2]), untitled)))
    paths = [measure.path for measure in version.measures.order_by("position")]
    assert paths == [[read.TITLE, "一、环境卫生"], [read.TITLE, "一、环境卫生"], ["二、宣传教育"]]
