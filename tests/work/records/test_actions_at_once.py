"""A phone that sends the same record again while the first sending is still under way."""

from tests.at_once import environment, run, said

__all__ = ["environment"]  # a fixture

SENDINGS = 3
TURNS = 12

SET_UP = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.plans.making import make_person, make_unit
from tests.work.records.making import make_asking
make_person()
print(make_asking(make_unit("甲社区")).pk)
"""

# Each sends the same records, in the same order; what they count for is worked out in each sending's transaction.
SEND = """
import sys, django
django.setup()
from uuid import UUID
from django.utils.timezone import now
from tests.work.records.making import ASKED, make_content
from wenming.accounts.models import User
from wenming.work.records.actions import record_work
by, uses = User.objects.get(), {int(sys.argv[1]): ASKED}
for turn in range(int(sys.argv[2])):
    print(record_work(key=UUID(int=turn + 1), content=make_content(title=f"第{turn}次"), uses=uses, by=by, at=now()).pk)
"""

COUNT = """
import django
django.setup()
from wenming.audit.models import Event
from wenming.work.models import Cell, Record, RecordVersion, Use
counts = [Record.objects.count(), RecordVersion.objects.count(), Use.objects.count()]
events = Event.objects.filter(verb="work.record_work").count()
print(*counts, events, int(max(cell.have or 0 for cell in Cell.objects.all())))
"""


def test_sent_at_once_they_are_once(environment: dict[str, str]) -> None:
    (asking,) = said(run(environment, SET_UP))
    sendings = [run(environment, SEND, asking, TURNS) for _sending in range(SENDINGS)]
    keys = [said(one) for one in sendings]
    assert keys == [keys[0]] * SENDINGS
    assert said(run(environment, COUNT)) == [TURNS] * 5
