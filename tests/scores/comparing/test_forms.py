"""What a ranking is asked for."""

from wenming.rules.ranking import Way
from wenming.scores.comparing.forms import PLAIN, WAY_HELP, WAY_WORDS, RankingForm


def test_nothing_said_is_good_and_nonsense_is_not() -> None:
    assert RankingForm({}).is_valid()
    assert not RankingForm({"way": "best"}).is_valid()
    assert not RankingForm({"least": "0"}).is_valid()


def test_every_way_is_explained() -> None:
    assert set(WAY_WORDS) == set(WAY_HELP) == {PLAIN, *Way}
