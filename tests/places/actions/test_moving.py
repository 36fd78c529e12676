"""Rows moved and put back."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import NOON, Says, make_person, make_unit, make_version
from wenming.accounts.models import Post, PostRole
from wenming.places.actions.moving import Moves, put_back
from wenming.places.held import pointers
from wenming.places.models import Unit
from wenming.plans.models import Duty
from wenming.reading.model import Role

pytestmark = pytest.mark.django_db


def move_all(old: Unit, new: Unit) -> Moves:
    moves = Moves()
    for pointer in pointers(Unit):
        moves.hand_over(pointer, pointer.open_rows(old.pk), new)
    return moves


@pytest.mark.parametrize("size", [1, 40])
def test_many_duties_move_in_the_same_queries(size: int, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    old, new = make_unit("甲局"), make_unit("乙局")
    make_version(*(Says(f"第{number}事", duties=[("甲局", Role.LEAD, old)]) for number in range(size)))
    with django_assert_max_num_queries(37):
        moves = move_all(old, new)
    assert Duty.objects.filter(unit=new).count() == size
    with django_assert_max_num_queries(10):
        assert put_back(moves.notes) == (size, 0)
    assert Duty.objects.filter(unit=old).count() == size


def test_what_is_there_again_is_left() -> None:
    old, new, person = make_unit("甲局"), make_unit("乙局"), make_person()
    post = Post.objects.create(user=person, role=PostRole.LIAISON, unit=old)
    moves = move_all(old, new)
    Post.objects.create(user=person, role=PostRole.LIAISON, unit=old)  # given to it once more
    assert put_back(moves.notes) == (0, 1)
    post.refresh_from_db()
    assert post.unit == new


def test_a_dropped_row_whose_person_is_gone_stays_dropped() -> None:
    old, new, person = make_unit("甲局"), make_unit("乙局"), make_person("某人", None)
    for unit in (old, new):
        Post.objects.create(user=person, role=PostRole.LIAISON, unit=unit)
    moves = move_all(old, new)
    person.delete()
    back, left = put_back(moves.notes)
    assert (back, left) == (0, 1)


def test_a_set_field_goes_back_unless_it_was_set_again() -> None:
    unit, moves = make_unit(), Moves()
    moves.set(unit, dissolved_on=NOON.date())
    assert put_back(moves.notes) == (1, 0)
    moves.set(unit, short="新名")
    Unit.objects.filter(pk=unit.pk).update(short="再改")
    assert put_back(moves.notes[1:]) == (0, 1)
