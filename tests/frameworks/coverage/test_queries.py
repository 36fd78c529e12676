"""Which measures serve which standards, from both sides."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.frameworks.making import item, make_edition
from tests.plans.making import NOON, Says, make_person, make_version, seeing
from tests.plans.read import measure_of
from wenming.accounts.rights import Right
from wenming.frameworks.actions.backing import back
from wenming.frameworks.coverage import queries
from wenming.frameworks.models import Edition
from wenming.plans.models import PlanVersion

pytestmark = pytest.mark.django_db
POWERS = seeing(Right.PLAN_VIEW, Right.FRAMEWORK_VIEW)


@pytest.fixture
def version() -> PlanVersion:
    """A plan in force."""
    said = ("背街小巷路灯逐盏检修，完好", "公厕每天打扫两遍", "慰问老兵")
    return make_version(*map(Says, said), by=make_person())


@pytest.fixture
def edition(version: PlanVersion) -> Edition:
    """The small framework, in force."""
    return make_edition(version.uploaded_by, is_draft=False)


def test_the_likeliest_measure_and_the_words_that_say_so(version: PlanVersion, edition: Edition) -> None:
    found = queries.guesses(item(edition, "Ⅰ-1-1"), POWERS)
    assert found[0].measure == measure_of(version, 1)
    assert found[0].shared[0] == "背街小巷路灯"
    assert queries.guesses(item(edition, "Ⅰ-1-1"), seeing(Right.FRAMEWORK_VIEW)) == []


def test_what_was_said_is_not_guessed_again(version: PlanVersion, edition: Edition) -> None:
    row, measure = item(edition, "Ⅰ-1-1"), measure_of(version, 1)
    back(item=row, measure=measure, serves=False, by=version.uploaded_by, at=NOON)
    assert measure not in [one.measure for one in queries.guesses(row, POWERS)]
    assert row in queries.without_measure(queries.standards(edition, POWERS), POWERS)


def test_both_sides(version: PlanVersion, edition: Edition) -> None:
    row, measure = item(edition, "Ⅰ-1-1"), measure_of(version, 1)
    back(item=row, measure=measure, serves=True, by=version.uploaded_by, at=NOON)
    bare = queries.without_measure(queries.standards(edition, POWERS), POWERS)
    assert [one.code for one in bare] == ["Ⅰ-1-2", "Ⅰ-2-1"]
    idle = [one.title for one in queries.serving_nothing(edition, POWERS)]
    assert idle == ["公厕每天打扫两遍", "慰问老兵"]
    other = make_edition(version.uploaded_by)
    assert len(queries.serving_nothing(other, POWERS)) == 3


def test_a_measure_that_is_no_longer_in_force_stands_behind_nothing(version: PlanVersion, edition: Edition) -> None:
    row = item(edition, "Ⅰ-1-1")
    back(item=row, measure=measure_of(version, 1), serves=True, by=version.uploaded_by, at=NOON)
    PlanVersion.objects.update(state="superseded")
    assert row in queries.without_measure(queries.standards(edition, POWERS), POWERS)


def test_queries_do_not_grow(
    version: PlanVersion, edition: Edition, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number, code in enumerate(("Ⅰ-1-1", "Ⅰ-1-2", "Ⅰ-2-1"), start=1):
        row, measure = item(edition, code), measure_of(version, number)
        back(item=row, measure=measure, serves=True, by=version.uploaded_by, at=NOON)
    with django_assert_max_num_queries(2):
        assert all(one.backed for one in queries.standards(edition, POWERS))  # type: ignore[attr-defined]
