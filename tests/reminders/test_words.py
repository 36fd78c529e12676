"""Digests as people read them."""

import pytest
from pytest_django import Settings

from tests.plans.making import make_area, make_unit
from tests.reminders.making import TODAY, make_cell, make_liaison
from wenming.reminders import words
from wenming.reminders.loading import load_day
from wenming.rules.reminding.digests import Digest, Line, Part, counts_of
from wenming.rules.reminding.matters import Kind, Level, Matter, Standing

pytestmark = pytest.mark.django_db


def part(standing: Standing, *, late: int = 0, level: Level = Level.OWN, kind: Kind = Kind.TASK) -> Part:
    matter = Matter(kind, 1, 7, "民主评议", due=None if standing is Standing.RETURNED else TODAY, since=TODAY)
    return Part(Line(matter, standing, late, level, is_news=True), level)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (part(Standing.LATE, late=3), "逾期 3 个工作日（2026-03-05 到期）"),
        (part(Standing.LATE), "刚过期（2026-03-05 到期）"),
        (part(Standing.RETURNED), "2026-03-05 被退回，请修改"),
        (part(Standing.ASKED), "材料征集，2026-03-05 前答复"),
        (part(Standing.DUE), "2026-03-05 到期"),
    ],
)
def test_how_a_matter_stands(one: Part, expected: str) -> None:
    assert words.how_words(one) == expected


def test_why_it_went_up() -> None:
    assert words.why_words(part(Standing.LATE, late=3)) == ""
    assert words.why_words(part(Standing.LATE, late=3, level=Level.UNIT_LEADER)) == "逾期满 3 个工作日，请单位领导过问"
    assert words.why_words(part(Standing.LATE, late=5, level=Level.IN_CHARGE)) == "逾期满 5 个工作日，请分管领导过问"


def test_a_persons_digest(settings: Settings) -> None:
    settings.SITE_ADDRESS = "https://wenming.example"
    unit = make_unit()
    make_liaison(unit)
    make_cell(unit)
    found = load_day(TODAY)
    message = words.digest_message(found.digests[0], found.units, TODAY)
    assert message.title == "文明创建提醒：逾期 1 项"
    assert message.head == ["2026年3月5日，您有 1 项："]
    assert message.lines == ["县教育局：民主评议，逾期 1 个工作日（2026-03-04 到期）"]
    assert (message.link, message.more(3)) == ("https://wenming.example/", "还有 3 项，请到网页上看。")


def test_what_went_up_stands_apart() -> None:
    unit = make_unit()
    parts = (part(Standing.DUE), part(Standing.LATE, late=5, level=Level.IN_CHARGE))
    message = words.digest_message(Digest(1, parts), {7: unit}, TODAY)
    assert message.lines[1] == "需要您过问的："
    assert message.link == ""


def test_a_group_is_told_no_name_of_a_person() -> None:
    unit = make_unit()
    make_liaison(unit, "顾兰")
    make_cell(unit)
    found = load_day(TODAY)
    message = words.group_message(make_area(), counts_of(found.lines), found.units, TODAY)
    assert message.title == "青禾县文明创建提醒"
    assert message.head == ["2026年3月5日，1 个单位有事要办：逾期 1 项，七天内到期 0 项。"]
    assert message.lines == ["县教育局：逾期 1 项"]
    assert "顾兰" not in str(message)


def test_every_end_says_what_to_do() -> None:
    assert words.answer_words("") == ""
    assert all(str(one).endswith("。") for one in words.ANSWERS.values())
    assert "WENMING_MAIL_URL" in words.answer_words("no_mail_server")


def test_a_test_says_that_it_is_one() -> None:
    assert "试发" in words.trial_message("创建工作群").title
