"""Kinds and ends of jobs in words."""

from wenming.jobs import clock
from wenming.jobs.models import Job
from wenming.jobs.words import OUTCOMES, kind_words, kinds, outcome_words


def test_every_kind_of_the_rooms_has_words() -> None:
    assert kinds()["read_plan"] == "读取方案"
    assert kind_words(Job(kind="read_plan")) == "读取方案"


def test_the_work_of_the_clock_says_what_it_is() -> None:
    for name, work in clock.registry().items():
        assert kind_words(Job(kind=clock.KIND, about={"name": name})) == work.words


def test_ends() -> None:
    assert outcome_words(Job()) == ""
    assert outcome_words(Job(code="worker_lost")) == OUTCOMES["worker_lost"]
    assert outcome_words(Job(code="file_empty"))
