"""For which standards a decision holds."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.frameworks.making import PACK, dispute_of, hold, item, make_edition
from tests.plans.making import NOON, make_person, make_unit
from wenming.frameworks.models import Dispute
from wenming.frameworks.rulings import is_released, rulings_of

pytestmark = pytest.mark.django_db


def test_where_the_words_stand_whatever_the_code(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    person, unit = make_person(), make_unit("县城管局")
    edition = make_edition(person, is_draft=False)
    with django_assert_num_queries(1):
        assert rulings_of(edition) == {}
    made = dispute_of(hold(edition, unit, person), person)
    assert rulings_of(edition) == {}
    Dispute.objects.update(outcome="released", decided_by=person, decided_at=NOON)
    renumbered = make_edition(person, of=edition.framework, text=PACK.replace("Ⅰ-1-1", "Ⅱ-9"))
    with django_assert_num_queries(2):
        found = rulings_of(renumbered)
    place = (item(renumbered, "Ⅱ-9").pk, 0)
    assert found == {place: {unit.pk: made}}
    assert is_released(found, place, unit.pk)
    assert not is_released(found, place, None)
    assert not is_released(found, (place[0], 1), unit.pk)
    reworded = make_edition(person, of=edition.framework, text=PACK.replace("亮灯率", "路灯亮灯率"))
    assert rulings_of(reworded) == {}


def test_a_piece_is_the_same_where_it_wants_the_same() -> None:
    person, unit = make_person(), make_unit("县教育局")
    edition = make_edition(person, is_draft=False)
    wanting = item(edition, "Ⅰ-2-1")
    about = {"wanted": 2, "role": "lead", "reason": "不归我们", "made_by": person, "made_at": NOON}
    Dispute.objects.create(item=wanting, unit=unit, outcome="released", decided_by=person, decided_at=NOON, **about)
    assert list(rulings_of(edition)) == [(wanting.pk, 2)]
    other = make_edition(person, of=edition.framework, text=PACK.replace("心理辅导室照片", "心理辅导室全景照片"))
    assert rulings_of(other) == {}
