"""Suggestions of the second reader stand beside the reading as doubts."""

from tests.reading.second.serving import Reply, serve
from tests.reading.second.test_answers import completion
from tests.reading.second.test_asking import FIRST
from tests.reading.second.test_report import FOUND
from wenming.reading.messages import say
from wenming.reading.model import Reading
from wenming.reading.second.asking import SecondReader
from wenming.reading.second.doubts import with_suggestions


def beside(reply: Reply) -> Reading:
    """The reading with what the service suggests."""
    with serve(reply) as service:
        return with_suggestions(FIRST, SecondReader(f"{service.url}/v1", "small"))


def test_what_the_rules_did_not_read_becomes_a_doubt_at_its_place() -> None:
    reading = beside(Reply(completion(FOUND)))
    said = [(doubt.code, say(doubt.code, doubt.about)) for doubt in reading.doubts]
    assert [code for code, _ in said] == ["second_suggests", "second_suggests"]
    assert "“每月浇水一次”是频次 每月不少于1次" in said[0][1]
    assert "“县林 业局”是牵头单位" in said[1][1]
    assert FIRST.text[reading.doubts[0].start : reading.doubts[0].end] == "每月浇水一次"


def test_it_speaks_english() -> None:
    doubt = beside(Reply(completion(FOUND))).doubts[0]
    assert "at least once a month" in say(doubt.code, doubt.about, "en")


def test_the_rules_reading_stays_as_it_is() -> None:
    assert beside(Reply(completion(FOUND))).plans == FIRST.plans


def test_a_broken_answer_is_a_doubt_too() -> None:
    assert [doubt.code for doubt in beside(Reply(b"oops")).doubts] == ["second_broken"]
