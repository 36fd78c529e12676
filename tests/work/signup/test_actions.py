"""A liaison opens a sign-up, and its names become the roster of a record."""

from uuid import uuid4

import pytest
from django.utils.timezone import now

from tests.work.making import make_record
from tests.work.records.making import make_content
from tests.work.signup.making import make_given, make_sign_up, make_signing
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.places.models import Unit
from wenming.work.models import Record, RecordState
from wenming.work.records.actions import NotAllowed, record_work
from wenming.work.records.roster import MOST_PEOPLE, TooMany, people_in
from wenming.work.signup import actions
from wenming.work.signup.queries import names_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(unit: Unit, me: User) -> Record:
    """With one name on its roster."""
    content = make_content(unit, roster=people_in("李青山 县团委"), people=1)
    return record_work(key=uuid4(), content=content, uses={}, by=me, at=now())


def roster(record: Record) -> list[str]:
    return list(record.attendees.values_list("name", flat=True))


def test_one_sign_up_for_a_record(unit: Unit, me: User, record: Record) -> None:
    made = make_sign_up(unit, me, record_key=record.key)
    with pytest.raises(actions.AlreadyOpen) as caught:
        make_sign_up(unit, me, record_key=record.key)
    assert caught.value.sign_up == made
    assert Event.objects.filter(verb="work.open_sign_up").count() == 1


def test_changing_keeps_the_names(unit: Unit, me: User) -> None:
    made = make_sign_up(unit, me)
    make_signing(made, "王敏")
    actions.change_sign_up(sign_up=made, given=make_given(title="另一场", asks="name"), by=me, at=now())
    made.refresh_from_db()
    assert (made.title, made.asks, made.signings.count()) == ("另一场", "name", 1)
    assert Event.objects.filter(verb="work.change_sign_up").exists()


def test_names_become_the_roster_each_once(unit: Unit, me: User, record: Record) -> None:
    made = make_sign_up(unit, me, record_key=record.key)
    keys = [make_signing(made, name).pk for name in ("王敏", "王敏", "赵兰")]
    assert actions.list_names(sign_up=made, keys=keys, by=me, at=now()) == 2
    record.refresh_from_db()
    assert (roster(record), record.people, record.revision) == (["李青山", "王敏", "赵兰"], 3, 1)
    assert actions.list_names(sign_up=made, keys=keys, by=me, at=now()) == 0
    record.refresh_from_db()
    assert record.revision == 1
    told = Event.objects.filter(verb="work.list_names").first()
    assert told is not None
    assert "王敏" not in str(told.after)


def test_a_number_that_somebody_typed_stays(unit: Unit, me: User) -> None:
    record = record_work(key=uuid4(), content=make_content(unit, people=80), uses={}, by=me, at=now())
    made = make_sign_up(unit, me, record_key=record.key)
    actions.list_names(sign_up=made, keys=[make_signing(made, "王敏").pk], by=me, at=now())
    record.refresh_from_db()
    assert record.people == 80


def test_what_cannot_be(unit: Unit, me: User, record: Record) -> None:
    early = make_sign_up(unit, me)
    key = make_signing(early, "王敏").pk
    with pytest.raises(actions.NoRecord):
        actions.list_names(sign_up=early, keys=[key], by=me, at=now())
    made = make_sign_up(unit, me, record_key=record.key)
    names = "\n".join(f"甲{number}号" for number in range(MOST_PEOPLE))
    full = record_work(key=uuid4(), content=make_content(unit, roster=people_in(names)), uses={}, by=me, at=now())
    of_full = make_sign_up(unit, me, record_key=full.key)
    with pytest.raises(TooMany):
        actions.list_names(sign_up=of_full, keys=[make_signing(of_full, "王敏").pk], by=me, at=now())
    Record.objects.filter(pk=record.pk).update(state=RecordState.WITHDRAWN)
    with pytest.raises(NotAllowed):
        actions.list_names(sign_up=made, keys=[make_signing(made, "王敏").pk], by=me, at=now())
    assert roster(record) == ["李青山"]


def test_names_of_another_sign_up_are_left_alone(unit: Unit, me: User, record: Record) -> None:
    made, other = make_sign_up(unit, me, record_key=record.key), make_sign_up(unit, me)
    assert actions.list_names(sign_up=made, keys=[make_signing(other, "王敏").pk], by=me, at=now()) == 0


def test_aside_and_back(unit: Unit, me: User) -> None:
    made = make_sign_up(unit, me)
    keys = [make_signing(made, "路人").pk]
    assert actions.set_aside(sign_up=made, keys=keys, is_aside=True, by=me, at=now()) == 1
    assert [one.name for one in names_of(made, None).set_aside] == ["路人"]
    assert actions.set_aside(sign_up=made, keys=keys, is_aside=False, by=me, at=now()) == 1
    assert [one.name for one in names_of(made, None).proposed] == ["路人"]


def test_who_asks_for_it_leaves_roster_and_sign_up(unit: Unit, me: User, record: Record) -> None:
    made = make_sign_up(unit, me, record_key=record.key)
    leaving, staying = make_signing(made, "王敏"), make_signing(made, "赵兰")
    actions.list_names(sign_up=made, keys=[leaving.pk, staying.pk], by=me, at=now())
    made.signings.filter(pk=leaving.pk).update(state="leaving")
    assert [one.name for one in names_of(made, record).leaving] == ["王敏"]
    assert actions.take_off(sign_up=made, keys=[leaving.pk], by=me, at=now()) == 1
    assert (roster(record), made.signings.get().name) == (["李青山", "赵兰"], "赵兰")
    assert actions.take_off(sign_up=made, keys=[staying.pk], by=me, at=now()) == 1
    assert made.signings.get().state == "set_aside"


def test_who_asks_for_it_goes_even_where_the_roster_has_no_such_name(unit: Unit, me: User, record: Record) -> None:
    made, alone = make_sign_up(unit, me, record_key=record.key), make_sign_up(unit, me)
    for sign_up, count in ((made, 0), (alone, 0)):
        leaving = make_signing(sign_up, "王敏")
        sign_up.signings.update(state="leaving")
        assert actions.take_off(sign_up=sign_up, keys=[leaving.pk], by=me, at=now()) == count
        assert not sign_up.signings.exists()
    with pytest.raises(actions.NoRecord):
        actions.take_off(sign_up=alone, keys=[make_signing(alone, "赵兰").pk], by=me, at=now())
    assert roster(record) == ["李青山"]


def test_a_record_of_another_hand_is_no_matter(unit: Unit, me: User) -> None:
    record = make_record(unit)
    made = make_sign_up(unit, me, record_key=record.key)
    assert actions.list_names(sign_up=made, keys=[make_signing(made, "王敏").pk], by=me, at=now()) == 1
