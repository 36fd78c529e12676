"""Several reviewers at the same moment, in processes of their own, on the database that is asked for."""

from tests.at_once import environment, run, said

__all__ = ["environment"]  # a fixture

PEOPLE = 3
TURNS = 6

SET_UP = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.plans import read
print(read.duty_of(read.read_version(), "教育局").pk)
"""

# Each takes turns at the same unit: looks, then corrects what it saw, as a form would that was open meanwhile.
TAKE_TURNS = """
import sys, time, django
django.setup()
from django.utils.timezone import now
from wenming.accounts.models import User
from wenming.plans.actions import marking, steps
from wenming.plans.models import Duty
from wenming.reading.model import Role
by, saved, late = User.objects.get(), 0, 0
for turn in range(int(sys.argv[2])):
    duty = Duty.objects.select_related("measure").get(pk=sys.argv[1])
    seen = marking.Seen("duty", duty.pk, duty.revision)
    role = Role.LEAD if duty.role == "responsible" else Role.RESPONSIBLE
    time.sleep(0.01)
    try:
        span = (duty.start, duty.end)
        marking.correct_duty(
            version_id=duty.measure.version_id, seen=seen, role=role, span=span, by=by, at=now()
        )
        saved += 1
    except steps.Stale:
        late += 1
print(saved, late)
"""

COUNT = """
import sys, django
django.setup()
from wenming.plans.models import Duty, Step
print(Duty.objects.get(pk=sys.argv[1]).revision, Step.objects.count())
"""


def test_no_change_is_lost_and_none_overwrites_unseen(environment: dict[str, str]) -> None:
    (duty,) = said(run(environment, SET_UP))
    everybody = [run(environment, TAKE_TURNS, duty, TURNS) for _ in range(PEOPLE)]
    counts = [said(one) for one in everybody]
    saved = sum(one for one, _late in counts)
    assert saved + sum(late for _saved, late in counts) == PEOPLE * TURNS
    assert said(run(environment, COUNT, duty)) == [saved, saved]
