"""The score as lines."""

import pytest

from tests.plans.making import NOON, make_person
from tests.scores.making import POSITIONS, make_open, saw
from wenming.scores.actions.rounds import leave_out
from wenming.scores.standing import standing_of
from wenming.scores.tree.lines import chosen, lines_of, walk

pytestmark = pytest.mark.django_db


def test_each_item_stands_below_its_own() -> None:
    me = make_person()
    found = make_open(me, saw("A-1", "0.5"), saw("A-1", "1"))
    leave_out(changed=found, codes=["A-2"], by=me, at=NOON)
    found.refresh_from_db()
    lines = lines_of(standing_of(found))
    assert [one.name for one in lines] == ["公共环境", "群众评价"]
    assert {one.result.node.code: one.position for one in walk(lines)} == POSITIONS
    lamps, toilets, markets = lines[0].below
    assert (lamps.score, lamps.known, lamps.share, lamps.percent, lamps.count) == ("3", "4", "75%", 75.0, 2)
    assert (toilets.is_left_out, toilets.state) == (True, "不适用")
    assert (markets.score, markets.state, markets.percent) == ("", "还没有数据", None)
    assert (lines[0].state, lines[0].points) == ("只计已知部分", "14")
    assert chosen(lines, POSITIONS["B"]) is lines[1]
    assert chosen(lines, 99) is lines[0]
    assert chosen([], 1) is None
