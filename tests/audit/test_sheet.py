"""Events in a workbook."""

import json
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from tests.audit.making import person, tell
from wenming.audit import sheet
from wenming.audit.forms import Sought
from wenming.audit.queries import found
from wenming.rules.chain import is_seal_of

pytestmark = pytest.mark.django_db


def rows(path: Path, *, with_people: bool = False) -> list[list[object]]:
    """What Excel shows."""
    with path.open("wb") as file:
        sheet.write(file, found(Sought()), with_people=with_people)
    book = openpyxl.load_workbook(BytesIO(path.read_bytes()))
    return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]


def test_whoever_has_it_can_check_the_seals(tmp_path: Path) -> None:
    tell("一县", "二县")
    _head, last, first = rows(tmp_path / "log.xlsx")
    for row in (first, last):
        content, previous, digest = row[-3:]
        assert is_seal_of(str(digest), json.loads(str(content)), previous=str(previous or ""))
    assert last[-2] == first[-1]


def test_nothing_becomes_a_formula(tmp_path: Path) -> None:
    tell('=HYPERLINK("http://example.org")')
    assert "→ =HYPERLINK" in str(rows(tmp_path / "log.xlsx")[1][6])


def test_a_name_that_looks_like_a_part_of_the_file_does_no_harm(tmp_path: Path) -> None:
    tell("一县", verb="<r>&</r>")
    assert rows(tmp_path / "log.xlsx")[1][4] == "<r>&</r> "


def test_a_person_is_a_number_unless_asked_for(tmp_path: Path) -> None:
    one = person()
    tell("一县", by=one)
    assert rows(tmp_path / "log.xlsx")[1][2] == str(one.pk)
    assert rows(tmp_path / "log.xlsx", with_people=True)[1][2] == "shen先生"
