"""Opening, closing and opening again."""

from dataclasses import replace

import pytest

from tests.frameworks.filing.making import OPENING, make_filing, make_piece, want
from tests.frameworks.making import PACK, item, make_edition
from tests.plans.making import NOON, make_person
from wenming.audit.models import Event
from wenming.frameworks.actions import filing_rounds as rounds
from wenming.frameworks.actions.bringing import put_in_force
from wenming.frameworks.models import Filing

pytestmark = pytest.mark.django_db


def test_it_keeps_what_is_wanted_as_it_was_when_it_opened() -> None:
    office = make_person()
    edition = make_edition(office, is_draft=False)
    filing = make_filing(office, edition)
    told = list(filing.wants.values_list("position", "standard", "number", "code", "format", "max_words", "count"))
    assert told == [(1, 1, 1, "Ⅰ-2-1", "说明报告", 300, ""), (2, 1, 2, "Ⅰ-2-1", "实景图片", None, "2张")]
    newer = make_edition(office, of=edition.framework, text=PACK.replace("2张", "9张").replace("300", "50"))
    put_in_force(edition=newer, by=office, at=NOON)
    row = item(edition, "Ⅰ-2-1")
    row.body = {}
    row.save()
    assert (want(filing, 2).count, want(filing).max_words) == ("2张", 300)
    assert Event.objects.filter(verb="frameworks.open_filing").count() == 1


def test_only_the_chosen_standards_and_only_what_wants_something() -> None:
    office = make_person()
    edition = make_edition(office, is_draft=False)
    bare = replace(OPENING, standards=[item(edition, "Ⅰ-1-1").pk])
    with pytest.raises(rounds.NothingWanted):
        make_filing(office, edition, bare)
    assert not Filing.objects.exists()
    chosen = replace(OPENING, standards=[item(edition, "Ⅰ-2-1").pk])
    assert make_filing(office, edition, chosen).wants.count() == 2


def test_a_draft_is_not_filed_by() -> None:
    office = make_person()
    with pytest.raises(rounds.NotIssued):
        make_filing(office, make_edition(office))


def test_what_is_closed_takes_nothing_until_it_is_opened_again() -> None:
    office = make_person()
    filing = make_filing(office)
    with pytest.raises(rounds.FilingOpen):
        rounds.reopen_filing(filing=filing, by=office, at=NOON)
    rounds.close_filing(filing=filing, by=office, at=NOON)
    with pytest.raises(rounds.FilingClosed):
        rounds.close_filing(filing=filing, by=office, at=NOON)
    with pytest.raises(rounds.FilingClosed):
        make_piece(want(filing), office)
    rounds.reopen_filing(filing=filing, by=office, at=NOON)
    assert make_piece(want(filing), office).version == 1
    verbs = Event.objects.filter(verb__endswith="_filing").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["frameworks.open_filing", "frameworks.close_filing", "frameworks.reopen_filing"]
