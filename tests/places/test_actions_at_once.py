"""Several people at the same moment, in processes of their own, on the database that is asked for."""

from tests.at_once import environment, run, said

__all__ = ["environment"]  # a fixture

PEOPLE = 3
TURNS = 20

SET_UP = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.plans.making import make_area, make_person
make_person()
print(make_area().pk)
"""

# Each adds units of the same names, in the same order.
ADD = """
import sys, django
django.setup()
from django.utils.timezone import now
from wenming.accounts.models import User
from wenming.places import actions
from wenming.places.models import Area, UnitKind
area, by, added, taken = Area.objects.get(pk=sys.argv[1]), User.objects.get(), 0, 0
for turn in range(int(sys.argv[2])):
    try:
        actions.add_unit(name=f"第{turn}中学", short="", kind=UnitKind.INSTITUTION, area=area, by=by, at=now())
        added += 1
    except actions.NameTaken:
        taken += 1
print(added, taken)
"""

# Each imports the same files, in the same order.
IMPORT = """
import sys, django
django.setup()
from django.core.files.base import ContentFile
from django.utils.timezone import now
from wenming.accounts.models import User
from wenming.plans.actions import importing
by, made, same = User.objects.get(), 0, 0
for turn in range(int(sys.argv[1])):
    try:
        file = ContentFile(f"方案{turn}".encode(), name="方案.txt")
        importing.import_document(file=file, plan=None, by=by, at=now())
        made += 1
    except importing.AlreadyImported:
        same += 1
print(made, same)
"""


def test_a_unit_is_added_once_and_a_file_imported_once(environment: dict[str, str]) -> None:
    (area,) = said(run(environment, SET_UP))
    for script, arguments in ((ADD, (area, TURNS)), (IMPORT, (TURNS,))):
        counts = [said(one) for one in [run(environment, script, *arguments) for _ in range(PEOPLE)]]
        assert sum(done for done, _refused in counts) == TURNS
        assert sum(refused for _done, refused in counts) == (PEOPLE - 1) * TURNS
