"""The cleaned view and the way back."""

from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.cleaning.view import build_view


def test_a_gap_inside_a_word_is_spanned() -> None:
    text = "学习计XX划\n  下一行"
    view = build_view(text, [[(0, 3), (5, 6)], [(9, 12)]])
    assert view.text == "学习计划\n下一行\n"
    assert view.span(2, 4) == (2, 6)
    assert text[slice(*view.span(5, 8))] == "下一行"


def test_runs_in_another_order_are_spanned_from_the_first_to_the_last() -> None:
    view = build_view("县城│6月\n管局│底前", [[(0, 2), (6, 8), (2, 3), (3, 5), (9, 11)]])
    assert view.text == "县城管局│6月底前\n"
    assert view.span(0, 4) == (0, 8)
    assert view.span(3, 7) == (2, 8)
    assert view.span(5, 9) == (3, 11)


def test_an_empty_view_has_a_place() -> None:
    assert build_view("", []).span(0, 0) == (0, 0)


@given(st.lists(st.text("甲乙丙丁 ", min_size=1, max_size=6), min_size=1, max_size=12))
def test_every_character_leads_back_to_itself(parts: list[str]) -> None:
    text = "-".join(parts)
    runs, at = [], 0
    for part in parts:
        runs.append((at, at + len(part)))
        at += len(part) + 1
    view = build_view(text, [runs])
    assert all(text[view.origin(at)] == sign for at, sign in enumerate(view.text) if sign != "\n")
