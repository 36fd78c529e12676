"""The office adds days and takes them away, and verdicts follow."""

from datetime import date

import pytest
from django.db import transaction

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_commitment, make_measure
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.rules.commitments.kept import as_json
from wenming.rules.commitments.model import Amount, Every, Recurring, Span
from wenming.rules.commitments.model import Commitment as Rule
from wenming.rules.days.added import Added, AddedKind
from wenming.work.days.actions import BadDays, add_days, remove_days
from wenming.work.models import Cell, LocalDays
from wenming.work.verdicts.refreshing import refresh

pytestmark = pytest.mark.django_db

TERM = Added(AddedKind.AUTUMN, date(2026, 8, 26), date(2027, 1, 15), "秋季学期")
EID = Added(AddedKind.OFF, date(2026, 5, 27), date(2026, 5, 28), "古尔邦节", "自治区通知")


@pytest.fixture
def me() -> User:
    """Of the office."""
    return make_person("陈晓", None)


def test_what_is_added_is_kept_and_told(me: User) -> None:
    made = add_days(days=[EID, TERM], by=me, at=NOON)
    assert [(one.kind, one.first, one.last, one.name) for one in made] == [
        ("off", date(2026, 5, 27), date(2026, 5, 28), "古尔邦节"),
        ("autumn", date(2026, 8, 26), date(2027, 1, 15), "秋季学期"),
    ]
    assert Event.objects.filter(verb="work.add_days").count() == 2
    assert add_days(days=[EID], by=me, at=NOON) == []  # there already: nothing is done or told
    assert Event.objects.filter(verb="work.add_days").count() == 2


def test_one_bad_entry_keeps_all_out(me: User) -> None:
    with pytest.raises(BadDays, match="县庆日"):
        add_days(days=[EID, Added(AddedKind.WORK, EID.last, EID.last, "县庆日")], by=me, at=NOON)
    assert not LocalDays.objects.exists()
    assert not Event.objects.filter(verb="work.add_days").exists()


def test_verdicts_follow_at_once_and_back_again(me: User) -> None:
    rule = as_json(
        Rule(Recurring(Amount(1, None, "次"), 1, Every.SCHOOL_TERM), Span(date(2026, 8, 1), date(2027, 7, 31)))
    )
    commitment = make_commitment(make_measure(make_unit("甲镇")), rule=rule)
    with transaction.atomic():
        refresh(commitments=[commitment.pk], units=None, at=NOON)
    before = list(Cell.objects.order_by("first").values_list("first", "last"))
    [made] = add_days(days=[TERM], by=me, at=NOON)
    after = list(Cell.objects.order_by("first").values_list("first", "last"))
    assert (TERM.first, TERM.last) in after
    assert (TERM.first, TERM.last) not in before
    remove_days(days=made, by=me, at=NOON)
    assert list(Cell.objects.order_by("first").values_list("first", "last")) == before
    assert Event.objects.filter(verb="work.remove_days").exists()


def test_what_is_gone_cannot_be_removed_again(me: User) -> None:
    [made] = add_days(days=[EID], by=me, at=NOON)
    remove_days(days=made, by=me, at=NOON)
    made.pk = 1
    with pytest.raises(LocalDays.DoesNotExist):
        remove_days(days=made, by=me, at=NOON)
