"""Posts are ended while they are handed over, in processes of their own, on the database that is asked for."""

from tests.at_once import environment, run, said

__all__ = ["environment"]  # a fixture

PEOPLE = 10

SET_UP = """
import sys, django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.plans.making import make_person
from wenming.accounts.models import PostRole
make_person("王恪", PostRole.SECURITY)
for number in range(int(sys.argv[1])):
    make_person(f"交出{number}", PostRole.LIAISON)
    make_person(f"接手{number}", None)
"""

HAND_OVER = """
import sys, django
django.setup()
from django.utils.timezone import now
from wenming.accounts.models import User
from wenming.accounts.people.handing_over import NothingInHand, hand_over
by = User.objects.get(username="王恪")
for number in range(int(sys.argv[1])):
    giver, taker = (User.objects.get(username=f"{name}{number}") for name in ("交出", "接手"))
    try:
        hand_over(giver=giver, taker=taker, stops=False, by=by, at=now())
    except NothingInHand:
        pass
    print(taker.posts.count())
"""

END = """
import sys, django
django.setup()
from django.utils.timezone import now
from wenming.accounts import actions
from wenming.accounts.models import Post, User
by = User.objects.get(username="王恪")
for number in range(int(sys.argv[1])):
    ended = 0
    for post in Post.objects.filter(user__username=f"交出{number}", ended_at=None):
        try:
            actions.end_post(post=post, by=by, at=now())
            ended += 1
        except actions.NotHeld:
            pass
    print(ended)
"""


def test_a_post_is_handed_over_or_ended(environment: dict[str, str]) -> None:
    said(run(environment, SET_UP, PEOPLE))
    handed, ended = (said(one) for one in [run(environment, script, PEOPLE) for script in (HAND_OVER, END)])
    assert [one + other for one, other in zip(handed, ended, strict=True)] == [1] * PEOPLE
