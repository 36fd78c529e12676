"""The second reader's part of the report."""

from tests.reading.second.serving import Reply, serve
from tests.reading.second.test_answers import completion, term
from tests.reading.second.test_asking import FIRST
from wenming.reading.second.asking import SecondReader
from wenming.reading.second.report import second_as_text
from wenming.reading.terminal import Style

FOUND = {
    "duties": [{"unit": "县林业局", "role": "lead"}, {"unit": "县教育局", "role": "cooperating"}],
    "terms": [term("frequency", "每月浇水一次", {"min": 1, "unit": "次", "every": 1, "period": "month"})],
}


def report(reply: Reply, language: str = "zh") -> list[str]:
    """The lines of the report when the service gives this reply."""
    with serve(reply) as service:
        return list(second_as_text(FIRST, SecondReader(service.url, "small"), Style(language=language)))


def test_new_ones_are_listed_apart_from_the_reading() -> None:
    assert report(Reply(completion(FOUND))) == [
        "",
        "第二读者（small）：1 项与规则读取的结果相同；另有 2 项建议，仅供核对，没有采用。",
        "第 1 行 “县林 业局” 牵头",
        "第 1 行 “每月浇水一次” 频次 每月不少于1次",
    ]


def test_it_speaks_english() -> None:
    assert report(Reply(completion(FOUND)), "en")[-1] == "line 1 “每月浇水一次” How often at least once a month"


def test_what_went_wrong_is_said_with_its_place() -> None:
    lines = report(Reply(b"oops"))
    assert lines[3].startswith("提醒 第 1 行 “1.植树100棵")
    assert "不符合约定的格式" in lines[4]
