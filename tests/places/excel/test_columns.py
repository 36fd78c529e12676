"""The columns: each named once in a sheet, in every language."""

import pytest

from wenming.places.excel.columns import COLUMNS, SHEETS, choices_by_word, in_all_languages, plain
from wenming.places.models import AreaKind, UnitKind


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_head_means_two_columns(sheet: str) -> None:
    heads = [word for column in COLUMNS[sheet] for word in in_all_languages(column.head)]
    assert len(heads) == len(set(heads))


def test_no_word_means_two_choices() -> None:
    assert set(choices_by_word(UnitKind).values()) == set(UnitKind.values)
    assert set(choices_by_word(AreaKind).values()) == set(AreaKind.values)


def test_a_head_is_known_however_it_is_spaced() -> None:
    assert plain(" 全 称 *") == plain("全称")


def test_choices_fit_into_excels_list() -> None:
    assert len(",".join(str(kind.label) for kind in UnitKind)) < 255
