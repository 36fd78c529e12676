"""The rows of the table of working days are printed from what chinesecalendar knows."""

import pytest

from tools.working_days import main
from wenming.rules.days.table import NOTICES, Notice, nationwide, read


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: str(notice.year))
def test_it_prints_what_the_table_has(notice: Notice, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(notice.year), notice.number]) == 0
    assert read(capsys.readouterr().out) == tuple(day for day in nationwide() if day.on.year == notice.year)


@pytest.mark.parametrize("arguments", [["2099", "国办发明电〔2098〕1号"], ["2026"], []])
def test_it_fails_where_nothing_is_known(arguments: list[str]) -> None:
    assert main(arguments) == 1
