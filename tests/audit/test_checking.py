"""The log in the database is judged: what raw SQL does to any row is found."""

import gc
import random
import tracemalloc
from collections.abc import Callable, Generator
from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import settings as running
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pytest_django import DjangoAssertNumQueries, Settings

from tests.audit.making import NOON, tell
from wenming.accounts.models import User
from wenming.audit import checking, triggers
from wenming.audit.actions import fix_head
from wenming.audit.models import Detail, Event, Head, Tip
from wenming.audit.recording import content_of
from wenming.rules import tampering
from wenming.rules.chain import SHA256, SM3, seal
from wenming.rules.tampering import Fault, Finding


def sql(statement: str, *given: int) -> None:
    """What somebody does who has the database and not the program."""
    with connection.cursor() as cursor:
        cursor.execute(statement, given)


@pytest.fixture
def unchecked(db: None) -> Generator[None, None, None]:
    """SQLite looks at no column, for whoever asks it not to."""
    del db
    if connection.vendor == "sqlite":
        sql("PRAGMA ignore_check_constraints = ON")
    yield
    if connection.vendor == "sqlite":
        sql("PRAGMA ignore_check_constraints = OFF")


def change(number: int) -> None:
    """Other words in one event."""
    sql("UPDATE audit_event SET verb = 'x' WHERE number = %s", number)


def remove(number: int) -> None:
    """One event and its details less."""
    sql("DELETE FROM audit_detail WHERE event_id = %s", number)
    sql("DELETE FROM audit_event WHERE number = %s", number)


def swap(number: int, other: int) -> None:
    """Two events in each other's place."""
    Detail.objects.all().delete()
    for was, now in ((number, 0), (other, number), (0, other)):
        sql("UPDATE audit_event SET number = %s WHERE number = %s", now, was)


def insert(number: int) -> None:
    """A forged event, well sealed, and all that follow moved down."""
    Detail.objects.all().delete()
    for later in range(Event.objects.count(), number - 1, -1):
        sql("UPDATE audit_event SET number = %s WHERE number = %s", later + 1, later)
    before = Event.objects.filter(number=number - 1).first()
    event = Event(number=number, at=NOON, verb="forged", origin="web", previous=before.digest if before else "")
    event.digest = seal(content_of(event), previous=event.previous, algorithm=SHA256)
    event.save(force_insert=True)


def seal_again(number: int) -> None:
    """One event changed, and the whole chain after it made to agree, tip included."""
    change(number)
    events = list(Event.objects.order_by("number"))
    for before, event in pairwise([None, *events]):
        if event is not None and event.number >= number:
            event.previous = before.digest if before else ""
            event.digest = seal(content_of(event), previous=event.previous, algorithm=SHA256)
            event.save()
    Tip.objects.update(digest=events[-1].digest)


DEEDS: list[tuple[Callable[[int], None], Fault]] = [
    (change, Fault.CHANGED),
    (remove, Fault.REMOVED),
    (insert, Fault.INSERTED),
]


class TestDeedsOfChance(TestCase):
    """Each with another chain of events of chance."""

    @running(max_examples=15)
    @given(st.integers(0, 10**6), st.data())
    def test_whatever_is_done_to_any_row_is_found(self, seed: int, data: st.DataObject) -> None:
        length = make_events(seed)
        number = data.draw(st.integers(1, length))
        deed, fault = data.draw(st.sampled_from(DEEDS))
        deed(number)
        assert Finding(fault, number, number) in checking.check().findings

    @running(max_examples=10)
    @given(st.integers(0, 10**6), st.data())
    def test_whatever_changed_places_is_found(self, seed: int, data: st.DataObject) -> None:
        length = make_events(seed)
        one, other = data.draw(st.lists(st.integers(1, length), min_size=2, max_size=2, unique=True))
        swap(one, other)
        moved = {(found.number, found.was) for found in checking.check().findings if found.fault is Fault.MOVED}
        assert moved == {(one, other), (other, one)}

    @running(max_examples=10)
    @given(st.integers(0, 10**6), st.data())
    def test_who_seals_again_is_found_by_a_head_that_was_printed(self, seed: int, data: st.DataObject) -> None:
        length = make_events(seed)
        number = data.draw(st.integers(1, length))
        printed = Event.objects.get(number=data.draw(st.integers(number, length)))
        seal_again(number)
        assert checking.check().findings == ()
        found = checking.check([tampering.Head(printed.number, printed.digest, "printed")]).findings
        assert found == (Finding(Fault.HEAD, 1, printed.number, "printed"),)


def make_events(seed: int) -> int:
    """Two to twelve events of chance; how many."""
    chance = random.Random(seed)
    length = chance.randint(2, 12)
    person = User.objects.get_or_create(username="shen", full_name="沈知远")[0]
    for index in range(length):
        tell(str(chance.random()), by=chance.choice([None, person]), at=NOON + timedelta(hours=index))
    return length


