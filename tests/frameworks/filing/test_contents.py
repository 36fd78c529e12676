"""What lies in a pack."""

import pytest

from tests.frameworks.filing.making import make_filing, make_piece, want
from tests.plans.making import make_person, make_unit
from tests.work.evidence import files
from tests.work.evidence.making import make_evidence
from wenming.frameworks.actions.filing_pieces import Content
from wenming.frameworks.filing.contents import entries_of
from wenming.frameworks.filing.packing import everything
from wenming.frameworks.filing.standings import lines_of

pytestmark = pytest.mark.django_db


def test_a_strange_suffix_gives_way_to_that_of_the_kind() -> None:
    office = make_person()
    filing = make_filing(office)
    for seed, name in enumerate(["a.JPG", "b.照片", "c.exe", "d.HEIC"], start=1):
        photo = make_evidence(files.photo(files.scene(seed=seed)), make_unit(), office, name=name, is_prepared=False)
        make_piece(want(filing, 2), office, Content("照片", evidence=photo))
    entries = entries_of(lines_of(filing, everything(filing)), pages_only=True)
    assert [one.name.rpartition("/")[2] for one in entries] == [
        "Ⅰ-2-1-2)-① 照片.jpg",
        "Ⅰ-2-1-2)-② 照片.jpg",
        "Ⅰ-2-1-2)-③ 照片.jpg",
        "Ⅰ-2-1-2)-④ 照片.heic",
        "Ⅰ-2-1-2)-④ 照片.jpg",
    ]
    assert [one.page for one in entries] == ["", "", "", "", "copy"]
    assert not any(one.is_report for one in entries)
