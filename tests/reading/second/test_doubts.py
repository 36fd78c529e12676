"""Suggestions of the second reader stand beside the reading as doubts."""

import pytest

from tests.reading.second.serving import Reply, serve
from tests.reading.second.test_answers import completion
from tests.reading.second.test_asking import FIRST
from tests.reading.second.test_report import FOUND
from wenming.reading.messages import say
from wenming.reading.model import Reading, Role, TermKind
from wenming.reading.second.asking import SecondReader
from wenming.reading.second.doubts import with_suggestions


def beside(reply: Reply) -> Reading:
    """The reading with what the service suggests."""
    with serve(reply) as service:
        return with_suggestions(FIRST, SecondReader(f"{service.url}/v1", "small"))


def test_what_the_rules_did_not_read_becomes_a_doubt_at_its_place() -> None:
    reading = beside(Reply(completion(FOUND)))
    assert [doubt.code for doubt in reading.doubts] == ["second_sees_frequency", "second_sees_lead"]
    assert FIRST.text[reading.doubts[0].start : reading.doubts[0].end] == "每月浇水一次"


@pytest.mark.parametrize("code", [f"second_sees_{one}" for one in (*Role, *TermKind)])
def test_every_suggestion_has_its_sentence(code: str) -> None:
    assert say(code, {"words": "县林业局"}).startswith("第二读者认为“县林业局”是")
    assert "县林业局" in say(code, {"words": "县林业局"}, "en")


def test_the_rules_reading_stays_as_it_is() -> None:
    assert beside(Reply(completion(FOUND))).plans == FIRST.plans


def test_a_broken_answer_is_a_doubt_too() -> None:
    assert [doubt.code for doubt in beside(Reply(b"oops")).doubts] == ["second_broken"]


def test_part_of_a_unit_that_was_read_is_no_doubt() -> None:
    part = completion({"duties": [{"unit": "教育局", "role": "cooperating"}], "terms": []})
    assert "县教育局" in FIRST.text
    assert beside(Reply(part)).doubts == ()


def test_part_of_a_unit_in_another_role_is_one() -> None:
    part = completion({"duties": [{"unit": "教育局", "role": "lead"}], "terms": []})
    assert [doubt.code for doubt in beside(Reply(part)).doubts] == ["second_sees_lead"]
