"""Saying how two standards stand to each other; and what a new edition keeps of that."""

import pytest

from tests.frameworks.making import PACK, item, make_edition
from tests.plans.making import NOON, make_person
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.frameworks.actions.assigning import Superseded
from wenming.frameworks.actions.bringing import put_in_force
from wenming.frameworks.actions.linking import SameFramework, link, turned
from wenming.frameworks.models import Crossing, Crosslink, Difference, Edition
from wenming.rules.frameworks.crosswalk import Reach

pytestmark = pytest.mark.django_db
HYGIENE = PACK.replace("县城文明程度测评体系", "卫生县城标准")


@pytest.fixture
def me() -> User:
    return make_person()


@pytest.fixture
def city(me: User) -> Edition:
    return make_edition(me, is_draft=False)


@pytest.fixture
def hygiene(me: User, city: Edition) -> Edition:
    return make_edition(me, is_draft=False, text=HYGIENE)


def test_it_is_kept_once_whichever_side_says_it(city: Edition, hygiene: Edition, me: User) -> None:
    one, other = item(city, "Ⅰ-1-1"), item(hygiene, "Ⅰ-1-1")
    link(one=one, other=other, relation=Crossing.SUPERSET, by=me, at=NOON)
    found = Crosslink.objects.get()
    assert (found.source, found.target, found.relation) == (one, other, "superset")
    assert (found.seen_from(one.pk).reach, found.seen_from(other.pk).reach) == (Reach.FULL, Reach.PARTLY)
    differs = [Difference.UNIT, Difference.PERIOD]
    link(one=other, other=one, relation=Crossing.SUPERSET, differs=differs, by=me, at=NOON)
    found.refresh_from_db()
    assert (found.source, found.relation, found.differs) == (one, "subset", ["period", "unit"])
    assert Event.objects.filter(verb="frameworks.link").count() == 2
    link(one=one, other=other, relation=None, by=me, at=NOON)
    assert not Crosslink.objects.exists()


@pytest.mark.parametrize("relation", Crossing)
def test_turned_twice_is_as_before(relation: Crossing) -> None:
    assert turned(turned(relation)) is relation


def test_not_within_a_framework_and_not_in_what_is_over(city: Edition, hygiene: Edition, me: User) -> None:
    one = item(city, "Ⅰ-1-1")
    with pytest.raises(SameFramework):
        link(one=one, other=item(city, "Ⅰ-1-2"), relation=Crossing.EQUAL, by=me, at=NOON)
    Edition.objects.filter(pk=hygiene.pk).update(state="superseded")
    with pytest.raises(Superseded):
        link(one=one, other=item(hygiene, "Ⅰ-1-1"), relation=Crossing.EQUAL, by=me, at=NOON)
    assert not Crosslink.objects.exists()


def test_a_new_edition_keeps_it_where_the_standard_stands(city: Edition, hygiene: Edition, me: User) -> None:
    for code in ("Ⅰ-1-1", "Ⅰ-1-2"):
        link(one=item(city, code), other=item(hygiene, code), relation=Crossing.EQUAL, by=me, at=NOON)
    later = make_edition(me, of=city.framework, text=PACK.replace("不低于95%", "不低于98%"))
    put_in_force(edition=later, by=me, at=NOON)
    kept = Crosslink.objects.filter(source__edition=later)
    assert [(one.source.code, one.target.edition) for one in kept] == [("Ⅰ-1-2", hygiene)]
