"""What this room does is told in words."""

from wenming.audit.words import verb_words, verbs
from wenming.backup.events import EVENTS


def test_each_verb_is_known_to_the_log() -> None:
    assert set(EVENTS) == {verb for verb in verbs() if verb.startswith("backup.")}
    assert [str(verb_words(verb)) for verb in EVENTS] == ["备份", "从备份恢复"]
