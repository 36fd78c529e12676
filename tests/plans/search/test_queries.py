"""What the search box finds, and for whom."""

import pytest

from tests.plans.making import NOON, Says, make_area, make_class, make_person, make_unit, make_version, seeing
from wenming.accounts.models import PostRole
from wenming.accounts.powers import Powers, powers_of
from wenming.accounts.rights import Right
from wenming.places.models import Alias, AreaKind
from wenming.plans.models import MarkState, VersionState
from wenming.plans.search import queries

pytestmark = pytest.mark.django_db
VIEWER = seeing(Right.PLAN_VIEW, Right.UNIT_VIEW)
REVIEWER = seeing(*Right)


def test_measures_in_force_by_title_and_text_the_titles_first() -> None:
    version = make_version(Says("修桥", "顺便修好路灯。"), Says("路灯"), Says("路灯旧事"))
    version.measures.filter(title="路灯旧事").update(state=MarkState.REMOVED)
    make_version(Says("路灯草案"), state=VersionState.REVIEW, title="另一个")
    assert [measure.title for measure in queries.measures("路灯", VIEWER)] == ["路灯", "修桥"]


def test_plans_in_force_and_for_reviewers_all() -> None:
    make_version(Says("甲"), title="创建方案")
    make_version(Says("甲"), title="创建草案", state=VersionState.REVIEW)
    assert [plan.title for plan in queries.plans("创建", VIEWER)] == ["创建方案"]
    assert {plan.title for plan in queries.plans("创建", REVIEWER)} == {"创建方案", "创建草案"}


def test_units_and_classes_by_any_of_their_names() -> None:
    unit, communities = make_unit("县文旅局"), make_class("各社区")
    Alias.objects.create(name="文广新局", unit=unit)
    Alias.objects.create(name="所有居委会", unit_class=communities)
    assert list(queries.units("文广", VIEWER)) == [unit]
    assert list(queries.classes("居委", VIEWER)) == [communities]


def test_nobody_finds_what_they_may_not_see() -> None:
    make_version(Says("路灯"), title="路灯方案")
    make_unit("路灯所")
    make_class("路灯类")
    finders = (queries.plans, queries.measures, queries.units, queries.classes)
    assert [list(find("路灯", Powers())) for find in finders] == [[], [], [], []]


def test_what_is_of_a_neighbour_is_not_found() -> None:
    here, there = (make_area(name, AreaKind.TOWN, make_area()) for name in ("文昌街道", "城关镇"))
    for area in (here, there, make_area()):
        make_version(Says("路灯"), title=f"{area}路灯方案", area=area)
    person = make_person("某人", PostRole.LEADER, make_unit("文昌街道", area=here))
    powers = powers_of(person, on=NOON.date())
    assert {plan.title for plan in queries.plans("路灯", powers)} == {"青禾县路灯方案", "文昌街道路灯方案"}
    assert {measure.version.plan.area for measure in queries.measures("路灯", powers)} == {here, make_area()}
