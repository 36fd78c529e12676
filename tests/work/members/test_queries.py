"""What is shown of rolls and of coverage by name."""

from datetime import date

import pytest

from tests.work.members.making import make_coverage, make_member, make_training
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.rules.commitments.roll import Unclear
from wenming.work.members import queries
from wenming.work.verdicts.explaining import working_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 4, 1)


def test_counted_by_name_with_doubts(unit: Unit, me: User) -> None:
    asking = make_coverage(unit)
    working = working_of(asking, unit.pk, first=None, today=TODAY)
    assert working is not None
    assert queries.counted_by_name(working, unit) is None
    known = make_member(unit, "李青山", made_by=me)
    for office in ("办公室", "人事科"):
        make_member(unit, "王敏", office, made_by=me)
    record = make_training(unit, asking, "李青山", "王敏")
    working = working_of(asking, unit.pk, first=None, today=TODAY)
    assert working is not None
    found = queries.counted_by_name(working, unit)
    assert found is not None
    assert (found.have, found.need, found.missing, dict(found.attended)) == (1, 3, 2, {known.pk: 1})
    assert [(one.pk, doubt.why) for one, doubt in found.doubts] == [(record.pk, Unclear.NAMESAKES)]


def test_words_and_days(unit: Unit, me: User) -> None:
    make_coverage(unit)
    make_member(unit, "李青山", "办公室", made_by=me, until=date(2026, 2, 1))
    make_member(unit, "王敏", made_by=me)
    assert queries.populations_of(unit) == ["干部"]
    assert [one.name for one in queries.members_of(unit, "干部", words="办公")] == ["李青山"]
    assert [one.name for one in queries.members_of(unit, "干部", day=TODAY)] == ["王敏"]
