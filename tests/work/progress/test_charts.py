"""What charts tell."""

from datetime import date

from wenming.rules.commitments.judging import State
from wenming.work.board.grid import Heap
from wenming.work.progress.charts import ChartKind, of_heaps, of_values

NAMES = {state.value: state.value.upper() for state in State}


def test_only_states_that_occur_from_done_to_open() -> None:
    heaps = [("甲", Heap({State.OPEN: 1, State.MET: 2})), ("乙", Heap({State.MISSED: 3}))]
    told = of_heaps(ChartKind.ROWS, heaps, addresses=["?a", "?b"], names=NAMES).as_json()
    assert told["labels"] == ["甲", "乙"]
    assert told["lines"] == [
        {"name": "MET", "tone": "met", "values": [2, 0]},
        {"name": "MISSED", "tone": "missed", "values": [0, 3]},
        {"name": "OPEN", "tone": "open", "values": [1, 0]},
    ]


def test_series_share_their_days() -> None:
    one, two = date(2026, 1, 1), date(2026, 2, 1)
    chart = of_values({"甲": {two: 3.5}, "乙": {one: 1.0}}, target=4, target_name="目标")
    assert chart.labels == ["2026-01-01", "2026-02-01"]
    assert [(line.tone, line.values) for line in chart.lines] == [("main", [None, 3.5]), ("other", [1.0, None])]
