"""Lines that begin with the unit they tell to act."""

import pytest

from wenming.reading.structure.unit_lines import unit_lines

SERIES = "县水利局负责疏浚河道。\n县城管局要清运两岸垃圾。\n县财政局负责落实经费。\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (SERIES, 3),
        (SERIES.replace("县财政局负责落实经费。\n", ""), 0),  # two may be sentences that a page broke
        (SERIES.replace("县城管局", "\n县城管局"), 0),
        ("县水利局 1.疏浚河道；2.护岸。\n县城管局　（1）清运垃圾；（2）保洁。\n各镇 ①巡查；②上报信息。\n", 0),
        ("县水利局 1.疏浚河道；2.护岸。\n县城管局　（1）清运垃圾；（2）保洁。\n各村镇 1.巡查；2.上报。\n", 3),
        ("县水利局 县城管局 县住建局 县公安局\n" * 3, 0),
        ("加强领导要有力。\n提高认识要到位。\n形成合力要主动。\n", 0),
    ],
)
def test_unit_lines(text: str, count: int) -> None:
    assert len(unit_lines(text, 0, len(text))) == count
