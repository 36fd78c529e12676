"""Suggestions of the second reader stand beside the reading as doubts."""

import json

import pytest

from tests.reading.second.serving import Reply, serve
from tests.reading.second.test_answers import completion
from tests.reading.second.test_asking import FIRST
from tests.reading.second.test_report import FOUND
from wenming.reading.messages import say
from wenming.reading.model import Doubt, Role, TermKind
from wenming.reading.second.asking import SecondReader, ask_second
from wenming.reading.second.doubts import doubts_of, suggested


def suggests(reply: Reply) -> list[Doubt]:
    """What the service suggests beside the reading."""
    with serve(reply) as service:
        suggestions, _failures = ask_second(FIRST, SecondReader(f"{service.url}/v1", "small"))
    return doubts_of(FIRST, suggestions)


def test_what_the_rules_did_not_read_becomes_a_doubt_at_its_place() -> None:
    unit, frequency = suggests(Reply(completion(FOUND)))
    assert (unit.code, unit.about) == ("second_sees_lead", {"words": "县林业局"})  # it stands on two lines
    assert (frequency.code, FIRST.text[frequency.start : frequency.end]) == ("second_sees_frequency", "每月浇水一次")
    assert json.loads(frequency.about["value"])["period"] == "month"


@pytest.mark.parametrize("kind", [*Role, *TermKind])
def test_a_code_says_what_is_suggested(kind: Role | TermKind) -> None:
    assert suggested(f"second_sees_{kind}") is kind


def test_another_doubt_suggests_nothing() -> None:
    assert suggested("second_broken") is None


@pytest.mark.parametrize("code", [f"second_sees_{one}" for one in (*Role, *TermKind)])
def test_every_suggestion_has_its_sentence(code: str) -> None:
    assert say(code, {"words": "县林业局"}).startswith("第二读者认为“县林业局”是")
    assert "县林业局" in say(code, {"words": "县林业局"}, "en")


def test_part_of_a_unit_that_was_read_is_no_doubt() -> None:
    part = completion({"duties": [{"unit": "教育局", "role": "cooperating"}], "terms": []})
    assert "县教育局" in FIRST.text
    assert suggests(Reply(part)) == []


def test_part_of_a_unit_in_another_role_is_one() -> None:
    part = completion({"duties": [{"unit": "教育局", "role": "lead"}], "terms": []})
    assert [doubt.code for doubt in suggests(Reply(part))] == ["second_sees_lead"]
