"""What is said, kept in rows and told in versions."""

import pytest

from tests.plans.making import make_unit
from tests.work.making import make_record
from tests.work.records.making import ASKED, make_asking, make_content
from wenming.work.models import Record
from wenming.work.records.content import Counts, keep, keep_uses, kept, told, units_of
from wenming.work.records.outcomes import produced_in
from wenming.work.records.proposing import Why
from wenming.work.records.roster import people_in

pytestmark = pytest.mark.django_db


def test_what_is_kept_anew_takes_the_place_of_the_old() -> None:
    unit, other = make_unit("甲社区"), make_unit("县团委")
    record = make_record(unit)
    first = make_content(unit, with_units=(other,), outputs=produced_in("2部"), roster=people_in("王敏"))
    second = make_content(unit, outputs=produced_in("3部\n1场"), roster=people_in("李青山\n王敏"))
    for content in (first, second):
        keep(record, content)
    again = kept(Record.objects.get())
    assert (again.with_units, again.outputs, again.roster) == ((), second.outputs, second.roster)


def test_uses_are_those_said_last() -> None:
    unit = make_unit("甲社区")
    one, other, record = make_asking(unit), make_asking(unit), make_record(unit)
    keep_uses(record, {one.pk: ASKED})
    keep_uses(record, {one.pk: Counts(is_counted=False, why=Why.NAMED), other.pk: ASKED})
    keep_uses(record, {one.pk: Counts(is_counted=False, why=Why.NAMED)})
    assert list(record.uses.values_list("commitment", "is_counted", "why")) == [(one.pk, False, "named")]


def test_a_version_tells_no_names() -> None:
    content = make_content(roster=people_in("王敏\n李青山"), outputs=produced_in("2部 影片"))
    found = told(content, {7: ASKED, 3: Counts(is_counted=False, why=Why.KIND)})
    assert (found["roster"], found["outputs"], found["uses"], found["first"]) == (2, ["2 部 影片"], [7], "2026-03-05")
    assert "王敏" not in str(found)


def test_every_unit_that_had_a_part() -> None:
    unit, other = make_unit("甲社区"), make_unit("县团委")
    contents = [make_content(unit), make_content(unit, with_units=(other,))]
    assert units_of(contents) == {unit.pk, other.pk}
