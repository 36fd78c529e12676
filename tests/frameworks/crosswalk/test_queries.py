"""What is linked, what sounds alike, and what serves what."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.frameworks.making import PACK, item, make_edition
from tests.plans.making import NOON, make_person
from wenming.accounts.models import User
from wenming.accounts.powers import powers_of
from wenming.frameworks.actions.linking import link
from wenming.frameworks.crosswalk.queries import Served, others, rows_of, served_of, uses_of
from wenming.frameworks.models import Crossing, Difference, Edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def me() -> User:
    return make_person()


def titled(me: User, title: str) -> Edition:
    return make_edition(me, is_draft=False, text=PACK.replace("县城文明程度测评体系", title))


def say(me: User, one: Edition, other: Edition, code: str, relation: Crossing, *differs: Difference) -> None:
    link(one=item(one, code), other=item(other, code), relation=relation, differs=differs, by=me, at=NOON)


def test_only_other_frameworks_in_force(me: User) -> None:
    city, hygiene = titled(me, "文明"), titled(me, "卫生")
    make_edition(me, text=PACK.replace("县城文明程度测评体系", "草稿"))
    powers = powers_of(me, on=NOON.date())
    assert list(others(city, powers)) == [hygiene]
    assert list(others(hygiene, powers)) == [city]


def test_alike_until_somebody_has_said(me: User, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    city, hygiene = titled(me, "文明"), titled(me, "卫生")
    items = list(city.items.filter(is_standard=True).order_by("position"))
    with django_assert_max_num_queries(2):
        rows = rows_of(items, hygiene, with_guesses=True)
    assert [[guess.item.code for guess in row.guesses] for row in rows] == [["Ⅰ-1-1"], ["Ⅰ-1-2"], ["Ⅰ-2-1"]]
    assert "背街小巷" in rows[0].guesses[0].shared[0]
    say(me, city, hygiene, "Ⅰ-1-1", Crossing.SUPERSET, Difference.UNIT)
    say(me, hygiene, city, "Ⅰ-1-2", Crossing.NONE)
    rows = rows_of(items, hygiene, with_guesses=True)
    assert [len(row.guesses) for row in rows] == [0, 0, 1]
    (near,) = rows[0].linked
    assert (near.item.code, str(near.words), list(map(str, near.differ_words))) == (
        "Ⅰ-1-1",
        "包含（要求更多）",
        ["单位"],
    )
    assert rows[1].linked == []
    assert rows_of(items, hygiene, with_guesses=False)[2].guesses == []


def test_how_far_one_serves_the_other(me: User) -> None:
    city, hygiene = titled(me, "文明"), titled(me, "卫生")
    assert served_of(city, hygiene) == Served(0, 0, 3)
    say(me, city, hygiene, "Ⅰ-1-1", Crossing.SUPERSET)
    say(me, city, hygiene, "Ⅰ-1-2", Crossing.EQUAL, Difference.PERIOD)
    say(me, city, hygiene, "Ⅰ-2-1", Crossing.NONE)
    assert served_of(city, hygiene) == Served(1, 1, 1)
    assert served_of(hygiene, city) == Served(0, 2, 1)


def test_where_else_evidence_counts_also_over_a_third(me: User) -> None:
    city, hygiene, forest = titled(me, "文明"), titled(me, "卫生"), titled(me, "森林")
    powers = powers_of(me, on=NOON.date())
    assert uses_of(item(city, "Ⅰ-1-1"), powers) == []
    say(me, city, hygiene, "Ⅰ-1-1", Crossing.EQUAL)
    say(me, hygiene, forest, "Ⅰ-1-1", Crossing.EQUAL, Difference.SCOPE)
    found = uses_of(item(city, "Ⅰ-1-1"), powers)
    assert [(use.item.edition, use.is_full, use.link is not None) for use in found] == [
        (hygiene, True, True),
        (forest, False, False),
    ]
    Edition.objects.filter(pk=forest.pk).update(state="superseded")
    assert [use.item.edition for use in uses_of(item(city, "Ⅰ-1-1"), powers)] == [hygiene]