@pytest.mark.django_db
class TestCheck:
    def test_both_algorithms_stand_in_one_chain(self, settings: Settings) -> None:
        tell("一县")
        settings.AUDIT_ALGORITHM = SM3
        tell("二县", "三县")
        assert [event.digest.partition(":")[0] for event in Event.objects.order_by("number")] == [SHA256, SM3, SM3]
        assert checking.check().findings == ()
        change(2)
        assert checking.check().findings == (Finding(Fault.CHANGED, 2, 2),)

    def test_an_erased_detail_is_no_fault_and_a_touched_one_is(self) -> None:
        person = User.objects.create(username="shen", full_name="沈知远")
        tell("一县", "二县", by=person)
        Detail.objects.filter(event=1).delete()
        report = checking.check()
        assert (report.findings, report.kept, report.erased) == ((), 1, 1)
        Detail.objects.filter(event=2).update(value="许青")
        assert checking.check().findings == (Finding(Fault.DETAIL_TOUCHED, 2, 2, "name"),)

    def test_a_stored_head_counts(self) -> None:
        tell("一县", "二县", at=NOON)
        fix_head(day=NOON.date(), at=NOON + timedelta(days=1))
        seal_again(2)
        assert checking.check().findings == (Finding(Fault.HEAD, 1, 2, "2026-11-22"),)

    def test_a_head_that_somebody_touched_is_found(self) -> None:
        tell("一县", "二县")
        fix_head(day=NOON.date(), at=NOON + timedelta(days=1))
        Head.objects.update(digest="sha256:00")
        assert [one.fault for one in checking.check().findings] == [Fault.HEAD]

    def test_the_tail_cut_off(self) -> None:
        tell("一县", "二县", "三县")
        remove(3)
        assert checking.check().findings == (Finding(Fault.REMOVED, 3, 3),)

    def test_an_event_before_the_first(self) -> None:
        tell("一县", "二县")
        forged = Event(number=0, at=NOON, verb="forged", origin="web", previous="")
        forged.digest = seal(content_of(forged), previous="", algorithm=SHA256)
        forged.save(force_insert=True)
        assert checking.check().findings == (Finding(Fault.INSERTED, 0, 0),)

    @pytest.mark.parametrize("value", ['{"a": 1.5}', "[" * 5000 + "]" * 5000, r'{"a": "\ud800"}', "x", "5"])
    @pytest.mark.parametrize("column", ["before", "at", "thing_name", "digest", "previous"])
    def test_what_was_never_sealed_is_named(self, unchecked: None, column: str, value: str) -> None:
        if connection.vendor == "postgresql":
            pytest.skip("PostgreSQL keeps every column to its kind")
        tell("一县", "二县", "三县")
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE audit_event SET {column} = %s WHERE number = 2", [value])
        assert Finding(Fault.CHANGED, 2, 2) in checking.check().findings

    def test_a_detail_that_cannot_be_read_is_named(self, unchecked: None) -> None:
        tell("一县", by=User.objects.create(username="shen", full_name="沈知远"))
        with connection.cursor() as cursor:
            cursor.execute("UPDATE audit_detail SET value = %s", ["[" * 5000 + "]" * 5000])
        assert checking.check().findings == (Finding(Fault.DETAIL_TOUCHED, 1, 1, "name"),)

    def test_an_empty_log_is_whole(self) -> None:
        assert checking.check().findings == ()

    def test_it_says_whether_the_database_refuses(self) -> None:
        assert not checking.is_guarded()
        triggers.make(connection)
        assert checking.is_guarded()


@pytest.mark.django_db
def test_a_long_log_is_read_in_pieces(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_many(20_000)
    with django_assert_num_queries(1 + 20 * 3 + 2):  # heads; for each piece its tip, events, details; the end
        report = checking.check()
    assert (report.links, report.findings) == (20_000, ())


@pytest.mark.django_db
def test_a_long_log_takes_no_more_memory_than_a_short_one() -> None:
    make_many(2 * checking.PIECE)
    short = most_memory()
    make_many(6 * checking.PIECE, first=2 * checking.PIECE + 1)
    assert most_memory() < 1.3 * short


def most_memory() -> int:
    """Bytes that judging the log held at its worst moment."""
    gc.collect()
    tracemalloc.start()
    try:
        assert checking.check().findings == ()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def make_many(last: int, *, first: int = 1) -> None:
    """A long chain from ``first`` to ``last``, written at once."""
    before = Tip.objects.first()
    events, previous = [], before.digest if before else ""
    for number in range(first, last + 1):
        event = Event(number=number, at=NOON, verb="places.add_area", origin="web", previous=previous)
        event.digest = previous = seal(content_of(event), previous=previous, algorithm=SHA256)
        events.append(event)
    Event.objects.bulk_create(events, batch_size=500)
    Tip.objects.update_or_create(pk=1, defaults={"number": last, "digest": previous})
