"""Bringing an edition in, putting it in force, giving it up."""

import pytest

from tests.frameworks.making import PACK, hold, item, make_edition, pack
from tests.plans.making import NOON, make_person, make_unit
from wenming.accounts.models import PostRole, User
from wenming.audit.models import Event
from wenming.frameworks.actions.bringing import NotDraft, NoTitle, bring_in, discard, put_in_force, rename
from wenming.frameworks.models import Assignment, Edition, EditionState, Framework
from wenming.places.models import Area

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> User:
    """Somebody of the office."""
    return make_person()


def test_a_pack_is_a_draft_first(office: User) -> None:
    edition = make_edition(office)
    assert (edition.framework.title, edition.label, edition.state) == ("县城文明程度测评体系", "2026年版", "draft")
    assert edition.items.filter(is_standard=True).count() == 3
    assert Event.objects.get(verb="frameworks.bring_in").after == {"edition": 1, "standards": 3}


def test_whoever_is_of_no_office_has_no_area_for_it() -> None:
    with pytest.raises(Area.DoesNotExist):
        bring_in(pack=pack(), framework=None, by=make_person("周以宁", PostRole.LIAISON), at=NOON)
    assert not Framework.objects.exists()


def test_a_new_edition_takes_the_place_of_the_old_and_who_answers_comes_over(office: User) -> None:
    old = make_edition(office, is_draft=False)
    unit = make_unit("甲镇")
    for code in ("Ⅰ-1-1", "Ⅰ-1-2", "Ⅰ-2-1"):
        hold(old, unit, office, code)
    changed = PACK.replace("公厕干净", "公厕干净无味，有洗手液").replace("count: 2张", "count: 4张")
    new = make_edition(office, of=old.framework, text=changed.replace("points: 2.5", "points: 3"))
    assert (new.number, new.framework) == (2, old.framework)
    assert put_in_force(edition=new, by=office, at=NOON) == 1  # other points change nothing about who answers
    assert Assignment.objects.get(item__edition=new).item == item(new, "Ⅰ-1-1")
    states = dict(Edition.objects.values_list("number", "state"))
    assert states == {1: EditionState.SUPERSEDED, 2: EditionState.IN_FORCE}


def test_what_the_new_edition_says_itself_stays(office: User) -> None:
    old = make_edition(office, is_draft=False)
    hold(old, make_unit("甲镇"), office)
    new = make_edition(office, of=old.framework)
    own = hold(new, make_unit("乙镇"), office)
    assert put_in_force(edition=new, by=office, at=NOON) == 0
    assert list(Assignment.objects.filter(item__edition=new)) == [own]


def test_only_a_draft_is_put_in_force_or_given_up(office: User) -> None:
    edition = make_edition(office, is_draft=False)
    with pytest.raises(NotDraft):
        put_in_force(edition=edition, by=office, at=NOON)
    with pytest.raises(NotDraft):
        discard(edition=edition, by=office, at=NOON)
    again = make_edition(office, of=edition.framework)
    discard(edition=again, by=office, at=NOON)
    assert list(Edition.objects.all()) == [edition]
    discard(edition=make_edition(office), by=office, at=NOON)
    assert list(Framework.objects.all()) == [edition.framework]


def test_a_title(office: User) -> None:
    framework = make_edition(office).framework
    rename(framework=framework, title=" 县城测评 ", by=office, at=NOON)
    with pytest.raises(NoTitle):
        rename(framework=framework, title="  ", by=office, at=NOON)
    assert Framework.objects.get().title == "县城测评"
