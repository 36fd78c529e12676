"""Who leads by a rule that a plan states once."""

import pytest

from tests.reading.duties.test_statements import named
from wenming.reading.duties.leaders import find_lead_rule, led
from wenming.reading.duties.statements import find_bracketed


def duties(text: str) -> list[str]:
    rule = find_lead_rule(text, 0, len(text))
    found = [led(text, each.units, each.end, rule) for each in find_bracketed(text, 0, len(text))]
    return [unit for units in found for unit in named(text, units)]


@pytest.mark.parametrize(
    "text",
    [
        "（列第一位者为牵头单位，下同）",
        "责任单位中排在第一位的为牵头单位",
        "列首位的单位为牵头单位",
        "（第一个单位为牵头单位，下同）",
        "第一责任单位是牵头单位",
    ],
)
def test_the_first_leads(text: str) -> None:
    assert find_lead_rule(text, 0, len(text)).first_from < len(text)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("责任单位：★县公安局、县住建局。带★的为牵头单位", ["L县公安局", "R县住建局"]),
        ("责任单位：县公安局▲、县住建局。注：▲号单位为牵头单位", ["L县公安局", "R县住建局"]),
        ("责任单位：*县公安局、县住建局。标“*”的责任单位为牵头单位", ["L县公安局", "R县住建局"]),
        ("责任单位：★县公安局、县住建局。", ["R县公安局", "R县住建局"]),
        ("责任单位：**镇党委、各社区。", ["R**镇党委", "R各社区"]),
        ("牵头单位：县公安局；责任单位：★县住建局。带★的为牵头单位", ["L县公安局", "R县住建局"]),
        ("责任单位：县公安局。列第一位者为牵头单位，下同。", ["R县公安局"]),
    ],
)
def test_a_sign_leads(text: str, units: list[str]) -> None:
    assert duties(text) == units
