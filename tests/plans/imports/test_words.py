"""Why a document could not be read."""

import pytest

from wenming.jobs import actions
from wenming.jobs.models import Job
from wenming.plans.imports.words import STAGE_WORDS, why_unreadable
from wenming.plans.tasks import SECOND, STAGES


@pytest.mark.parametrize(
    ("code", "language", "words"),
    [
        ("file_empty", "zh-hans", "没有文字"),
        ("file_empty", "en", "no text"),
        (actions.LOST, "zh-hans", "中断"),
        (actions.UNEXPECTED, "zh-hans", "差错"),
    ],
)
def test_one_sentence(code: str, language: str, words: str) -> None:
    assert words in why_unreadable(Job(code=code, about={"version": 3}), language)


def test_every_stage_has_words() -> None:
    assert set(STAGE_WORDS) == {*STAGES, SECOND}
