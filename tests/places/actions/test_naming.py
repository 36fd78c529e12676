"""Names borne once, and other names learned."""

import pytest

from tests.plans.making import NOON, make_person, make_unit
from wenming.audit.models import Event
from wenming.places import actions
from wenming.places.actions.naming import naming, set_aliases
from wenming.places.models import Alias, Unit

pytestmark = pytest.mark.django_db


def test_the_name_of_a_dissolved_unit_is_taken_and_why_is_said() -> None:
    gone = make_unit("县农机局")
    Unit.objects.filter(pk=gone.pk).update(dissolved_on=NOON.date())
    with pytest.raises(actions.NameTaken, match="已撤销"), naming(gone.name):
        pass


def test_ones_own_name_may_stay() -> None:
    unit = make_unit()
    with naming(unit.name, of=unit):
        pass


def test_other_names_are_set_and_what_was_learned_stays() -> None:
    unit = make_unit()
    Alias.objects.create(name="教育局", unit=unit, learned_by=make_person(), learned_at=NOON)
    set_aliases(unit, ["教育局", "教体局", "教体局"])
    assert {alias.name: alias.learned_at for alias in unit.aliases.all()} == {"教育局": NOON, "教体局": None}


def test_learning_and_forgetting_are_told_where_something_changed() -> None:
    unit, person = make_unit(), make_person()
    for _again in range(2):
        actions.learn_alias(name="某局", thing=unit, by=person, at=NOON)
    for _again in range(2):
        actions.forget_alias(name="某局", thing=unit, by=person, at=NOON)
    verbs = list(Event.objects.order_by("number").values_list("verb", flat=True))
    assert verbs == ["places.learn_alias", "places.forget_alias"]


@pytest.mark.parametrize("is_given", [False, True])
def test_what_is_forgotten_because_a_name_means_another_now_is_told(is_given: bool) -> None:
    unit, other, person = make_unit("甲局"), make_unit("乙局"), make_person()
    actions.learn_alias(name="某局", thing=other, by=person, at=NOON)
    if is_given:
        Alias.objects.create(name="某局", unit=unit)
    Event.objects.all().delete()
    actions.learn_alias(name="某局", thing=unit, by=person, at=NOON)
    told = dict(Event.objects.values_list("verb", "thing_id"))
    assert told.pop("places.forget_alias") == str(other.pk)
    assert told == ({} if is_given else {"places.learn_alias": str(unit.pk)})
    assert [alias.unit for alias in Alias.objects.all()] == [unit]
