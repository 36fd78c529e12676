"""How far a round has come as one bar."""

from wenming.frameworks.filing.bars import WIDTH, bar_of
from wenming.frameworks.filing.words import SHAPES, VERDICTS
from wenming.rules.filing.judging import Verdict


def test_its_parts_fill_it_what_is_done_first() -> None:
    bar = bar_of({Verdict.NOTHING: 2, Verdict.SHORT: 0, Verdict.COMPLETE: 1})
    assert [(one.shape, one.count, one.start) for one in bar] == [("met", 1, 0), ("missed", 2, 200)]
    assert sum(one.width for one in bar) == WIDTH
    assert bar_of({}) == []


def test_every_verdict_has_a_shape_and_a_word() -> None:
    assert set(SHAPES) == set(VERDICTS) == set(Verdict)
